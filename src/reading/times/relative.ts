import { addDays, type CalendarDate } from '../../model/index.ts';
import { readNumber } from '../quantities/index.ts';
import {
  addUnits,
  dayOf,
  daysOff,
  lastWeekday,
  monthDays,
  monthOf,
  unitAround,
  weekDays,
  yearDays,
  yearOf,
} from './calendar.ts';
import { type Anchor, type Bound, type Point, undated, type Words } from './point.ts';
import { DAY_PARTS, FEASTS, PRESENT, SEASONS, UNITS, type Unit, VAGUE } from './words.ts';

const day = (date: CalendarDate | null, end: number, rest: Partial<Point> = {}): Point => ({
  from: date,
  to: date,
  precision: 'day',
  ...rest,
  end,
});
const back = (date: CalendarDate | null, days: number): CalendarDate | null =>
  date ? addDays(date, -days) : null;
const PRECISION: Readonly<Record<Unit, Point['precision']>> = {
  hour: 'part-of-day',
  day: 'day',
  week: 'week',
  fortnight: 'week',
  month: 'month',
  year: 'year',
  decade: 'range',
};

const MOMENTS = /^(?:seconds|minutes|moments)$/;

/** "today", "yesterday evening", "tonight", "overnight", "tomorrow", "last night", "this morning", "now". */
export function dayWord(w: Words, i: number, anchor: Anchor): Point | null {
  const now = anchor.published;
  const word = w.word(i);
  const part = (k: number): boolean => DAY_PARTS.has(w.word(k));
  if (word === 'today') return day(now, i + 1);
  if (MOMENTS.test(word) && w.word(i + 1) === 'ago') return day(now, i + 2);
  if (word === 'tonight') return day(now, i + 1, { precision: 'part-of-day' });
  if (word === 'yesterday')
    return day(
      back(now, 1),
      part(i + 1) ? i + 2 : i + 1,
      part(i + 1) ? { precision: 'part-of-day', night: w.word(i + 1) === 'night' } : {},
    );
  if (word === 'tomorrow') return day(back(now, -1), part(i + 1) ? i + 2 : i + 1);
  if (word === 'overnight' && !/^(?:in)?to$/.test(w.word(i + 1)))
    return { from: back(now, 1), to: now, precision: 'part-of-day', end: i + 1 };
  if (word === 'last' && w.word(i + 1) === 'night')
    return { from: back(now, 1), to: now, precision: 'part-of-day', end: i + 2 };
  if (word === 'this' && (part(i + 1) || w.word(i + 1) === 'lunchtime'))
    return day(now, i + 2, { precision: 'part-of-day' });
  if (PRESENT.has(word)) return day(now, i + 1);
  if (
    word === 'at' &&
    (w.word(i + 1) === 'present' || (w.word(i + 1) === 'the' && w.word(i + 2) === 'moment'))
  )
    return day(now, w.word(i + 1) === 'present' ? i + 2 : i + 3);
  if (VAGUE.has(word)) return undated(i + 1);
  return FEASTS.has(word) ? undated(i + 1) : null;
}

/** "last week", "this month", "earlier this year", "next week", "last summer", "the weekend", "the summer of 2015". */
export function namedPeriod(w: Words, i: number, anchor: Anchor): Point | null {
  const now = anchor.published;
  const earlier = w.word(i) === 'earlier' || w.word(i) === 'later';
  const at = earlier ? i + 1 : i;
  const which = w.word(at);
  const noun = w.word(at + 1);
  if (which === 'the' || which === 'last' || which === 'this' || which === 'next' || which === 'past') {
    const weekend = which === 'the' && (noun === 'past' || noun === 'last') ? w.word(at + 2) : noun;
    if (weekend === 'weekend') {
      const end = weekend === noun ? at + 2 : at + 3;
      if (!now) return undated(end);
      const saturday =
        which === 'next' || anchor.future ? addDays(lastWeekday(now, 6), 7) : lastWeekday(now, 6);
      return { from: saturday, to: addDays(saturday, 1), precision: 'range', end };
    }
  }
  const season = SEASONS.get(
    which === 'the' || which === 'last' || which === 'this' || which === 'next' ? noun : which,
  );
  if (season) {
    const k = SEASONS.has(which) ? at + 1 : at + 2;
    const of = w.word(k) === 'of' ? 1 : 0;
    const year = /^(?:19|20)\d\d$/.test(w.word(k + of)) ? Number(w.word(k + of)) : null;
    if (year !== null) return seasonOf(season, year, k + of + 1);
    if (which !== 'last' && which !== 'this' && which !== 'next') return null;
    if (!now) return undated(k);
    const begun = monthOf(now) >= season[0] ? yearOf(now) : yearOf(now) - 1;
    const over = seasonOf(season, begun, k);
    return which === 'last' && over.to! >= now
      ? seasonOf(season, begun - 1, k)
      : which === 'next'
        ? seasonOf(season, begun + 1, k)
        : over;
  }
  if (which !== 'last' && which !== 'this' && which !== 'next') return null;
  const unit = UNITS.get(noun);
  if (unit !== 'week' && unit !== 'month' && unit !== 'year') return null;
  if (noun.endsWith('s')) return null;
  const end = at + 2;
  if (!now) return undated(end, PRECISION[unit]);
  const step = which === 'last' ? -1 : which === 'next' ? 1 : 0;
  const moved = addUnits(unit === 'week' ? now : `${now.slice(0, 8)}01`, step, unit);
  const days =
    unit === 'week'
      ? weekDays(moved)
      : unit === 'month'
        ? monthDays(yearOf(moved), monthOf(moved))
        : yearDays(yearOf(moved));
  const to = step === 0 && !anchor.future ? now : days.to;
  return { from: days.from, to, precision: PRECISION[unit], end };
}

/** A season of a year: one that ends in the year after belongs to the year that it begins in. */
export function seasonOf([first, last]: readonly [number, number], year: number, end: number): Point {
  return {
    from: monthDays(year, first).from,
    to: monthDays(last < first ? year + 1 : year, last).to,
    precision: 'season',
    end,
  };
}

/** A measure of time: "two days", "a week", "several months", "hours"; `n` null where it is not counted. */
export function measure(w: Words, i: number): { n: number | null; unit: Unit; end: number } | null {
  const plain = UNITS.get(w.word(i));
  if (plain && w.word(i).endsWith('s')) return { n: null, unit: plain, end: i + 1 };
  const vague = ['several', 'some', 'many', 'few'].includes(w.word(i))
    ? i + 1
    : w.word(i) === 'a' && (w.word(i + 1) === 'few' || w.word(i + 1) === 'couple')
      ? w.word(i + 2) === 'of'
        ? i + 3
        : i + 2
      : null;
  const vagueUnit = vague === null ? undefined : UNITS.get(w.word(vague));
  if (vague !== null && vagueUnit)
    return { n: w.word(i + 1) === 'couple' ? 2 : null, unit: vagueUnit, end: vague + 1 };
  const article = w.word(i) === 'a' || w.word(i) === 'an' || w.word(i) === 'one';
  const half = w.word(i) === 'half' && w.word(i + 1) === 'a' ? UNITS.get(w.word(i + 2)) : undefined;
  if (half) return { n: 0.5, unit: half, end: i + 3 };
  const single = article ? UNITS.get(w.word(i + 1)) : undefined;
  if (single) return { n: 1, unit: single, end: i + 2 };
  const number = readNumber(w.tokens, i);
  if (!number || number.end >= w.ceiling) return null;
  const hyphen = w.word(number.end) === '-' ? 1 : 0;
  const unit = UNITS.get(w.word(number.end + hyphen));
  return unit ? { n: number.value, unit, end: number.end + hyphen + 1 } : null;
}

const BEYOND = /^(?:over|beyond)$/;
const WITHIN = /^(?:under|barely)$/;

/** "more than", "nearly": what stands before a measure and bounds it, with the token after it. */
function boundAt(w: Words, i: number): { bound?: Bound; end: number } {
  const [first, second] = [w.word(i), w.word(i + 1)];
  if (second === 'than' && /^(?:more|longer)$/.test(first)) return { bound: 'beyond', end: i + 2 };
  if (second === 'than' && /^(?:less|fewer)$/.test(first)) return { bound: 'within', end: i + 2 };
  if (first === 'well' && second === 'over') return { bound: 'beyond', end: i + 2 };
  if (first === 'at' && second === 'least') return { bound: 'beyond', end: i + 2 };
  if (BEYOND.test(first)) return { bound: 'beyond', end: i + 1 };
  if (first === 'not' && second === 'quite') return { bound: 'within', end: i + 2 };
  if (WITHIN.test(first)) return { bound: 'within', end: i + 1 };
  if (first === 'only' && second === 'just') return { end: i + 2 };
  return /^(?:about|around|some|roughly|nearly|almost|just|only|approximately)$/.test(first)
    ? { end: i + 1 }
    : { end: i };
}

/**
 * "two days ago", "a month earlier", "a day later", "fifteen months after …", "two days before …"; "more than a year ago" has
 * an open start, "less than two months ago" begins then.
 */
export function distance(w: Words, i: number, anchor: Anchor): Point | null {
  const led = boundAt(w, i);
  const span = measure(w, led.end) ?? (led.end > i ? null : measure(w, i));
  if (!span) return null;
  const { bound } = led;
  const word = w.word(span.end);
  const known = span.n !== null;
  const off = (base: CalendarDate, n: number, end: number): Point => ({
    ...daysOff(base, n, span.unit, bound),
    precision:
      bound === undefined || span.unit === 'hour'
        ? PRECISION[span.unit]
        : bound === 'beyond'
          ? 'open'
          : 'range',
    end,
  });
  if (word === 'ago') {
    if (span.unit === 'hour' && !known) return day(anchor.published, span.end + 1);
    if (!known || !anchor.published) return undated(span.end + 1);
    return off(anchor.published, -span.n!, span.end + 1);
  }
  if (word === 'earlier' || word === 'later' || (word === 'before' && endsThere(w, span.end + 1))) {
    const base = anchor.told ?? anchor.published;
    const n = known ? span.n! : span.unit === 'hour' ? 0 : null;
    if (n === null || !base) return undated(span.end + 1);
    return off(base, word === 'later' ? n : -n, span.end + 1);
  }
  if ((word === 'after' || word === 'before') && (known || span.unit === 'hour'))
    return {
      ...undated(span.end + 1),
      shift: {
        n: span.n ?? 0,
        unit: span.unit,
        sign: word === 'after' ? 1 : -1,
        ...(bound ? { bound } : {}),
      },
    };
  return null;
}

const endsThere = (w: Words, i: number): boolean => w.word(i) === '' || /^[,.;:)”"]$/.test(w.word(i));

const DAY_OF_MONTH = /^([1-9]|[12]\d|3[01])(?:st|nd|rd|th)$/;
const isNoun = (w: Words, i: number): boolean =>
  i < w.ceiling && ['NOUN', 'PROPN', 'ADJ'].includes(w.tokens[i]?.upos ?? '');

/** "on the 12th": of the month last told of, or the one before where that day is still to come. */
function dayOfTold(base: CalendarDate, n: number, end: number): Point {
  const date = dayOf(yearOf(base), monthOf(base), n);
  return date ? day(date, end) : undated(end);
}

/** "the next day", "the day before", "the same day", "that night", "the previous week". */
export function toldDay(w: Words, i: number, anchor: Anchor): Point | null {
  const first = w.word(i);
  if (first === 'earlier' || first === 'later') {
    const told = w.word(i + 1) === 'that' || w.word(i + 1) === 'the' ? toldDay(w, i + 1, anchor) : null;
    return told && (told.precision === 'month' || told.precision === 'year') ? told : null;
  }
  const base = anchor.told ?? anchor.published;
  const at = (days: number, end: number): Point => day(base ? addDays(base, days) : null, end);
  if (first === 'that' || first === 'the') {
    const noun = w.word(i + 1);
    const unit = first === 'that' ? UNITS.get(noun) : undefined;
    const around = anchor.dated ?? base;
    if ((unit === 'month' || unit === 'year') && around)
      return { ...unitAround(around, unit), precision: unit, end: i + 2 };
    const nth = first === 'the' ? DAY_OF_MONTH.exec(noun) : null;
    if (nth && base && /^(?:on|by|since|until|of)$/.test(w.word(i - 1)) && !isNoun(w, i + 2))
      return dayOfTold(base, Number(nth[1]), i + 2);
    if (first === 'that' && (noun === 'day' || DAY_PARTS.has(noun)))
      return { ...at(0, i + 2), precision: noun === 'day' ? 'day' : 'part-of-day' };
    if (noun === 'same' && (w.word(i + 2) === 'day' || DAY_PARTS.has(w.word(i + 2)))) return at(0, i + 3);
    if (
      (noun === 'next' || noun === 'following') &&
      (w.word(i + 2) === 'day' || DAY_PARTS.has(w.word(i + 2)))
    )
      return at(1, i + 3);
    if (noun === 'previous' && (w.word(i + 2) === 'day' || DAY_PARTS.has(w.word(i + 2))))
      return at(-1, i + 3);
    if ((noun === 'preceding' || noun === 'previous') && w.word(i + 2) === 'week')
      return base
        ? { from: addDays(base, -7), to: addDays(base, -1), precision: 'week', end: i + 3 }
        : undated(i + 3);
    if (
      (noun === 'day' || noun === 'night') &&
      w.word(i + 2) === 'before' &&
      (endsThere(w, i + 3) || w.tokens[i + 3]?.upos !== 'VERB')
    )
      return at(-1, i + 3);
    if (noun === 'day' && w.word(i + 2) === 'after' && endsThere(w, i + 3)) return at(1, i + 3);
    if (noun === 'eve' && w.word(i + 2) === 'of') return undated(i + 2);
  }
  return null;
}
