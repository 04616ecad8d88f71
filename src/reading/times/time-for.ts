import type { Document, Token } from '../../language/document.ts';
import { ancestors, bears, relationOf } from '../../language/index.ts';
import type { ClaimTime } from '../../model/index.ts';
import type { Annotated } from '../annotations.ts';
import { daysOff } from './calendar.ts';
import type { AnchoredTime } from './find-times.ts';

/** Relations by which a time word says when its head was. */
const TEMPORAL = [
  'obl',
  'advmod',
  'nmod',
  'obl:tmod',
  'nmod:tmod',
  'obl:unmarked',
  'nmod:unmarked',
  'advcl',
  'dep',
  'appos',
  'parataxis',
  'obj',
  'iobj',
  'conj',
  'compound',
  'amod',
  'nummod',
  'list',
];
/** Relations of a clause that lies inside the time of the clause above it. */
const INSIDE = new Set([
  'conj',
  'xcomp',
  'ccomp',
  'advcl',
  'parataxis',
  'acl',
  'csubj',
  'appos',
  'nsubj',
  'obj',
  'obl',
  'nmod',
]);
const isClause = (t: Token): boolean =>
  t.upos === 'VERB' ||
  t.upos === 'AUX' ||
  t.deprel === 'root' ||
  /^(?:ccomp|advcl|acl|xcomp|parataxis|csubj)/.test(t.deprel);

export interface TimeOptions {
  /** Whether the story runs on: the day last told of in the paragraph counts where the sentence has none. Default true. */
  readonly runOn?: boolean;
  /** Whether "in three weeks", how long something took, tells when it was. Default false. */
  readonly durations?: boolean;
  /** Whether "for three weeks", how long a state has lasted, tells since when. Default false. */
  readonly lasting?: boolean;
}

/**
 * When an event word's event was: the time expression attached to it in the tree or to a word of its own clause, else to
 * the clause that governs it or that it goes on from, else the one of the sentence before in the same paragraph where the
 * story runs on; null where the text does not say. The time of a speech verb serves last ("said on Tuesday that …").
 * @param token index of the event's word, in `a.document`
 */
export function timeFor(token: number, a: Annotated, options: TimeOptions = {}): ClaimTime | null {
  const all = a.times as readonly AnchoredTime[];
  const times = all.filter(t => (options.durations || !t.duration) && (options.lasting || !t.lasting));
  const found = timeOf(a, times, token, 0);
  return (
    found ??
    inSentence(a.document, times, token) ??
    (options.runOn === false ? null : toldBefore(a.document, times, token))
  );
}

/** Where the tree finds none: the nearest dated expression of the sentence. */
function inSentence(document: Document, times: readonly AnchoredTime[], token: number): ClaimTime | null {
  const event = document.tokens[token]!;
  const mine = times.filter(
    t =>
      document.tokens[t.head]!.sentence === event.sentence &&
      !t.shift &&
      !t.present &&
      !t.window &&
      dated(t) &&
      relativeAround(document, t, times) === relativeOf(document, token) &&
      (!ownsClause(document, t.head, token) ||
        relativeAround(document, t, times) !== relativeOf(document, t.head)),
  );
  return nearest(mine, event)?.time ?? null;
}

/** The relative clause that a token stands in, by its verb; -1 for the main clause. */
const relativeOf = (document: Document, token: number): number =>
  [document.tokens[token]!, ...ancestors(document, token)].find(t => t.deprel === 'acl:relcl')?.index ?? -1;

/**
 * "…, which fell last month, on Monday", "took Baraza, the town that guards the road, in May": a time behind the comma that closes a
 * relative clause with a time of its own, or one in an apposition, belongs to the clause outside, whatever the tree makes of it.
 */
function relativeAround(document: Document, time: AnchoredTime, times: readonly AnchoredTime[]): number {
  const clause = relativeOf(document, time.head);
  if (clause < 0 || !isSetOff(document, time)) return clause;
  const noun = document.tokens[document.tokens[clause]!.head]!;
  const own = times.some(t => t !== time && t.last <= time.first && relativeOf(document, t.head) === clause);
  return own || noun.deprel === 'appos' ? relativeOf(document, noun.index) : clause;
}

/** Whether a comma stands before a time, or before its preposition. */
const isSetOff = ({ tokens }: Document, { first }: AnchoredTime): boolean =>
  tokens[first - 1]?.text === ',' || (tokens[first - 1]?.upos === 'ADP' && tokens[first - 2]?.text === ',');

/** Whether a time stands in a subordinate clause that the event does not stand in. */
function ownsClause(document: Document, time: number, event: number): boolean {
  const clause = ancestors(document, time).find(t => t.upos === 'VERB');
  if (!clause || !/^(?:acl|advcl)/.test(clause.deprel) || clause.index === event) return false;
  // "handed over by departing troops in May": a participle of the event's own clause
  if (clause.xpos === 'VBG' && clause.head === event) return false;
  return !ancestors(document, event).some(t => t.index === clause.index);
}

/** Where the sentence has none: the last day told of before it in its paragraph. */
function toldBefore(document: Document, times: readonly AnchoredTime[], token: number): ClaimTime | null {
  const sentence = document.sentences[document.tokens[token]!.sentence]!;
  const paragraph = document.paragraphs[sentence.paragraph]!;
  const floor = document.sentences[paragraph.first]!.first;
  for (let k = times.length - 1; k >= 0; k--) {
    const time = times[k]!;
    if (time.last > sentence.first || time.shift || time.present) continue;
    if (time.first < floor) return null;
    if (time.time.from !== null && time.time.from === time.time.to) return time.time;
  }
  return null;
}

const dated = (time: AnchoredTime): boolean => time.time.from !== null || time.time.to !== null;

function timeOf(
  a: Annotated,
  times: readonly AnchoredTime[],
  token: number,
  depth: number,
): ClaimTime | null {
  if (depth > 6) return null;
  const document = a.document;
  const event = document.tokens[token]!;
  const mine = times.filter(t => document.tokens[t.head]!.sentence === event.sentence);
  const shifted = shiftedTime(a, times, mine, event, depth);
  if (shifted) return shifted;
  const own = nearest(
    mine.filter(t => !t.shift && governs(document, t, event)),
    event,
  );
  if (own && dated(own) && !own.present) return own.time;
  return climb(a, times, event, depth) ?? own?.time ?? null;
}

/** The closest to the event; a definite time before "now" and vague words. */
function nearest(found: readonly AnchoredTime[], event: Token): AnchoredTime | null {
  let best: AnchoredTime | null = null;
  let score = Infinity;
  for (const t of found) {
    const far = t.first > event.index ? t.first - event.index : event.index - t.last;
    const cost =
      far +
      (t.present ? 1000 : 0) +
      (t.window ? 300 : 0) +
      (t.stamp ? 400 : 0) +
      (t.time.from === null && t.time.to === null ? 500 : 0);
    if (cost < score) {
      score = cost;
      best = t;
    }
  }
  return best;
}

/** Whether a time hangs on the event word itself or on a word of its clause, with no other clause between. */
function governs(document: Document, time: AnchoredTime, event: Token): boolean {
  let at = document.tokens[time.head]!;
  if (at.index === event.index) return true;
  if (!TEMPORAL.includes(at.deprel) && !TEMPORAL.includes(relationOf(at)) && at.deprel !== 'root')
    return false;
  for (let steps = 0; steps < 8; steps++) {
    if (at.head < 0) return false;
    at = document.tokens[at.head]!;
    if (at.index === event.index) return true;
    if (isClause(at)) return false;
  }
  return false;
}

/** "Two days after the town fell": the time of what governs the clause, moved. */
function shiftedTime(
  a: Annotated,
  times: readonly AnchoredTime[],
  mine: readonly AnchoredTime[],
  event: Token,
  depth: number,
): ClaimTime | null {
  const document = a.document;
  for (const time of mine) {
    if (!time.shift || event.index < time.last) continue;
    const between = document.tokens.slice(time.last, event.index);
    if (between.some(t => t.upos === 'VERB' || /^[;:.]$/.test(t.lower))) continue;
    const governor = ancestors(document, event.index).find(
      t => t.index < time.first || t.index > event.index,
    );
    const base =
      (governor && isClause(governor) ? timeOf(a, times, governor.index, depth + 1) : null)?.from ??
      a.context.published;
    if (!base) return null;
    const { sign, n, unit, bound } = time.shift;
    const { from, to } = daysOff(base, -sign * n, unit, bound);
    return {
      from,
      to,
      precision: from === null || to === null ? 'open' : from === to ? 'day' : 'range',
      ...(time.time.text ? { text: time.time.text } : {}),
    };
  }
  return null;
}

function climb(a: Annotated, times: readonly AnchoredTime[], event: Token, depth: number): ClaimTime | null {
  if (event.head < 0) return null;
  const head = a.document.tokens[event.head]!;
  if (!INSIDE.has(relationOf(event)) || bears(event, 'acl:relcl')) return null;
  return timeOf(a, times, head.index, depth + 1);
}
