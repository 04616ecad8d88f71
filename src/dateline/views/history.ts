import { beliefSteps, toStatusRow } from '../../ledger/index.ts';
import type { Asker, Moment, PlaceHistory } from '../../model/index.ts';
import { loadPeriods } from '../../store/index.ts';
import type { Context } from '../context.ts';
import { namingOf } from '../filing/naming.ts';
import { dayOf, knownAtOf } from '../moment.ts';
import { resolvePlace } from '../places/resolve-place.ts';
import { withholdingFor } from '../withholding/withhold.ts';
import { viewClaims } from './claims.ts';
import { viewDiscrepancies } from './discrepancies.ts';
import { knownBy } from './known-by.ts';

/** One place through both times, as known at an instant, with the words that it stands on. */
export function history(
  context: Context,
  by: Asker,
  asked: string,
  query: Moment = {},
): Promise<PlaceHistory> {
  const knownAt = knownAtOf(query.knownAt);
  if (query.at != null) dayOf(query.at);
  return context.store.read(async tx => {
    const place = await resolvePlace(context, tx, asked);
    const placeOf = () => place;
    const ever = knownBy(await loadPeriods(tx, { places: [place.id] }), knownAt);
    const claims = await viewClaims(tx, by, { places: [place.id], knownAt });
    const withholding = await withholdingFor(tx, by, [...new Set(claims.map(c => c.report))]);
    const mask = withholding.of(...new Set(claims.map(c => c.report)));
    const { nameOfSide } = namingOf(context);
    return {
      place,
      periods: ever
        .filter(p => p.knownTo == null && (query.at == null || p.validFrom <= query.at))
        .map(p => toStatusRow(p, placeOf)),
      steps: beliefSteps(ever, claims, placeOf, { nameOfSide }).map(step => ({
        ...step,
        note: mask(step.note),
      })),
      claims,
      discrepancies: await viewDiscrepancies(tx, by, { place: place.id, knownAt }),
    };
  });
}
