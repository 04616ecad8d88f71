import { type FormEvent, type ReactElement, useState } from 'react';
import { DateField } from '../parts/DateField.tsx';
import { dateOfDay } from '../record/days.ts';
import { sideName } from '../record/say.ts';
import { decide } from '../ruling/rule.ts';
import { useMoment } from '../state/record-store.ts';
import { strings } from '../strings.ts';
import type { DiscrepancyRow, Status } from '../types.ts';

const STATUSES: readonly Exclude<Status, 'unknown'>[] = ['held', 'contested', 'vacated'];

/** Rules who held a place from a day on; what disagreed is settled by the same decision. */
export function RuleForm({ row, onDone }: { row: DiscrepancyRow; onDone: () => void }): ReactElement {
  const { index, day, state } = useMoment();
  const { discrepancies: words } = strings;
  const [place, setPlace] = useState(row.places[0]!.id);
  const now = state[index.placeAt.get(place) ?? -1] ?? -1;
  const [side, setSide] = useState(now < 0 || index.side[now]! < 0 ? '' : index.sides[index.side[now]!]!);
  const [status, setStatus] = useState<(typeof STATUSES)[number]>('held');
  const [from, setFrom] = useState(dateOfDay(now < 0 ? day : index.from[now]!));
  const [why, setWhy] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    setError(null);
    try {
      const holder = status === 'vacated' ? null : side || null;
      await decide({ kind: 'rule', place, side: holder, from, to: null, status, settles: row.id }, why);
      onDone();
    } catch (e) {
      setError((e as Error).message);
      setBusy(false);
    }
  };
  return (
    <form onSubmit={send} className="settle">
      {row.places.length < 2 ? null : (
        <label className="field">
          <span>{strings.pages.place}</span>
          <select value={place} onChange={e => setPlace(e.target.value)}>
            {row.places.map(p => (
              <option key={p.id} value={p.id}>
                {p.name}
              </option>
            ))}
          </select>
        </label>
      )}
      <div className="field-pair">
        <label className="field">
          <span>{words.isNow}</span>
          <select value={status} onChange={e => setStatus(e.target.value as typeof status)}>
            {STATUSES.map(s => (
              <option key={s} value={s}>
                {strings.statuses[s]}
              </option>
            ))}
          </select>
        </label>
        {status === 'vacated' ? null : (
          <label className="field">
            <span>{strings.places.holder}</span>
            <select value={side} onChange={e => setSide(e.target.value)}>
              <option value="">{strings.nobody}</option>
              {index.sides.map((s, i) => (
                <option key={s} value={s}>
                  {sideName(index, i)}
                </option>
              ))}
            </select>
          </label>
        )}
        <DateField label={strings.places.since} value={from} required onChange={setFrom} />
      </div>
      <label className="field">
        <span>{words.why}</span>
        <input value={why} onChange={e => setWhy(e.target.value)} required />
      </label>
      <div className="buttons">
        <button type="submit" className="primary" disabled={busy}>
          {words.ruleIt}
        </button>
        <button type="button" className="quiet-button" onClick={onDone}>
          {words.cancel}
        </button>
      </div>
      {error == null ? null : (
        <p role="alert" className="error">
          {error}
        </p>
      )}
    </form>
  );
}
