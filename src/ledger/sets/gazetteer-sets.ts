import type { Gazetteer } from '../../gazetteer/index.ts';
import type { CountSet, SetLookup } from './count-set.ts';

/** What the words of a count name: the seats of first-order divisions, or those divisions. */
const SEATS =
  /^(?:(?:provincial|province|state|regional|region|governorate|oblast|departmental|county|district-level) )?(?:capitals|capital cities|seats)$/;
const DIVISIONS = /^(?:provinces|states|regions|governorates|oblasts|departments|counties)$/;

/** Words before a set that do not narrow it: "the country's provincial capitals", "Afghanistan's provinces". */
const WHOLE = /^(?:the |all |its |of |country['’]s |nation['’]s |\p{L}+['’]s )+/iu;

/**
 * The sets that the gazetteer can tell: the seats of a country's first-order divisions, and the divisions themselves.
 * @example gazetteerSets(gazetteer).find('provincial capitals', 'AF')?.members.length // 34
 */
export function gazetteerSets(
  gazetteer: Pick<Gazetteer, 'divisionsOf' | 'seatOf' | 'byId' | 'countryByName' | 'countriesByDemonym'>,
  homeOf: SetLookup['homeOf'] = () => null,
): SetLookup {
  const made = new Map<string, CountSet | null>();
  const make = (country: string, kind: 'capitals' | 'divisions'): CountSet | null => {
    const key = `${country}/${kind}`;
    let set = made.get(key);
    if (set === undefined) {
      const divisions = gazetteer.divisionsOf(country);
      const places = kind === 'divisions' ? divisions : divisions.flatMap(d => gazetteer.seatOf(d.id) ?? []);
      const members = [...new Set(places.map(p => p.id))].sort();
      set =
        members.length < 2
          ? null
          : { key, name: kind === 'capitals' ? 'provincial capitals' : 'provinces', members };
      made.set(key, set);
    }
    return set;
  };
  return {
    find: (words, country) => {
      const bare = words.replace(WHOLE, '').toLowerCase().trim();
      if (SEATS.test(bare)) return make(country, 'capitals');
      return DIVISIONS.test(bare) ? make(country, 'divisions') : null;
    },
    homeOf,
    countryNamed: word => {
      const named = gazetteer.countryByName(word);
      if (named != null) return named;
      const of = gazetteer.countriesByDemonym(word);
      return of.length === 1 ? of[0]! : null;
    },
    byKey: key => {
      const [country, kind] = key.split('/');
      return country != null && (kind === 'capitals' || kind === 'divisions') ? make(country, kind) : null;
    },
    keysOf: place => {
      const country = gazetteer.byId(place)?.country;
      if (country == null) return [];
      return [make(country, 'capitals'), make(country, 'divisions')].flatMap(set =>
        set?.members.includes(place) ? [set.key] : [],
      );
    },
  };
}
