import { hashId } from './hash.ts';
import { dateOf, type Instant, isCalendarDate, isInstant, toInstant } from './time.ts';

/** One published text. Its text never changes. */
export interface Report {
  /** Hash of (text as stored, title, outlet, publication date). */
  readonly id: string;
  /** The id that it came in with, where it had one. */
  readonly ref: string | null;
  readonly title: string | null;
  readonly outlet: string | null;
  /** Calendar date or instant, as it came. */
  readonly published: string | null;
  readonly text: string;
  /** Canonical address, where it has one. */
  readonly url: string | null;
  /** ISO 639-1, where detected or said. */
  readonly language: string | null;
  /** A later version of the same address. `n` counts from 1. */
  readonly version: { readonly of: string; readonly n: number } | null;
  /** Who wrote it, where it says. */
  readonly authors?: readonly string[];
  /** When this text replaced an earlier one, where it says: date or instant. */
  readonly updated?: string | null;
}

/** A report as the ledger holds it: with the instant of filing and the instant since when its words count as known. */
export interface FiledReport extends Report {
  readonly filed: Instant;
  readonly known: Instant;
}

export interface ReportInput {
  readonly text: string;
  readonly id?: string | null | undefined;
  readonly title?: string | null | undefined;
  readonly outlet?: string | null | undefined;
  readonly published?: string | null | undefined;
  readonly url?: string | null | undefined;
  readonly language?: string | null | undefined;
  readonly version?: Report['version'] | undefined;
  readonly authors?: readonly string[] | null | undefined;
  readonly updated?: string | null | undefined;
  /** When it was fetched from its address just now: a changed text that does not say when it changed is known since then. */
  readonly fetched?: Instant | null | undefined;
}

const given = (value: string | null | undefined): string | null =>
  value == null || value.trim() === '' ? null : value;

/**
 * The one maker of reports. Throws a TypeError for an unreadable publication date, quoting it.
 * @example makeReport({ text: 'Farah fell.', published: '2021-08-10', outlet: 'Example Wire' }).id
 */
export function makeReport(input: ReportInput): Report {
  const published = given(input.published);
  if (published != null && !isCalendarDate(published) && !isInstant(published))
    throw new TypeError(
      `invalid publication date "${published}": write YYYY-MM-DD, or an instant such as 2021-08-10T14:00:00Z`,
    );
  const updated = given(input.updated);
  if (updated != null && !isCalendarDate(updated) && !isInstant(updated))
    throw new TypeError(
      `invalid date of the update "${updated}": write YYYY-MM-DD, or an instant such as 2021-08-10T14:00:00Z`,
    );
  const title = given(input.title),
    outlet = given(input.outlet);
  const id = hashId('r', [input.text, title, outlet, published == null ? null : dateOf(published)]);
  return Object.freeze({
    id,
    ref: given(input.id),
    title,
    outlet,
    published,
    text: input.text,
    url: given(input.url),
    language: given(input.language),
    version: input.version ?? null,
    ...(input.authors?.length ? { authors: Object.freeze([...input.authors]) } : {}),
    ...(updated == null ? {} : { updated }),
  });
}

/**
 * The report as filed at an instant: known since its publication, or without a date since it was filed. A text that replaced
 * an earlier one is known since it did.
 */
export const fileReport = (report: Report, filed: Instant): FiledReport =>
  Object.freeze({ ...report, filed, known: knownSince(report, filed) });

function knownSince({ published, updated }: Report, filed: Instant): Instant {
  if (published == null) return filed;
  const first = toInstant(published);
  // A bare day of update that is the day of publication says no more than the publication.
  if (updated == null || updated === dateOf(published)) return first;
  const last = toInstant(updated);
  return last > first ? last : first;
}
