import type { Gazetteer } from '../../gazetteer/index.ts';
import type { Decision, FiledReport, Instant, WeighedClaim } from '../../model/index.ts';
import type { StoredPlace } from '../../store/index.ts';
import { viewClaimPlace, viewPlace } from './view-place.ts';

/** The places that claims and decisions name, as the store keeps them, by id. */
export function gatherPlaces(
  claims: readonly Pick<WeighedClaim, 'claim'>[],
  reports: ReadonlyMap<string, FiledReport>,
  decisions: readonly Decision[],
  gazetteer: Gazetteer,
): StoredPlace[] {
  const places = new Map<string, StoredPlace>();
  const known = (id: string): boolean => {
    if (places.get(id)?.told === null) return true;
    const place = gazetteer.byId(id);
    if (place == null) return false;
    places.set(id, { view: viewPlace(place, gazetteer), population: place.population, told: null });
    return true;
  };
  const tell = (
    id: string,
    told: { known: Instant; claim: string },
    make: () => StoredPlace['view'],
  ): void => {
    if (known(id)) return;
    const was = places.get(id)?.told;
    if (was != null && (was.known < told.known || (was.known === told.known && was.claim <= told.claim)))
      return;
    places.set(id, { view: make(), population: 0, told });
  };
  for (const { claim } of claims)
    for (const place of claim.places)
      if (place.id != null) {
        const { id } = place;
        tell(id, { known: reports.get(claim.report)!.known, claim: claim.id }, () =>
          viewClaimPlace(id, place, gazetteer),
        );
      }
  for (const { id: claim, at, ruling } of decisions)
    for (const { id, name } of namedBy(ruling))
      tell(id, { known: at, claim }, () => viewClaimPlace(id, { id, name, kind: 'area' }, gazetteer));
  return [...places.values()].sort((a, b) => (a.view.id < b.view.id ? -1 : 1));
}

/** The places that a ruling names. */
function namedBy(ruling: Decision['ruling']): { readonly id: string; readonly name: string }[] {
  switch (ruling.kind) {
    case 'baseline':
      return ruling.rows.map(row => ({ id: row.place, name: row.placeName }));
    case 'rule':
      return [{ id: ruling.place, name: lastPart(ruling.place) }];
    case 'merge-places':
      return [ruling.from, ruling.into].map(id => ({ id, name: lastPart(id) }));
    default:
      return [];
  }
}

const lastPart = (id: string): string => id.slice(id.lastIndexOf('/') + 1);
