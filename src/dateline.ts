/**
 * Dateline as a library: reads reports, and keeps the ledger of who holds which place, since when, and on whose word.
 *
 * @example
 * import { openLedger, read } from 'dateline';
 *
 * const reading = await read({
 *   text: 'Rebels seized the town of Farah on Tuesday, residents said.',
 *   published: '2021-08-10',
 *   outlet: 'Example Wire',
 * });
 * for (const claim of reading.claims) console.log(claim.event, claim.quote.text);
 *
 * @module
 */

import type { LedgerOptions, OpenLedger } from './dateline/open-ledger.ts';
import { explain as explainReport, read as readReport } from './dateline/reader.ts';
import type { PlaceMatch, PlacesImport, Reading, ReportInput } from './model/index.ts';
import type { Explanation } from './reading/read.ts';

export type { CameIn, Sessions } from './accounts/index.ts';
export type { WorkDone, WorkOptions } from './dateline/incoming/work.ts';
export type { LocalLedger } from './dateline/local-ledger.ts';
export type { LedgerOptions, OpenLedger } from './dateline/open-ledger.ts';
export * from './model/index.ts';
export type { Explanation } from './reading/read.ts';

/**
 * Reads one report and files nothing: its claims, mentions, reported speech, and what does not add up inside it. A report
 * that cannot be read (no text, another language than English) gives no claims, and `unread` says why.
 *
 * Offsets are UTF-16, half-open, into the text as it came: `text.slice(quote.start, quote.end) === quote.text`. The
 * language model is loaded at the first call and kept.
 *
 * Rejects with a `TypeError` for a publication date that is none.
 * @example (await read({ text: 'Farah fell.', published: '2021-08-10' })).claims[0]?.event
 */
export const read = (input: ReportInput): Promise<Reading> => readReport(input);

/**
 * The same, with the frame and rules that made each claim, and what was turned down.
 * @example (await explain({ text: 'Farah fell.' })).explanation.claims[0]?.rules
 */
export const explain = (
  input: ReportInput,
): Promise<{ readonly reading: Reading; readonly explanation: Explanation }> => explainReport(input);

/**
 * What the gazetteer knows under a name, likeliest first, without any ledger.
 * @example (await findKnownPlaces('Qandahar', 'AF'))[0]?.place.id
 */
export const findKnownPlaces = async (name: string, country?: string): Promise<PlaceMatch[]> =>
  (await import('./dateline/places/known-places.ts')).knownPlaces(name, country);

/**
 * Takes a GeoNames country file or boundary GeoJSON into the places of this machine (`DATELINE_PLACES`); they count from the
 * next start on. Rejects with a `LedgerError` ('invalid') for what is neither.
 * @example (await importPlaces(await readFile('AF.txt', 'utf8'))).added
 */
export const importPlaces = async (text: string, country?: string): Promise<PlacesImport> =>
  (await import('./dateline/places/import-places.ts')).importPlaces(text, country);

/**
 * Opens a ledger: a directory of this machine, or a Postgres database. Where a running `dateline serve` has the directory
 * open, what comes back works through that server; where another command has it, this one waits. Close it when done.
 *
 * Rejects with a `LedgerError` in one clear sentence: 'missing' (no ledger there, and `create` is false), 'invalid'
 * (something else lies there), 'held' (another process has it open), 'newer' (made by a newer Dateline), 'unavailable'.
 * @example
 * const ledger = await openLedger({ database: './ledger' });
 * const me = { id: 'desk', name: 'The desk', role: 'analyst', withhold: false } as const;
 * await ledger.add(me, [{ text: 'Farah fell to the rebels.', published: '2021-08-10', outlet: 'Example Wire' }]);
 * const rows = await ledger.status(me, { at: '2021-08-10', knownAt: '2021-08-11' });
 * await ledger.close();
 */
export async function openLedger(options: LedgerOptions = {}): Promise<OpenLedger> {
  // Loaded when first asked for: who only reads needs no database.
  const { openLedger: open } = await import('./dateline/open-ledger.ts');
  return open(options);
}
