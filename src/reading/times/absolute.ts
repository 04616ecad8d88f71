import type { CalendarDate } from '../../model/index.ts';
import { addDays } from '../../model/index.ts';
import {
  dayOf,
  lastWeekday,
  monthDays,
  monthOf,
  nextWeekday,
  yearDays,
  yearOf,
  yearOfMonth,
} from './calendar.ts';
import { type Anchor, type Point, undated, type Words } from './point.ts';
import { DAY_PARTS, MONTHS, WEEKDAYS } from './words.ts';

const NUMERIC = /^(?:(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})|(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2}))$/;

/** "2021-08-10", "10/08/2021" (day first, unless only month first is a date or lies nearer before the publication). */
function numericDate(w: Words, i: number, anchor: Anchor): Point | null {
  const m = NUMERIC.exec(w.word(i));
  if (!m) return null;
  const day = (date: CalendarDate | null): Point | null =>
    date ? { from: date, to: date, precision: 'day', end: i + 1 } : null;
  if (m[1]) return day(dayOf(Number(m[1]), Number(m[2]), Number(m[3])));
  const [a, b] = [Number(m[4]), Number(m[5])],
    year = m[6]!.length === 2 ? 2000 + Number(m[6]) : Number(m[6]);
  const european = dayOf(year, b, a),
    american = dayOf(year, a, b);
  if (
    european &&
    american &&
    anchor.published &&
    european > addDays(anchor.published, 1) &&
    american <= anchor.published
  )
    return day(american);
  return day(european ?? american);
}

/** The month at a token. "May" and "March" only with a capital and not as verbs. */
export function monthAt(w: Words, i: number): number | null {
  const month = MONTHS.get(w.word(i));
  if (month === undefined) return null;
  const token = w.tokens[i]!;
  if (!/^[A-Z]/.test(token.text)) return null;
  if (
    (token.lower === 'may' || token.lower === 'march' || token.lower === 'mar') &&
    (token.upos === 'AUX' || token.upos === 'VERB') &&
    !/^\d/.test(w.word(i + 1)) &&
    !/^\d/.test(w.word(i - 1))
  )
    return null;
  return month;
}

/** A year at a token, in four figures. */
export const yearAt = (w: Words, i: number): number | null =>
  /^(?:1[5-9]|20)\d\d$/.test(w.word(i)) ? Number(w.word(i)) : null;
const dayNumber = (word: string): number | null => {
  const m = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(word);
  return m && Number(m[1]) >= 1 && Number(m[1]) <= 31 ? Number(m[1]) : (ORDINAL_DAYS.get(word) ?? null);
};
const ORDINAL_DAYS = new Map(
  [
    'first',
    'second',
    'third',
    'fourth',
    'fifth',
    'sixth',
    'seventh',
    'eighth',
    'ninth',
    'tenth',
    'eleventh',
    'twelfth',
    'thirteenth',
    'fourteenth',
    'fifteenth',
  ].map((word, k) => [word, k + 1]),
);

function dated(year: number | null, month: number, day: number, end: number, anchor: Anchor): Point | null {
  if (year !== null) {
    const date = dayOf(year, month, day);
    return date ? { from: date, to: date, precision: 'day', end } : null;
  }
  if (!anchor.published) return { ...undated(end, 'day'), lacks: 'year' };
  const told = afterTold(month, day, anchor);
  if (told) return { from: told, to: told, precision: 'day', end };
  const near = yearOfMonth(month, anchor.published, anchor.future);
  let date = dayOf(near, month, day);
  if (date && !anchor.future && date > addDays(anchor.published, 1)) date = dayOf(near - 1, month, day);
  return date ? { from: date, to: date, precision: 'day', end, lacks: 'year' } : null;
}

/** "seized it in August 2019, lost it on 1 December": the first such day behind one that is told of years before. */
function afterTold(month: number, day: number, { published, dated }: Anchor): CalendarDate | null {
  if (!published || !dated || yearOf(published) - yearOf(dated) < 2) return null;
  const date = dayOf(yearOf(dated), month, day);
  return date && date < dated ? dayOf(yearOf(dated) + 1, month, day) : date;
}

/** "6 August", "6th of August 2021", "August 6", "Aug. 6, 2021", "the sixth of August". */
function dayAndMonth(w: Words, i: number, anchor: Anchor): Point | null {
  const at = w.word(i) === 'the' ? i + 1 : i;
  const day = dayNumber(w.word(at));
  if (day !== null) {
    const k = w.word(at + 1) === 'of' || w.word(at + 1) === '-' ? at + 2 : at + 1;
    const month = monthAt(w, k);
    if (month === null || (/^[a-z]/.test(w.word(at)) && w.word(at + 1) !== 'of')) return null;
    const comma = w.word(k + 1) === ',' ? 1 : 0;
    const year = yearAt(w, k + 1 + comma);
    return dated(year, month, day, year === null ? k + 1 : k + 2 + comma, anchor);
  }
  const month = monthAt(w, i);
  if (month === null) return null;
  const k = w.word(i + 1) === 'the' ? i + 2 : i + 1;
  const late = dayNumber(w.word(k));
  if (
    late === null ||
    (MONTHS.has(w.word(k + 1)) && /^\d/.test(w.word(k)) && !/,/.test(w.word(k)) && monthAt(w, k + 1) !== null)
  )
    return null;
  const comma = w.word(k + 1) === ',' ? 1 : 0;
  const year = yearAt(w, k + 1 + comma);
  return dated(year, month, late, year === null ? k + 1 : k + 2 + comma, anchor);
}

/** "August 2021", "August": the last one begun, or the coming one where the clause looks ahead. */
function monthAlone(w: Words, i: number, anchor: Anchor): Point | null {
  const month = monthAt(w, i);
  if (month === null) return null;
  const k = w.word(i + 1) === 'of' || w.word(i + 1) === ',' ? i + 2 : i + 1;
  const year = yearAt(w, k);
  if (year !== null) return { ...monthDays(year, month), precision: 'month', end: k + 1 };
  if (w.word(k) === 'that' && w.word(k + 1) === 'year' && anchor.dated)
    return { ...monthDays(yearOf(anchor.dated), month), precision: 'month', end: k + 2 };
  if (w.word(i + 1) === 'last' && w.word(i + 2) === 'year' && anchor.published)
    return { ...monthDays(yearOf(anchor.published) - 1, month), precision: 'month', end: i + 3 };
  if (w.word(i + 1) === 'this' && w.word(i + 2) === 'year' && anchor.published)
    return { ...monthDays(yearOf(anchor.published), month), precision: 'month', end: i + 3 };
  if (!anchor.published) return { ...undated(i + 1, 'month'), lacks: 'year' };
  return {
    ...monthDays(yearOfMonth(month, anchor.published, anchor.future), month),
    precision: 'month',
    end: i + 1,
    lacks: 'year',
  };
}

/** "last November", "this March", "next June": a month told from the publication. */
export function monthToldFrom(w: Words, i: number, anchor: Anchor): Point | null {
  const which = w.word(i);
  if (which !== 'last' && which !== 'this' && which !== 'next' && which !== 'past') return null;
  const month = monthAt(w, i + 1);
  if (month === null) return null;
  if (!anchor.published) return undated(i + 2, 'month');
  const year = yearOfMonth(month, anchor.published, which === 'next');
  const shift = (which === 'last' || which === 'past') && month === monthOf(anchor.published) ? -1 : 0;
  return {
    ...monthDays(which === 'this' ? yearOf(anchor.published) : year + shift, month),
    precision: 'month',
    end: i + 2,
  };
}

/** "Friday", "Friday night", "last Friday", "Friday last week", "Sunday of last week", "Friday, 6 August". */
function weekday(w: Words, i: number, anchor: Anchor): Point | null {
  const which = ['last', 'this', 'next', 'past', 'the'].includes(w.word(i)) ? w.word(i) : '';
  const at = which ? i + 1 : i;
  const day = WEEKDAYS.get(w.word(at));
  if (day === undefined || !/^[A-Z]/.test(w.tokens[at]!.text)) return null;
  let end = at + 1;
  const part = DAY_PARTS.has(w.word(end)) ? w.word(end) : '';
  if (part) end++;
  // the full date beside it decides
  const gap = w.word(end) === ',' || w.word(end) === '(' ? 1 : 0;
  const full = dayAndMonth(w, end + gap, anchor);
  if (full)
    return {
      ...full,
      end: full.end + (w.word(end) === '(' && w.word(full.end) === ')' ? 1 : 0),
      precision: part ? 'part-of-day' : 'day',
      night: part === 'night',
    };
  const found: { precision: Point['precision']; night: boolean } = {
    precision: part ? 'part-of-day' : 'day',
    night: part === 'night',
  };
  if (!anchor.published) return { ...undated(end, 'day'), ...found };
  const of = w.word(end) === 'of' ? 1 : 0;
  const week =
    w.word(end + of) === 'last' && w.word(end + of + 1) === 'week'
      ? -1
      : w.word(end + of) === 'this' && w.word(end + of + 1) === 'week'
        ? 0
        : w.word(end + of) === 'next' && w.word(end + of + 1) === 'week'
          ? 1
          : null;
  if (week !== null) {
    // weeks as newsrooms count them, from Sunday on
    const sunday = lastWeekday(anchor.published, 0);
    const date = addDays(sunday, 7 * week + day);
    return { from: date, to: date, end: end + of + 2, ...found };
  }
  const date =
    which === 'next' || anchor.future
      ? nextWeekday(anchor.published, day)
      : lastWeekday(anchor.published, day, which === 'last');
  return { from: date, to: date, end, ...found };
}

/** A date of the calendar at token `i`: numeric, day and month, weekday, month; a bare year only where `years` says so. */
export function absolutePoint(w: Words, i: number, anchor: Anchor, years: boolean): Point | null {
  const found =
    numericDate(w, i, anchor) ??
    dayAndMonth(w, i, anchor) ??
    weekday(w, i, anchor) ??
    monthToldFrom(w, i, anchor) ??
    monthAlone(w, i, anchor);
  if (found || !years) return found;
  const at = w.word(i) === 'the' && w.word(i + 1) === 'year' ? i + 2 : i;
  const year = yearAt(w, at);
  return year === null ? null : { ...yearDays(year), precision: 'year', end: at + 1 };
}
