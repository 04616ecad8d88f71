import type { ReactElement } from 'react';
import { publishedDate, timeText } from '../record/dates.ts';
import { number, strings } from '../strings.ts';
import type { ClaimView, Source } from '../types.ts';
import { ViewLink } from './Links.tsx';

/** Who said it, through whom: "a council member → Harbour Wire". */
export function SourceChain({
  attribution,
  outlet,
}: {
  attribution: readonly Source[];
  outlet: string | null;
}): ReactElement {
  const names = [...new Set(attribution.map(s => s.name))];
  const last = outlet ?? strings.report.unknownOutlet;
  if (names.at(-1) !== last) names.push(last);
  return (
    <span className="chain">
      {names.map((name, i) => (
        <span key={name}>
          {i > 0 ? <span className="chain-arrow"> → </span> : null}
          <bdi>{name}</bdi>
        </span>
      ))}
    </span>
  );
}

/** What the claim is, in a few words: "capture · denied · background". */
export function claimWords(claim: ClaimView): string {
  const { events, kinds, modality } = strings.claim;
  const head =
    claim.kind === 'figure' && claim.figure != null
      ? `${strings.figures.terms[claim.figure.term] ?? claim.figure.term}: ${figureText(claim.figure)}`
      : claim.kind === 'count' && claim.count != null
        ? `${kinds.count}: ${claim.count.ordinal ? `no. ${claim.count.n}` : claim.count.n}${claim.count.outOf == null ? '' : ` of ${claim.count.outOf}`} ${claim.count.set}`
        : claim.event == null
          ? kinds[claim.kind]
          : (events[claim.event] ?? claim.event.replaceAll('-', ' '));
  const more = [
    claim.places[0] == null ? null : claim.places.map(p => p.name).join(', '),
    claim.actor == null ? null : `${strings.claim.by} ${claim.actor.name}`,
    claim.polarity === 'denied' ? strings.claim.denied : null,
    modality[claim.modality] || null,
  ];
  return [head, ...more.filter(m => m != null)].join(' · ');
}

/** "60,000 or more", "80,000 – 95,000", "about 27". */
export function figureText(figure: { min: number | null; max: number | null; qualifier?: string }): string {
  const { min, max } = figure;
  if (min == null && max == null) return strings.figures.noNumber;
  if (min == null) return strings.figures.upTo(number(max!));
  if (max == null) return strings.figures.atLeast(number(min));
  return min === max ? number(min) : `${number(min)} – ${number(max)}`;
}

/** One claim: its exact words in serif, then who, when, and the way into the report. */
export function ClaimCard({
  claim,
  chosen,
  bare,
}: {
  claim: ClaimView;
  chosen?: boolean;
  bare?: boolean;
}): ReactElement {
  const when = timeText(claim.time?.from ?? null, claim.time?.to ?? null);
  return (
    <article
      className={`claim claim-${claim.kind}${claim.verdict === 'rejected' ? ' claim-rejected' : ''}`}
      aria-current={chosen ? 'true' : undefined}
    >
      <blockquote dir="auto">
        <ViewLink to={{ view: 'report', report: claim.report, claim: claim.id }} className="quote-link">
          “{claim.quote.text}”
        </ViewLink>
      </blockquote>
      <p className="claim-source">
        <SourceChain attribution={claim.attribution} outlet={claim.outlet} />
        {claim.published == null ? '' : `, ${publishedDate(claim.published)}`}
      </p>
      {bare ? null : (
        <p className="quiet">
          {[
            claimWords(claim),
            when ?? strings.claim.undated,
            claim.carriedFrom == null ? null : strings.claim.carried,
            claim.verdict == null ? null : strings.claim.verdict[claim.verdict],
          ]
            .filter(s => s != null)
            .join(' · ')}
        </p>
      )}
    </article>
  );
}
