import type { ClaimView, SitrepEvidence, SitrepSource } from '../../model/index.ts';
import { oneLine, sayChain } from '../words.ts';

/** Numbers the reports that sentences stand on, in the order in which they are first named. */
export interface Numbering {
  numberOf(claim: ClaimView): number;
  list(urlOf: (report: string) => string | null): SitrepSource[];
}

export function numberSources(): Numbering {
  const named = new Map<string, ClaimView>();
  return {
    numberOf(claim) {
      if (!named.has(claim.report)) named.set(claim.report, claim);
      return [...named.keys()].indexOf(claim.report) + 1;
    },
    list: urlOf =>
      [...named.values()].map((claim, i) => ({
        n: i + 1,
        report: claim.report,
        outlet: claim.outlet,
        title: claim.reportTitle,
        published: claim.published,
        url: urlOf(claim.report),
      })),
  };
}

/** Most pieces of evidence under one sentence, for it and against it; what an origin said once is enough. */
const MOST_FOR = 3;
const MOST_AGAINST = 2;

/** The words that a sentence stands on: of each origin one claim, those of the text before headlines, the earliest first. */
export function evidenceFor(
  claims: readonly ClaimView[],
  against: readonly ClaimView[],
  numbering: Numbering,
): SitrepEvidence[] {
  const toEvidence =
    (stance: SitrepEvidence['stance']) =>
    (claim: ClaimView): SitrepEvidence => ({
      claim: claim.id,
      source: numbering.numberOf(claim),
      who: sayChain(claim.attribution) || (claim.outlet ?? 'no source named'),
      quote: oneLine(claim.quote.text),
      stance,
    });
  return [
    ...onePerOrigin(claims).slice(0, MOST_FOR).map(toEvidence('for')),
    ...onePerOrigin(against).slice(0, MOST_AGAINST).map(toEvidence('against')),
  ];
}

/** A take tells more than a hold said in passing. */
const weightOf = (claim: ClaimView): number =>
  (claim.in === 'title' ? 4 : 0) + (claim.attributive === true ? 2 : 0) + (claim.carriedFrom != null ? 1 : 0);

export function onePerOrigin(claims: readonly ClaimView[]): ClaimView[] {
  const sorted = [...claims].sort(
    (a, b) =>
      weightOf(a) - weightOf(b) || (a.known < b.known ? -1 : a.known > b.known ? 1 : a.id < b.id ? -1 : 1),
  );
  return sorted.filter((claim, i) => sorted.findIndex(c => c.origin === claim.origin) === i);
}
