import { type Claim, daysBetween } from '../../model/index.ts';
import type { FigureFact, Said } from './fact.ts';

/** The fact of a figure, at its first place. A span of more than a day, or an open one, makes it a running total. */
export function figureFact(claim: Claim, said: Said): FigureFact | null {
  const { figure } = claim;
  if (figure == null) return null;
  const place = claim.places[0];
  const from = claim.time?.from ?? null,
    to = claim.time?.to ?? null;
  const isOpen = claim.time?.precision === 'open' || (from != null && to == null);
  const isLong = from != null && to != null && daysBetween(from, to) > 1;
  return {
    kind: 'figure',
    ...said,
    place: place?.id ?? null,
    placeName: place?.name ?? null,
    term: figure.term,
    unit: figure.unit,
    who: figure.who ?? null,
    min: figure.min,
    max: figure.max,
    qualifier: figure.qualifier,
    from,
    to,
    running: isOpen || isLong,
  };
}
