import {
  addImportedBoundaries,
  addImportedPlaces,
  type Gazetteer,
  importBoundaries,
  importedFolder,
  importGeoNames,
  loadGazetteer,
} from '../../gazetteer/index.ts';
import { LedgerError, type PlacesImport } from '../../model/index.ts';

/** Where boundary files keep the country of a feature, as two letters. */
const COUNTRY_KEYS = ['ADM0_PCODE', 'adm0_pcode', 'ISO_A2', 'iso_a2', 'iso_3166_1', 'country'];
/** Settlements of one GeoNames division that are asked for the division that they lie in. */
const VOTERS = 60;
const NEAR_KM = 40;

/**
 * Takes a user's own places into the gazetteer of this machine: a GeoNames country file, or boundary GeoJSON (OCHA COD-AB,
 * geoBoundaries), told apart by what is in it. They count from the next start of a command or server on.
 *
 * Throws a `LedgerError` ('invalid') for what is neither, saying what it found.
 * @param country ISO 3166-1 alpha-2, for boundaries whose file does not say it
 * @example importPlaces(await readFile('AF.txt', 'utf8')) // { kind: 'places', added: 61204, … }
 */
export function importPlaces(text: string, country?: string, folder = importedFolder()): PlacesImport {
  return text.trimStart().startsWith('{') ? importShapes(text, country, folder) : importTable(text, folder);
}

function importTable(text: string, folder: string): PlacesImport {
  const divisionOf = divisionsIn(text, loadGazetteer()),
    { places, refused } = importGeoNames(text, divisionOf);
  if (places.length === 0 && refused.length > 0)
    throw new LedgerError(
      'invalid',
      `this is no GeoNames country file: line ${refused[0]!.line} has ${refused[0]!.why}`,
    );
  addImportedPlaces(folder, places);
  return { kind: 'places', added: places.length, refused, unmatched: [], folder };
}

/** The division of each GeoNames code: the one in which most of its settlements lie, by the nearest that is known. */
function divisionsIn(text: string, gazetteer: Gazetteer): (code: string) => string | null {
  const votes = new Map<string, Map<string, number>>(),
    asked = new Map<string, number>();
  for (const row of text.split('\n')) {
    const f = row.split('\t'),
      code = `${f[8]}.${f[10]}`,
      n = asked.get(code) ?? 0;
    if (f[6] !== 'P' || n >= VOTERS) continue;
    asked.set(code, n + 1);
    const near = gazetteer.nearestTo(Number(f[4]), Number(f[5]), NEAR_KM);
    if (near?.country !== f[8] || !near?.admin1) continue;
    const tally = votes.get(code) ?? new Map<string, number>();
    votes.set(code, tally.set(near.admin1, (tally.get(near.admin1) ?? 0) + 1));
  }
  const best = new Map([...votes].map(([code, v]) => [code, [...v].sort((a, b) => b[1] - a[1])[0]![0]]));
  return code => best.get(code) ?? null;
}

function importShapes(text: string, asked: string | undefined, folder: string): PlacesImport {
  const json = parse(text),
    country = asked ?? countryIn(json);
  if (!country)
    throw new LedgerError(
      'invalid',
      'the file does not say whose boundaries these are: add --country, such as AF',
    );
  const gazetteer = loadGazetteer(),
    divisions = gazetteer.divisionsOf(country),
    districts = divisions.flatMap(d => gazetteer.childrenOf(d.id)).filter(p => p.kind === 'district');
  const joined = [divisions, districts].map(known => fromFile(json, known));
  const [boundaries] = joined.sort((a, b) => share(b) - share(a)) as [ReturnType<typeof fromFile>];
  const added = addImportedBoundaries(folder, boundaries);
  const unmatched = boundaries.filter(b => b.id === null).map(b => b.name);
  return { kind: 'boundaries', added, refused: [], unmatched, folder };
}

function fromFile(
  json: unknown,
  known: readonly { readonly id: string; readonly name: string }[],
): ReturnType<typeof importBoundaries> {
  try {
    return importBoundaries(json, known);
  } catch (cause) {
    throw new LedgerError('invalid', (cause as Error).message);
  }
}

const share = (all: readonly { readonly id: string | null }[]): number =>
  all.length === 0 ? 0 : all.filter(b => b.id !== null).length / all.length;

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new LedgerError('invalid', `the file is no JSON: ${(cause as Error).message.replace(/\s+/g, ' ')}`);
  }
}

function countryIn(json: unknown): string | undefined {
  const features = (json as { features?: { properties?: Record<string, unknown> }[] }).features,
    properties = (Array.isArray(features) ? features[0]?.properties : null) ?? {};
  return COUNTRY_KEYS.map(k => properties[k]).find(
    (v): v is string => typeof v === 'string' && /^[A-Z]{2}$/.test(v),
  );
}
