import { addDays } from '../../model/index.ts';
import { absolutePoint, monthAt, yearAt } from './absolute.ts';
import { addUnits, dayOf, monthDays, monthOf, yearDays, yearOf } from './calendar.ts';
import { clockPoint } from './clock.ts';
import { type Anchor, type Point, undated, type Words } from './point.ts';
import { dayWord, distance, measure, namedPeriod, seasonOf, toldDay } from './relative.ts';
import { PRESENT, SEASONS, UNITS, WEEKDAYS } from './words.ts';

const REFINERS = new Map([
  ['early', 'early'],
  ['late', 'late'],
  ['mid', 'mid'],
  ['mid-', 'mid'],
  ['middle', 'mid'],
  ['beginning', 'early'],
  ['start', 'early'],
  ['end', 'end'],
  ['dawn', 'day'],
  ['hours', 'day'],
  ['morning', 'day'],
  ['evening', 'day'],
  ['night', 'night'],
  ['afternoon', 'day'],
  ['dusk', 'day'],
  ['midnight', 'day'],
  ['noon', 'day'],
  ['midday', 'day'],
  ['nightfall', 'day'],
  ['daybreak', 'day'],
  ['sunset', 'day'],
  ['sunrise', 'day'],
]);

/** The expression at token `i` without what frames it ("since", "between"). `years`: whether a bare year is one. */
export function simplePoint(w: Words, i: number, anchor: Anchor, years: boolean): Point | null {
  return (
    nightBetween(w, i, anchor) ??
    refined(w, i, anchor) ??
    dayWord(w, i, anchor) ??
    namedPeriod(w, i, anchor) ??
    toldDay(w, i, anchor) ??
    distance(w, i, anchor) ??
    absolutePoint(w, i, anchor, years) ??
    clockPoint(w, i, anchor)
  );
}

/**
 * "the night from Saturday to Sunday", "the night to Monday", "the night of 3 to 4 March", "the night of March 3 to 4",
 * "overnight into Friday", "Thursday night into Friday".
 */
function nightBetween(w: Words, i: number, anchor: Anchor): Point | null {
  const at =
    w.word(i) === 'the'
      ? i + 1
      : w.word(i + 1) === 'the' && /^(?:in|during|on|over)$/.test(w.word(i))
        ? i + 2
        : i;
  const over =
    w.word(at) === 'overnight' || (at === i && w.word(at + 1) === 'night' && WEEKDAYS.has(w.word(at)));
  const led = w.word(at) === 'overnight' ? at + 1 : at + 2;
  if (over && /^(?:in)?to$/.test(w.word(led))) return nightBefore(absolutePoint(w, led + 1, anchor, false));
  if (w.word(at) === 'overnight' && /^(?:on|from|between)$/.test(w.word(at + 1)))
    return nightFrom(w, at + 2, anchor) ?? nightAfter(absolutePoint(w, at + 2, anchor, false), anchor);
  if (w.word(at) !== 'night') return null;
  if (/^(?:from|of|between)$/.test(w.word(at + 1))) return nightFrom(w, at + 2, anchor);
  return /^(?:in)?to$/.test(w.word(at + 1)) ? nightBefore(absolutePoint(w, at + 2, anchor, false)) : null;
}

/** Its evening and its morning: "Saturday to Sunday", "3 to 4 March", "March 3–4". */
function nightFrom(w: Words, i: number, anchor: Anchor): Point | null {
  const days = stretch(w, i, anchor, absolutePoint(w, i, anchor, false)) ?? pairOf(w, i, anchor);
  return days?.from && days.to ? { ...days, precision: 'part-of-day' } : null;
}

/** "Saturday and Sunday", "3 and 4 March": what `stretch` reads after "between" alone. */
function pairOf(w: Words, i: number, anchor: Anchor): Point | null {
  return w.word(i - 1) === 'between' ? stretch(w, i - 1, anchor, null) : null;
}

/** "overnight on Monday": the night that begins on a day; that led to it on the day of the report. */
const nightAfter = (evening: Point | null, { published }: Anchor): Point | null =>
  evening?.from && evening.from === published
    ? nightBefore(evening)
    : evening?.from && evening.precision === 'day'
      ? { from: evening.from, to: addDays(evening.from, 1), precision: 'part-of-day', end: evening.end }
      : null;

/** The night that leads to a day. */
const nightBefore = (morning: Point | null): Point | null =>
  morning?.precision === 'day' || morning?.precision === 'part-of-day'
    ? {
        from: morning.from ? addDays(morning.from, -1) : null,
        to: morning.to,
        precision: 'part-of-day',
        end: morning.end,
      }
    : null;

/** "early on Sunday", "late Monday", "dawn on Friday", "early April", "mid-June", "the end of May", "late 2019", "the first days of April". */
function refined(w: Words, i: number, anchor: Anchor): Point | null {
  let at = w.word(i) === 'the' || w.word(i) === 'on' || w.word(i) === 'very' ? i + 1 : i;
  const joined = /^(mid|early|late)-([a-z]+\.?|\d{4})$/.exec(w.word(at));
  if (joined) return joinedRefined(w, at, joined[1]!, joined[2]!, anchor);
  let kind = REFINERS.get(w.word(at));
  const nth = /^(?:first|second)$/.exec(w.word(at))?.[0];
  if (nth && w.word(at + 1) === 'half' && w.word(at + 2) === 'of') {
    kind = nth === 'first' ? 'first-half' : 'second-half';
    at++;
  } else if (
    w.word(at) === 'first' &&
    (w.word(at + 1) === 'days' || w.word(at + 1) === 'week') &&
    w.word(at + 2) === 'of'
  ) {
    kind = 'early';
    at++;
  } else if (WEEK_OF.has(w.word(at)) && w.word(at + 1) === 'week' && w.word(at + 2) === 'of') {
    kind = `week-${WEEK_OF.get(w.word(at))}`;
    at++;
  } else if (
    w.word(at) === 'last' &&
    (w.word(at + 1) === 'days' || w.word(at + 1) === 'week') &&
    w.word(at + 2) === 'of'
  ) {
    kind = 'end';
    at++;
  } else if (
    (w.word(at) === 'early' || w.word(at) === 'small' || w.word(at) === 'late') &&
    w.word(at + 1) === 'hours'
  )
    at++;
  else if ((w.word(at) === 'early' || w.word(at) === 'late') && w.word(at + 1) === 'in') at++;
  if (!kind) return null;
  let k = at + 1;
  if (w.word(k) === 'to' && REFINERS.has(w.word(k + 1))) k += 2;
  while (
    w.word(k) === 'of' ||
    w.word(k) === 'on' ||
    w.word(k) === '-' ||
    w.word(k) === 'in' ||
    w.word(k) === 'the'
  )
    k++;
  if (
    k === at + 1 &&
    at === i &&
    !/^(?:today|yesterday|tomorrow)$/.test(w.word(k)) &&
    /^(?:end|start|beginning|middle|dawn|hours|morning|evening|night|afternoon|dusk|midnight|noon|midday|nightfall|daybreak|sunset|sunrise)$/.test(
      w.word(at),
    )
  )
    return null;
  // "since the start of the month"
  if (w.word(k) === 'month' && w.word(k - 1) === 'the' && w.word(k - 2) === 'of' && anchor.published)
    return narrow(
      { ...monthDays(yearOf(anchor.published), monthOf(anchor.published)), precision: 'month', end: k + 1 },
      kind,
    );
  // "since the start of the year"
  if (w.word(k) === 'year' && w.word(k - 1) === 'the' && w.word(k - 2) === 'of' && anchor.published)
    return narrow({ ...yearDays(yearOf(anchor.published)), precision: 'year', end: k + 1 }, kind);
  const inner = dayWord(w, k, anchor) ?? namedPeriod(w, k, anchor) ?? absolutePoint(w, k, anchor, true);
  return inner && !/^(?:now|currently)$/.test(w.word(k)) ? narrow(inner, kind) : null;
}

function joinedRefined(w: Words, i: number, kind: string, rest: string, anchor: Anchor): Point | null {
  const token = w.tokens[i]!;
  const capital = token.text.slice(kind.length + 1);
  const made = {
    ...w,
    tokens: [{ ...token, text: capital, lower: rest }, ...w.tokens.slice(i + 1, i + 4)],
    ceiling: Math.min(4, w.ceiling - i),
  };
  const point = absolutePoint(
    { ...made, word: k => (k < made.ceiling ? (made.tokens[k]?.lower ?? '') : '') },
    0,
    anchor,
    true,
  );
  return point ? narrow({ ...point, end: i + point.end }, kind) : null;
}

const WEEK_OF = new Map([
  ['second', 2],
  ['third', 3],
  ['fourth', 4],
]);
/** Days of a month, and months of a year, that a refiner names; else the last ones. */
const THIRDS: Readonly<Record<string, readonly [number, number]>> = {
  early: [1, 10],
  mid: [11, 20],
  late: [20, 31],
  'first-half': [1, 15],
  'second-half': [16, 31],
  'week-2': [8, 14],
  'week-3': [15, 21],
  'week-4': [22, 28],
};
const QUARTERS: Readonly<Record<string, readonly [number, number]>> = {
  early: [1, 4],
  mid: [6, 7],
  'first-half': [1, 6],
  'second-half': [7, 12],
};

/** The early, middle or late third of a month or year, or its half; a day keeps its day. */
function narrow(point: Point, kind: string): Point {
  if (point.precision === 'day' || point.precision === 'part-of-day')
    return {
      ...point,
      precision: 'part-of-day',
      night: kind === 'night' || (kind === 'late' && point.night === true),
    };
  if (!point.from || !point.to) return point;
  const year = yearOf(point.from),
    month = monthOf(point.from);
  if (point.precision === 'month') {
    const [a, b] = THIRDS[kind] ?? [21, 31];
    return {
      ...point,
      from: dayOf(year, month, a),
      to: dayOf(year, month, b) ?? point.to,
      precision: 'range',
    };
  }
  if (point.precision === 'year') {
    const [a, b] = QUARTERS[kind] ?? [9, 12];
    return { ...point, from: monthDays(year, a).from, to: monthDays(year, b).to, precision: 'range' };
  }
  return point;
}

/** "in the past 10 days", "over the last month", "in three weeks", "in less than a week", "within days", "for the third day". */
function window(w: Words, i: number, anchor: Anchor): Point | null {
  const lead = w.word(i);
  if (!['in', 'over', 'within', 'during', 'for', 'the', 'after'].includes(lead)) return null;
  let k = lead === 'the' ? i : i + 1;
  if (w.word(k) === 'just' || w.word(k) === 'only' || w.word(k) === 'barely') k++;
  if (lead === 'for' && w.word(k) === 'the' && w.word(k + 2) === 'day') {
    const nth =
      ['second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'].indexOf(
        w.word(k + 1),
      ) + 2;
    if (nth < 2) return null;
    return {
      from: anchor.published ? addDays(anchor.published, 1 - nth) : null,
      to: anchor.published,
      precision: 'range',
      end: k + 3,
    };
  }
  let past = false;
  if (w.word(k) === 'the' && /^(?:past|last|previous|preceding|latest)$/.test(w.word(k + 1))) {
    past = true;
    k += 2;
  } else if (/^(?:past|last|recent)$/.test(w.word(k))) {
    past = true;
    if (w.word(k) === 'recent' && UNITS.has(w.word(k + 1))) return undated(k + 2);
    k++;
  } else if (lead === 'the' || lead === 'after') return null;
  const unit = UNITS.get(w.word(k));
  if (past && unit && !w.word(k).endsWith('s')) return backwards(1, unit, k + 1, anchor);
  if (w.word(k) === 'less' && w.word(k + 1) === 'than') k += 2;
  else if (
    ['under', 'about', 'around', 'nearly', 'almost', 'some', 'as', 'little'].includes(w.word(k)) &&
    measure(w, k + 1)
  )
    k++;
  const span = measure(w, k);
  if (span && !past && lead === 'for' && !anchor.future && span.n !== null && span.unit !== 'hour')
    return { ...backwards(span.n, span.unit, span.end, anchor), lasting: true };
  if (!span || (!past && (lead === 'for' || lead === 'during' || lead === 'over'))) return null;
  if (!past && anchor.future) return undated(span.end);
  if (span.n === null) return span.unit === 'hour' && !past ? null : undated(span.end);
  const took = backwards(span.n, span.unit, span.end, anchor);
  return past ? took : { ...took, duration: true };
}

function backwards(n: number, unit: Parameters<typeof addUnits>[2], end: number, anchor: Anchor): Point {
  if (!anchor.published) return undated(end, 'range');
  const from =
    unit === 'hour' ? addDays(anchor.published, -Math.ceil(n / 24)) : addUnits(anchor.published, -n, unit);
  return { from, to: anchor.published, precision: 'range', end, window: true };
}

/** A second point of a range may lend its year to the first, and a bare day its month: "3 and 5 March 2020". */
function lend(first: Point, second: Point): Point {
  if (first.lacks !== 'year' || second.lacks === 'year' || !second.to) return first;
  const year = yearOf(second.to);
  const month = first.from ? monthOf(first.from) : null;
  if (month === null || !first.from) return first;
  const own = month > monthOf(second.to) ? year - 1 : year;
  return {
    ...first,
    from: `${own}${first.from.slice(4)}`,
    to: first.to ? `${own}${first.to.slice(4)}` : null,
  };
}

const bareDay = (word: string): number | null =>
  /^(?:[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?$/.test(word) ? Number.parseInt(word, 10) : null;

/** "between 3 and 5 March", "from Monday to Wednesday", "3-5 March", "January to March 2017". */
function stretch(w: Words, i: number, anchor: Anchor, plain: Point | null): Point | null {
  const lead = w.word(i);
  const between = lead === 'between';
  const k = between || lead === 'from' ? i + 1 : i;
  const days =
    /^(?:on|over|during)$/.test(w.word(i - 1)) && WEEKDAYS.has(w.word(k)) && WEEKDAYS.has(w.word(k + 2));
  const links = between || days ? ['and', 'to'] : ['to', 'until', 'till', 'through', '-', '–', '—'];
  const glued = /^([1-9]|[12]\d|3[01])[-–]([1-9]|[12]\d|3[01])$/.exec(w.word(k));
  const day = bareDay(w.word(k));
  if (glued || (day !== null && links.includes(w.word(k + 1)))) {
    const at = glued ? k : k + 2;
    const start = glued ? Number(glued[1]) : day!;
    const monthFirst = monthAt(w, k - 1);
    const second = glued ? monthAfter(w, at, Number(glued[2]), anchor) : absolutePoint(w, at, anchor, false);
    if (second?.from && second.precision === 'day' && monthFirst === null) {
      const from = dayOf(yearOf(second.from), monthOf(second.from), start);
      if (from && from <= second.from) return { from, to: second.to, precision: 'range', end: second.end };
    }
  }
  const first = k === i ? plain : simplePoint(w, k, anchor, true);
  if (!first || !links.includes(w.word(first.end)) || first.shift) return null;
  const near = first.end + 1;
  const second = simplePoint(w, near, anchor, true) ?? secondDay(w, near, first);
  if (!second || second.shift) return null;
  const lent = lend(first, second);
  const from =
    lent.from &&
    second.to &&
    lent.from > second.to &&
    lent.precision === 'day' &&
    second.precision === 'day' &&
    !lent.lacks
      ? addDays(lent.from, -7)
      : lent.from;
  return { from, to: second.to, precision: 'range', end: second.end };
}

function monthAfter(w: Words, i: number, day: number, anchor: Anchor): Point | null {
  const month = monthAt(w, i + 1);
  if (month === null) return null;
  const year =
    yearAt(w, i + 2) ??
    (anchor.published
      ? yearOf(anchor.published) - (month > monthOf(anchor.published) && !anchor.future ? 1 : 0)
      : null);
  const date = year === null ? null : dayOf(year, month, day);
  return date
    ? { from: date, to: date, precision: 'day', end: yearAt(w, i + 2) === null ? i + 2 : i + 3 }
    : null;
}

/** "March 3 to 5": the second day stands in the first's month. */
function secondDay(w: Words, i: number, first: Point): Point | null {
  const day = bareDay(w.word(i));
  if (day === null || first.precision !== 'day' || !first.from) return null;
  const date = dayOf(yearOf(first.from), monthOf(first.from), day);
  return date && date >= first.from ? { from: date, to: date, precision: 'day', end: i + 1 } : null;
}

/** "in spring", "in the winter": the last one begun. "In the fall" may be of a city. */
function bareSeason(w: Words, i: number, anchor: Anchor): Point | null {
  const at = w.word(i) === 'the' ? i + 1 : i;
  const season = SEASONS.get(w.word(at));
  if (!season || w.word(at) === 'fall' || !anchor.published) return null;
  if (w.word(at + 1) === 'of' || /^(?:19|20)\d\d$/.test(w.word(at + 1))) return null;
  if (['NOUN', 'PROPN'].includes(w.tokens[at + 1]?.upos ?? '') && at + 1 < w.ceiling) return null;
  const year = yearOf(anchor.published);
  return seasonOf(season, monthOf(anchor.published) >= season[0] ? year : year - 1, at + 1);
}

/** Hours of a day: before or after one of them is that day. */
const HOURS = new Set('dawn daybreak sunrise noon midday dusk sunset nightfall midnight dark'.split(' '));

/** "since Friday", "until June", "by midnight", "before the end of May", "after Sunday", "as of 23 March", "in 2013". */
function bounded(w: Words, i: number, anchor: Anchor): Point | null {
  const lead = w.word(i);
  const two =
    lead === 'as' && w.word(i + 1) === 'of'
      ? 2
      : lead === 'prior' && w.word(i + 1) === 'to'
        ? 2
        : lead === 'up' && w.word(i + 1) === 'to'
          ? 2
          : ['starting', 'beginning'].includes(lead) && ['on', 'in', 'from'].includes(w.word(i + 1))
            ? 2
            : 1;
  if (
    ![
      'since',
      'until',
      'till',
      'by',
      'before',
      'after',
      'as',
      'prior',
      'from',
      'starting',
      'beginning',
      'up',
      'in',
      'during',
      'throughout',
      'of',
    ].includes(lead) ||
    (two === 1 && ['as', 'prior', 'up', 'starting', 'beginning'].includes(lead))
  )
    return null;
  const at =
    i +
    two +
    (w.word(i + two) === 'at' || w.word(i + two) === 'around' || w.word(i + two) === 'about' ? 1 : 0);
  const ahead =
    lead === 'by' || lead === 'before' || lead === 'until' ? anchor : { ...anchor, future: false };
  if (lead === 'since' && w.word(at) === 'then' && anchor.told)
    return { from: anchor.told, to: anchor.published, precision: 'range', end: at + 1 };
  const season = lead === 'in' && !anchor.future ? bareSeason(w, at, anchor) : null;
  if (season) return season;
  const since = lead === 'since' ? bareSeason(w, at, anchor) : null;
  if (since) return { ...since, to: anchor.published, precision: 'range' };
  const point = simplePoint(w, at, ahead, lead !== 'of' && lead !== 'by');
  if (!point || point.shift) return null;
  const { end } = point;
  if (
    lead === 'since' ||
    ((lead === 'from' || (two === 2 && lead !== 'as' && lead !== 'prior' && lead !== 'up')) &&
      w.word(end) !== 'to')
  ) {
    if (
      lead === 'from' &&
      w.word(end) !== 'on' &&
      w.word(end) !== 'onwards' &&
      w.word(end) !== 'onward' &&
      point.precision === 'year'
    )
      return point;
    return {
      from: point.from,
      to: anchor.published && point.from && point.from <= anchor.published ? anchor.published : null,
      precision: anchor.published ? 'range' : 'open',
      end,
    };
  }
  if ((lead === 'until' || lead === 'till') && PRESENT.has(w.word(at))) return point;
  const hour = (lead === 'before' || lead === 'after') && HOURS.has(w.word(at));
  if (hour && point.precision === 'part-of-day') return point;
  if (lead === 'until' || lead === 'till' || lead === 'before' || lead === 'prior' || lead === 'up')
    return { from: null, to: point.to, precision: 'open', end };
  if (lead === 'after')
    return point.precision === 'day' || point.precision === 'part-of-day'
      ? { from: point.from, to: null, precision: 'open', end }
      : null;
  // a month or week not yet over when the report appeared
  const running =
    anchor.published &&
    point.to &&
    point.from &&
    point.from <= anchor.published &&
    point.to > anchor.published &&
    !anchor.future &&
    (point.precision === 'month' || point.precision === 'year');
  return running ? { ...point, to: anchor.published } : point;
}

/** The longest time expression that begins at token `i`, or null. */
export function timePoint(w: Words, i: number, anchor: Anchor): Point | null {
  let best: Point | null = null;
  const plain = simplePoint(w, i, anchor, true);
  for (const found of [stretch(w, i, anchor, plain), bounded(w, i, anchor), window(w, i, anchor)])
    if (found && (!best || found.end > best.end)) best = found;
  const simple = plain && simplePoint(w, i, anchor, false);
  return simple && (!best || simple.end > best.end) ? simple : best;
}
