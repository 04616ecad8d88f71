import type { DisplacedFigure } from '../../exports/index.ts';
import type { Asker, FigureTerm } from '../../model/index.ts';
import { loadFigures, loadPlaces } from '../../store/index.ts';
import type { Context } from '../context.ts';
import { viewClaims } from '../views/claims.ts';
import { addressesOf } from '../withholding/addresses.ts';
import { batchesOf, type Scope } from './records.ts';

/** What IDMC counts as displacement inside a country: neither refugees, who left it, nor those who came back. */
const TERMS: readonly FigureTerm[] = [
  'displaced',
  'fled',
  'evacuated',
  'relocated',
  'sheltered',
  'in-camp',
  'homeless',
  'housing-destroyed',
];

/** Series that are loaded at once. */
const SERIES = 500;

/** Figures of displacement that count, place by place, then by measure. */
export async function* displacedFigures(
  context: Context,
  by: Asker,
  { at, knownAt, country }: Scope,
): AsyncGenerator<DisplacedFigure[]> {
  const found = await context.store.read(tx => loadFigures(tx, country));
  const series = found
    .filter(s => (TERMS as readonly string[]).includes(s.term))
    .sort((a, b) => keyOf(a).localeCompare(keyOf(b), 'en'));
  for (const batch of batchesOf(series, SERIES))
    yield await context.store.read(async tx => {
      const points = batch.flatMap(s =>
        s.points
          .filter(
            p =>
              (knownAt == null || p.known <= knownAt) &&
              (at == null || (p.date ?? p.known.slice(0, 10)) <= at),
          )
          .map(point => ({ series: s, point })),
      );
      const claims = new Map(
        (await viewClaims(tx, by, { ids: points.map(p => p.point.claim), knownAt })).map(c => [c.id, c]),
      );
      const places = await loadPlaces(tx, { ids: batch.flatMap(s => s.place ?? []) });
      const reports = [...new Set([...claims.values()].map(c => c.report))];
      const urls = await addressesOf(tx, by, reports);
      return points.flatMap(({ series: { place }, point }) => {
        const claim = claims.get(point.claim);
        if (claim == null) return [];
        const { date, known, low, best, high, running } = point;
        const where = place == null ? null : (places.get(place) ?? null);
        return [
          { claim, place: where, date, known, low, best, high, running, url: urls.get(claim.report) ?? null },
        ];
      });
    });
}

const keyOf = (s: {
  readonly place: string | null;
  readonly term: string;
  readonly who: string | null;
}): string => [s.place, s.term, s.who].join(' ');
