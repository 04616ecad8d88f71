import type { Gazetteer } from '../../gazetteer/index.ts';
import type { ClaimPlace, Place, PlaceView } from '../../model/index.ts';

/** A place that the gazetteer knows, as views give it. */
export const viewPlace = (place: Place, gazetteer: Gazetteer): PlaceView => ({
  id: place.id,
  name: place.name,
  kind: place.kind,
  country: place.country,
  admin1: place.admin1,
  admin1Name: nameOf(place.admin1, gazetteer),
  parent: place.parent,
  lat: place.lat,
  lon: place.lon,
  seatOf: place.seatOf,
  precision: 'exact',
});

/** A place that the gazetteer does not know, as a claim tells of it. */
export function viewClaimPlace(id: string, place: ClaimPlace, gazetteer: Gazetteer): PlaceView {
  const parent = parentIn(id, gazetteer);
  const admin1 = place.admin1 ?? (parent?.kind === 'province' ? parent.id : (parent?.admin1 ?? null));
  return {
    id,
    name: place.name,
    kind: place.kind,
    country: place.country ?? parent?.country ?? countryIn(id),
    admin1,
    admin1Name: nameOf(admin1, gazetteer),
    parent: parent?.id ?? null,
    lat: place.lat ?? null,
    lon: place.lon ?? null,
    seatOf: null,
    precision: place.precision ?? 'unresolved',
  };
}

const nameOf = (id: string | null, gazetteer: Gazetteer): string | null =>
  id == null ? null : (gazetteer.byId(id)?.name ?? null);

/** What an id made up from its surroundings lies in: a site's place, a division, a country. */
function parentIn(id: string, gazetteer: Gazetteer): Place | null {
  if (id.startsWith('site:')) return gazetteer.byId(id.slice('site:'.length, id.lastIndexOf('/')));
  const [, country, division] = /^x:([^/]*)\/([^/]*)\//.exec(id) ?? [];
  if (country == null || country === 'zz') return null;
  const code = country.toUpperCase();
  const inside = division == null || division === '-' ? null : divisionOf(code, division, gazetteer);
  return inside ?? gazetteer.byId(`iso:${code}`);
}

const divisionOf = (country: string, division: string, gazetteer: Gazetteer): Place | null =>
  gazetteer.byId(division) ??
  gazetteer.byId(`iso:${country}-${division.toUpperCase()}`) ??
  gazetteer.byId(`iso:${division.toUpperCase()}`);

const countryIn = (id: string): string | null => {
  const [, country] = /^x:([^/]*)\//.exec(id) ?? [];
  return country == null || country === 'zz' ? null : country.toUpperCase();
};
