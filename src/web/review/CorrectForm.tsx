import { type FormEvent, type ReactElement, useEffect, useRef, useState } from 'react';
import { useAnswer } from '../api/client.ts';
import { paths } from '../api/paths.ts';
import { DateField } from '../parts/DateField.tsx';
import { sideName } from '../record/say.ts';
import { referenceTo } from '../ruling/rule.ts';
import { useMoment } from '../state/record-store.ts';
import { useSettled } from '../state/use-settled.ts';
import { strings } from '../strings.ts';
import type { ClaimView, PlaceMatch, Ruling } from '../types.ts';

/** Says what the words mean instead: another event, place, side or day. Only what was changed is ruled. */
export function CorrectForm({
  claim,
  busy,
  onRule,
  onCancel,
}: {
  claim: ClaimView;
  busy: boolean;
  onRule: (ruling: Ruling, why: string) => void;
  onCancel: () => void;
}): ReactElement {
  const { index, country } = useMoment();
  const { review } = strings;
  const [event, setEvent] = useState(claim.event ?? '');
  const [name, setName] = useState(claim.places[0]?.name ?? '');
  const [place, setPlace] = useState('');
  const [side, setSide] = useState(claim.actor?.side ?? '');
  const [from, setFrom] = useState(claim.time?.from ?? '');
  const [to, setTo] = useState(claim.time?.to ?? '');
  const [why, setWhy] = useState('');
  const first = useRef<HTMLSelectElement>(null);
  useEffect(() => first.current?.focus(), []);
  const asked = useSettled(name.trim(), 250);
  const found = useAnswer<PlaceMatch[]>(asked.length < 2 ? null : paths.places(asked, country));
  const matches = found.state === 'here' ? found.data : [];

  const send = (e: FormEvent): void => {
    e.preventDefault();
    const match = matches.find(m => m.place.id === place)?.place;
    const days = { from: from || null, to: to || from || null };
    const isMoved = days.from !== (claim.time?.from ?? null) || days.to !== (claim.time?.to ?? null);
    onRule(
      {
        kind: 'correct',
        claim: referenceTo(claim),
        ...(event !== '' && event !== claim.event ? { event } : {}),
        ...(match == null
          ? {}
          : {
              place: {
                id: match.id,
                name: match.name,
                kind: match.kind,
                country: match.country,
                admin1: match.admin1,
                lat: match.lat,
                lon: match.lon,
                precision: match.precision,
              },
            }),
        ...(side === (claim.actor?.side ?? '')
          ? {}
          : {
              actor:
                side === '' ? null : { id: side, name: sideName(index, index.sides.indexOf(side)), side },
            }),
        ...(isMoved
          ? {
              time:
                days.from == null && days.to == null
                  ? null
                  : { ...days, precision: days.from === days.to ? ('day' as const) : ('range' as const) },
            }
          : {}),
      },
      why,
    );
  };
  return (
    <form className="correct" onSubmit={send}>
      <label className="field">
        <span>{review.fields.what}</span>
        <select ref={first} value={event} onChange={e => setEvent(e.target.value)}>
          {event !== '' && strings.claim.events[event] == null ? (
            <option value={event}>{event}</option>
          ) : null}
          {Object.entries(strings.claim.events).map(([key, word]) => (
            <option key={key} value={key}>
              {word}
            </option>
          ))}
        </select>
      </label>
      <div className="field-pair">
        <label className="field">
          <span>{review.fields.where}</span>
          <input value={name} onChange={e => setName(e.target.value)} dir="auto" />
        </label>
        <label className="field">
          <span>{review.fields.which}</span>
          <select value={place} onChange={e => setPlace(e.target.value)}>
            <option value="">{review.fields.asRead}</option>
            {matches.map(m => (
              <option key={m.place.id} value={m.place.id}>
                {`${m.place.name} (${m.place.admin1Name == null ? strings.kinds[m.place.kind] : strings.inProvince(strings.kinds[m.place.kind], m.place.admin1Name)})`}
              </option>
            ))}
          </select>
        </label>
      </div>
      <label className="field">
        <span>{review.fields.who}</span>
        <select value={side} onChange={e => setSide(e.target.value)}>
          <option value="">{review.fields.notSaid}</option>
          {claim.actor?.side != null && !index.sides.includes(claim.actor.side) ? (
            <option value={claim.actor.side}>{claim.actor.name}</option>
          ) : null}
          {index.sides.map((s, i) => (
            <option key={s} value={s}>
              {sideName(index, i)}
            </option>
          ))}
        </select>
      </label>
      <div className="field-pair">
        <DateField label={review.fields.from} value={from} onChange={setFrom} />
        <DateField label={review.fields.to} value={to} min={from} onChange={setTo} />
      </div>
      <label className="field">
        <span>{strings.discrepancies.why}</span>
        <input value={why} onChange={e => setWhy(e.target.value)} required />
      </label>
      <div className="buttons">
        <button type="submit" className="primary" disabled={busy}>
          {review.correctIt}
        </button>
        <button type="button" className="quiet-button" onClick={onCancel}>
          {strings.discrepancies.cancel}
        </button>
      </div>
    </form>
  );
}
