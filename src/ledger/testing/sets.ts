import type { CountSet, SetLookup } from '../sets/count-set.ts';

/** Looks up one made-up set: the capitals of a country of three or more. */
export function setOf(members: readonly string[], words = 'provincial capitals'): SetLookup {
  const set: CountSet = { key: 'ZZ/capitals', name: 'provincial capitals', members };
  return {
    find: (asked, country) => (asked === words && country === 'ZZ' ? set : null),
    byKey: key => (key === set.key ? set : null),
    keysOf: place => (members.includes(place) ? [set.key] : []),
    countryNamed: word => (/^Zedland(?:er)?$/.test(word) ? 'ZZ' : null),
    homeOf: side => (side === 'red' ? 'ZZ' : null),
  };
}
