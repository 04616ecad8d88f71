import { RECORDS } from './0001-records.ts';
import { ACCOUNTS } from './0002-accounts.ts';
import { CHANGES } from './0003-changes.ts';
import { INTAKE } from './0004-intake.ts';
import { MEMORY } from './0005-memory.ts';
import { RELATED } from './0006-related.ts';
import { NOTEBOOK } from './0007-notebook.ts';
import { FREE_KEYS } from './0008-free-keys.ts';
import { WRITTEN_LINES } from './0009-written-lines.ts';
import { NEAR_KEYS } from './0010-near-keys.ts';
import { LINES_BY_DAY } from './0011-lines-by-day.ts';
import { PLACES_CHANGED } from './0012-places-changed.ts';
import { COUNTRY_REVISIONS } from './0013-country-revisions.ts';

/** One step forward. Steps are never edited once released, and none goes back. */
export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly sql: string;
}

/** All steps, in order; the last one's version is the newest that this Dateline knows. */
export const MIGRATIONS: readonly Migration[] = [
  { version: 1, name: 'records', sql: RECORDS },
  { version: 2, name: 'accounts', sql: ACCOUNTS },
  { version: 3, name: 'changes', sql: CHANGES },
  { version: 4, name: 'intake', sql: INTAKE },
  { version: 5, name: 'memory', sql: MEMORY },
  { version: 6, name: 'related', sql: RELATED },
  { version: 7, name: 'notebook', sql: NOTEBOOK },
  { version: 8, name: 'free keys', sql: FREE_KEYS },
  { version: 9, name: 'written lines', sql: WRITTEN_LINES },
  { version: 10, name: 'near keys', sql: NEAR_KEYS },
  { version: 11, name: 'lines by day', sql: LINES_BY_DAY },
  { version: 12, name: 'places changed', sql: PLACES_CHANGED },
  { version: 13, name: 'country revisions', sql: COUNTRY_REVISIONS },
];
