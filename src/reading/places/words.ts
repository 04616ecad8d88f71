import { readFileSync } from 'node:fs';
import type { PlaceKind } from '../../model/index.ts';

const read = <T>(file: string): T => JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8')) as T;
const raw = read<
  { types: Record<string, string[]> } & Record<
    | 'settlements'
    | 'directions'
    | 'connectors'
    | 'locative'
    | 'sites'
    | 'siteModifiers'
    | 'organisations'
    | 'titles'
    | 'notPlaces',
    string[]
  >
>('./data/words.json');

/** "province", "town": the kind of place that a word says, by the word in lower case. */
export const TYPES: ReadonlyMap<string, PlaceKind> = new Map(
  Object.entries(raw.types).flatMap(([kind, words]) => words.map(w => [w, kind as PlaceKind])),
);
/** Words for a settlement that leave its size open: "stronghold", "capital". */
export const SETTLEMENTS: ReadonlySet<string> = new Set(raw.settlements);
export const DIRECTIONS: ReadonlySet<string> = new Set(raw.directions);
/** Small words inside names: "Deir al-Zor", "Rio de Janeiro". */
export const CONNECTORS: ReadonlySet<string> = new Set(raw.connectors);
/** Words that a place follows: "in", "near", "entered". */
export const LOCATIVE: ReadonlySet<string> = new Set(raw.locative);
export const SITES: ReadonlySet<string> = new Set(raw.sites);
export const SITE_MODIFIERS: ReadonlySet<string> = new Set(raw.siteModifiers);
/** Last words of the names of organisations. */
export const ORGANISATIONS: ReadonlySet<string> = new Set(raw.organisations);
export const TITLES: ReadonlySet<string> = new Set(raw.titles);
/** Capitalised words that name no place. */
export const NOT_PLACES: ReadonlySet<string> = new Set(raw.notPlaces);
export const FIRST_NAMES: ReadonlySet<string> = new Set(read<string[]>('./data/first-names.json'));
