import { type ClaimView, daysBetween, overlaps } from '../model/index.ts';
import type { Happening, PlaceHappenings } from './records.ts';

/** How far apart the days of a figure and of its happening may lie: people are counted after they died. */
const DAYS = 1;

/**
 * To which happening at a place each claim of people killed belongs: the one of its own words, else one of the same report, else one of
 * its day; of those alike, one in which people die. A figure belongs to one happening at most, so that nobody is counted twice.
 */
export function assignKilled({ happenings, killed }: PlaceHappenings): Map<string, ClaimView[]> {
  const found = new Map<string, ClaimView[]>();
  for (const figure of killed) {
    const best = happenings
      .map(happening => ({ happening, fit: fitOf(figure, happening) }))
      .filter(({ fit }) => fit > 0)
      .sort((a, b) => b.fit - a.fit || (a.happening.event.id < b.happening.event.id ? -1 : 1))[0];
    if (best == null) continue;
    const { id } = best.happening.event;
    found.set(id, [...(found.get(id) ?? []), figure]);
  }
  return found;
}

function fitOf(figure: ClaimView, { event, claims }: Happening): number {
  const sameWords = claims.some(
    c => c.report === figure.report && c.in === figure.in && overlaps(c.quote, figure.quote),
  );
  // Without a place of its own it may be of anywhere that the report tells of.
  const isNear = figure.places.length > 0 && !isOther(figure, event);
  const sameReport = event.reports.includes(figure.report);
  const fit = sameWords ? 8 : !isNear ? 0 : sameReport ? 4 : figure.time?.to != null ? 2 : 0;
  return fit === 0 ? 0 : fit + (claims.some(isDeadly) ? 1 : 0);
}

/** Whether the days of the two cannot be one. */
function isOther(figure: ClaimView, event: Happening['event']): boolean {
  const from = figure.time?.from ?? figure.time?.to,
    to = figure.time?.to ?? figure.time?.from;
  if (from == null || to == null || event.from == null || event.to == null) return false;
  return daysBetween(event.to, from) > DAYS || daysBetween(to, event.from) > DAYS;
}

const isDeadly = (claim: ClaimView): boolean =>
  claim.acled != null && !/^(?:Strategic developments|Protests)$/.test(claim.acled.event);
