import { readFileSync } from 'node:fs';

export type Unit = 'hour' | 'day' | 'week' | 'fortnight' | 'month' | 'year' | 'decade';

interface Words {
  readonly months: Readonly<Record<string, number>>;
  readonly weekdays: Readonly<Record<string, number>>;
  readonly dayParts: readonly string[];
  readonly units: Readonly<Record<string, Unit>>;
  readonly seasons: Readonly<Record<string, readonly [number, number]>>;
  readonly present: readonly string[];
  readonly vague: readonly string[];
  readonly feasts: readonly string[];
  readonly future: readonly string[];
  readonly futureWords: readonly string[];
}
const WORDS = JSON.parse(readFileSync(new URL('./data/words.json', import.meta.url), 'utf8')) as Words;

export const MONTHS = new Map(Object.entries(WORDS.months));
export const WEEKDAYS = new Map(Object.entries(WORDS.weekdays));
export const UNITS = new Map(Object.entries(WORDS.units));
export const SEASONS = new Map(Object.entries(WORDS.seasons));
export const DAY_PARTS = new Set(WORDS.dayParts);
export const PRESENT = new Set(WORDS.present);
export const VAGUE = new Set(WORDS.vague);
export const FEASTS = new Set(WORDS.feasts);
export const FUTURE_AUX = new Set(WORDS.future);
export const FUTURE_WORDS = new Set(WORDS.futureWords);
