import { dateOfDay, dayOf } from './days.ts';

const MONTHS = Array.from({ length: 12 }, (_, m) =>
  new Date(Date.UTC(2000, m, 1))
    .toLocaleDateString('en-GB', { month: 'long', timeZone: 'UTC' })
    .toLowerCase(),
);

/**
 * The date that somebody wrote, where it can mean one day only: `2021-08-10`, `10 Aug 2021`, `10 August 2021`. Null for the rest:
 * `8/10/2021` is one day in Boston and another in London, and 30 February is none.
 *
 * @example parseDate('10 aug 2021') // '2021-08-10'
 */
export function parseDate(text: string): string | null {
  const said = text.trim().toLowerCase();
  const [, day, name, year] = /^(\d{1,2})\s*([a-z]{3,9})\.?\s*(\d{4})$/.exec(said) ?? [];
  const month = name == null ? -1 : MONTHS.findIndex(m => m.startsWith(name));
  if (name != null && month < 0) return null;
  const date = name == null ? said : `${year}-${String(month + 1).padStart(2, '0')}-${day!.padStart(2, '0')}`;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || Number.isNaN(dayOf(date))) return null;
  return dateOfDay(dayOf(date)) === date ? date : null;
}
