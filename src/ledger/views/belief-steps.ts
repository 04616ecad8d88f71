import type { BeliefStep, ClaimView, ControlPeriod, Instant, StatusRow } from '../../model/index.ts';
import type { Telling } from './evidence-words.ts';
import { sayNews } from './say-news.ts';
import { isBelieved, type PlaceLookup, toStatusRow } from './status-at.ts';

/**
 * How belief about one place changed, earliest first: one step for each instant at which its lines, their holders, days,
 * statuses or bases, were not what they had been. `periods` are all the place's periods, `claims` those about it.
 * @example beliefSteps(periods, claims, placeOf).at(-1).note // 'Reported taken by the Taliban on 10 August.'
 */
export function beliefSteps(
  periods: readonly ControlPeriod[],
  claims: readonly ClaimView[],
  placeOf: PlaceLookup,
  telling: Telling = {},
): BeliefStep[] {
  const byId = new Map(claims.map(c => [c.id, c]));
  const full: Telling = { claimOf: id => byId.get(id), ...telling };
  const steps: BeliefStep[] = [];
  let before: readonly StatusRow[] = [];
  for (const known of instantsOf(periods)) {
    const rows = periods
      .filter(p => isBelieved(p, known))
      .sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1))
      .map(p => toStatusRow(p, placeOf));
    const note = sayNews(before, rows, known, full);
    before = rows;
    if (note == null) continue;
    const fresh = claims.filter(c => c.known === known).map(c => c.id);
    steps.push({ known, periods: rows, claims: fresh.sort(), note });
  }
  return steps;
}

const instantsOf = (periods: readonly ControlPeriod[]): Instant[] =>
  [...new Set(periods.flatMap(p => (p.knownTo == null ? [p.knownFrom] : [p.knownFrom, p.knownTo])))].sort();
