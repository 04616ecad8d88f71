import type { CalendarDate, Instant } from '../../model/index.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/**
 * A day in words; the year is left out where it is the year `beside`.
 * @example sayDay('2021-08-10') // '10 August 2021'
 * @example sayDay('2021-08-10', '2021-08-16') // '10 August'
 */
export function sayDay(date: CalendarDate, beside?: CalendarDate | Instant | null): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const short = `${day} ${MONTHS[month - 1]}`;
  return beside?.slice(0, 4) === date.slice(0, 4) ? short : `${short} ${year}`;
}

/**
 * When something happened, dated by a day or an interval.
 * @example sayWhen('2021-08-05', '2021-08-10', '2021-08-16') // 'between 5 and 10 August'
 */
export function sayWhen(
  earliest: CalendarDate | null,
  latest: CalendarDate,
  beside?: CalendarDate | Instant | null,
): string {
  if (earliest == null || earliest === latest) return `on ${sayDay(latest, beside)}`;
  const end = sayDay(latest, beside);
  if (earliest.slice(0, 7) === latest.slice(0, 7)) return `between ${Number(earliest.slice(8))} and ${end}`;
  return `between ${sayDay(earliest, latest)} and ${end}`;
}
