import { iso31661 } from 'iso-3166';
import { addName, NAME, type RawPlace } from './raw-place.ts';
import { readTable } from './tsv.ts';

const TABLE = new URL('../../src/gazetteer/data/countries.tsv', import.meta.url);
const LANGUAGES = [
  'en',
  'fr',
  'es',
  'de',
  'pt',
  'it',
  'ru',
  'uk',
  'ar',
  'fa',
  'ps',
  'ur',
  'tr',
  'ku',
  'he',
  'am',
  'so',
  'sw',
  'ha',
  'my',
  'zh',
  'ja',
  'ko',
  'hi',
  'bn',
  'id',
  'vi',
  'th',
  'az',
  'hy',
  'ka',
  'nl',
  'pl',
  'ti',
  'om',
];

/** Every country of ISO 3166-1, and Kosovo, with names in many languages. */
export function readCountries(): RawPlace[] {
  const displays = LANGUAGES.map(l => new Intl.DisplayNames([l], { type: 'region', fallback: 'none' }));
  const formal = new Map(iso31661.map(c => [c.alpha2, c.name]));
  return readTable(TABLE).map(row => {
    const place: RawPlace = {
      id: `iso:${row.code}`,
      name: row.name!,
      kind: 'country',
      country: row.code!,
      admin1: null,
      parent: null,
      lat: Number(row.lat),
      lon: Number(row.lon),
      population: 0,
      seat: null,
      names: new Map(),
      a1: '',
      a2: '',
    };
    addName(place, row.name!, NAME.main);
    for (const alias of row.aliases!.split(';')) addName(place, alias, NAME.main);
    const long = formal.get(row.code!);
    if (long) addName(place, long.replace(/ \(.*\)$/, ''), NAME.curated);
    for (const d of displays) addName(place, d.of(row.code!) ?? '', NAME.alternate);
    return place;
  });
}
