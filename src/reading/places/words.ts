import { readFileSync } from 'node:fs';
import type { PlaceKind } from '../../model/index.ts';

type WordList =
  | 'settlements'
  | 'directions'
  | 'connectors'
  | 'articles'
  | 'locative'
  | 'weakLocative'
  | 'placeVerbs'
  | 'fallVerbs'
  | 'placeNouns'
  | 'sites'
  | 'siteModifiers'
  | 'organisations'
  | 'titles'
  | 'notPlaces'
  | 'alsoPersons'
  | 'stances';

const read = <T>(file: string): T => JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8')) as T;
const raw = read<{ types: Record<string, string[]> } & Record<WordList, string[]>>('./data/words.json');

/** "province", "town": the kind of place that a word says, by the word in lower case. */
export const TYPES: ReadonlyMap<string, PlaceKind> = new Map(
  Object.entries(raw.types).flatMap(([kind, words]) => words.map(w => [w, kind as PlaceKind])),
);
/** Words for a settlement that leave its size open: "stronghold", "capital". */
export const SETTLEMENTS: ReadonlySet<string> = new Set(raw.settlements);
export const DIRECTIONS: ReadonlySet<string> = new Set(raw.directions);
/** Small words inside names: "Deir al-Zor", "Rio de Janeiro". */
export const CONNECTORS: ReadonlySet<string> = new Set(raw.connectors);
/** Articles that join a name only with a dash: "as-Sweida". */
export const ARTICLES: ReadonlySet<string> = new Set([...raw.connectors, ...raw.articles]);
/** Words that a place follows: "in", "near", "entered". */
export const LOCATIVE: ReadonlySet<string> = new Set(raw.locative);
/** Words that a place often follows, and much else: "from", "of". */
export const WEAK_LOCATIVE: ReadonlySet<string> = new Set(raw.weakLocative);
/** Verbs whose object may well be a place: "captured", "left". */
export const PLACE_VERBS: ReadonlySet<string> = new Set(raw.placeVerbs);
/** Verbs whose subject may well be a place: "fell". */
export const FALL_VERBS: ReadonlySet<string> = new Set(raw.fallVerbs);
/** Nouns that a place follows with "of": "the outskirts of". */
export const PLACE_NOUNS: ReadonlySet<string> = new Set(raw.placeNouns);
export const SITES: ReadonlySet<string> = new Set(raw.sites);
export const SITE_MODIFIERS: ReadonlySet<string> = new Set(raw.siteModifiers);
/** Last words of the names of organisations. */
export const ORGANISATIONS: ReadonlySet<string> = new Set(raw.organisations);
export const TITLES: ReadonlySet<string> = new Set(raw.titles);
/** Capitalised words that name no place. */
export const NOT_PLACES: ReadonlySet<string> = new Set(raw.notPlaces);
/** What a government has where a capital's name has it: "Baraza's line", "Baraza's account of the battle". */
export const STANCES: ReadonlySet<string> = new Set(raw.stances);
export const FIRST_NAMES: ReadonlySet<string> = new Set(read<string[]>('./data/first-names.json'));
/** Names of countries, divisions and great cities that persons bear too. */
export const ALSO_PERSONS: ReadonlySet<string> = new Set(raw.alsoPersons);
/** "Ky.", "B.C.": place ids by the abbreviation as written. */
export const ABBREVIATIONS: ReadonlyMap<string, string> = new Map(
  Object.entries(read<Record<string, string>>('./data/abbreviations.json')),
);
