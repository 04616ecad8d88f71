import type { Document } from '../../language/document.ts';
import { bears, headIn } from '../../language/index.ts';
import { addDays, type CalendarDate, type ClaimTime } from '../../model/index.ts';
import type { ReportContext, TimeMention } from '../annotations.ts';
import { timePoint } from './periods.ts';
import { type Anchor, type Point, type Shift, wordsOf } from './point.ts';
import {
  DAY_PARTS,
  FEASTS,
  FUTURE_AUX,
  FUTURE_WORDS,
  MONTHS,
  PRESENT,
  SEASONS,
  UNITS,
  VAGUE,
  WEEKDAYS,
} from './words.ts';

/** A time mention with what `timeFor` needs of it. `shift`: "two days after …" dates what follows, not what governs it. */
export interface AnchoredTime extends TimeMention {
  readonly shift?: Shift;
  /** "now", "currently": says that a state is present, and gives way to any other time word. */
  readonly present?: boolean;
  /** "in three weeks": a stretch that reaches back from the publication. */
  readonly window?: boolean;
  /** "in three weeks" without "the past": how long something took, no date of one event. */
  readonly duration?: boolean;
  /** "for two weeks": how long a state has lasted. */
  readonly lasting?: boolean;
  /** The time of an entry ("15.10"): gives way to any other time word. */
  readonly stamp?: boolean;
}

const STARTS = new Set([
  ...MONTHS.keys(),
  ...WEEKDAYS.keys(),
  ...UNITS.keys(),
  ...SEASONS.keys(),
  ...DAY_PARTS,
  ...PRESENT,
  ...VAGUE,
  ...FEASTS,
  ...'seconds minutes moments today yesterday tonight tomorrow overnight last this next past the that early late mid middle end start beginning earlier later first very small on at in over within during for since until till by before after as prior from starting beginning up throughout between a an one half several some many few about around nearly almost just more less longer fewer under over roughly well only barely not approximately two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty of'.split(
    ' ',
  ),
]);
const mayStart = (word: string): boolean =>
  STARTS.has(word) || /^\d/.test(word) || /^(?:mid|early|late)-/.test(word);

/**
 * The time expressions of a text, each with its days as a newsroom means them: relative ones tend to the past and are told
 * from the publication date ("on Friday" is the last Friday, or that very day). Without a publication date, and for vague
 * words ("in recent days", a feast), the words are kept and the dates are null. In order of the text; no two overlap.
 * @example findTimes(parseText('Rain fell on Friday.'), { title: null, outlet: null, published: '2022-05-09' })[0].time.from // '2022-05-06'
 */
export function findTimes(
  document: Document,
  context: ReportContext,
  isInName: (token: number) => boolean = () => false,
): AnchoredTime[] {
  const found: AnchoredTime[] = [];
  let told: CalendarDate | null = null;
  let toldNight = false;
  for (const sentence of document.sentences) {
    let dated: CalendarDate | null = null;
    const w = wordsOf(document.tokens, sentence.last);
    for (let i = sentence.first; i < sentence.last; ) {
      const word = w.word(i);
      if (!mayStart(word) || isInName(i)) {
        i++;
        continue;
      }
      const anchor: Anchor = { published: context.published, told, toldNight, dated, future: false };
      let point = timePoint(w, i, anchor);
      if (point && isStamp(document, i, point)) {
        told = context.published;
        toldNight = false;
        point = { ...point, from: told, to: told, precision: 'part-of-day', stamp: true };
      }
      if (point && isFurniture(document, i, point, context)) {
        i = point.end;
        continue;
      }
      if (point && point.end <= sentence.last && looksAhead(document, i, point.end))
        point = timePoint(w, i, { ...anchor, future: true }) ?? point;
      if (!point || point.end > sentence.last) {
        i++;
        continue;
      }
      if (point.from !== null && !point.window) dated = point.from;
      found.push(mentionOf(document, i, point, PRESENT.has(word) || word === 'at'));
      if (point.from !== null && point.from === point.to) {
        told = point.from;
        toldNight = point.night === true || EVENINGS.has(w.word(point.end - 1));
      } else if (isNight(point)) {
        told = point.to;
        toldNight = false;
      }
      i = point.end;
    }
  }
  return found;
}

/** Parts of a day behind which a morning is that of the next. */
const EVENINGS = new Set(['evening', 'dusk', 'nightfall', 'sunset']);

/** "the night of 3 to 4 March", "overnight": what is told of behind it is of its morning. */
const isNight = ({ from, to, precision }: Point): boolean =>
  precision === 'part-of-day' && from !== null && to === addDays(from, 1);

const CLOCK = /^\d{1,2}[.:]\d\d$/;

/** "15.10 Army units …", "20:05 - …": the time of an entry of a report that is written as things happen. */
function isStamp(document: Document, first: number, point: Point): boolean {
  const token = document.tokens[first]!;
  if (point.end !== first + 1 || !CLOCK.test(token.text)) return false;
  const paragraph = document.paragraphs[document.sentences[token.sentence]!.paragraph]!;
  return document.sentences[paragraph.first]!.first === first;
}

/** How far into a text its furniture reaches, in characters. */
const FURNITURE = 300;
const FULL_DATE = /\d{4}/;

/** "Monitor Sunday 8 May 2022 Rebels took …", "Published May 8 2022": the date of the report, no event's. */
function isFurniture(document: Document, first: number, point: Point, { published }: ReportContext): boolean {
  const start = document.tokens[first]!.start;
  if (published === null || point.from !== published || point.to !== published || start > FURNITURE)
    return false;
  const words = document.text.slice(start, document.tokens[point.end - 1]!.end);
  const before = document.tokens[first - 1];
  const next = document.tokens[point.end];
  const isEventTime =
    before !== undefined &&
    (before.upos === 'ADP' || before.upos === 'VERB') &&
    !/^(?:published|updated|at)$/.test(before.lower);
  return (
    FULL_DATE.test(words) &&
    !isEventTime &&
    (next === undefined || /^\p{Lu}/u.test(next.text) || next.text === '|')
  );
}

function mentionOf(document: Document, first: number, point: Point, present: boolean): AnchoredTime {
  const last = point.end;
  const span = { start: document.tokens[first]!.start, end: document.tokens[last - 1]!.end };
  const time: ClaimTime = {
    from: point.from,
    to: point.to,
    precision: point.precision,
    text: document.text.slice(span.start, span.end),
  };
  return {
    first,
    last,
    ...span,
    head: headIn(document, first, last).index,
    time,
    ...(point.shift ? { shift: point.shift } : {}),
    ...(present && PRESENT.has(document.tokens[first]!.lower) ? { present } : {}),
    ...(point.window ? { window: true } : {}),
    ...(point.duration ? { duration: true } : {}),
    ...(point.lasting ? { lasting: true } : {}),
    ...(point.stamp ? { stamp: true } : {}),
  };
}

/** Whether the clause around an expression tells what is to come: "will", "is due to", "plans to". */
function looksAhead(document: Document, first: number, last: number): boolean {
  let at = headIn(document, first, last).index;
  for (let steps = 0; steps < 6; steps++) {
    const token = document.tokens[at]!;
    if (steps > 0) {
      const children = document.children[at]!.map(c => document.tokens[c]!);
      if (children.some(c => bears(c, 'aux') && FUTURE_AUX.has(c.lower))) return true;
      const infinitive = children.some(c => c.upos === 'PART' && c.lower === 'to');
      const head = document.tokens[token.head];
      if (infinitive && head && FUTURE_WORDS.has(head.lemma)) return true;
      if (FUTURE_WORDS.has(token.lower) && token.upos === 'ADJ') return true;
      if (token.upos === 'VERB' && !infinitive) return false;
    }
    if (token.head < 0) return false;
    at = token.head;
  }
  return false;
}
