import { readFileSync } from 'node:fs';

const lists = JSON.parse(readFileSync(new URL('./data/words.json', import.meta.url), 'utf8')) as Record<
  'onItsWay' | 'wields',
  readonly string[]
>;

/** What is fired, flown or on its way from a place does not happen there. */
export const ON_ITS_WAY: ReadonlySet<string> = new Set(lists.onItsWay);
/** Verbs that say nothing of their own beside what is thrown, fired, laid or carried out. */
export const WIELDS: ReadonlySet<string> = new Set(lists.wields);
