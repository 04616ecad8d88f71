import type { ReactElement } from 'react';
import { claimWords, figureText, SourceChain } from '../parts/ClaimCard.tsx';
import { PlaceLink, ViewLink } from '../parts/Links.tsx';
import { Mark } from '../parts/Mark.tsx';
import { publishedDate, shortDate, timeText } from '../record/dates.ts';
import { BASES } from '../record/index-periods.ts';
import { fullName, holderText, markOf } from '../record/say.ts';
import { paragraphsOf } from '../report/segments.ts';
import { referenceTo } from '../ruling/rule.ts';
import { useMoment } from '../state/record-store.ts';
import { useTheme } from '../state/theme.ts';
import { strings } from '../strings.ts';
import type { ClaimView, Ruling } from '../types.ts';
import { CorrectForm } from './CorrectForm.tsx';
import type { Waiting } from './queue.ts';

/** A claim to rule on: its words where they stand, whose they are, how they were read, what hangs on them. */
export function ReviewCard({
  claim,
  text,
  item,
  mode,
  busy,
  onRule,
  onMode,
}: {
  claim: ClaimView;
  /** The report's text; null where the words stand in its title, or it did not come. */
  text: string | null;
  item: Waiting;
  mode: 'look' | 'correct';
  busy: boolean;
  onRule: (ruling: Ruling, why: string) => void;
  onMode: (mode: 'look' | 'correct') => void;
}): ReactElement {
  const { review } = strings;
  return (
    <>
      <p className="review-why">
        {item.doubts.map(d => (
          <span key={d} className="doubt">
            {review.doubts[d]}
          </span>
        ))}
      </p>
      <InContext claim={claim} text={text} />
      <p className="claim-source">
        <SourceChain attribution={claim.attribution} outlet={claim.outlet} />
        {claim.published == null ? '' : `, ${publishedDate(claim.published)}`}
        {' · '}
        <ViewLink to={{ view: 'report', report: claim.report, claim: claim.id }}>
          {strings.claim.read}
        </ViewLink>
      </p>
      {mode === 'correct' ? (
        <CorrectForm claim={claim} busy={busy} onRule={onRule} onCancel={() => onMode('look')} />
      ) : (
        <>
          <ReadAs claim={claim} />
          {item.period < 0 ? null : <Hangs period={item.period} place={item.place} />}
          <div className="buttons review-buttons no-print">
            <button
              type="button"
              className="primary"
              disabled={busy}
              onClick={() => onRule({ kind: 'accept', claim: referenceTo(claim) }, review.whyAccept)}
            >
              {review.accept} <kbd>a</kbd>
            </button>
            <button
              type="button"
              disabled={busy}
              onClick={() => onRule({ kind: 'reject', claim: referenceTo(claim) }, review.whyReject)}
            >
              {review.reject} <kbd>r</kbd>
            </button>
            <button type="button" disabled={busy} onClick={() => onMode('correct')}>
              {review.correct} <kbd>c</kbd>
            </button>
          </div>
        </>
      )}
    </>
  );
}

/** The paragraph in which the words stand, with the words marked; the words alone where there is none. */
function InContext({ claim, text }: { claim: ClaimView; text: string | null }): ReactElement {
  const { start, end } = claim.quote;
  const around = text == null ? null : paragraphsOf(text).find(p => p.start <= start && p.end >= end);
  return (
    <blockquote className="review-quote" dir="auto">
      {text == null || around == null ? (
        <mark className={`words words-${claim.kind}`}>{claim.quote.text}</mark>
      ) : (
        <>
          {text.slice(around.start, start)}
          <mark className={`words words-${claim.kind}`}>{text.slice(start, end)}</mark>
          {text.slice(end, around.end)}
        </>
      )}
    </blockquote>
  );
}

/** How the words were read: what, where, who, when. */
function ReadAs({ claim }: { claim: ClaimView }): ReactElement {
  const { fields } = strings.review;
  const place = claim.places[0];
  const others = place?.candidates?.length ?? 0;
  return (
    <dl className="read-as">
      <div>
        <dt>{fields.what}</dt>
        <dd>
          {claim.figure != null
            ? `${strings.figures.terms[claim.figure.term] ?? claim.figure.term}: ${figureText(claim.figure)}`
            : claim.event == null
              ? claimWords(claim)
              : (strings.claim.events[claim.event] ?? claim.event.replaceAll('-', ' '))}
          {claim.polarity === 'denied' ? `, ${strings.claim.denied}` : ''}
        </dd>
      </div>
      <div>
        <dt>{fields.where}</dt>
        <dd>
          {place == null ? (
            fields.notSaid
          ) : place.id == null ? (
            <bdi>{place.name}</bdi>
          ) : (
            <PlaceLink id={place.id} name={place.name} />
          )}
          {others > 1 ? <span className="quiet"> {fields.others(others - 1)}</span> : null}
        </dd>
      </div>
      <div>
        <dt>{fields.who}</dt>
        <dd>
          <bdi>{claim.actor?.name ?? fields.notSaid}</bdi>
        </dd>
      </div>
      <div>
        <dt>{fields.when}</dt>
        <dd>{timeText(claim.time?.from ?? null, claim.time?.to ?? null) ?? strings.claim.undated}</dd>
      </div>
    </dl>
  );
}

/** The line of the record that stands on the claim. */
function Hangs({ period, place }: { period: number; place: number }): ReactElement {
  const { index, day } = useMoment();
  const theme = useTheme();
  return (
    <p className="review-hangs">
      <span className="quiet">{strings.review.hangs}</span>{' '}
      <Mark spec={markOf(index, period, day, theme)} r={6} />{' '}
      <span>
        <bdi>{fullName(index, place)}</bdi>: {holderText(index, period)},{' '}
        {strings.bases[BASES[index.basis[period]!]!].toLowerCase()},{' '}
        {strings.place.since(shortDate(index.from[period]!))}
      </span>
    </p>
  );
}
