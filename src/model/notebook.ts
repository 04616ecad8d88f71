import type { Asker } from './ledger.ts';
import type { CalendarDate, Instant } from './time.ts';

/** A search that somebody keeps, to be told of what it finds anew. */
export interface SavedSearch {
  readonly id: string;
  /** Where the application shows it: a view's address. @example '/?view=search&q=kunduz' */
  readonly address: string;
  readonly words: string;
  readonly saved: Instant;
  /** When they last looked: what was filed after it is new. */
  readonly seen: Instant;
  /** When this was asked: hand it to `seeSearch`, so that nothing filed meanwhile is missed. */
  readonly asked: Instant;
  /** Reports filed since then that match, newest first, a hundred at most. */
  readonly fresh: readonly string[];
}

/** A discrepancy that somebody has put off. It changes no record. */
export interface Deferral {
  readonly discrepancy: string;
  /** The day on which it comes back. */
  readonly until: CalendarDate;
}

/** What somebody keeps for themselves beside the record: searches that tell, discrepancies put off. Each sees their own alone. */
export interface Notebook {
  searches(by: Asker): Promise<SavedSearch[]>;
  /** Keeps a search; keeping it again changes nothing. */
  saveSearch(by: Asker, search: { readonly address: string; readonly words: string }): Promise<SavedSearch>;
  /** Notes that what it found up to an instant (now, unless told) has been looked at. */
  seeSearch(by: Asker, id: string, until?: Instant): Promise<SavedSearch>;
  forgetSearch(by: Asker, id: string): Promise<SavedSearch>;
  deferrals(by: Asker): Promise<Deferral[]>;
  /** Puts a discrepancy off until a day; putting it off again moves the day. */
  defer(by: Asker, deferral: Deferral): Promise<Deferral>;
  /** Takes it up again before its day. */
  takeUp(by: Asker, discrepancy: string): Promise<Deferral>;
}
