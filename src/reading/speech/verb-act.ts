import type { Document, Token } from '../../language/document.ts';
import { covers, overlaps, type Span } from '../../model/index.ts';
import { slotsOf } from '../frames/slots.ts';
import { sets } from '../scope/words.ts';
import { ATTITUDE, CLAUSE, OBJECT, QUOTING, SAY, TO_SPEAKER } from './cues.ts';
import { apposedClaim, pronounBehind } from './denial-acts.ts';
import { base, hasFiniteVerb, quotationAt, segmentOf, spanOf, subtree, trimmed } from './spans.ts';
import { type Speaker, speakerOf } from './speaker.ts';
import type { SpeechAct } from './speech-act.ts';

/** Verbs of seeing and thinking report clauses, not what one sees or puts. */
const THOUGHT = new Set([
  'see',
  'hear',
  'think',
  'know',
  'learn',
  'understand',
  'expect',
  'consider',
  'find',
  'show',
  'reveal',
  'continue',
  'present',
  'put',
  'maintain',
  'believe',
  'hope',
  'doubt',
  'suspect',
  'discover',
  'publish',
  'broadcast',
  'observe',
  'point',
  'charge',
]);
/** Verbs that report only a quotation: "“…,” he continued". */
const GOING_ON = new Set(['continue', 'present', 'put', 'see', 'point']);
/** "Nothing suggests that …": nobody's word. */
const NO_SPEAKER = /^(?:nothing|nobody|none|anything|something)$/;
/** "said by telephone": how, and not who. */
const MEANS = /^(?:telephone|phone|e-?mail|radio|letter|text|video|satellite|satphone)$/;
const SELF = /^(?:i|we|you|me|us)$/;

/** What a verb of saying reports: who, to whom, what. Null where it reports nothing, or nobody is named. */
export function verbAct(doc: Document, v: Token, verb: string): SpeechAct | null {
  const slots = slotsOf(doc, v.index);
  const says = SAY.has(verb) || CLAUSE.has(verb) || QUOTING.has(verb);
  if (deniesBefore(doc, v, verb)) return null;
  if (slots.passive && !QUOTING.has(verb) && !isPastOfRoot(doc, v)) {
    const by = slots.by.get('by')?.[0];
    if (by === undefined || !MEANS.test(doc.tokens[by]!.lower)) return passiveAct(doc, v, verb, by);
  }
  let speaker = speakerOf(doc, v, verb);
  const passedOnBy: number[] = [];
  if (QUOTING.has(verb) && !citesThing(doc, slots.obj[0])) {
    const quoted = slots.obj[0];
    if (slots.passive) passedOnBy.push(...(slots.by.get('by') ?? []));
    else if (speaker) passedOnBy.push(speaker.head);
    if (quoted === undefined) return null;
    speaker = { head: quoted, run: subtree(doc, quoted, t => t.index === v.index) };
  }
  if (!speaker || NO_SPEAKER.test(doc.tokens[speaker.head]!.lower)) return null;
  const inside = quotationAt(doc, v.start);
  if (inside && SELF.test(doc.tokens[speaker.head]!.lower)) return null;
  if (/^(?:speak|talk)$/.test(verb) && !['of', 'about'].some(k => slots.by.has(k))) return null;
  const content = reckonedBy(doc, v, verb) ?? contentOf(doc, v, verb, speaker);
  if (content.length === 0) return null;
  const isPointedOut = verb === 'point' && doc.tokens[v.index + 1]?.lower === 'out';
  const direct = content.some(c => doc.quotations.some(q => overlaps(q, c)));
  if (GOING_ON.has(verb) && !isPointedOut && !direct && reckonedBy(doc, v, verb) === null) return null;
  const tier =
    says && !(ATTITUDE.has(verb) && !SAY.has(verb) && !CLAUSE.has(verb) && !QUOTING.has(verb))
      ? 'says'
      : 'holds';
  return {
    cue: v.index,
    cueSpan: { start: v.start, end: v.end },
    verb,
    tier,
    source: speaker.head,
    sourceSpan: spanOf(doc, speaker.run),
    to: hearers(doc, v, verb, slots, speaker.head),
    passedOnBy,
    cites: [],
    content,
    direct,
  };
}

/** "The mayor said she expects more": a verb of what another one says has none of his words before it. */
const isWhatIsSaid = (doc: Document, v: Token): boolean => {
  const head = doc.tokens[v.head];
  return base(v.deprel) === 'ccomp' && head !== undefined && head.index < v.index && SAY.has(head.lemma);
};

const MEASURES = /^(?:toll|number|figure|count|total|tally|dead|wounded|losses|loss|share|displaced)$/;
/** "The army put the number at five": what one reckons, and no more of the sentence than that; null where a verb does not. */
function reckonedBy(doc: Document, v: Token, verb: string): Span[] | null {
  if (verb !== 'put') return null;
  const object = (doc.children[v.index] ?? []).find(
    c =>
      c > v.index &&
      (MEASURES.test(doc.tokens[c]!.lower) ||
        (doc.children[c] ?? []).some(k => MEASURES.test(doc.tokens[k]!.lower))),
  );
  const span = object === undefined ? null : trimmed(doc, v.index + 1, segmentOf(doc, v).last);
  return span ? [span] : null;
}

/** "cited the figure", "citing concerns": what is cited says nothing itself. */
const citesThing = (doc: Document, object: number | undefined): boolean =>
  object !== undefined && THINGS.has(doc.tokens[object]!.lemma);
const THINGS = new Set(
  (
    'figure concern reason case example need lack threat evidence fear statistic reference risk safety article security ' +
    'danger fact law rule incident remark comment criticism history failure problem issue decision progress change ' +
    'difference record success loss violence absence precedent pressure delay cost effort desire difficulty violation'
  ).split(' '),
);

/** "…, which the army denied", "…, a claim the army denied": the words before are somebody else's. */
const deniesBefore = (doc: Document, v: Token, verb: string): boolean =>
  sets.denied.has(verb) &&
  ((doc.children[v.index] ?? []).some(
    c => c < v.index && doc.tokens[c]!.lower === 'which' && doc.tokens[c - 1]?.text === ',',
  ) ||
    apposedClaim(doc, v) !== null);

/** "The institute assessed on Monday that …": a past tense that the tagger takes for a participle of its own subject. */
const isPastOfRoot = (doc: Document, v: Token): boolean => {
  const kids = (doc.children[v.index] ?? []).map(c => doc.tokens[c]!);
  return (
    v.xpos === 'VBN' &&
    base(v.deprel) === 'acl' &&
    doc.tokens[v.head]?.deprel === 'root' &&
    kids.some(t => base(t.deprel) === 'ccomp') &&
    !kids.some(t => t.upos === 'AUX')
  );
};

/** "The fall was reported by two officials": said by those, where they are named. */
function passiveAct(doc: Document, v: Token, verb: string, by: number | undefined): SpeechAct | null {
  if (by === undefined || !(SAY.has(verb) || OBJECT.has(verb) || ATTITUDE.has(verb))) return null;
  const content = (doc.children[v.index] ?? [])
    .filter(c => ['nsubj', 'csubj', 'ccomp'].includes(base(doc.tokens[c]!.deprel)))
    .map(c => subtree(doc, c))
    .map(run => trimmed(doc, run.first, run.last))
    .filter(s => s !== null);
  const run = subtree(doc, by, t => base(t.deprel) === 'case' && t.head === by);
  return {
    cue: v.index,
    cueSpan: { start: v.start, end: v.end },
    verb,
    tier: SAY.has(verb) ? 'says' : 'holds',
    source: by,
    sourceSpan: spanOf(doc, run),
    to: [],
    passedOnBy: [],
    cites: [],
    content,
    direct: false,
  };
}

/** Those it was said to: "told AFP", "confirmed to the station". */
function hearers(
  doc: Document,
  v: Token,
  verb: string,
  slots: ReturnType<typeof slotsOf>,
  speaker: number,
): number[] {
  const out = TO_SPEAKER.has(verb) ? [...slots.obj, ...(slots.by.get('iobj') ?? [])] : [];
  for (const key of ['to', 'with'])
    for (const t of slots.by.get(key) ?? []) if (['PROPN', 'NOUN'].includes(doc.tokens[t]!.upos)) out.push(t);
  // "two officials told Example Wire.": the tree may take the name for something else
  const next = doc.tokens[v.index + 1];
  if (TO_SPEAKER.has(verb) && out.length === 0 && next?.upos === 'PROPN') out.push(next.index);
  return out.filter(t => t !== speaker);
}

/** The spans of what was said, by quotations, by the clause below the verb, or by what stands before and behind both. */
function contentOf(doc: Document, v: Token, verb: string, speaker: Speaker): Span[] {
  // "…, but the army denied it": no more than that
  const it = sets.denied.has(verb) ? pronounBehind(doc, v) : null;
  if (it && /^[.;]$/.test(doc.tokens[it.index + 1]?.text ?? '')) return [{ start: it.start, end: it.end }];
  const segment = segmentOf(doc, v);
  const blockFirst = Math.min(speaker.run.first, v.index);
  const adjacent = speaker.run.last <= v.index ? speaker.run.first : Math.min(v.index, blockFirst);
  const before = { first: segment.first, last: Math.min(adjacent, v.index) };
  const afterFirst = Math.max(v.index + 1, speaker.run.first > v.index ? speaker.run.last : 0);
  const quotes = quotedBy(doc, v, speaker);
  const clauses = clausesBelow(doc, v);
  const end = doc.tokens[segment.last - 1]!.end;
  const behind = clauses.filter(c => c.start >= v.end && c.start < end);
  const weak = !SAY.has(verb);
  const around = behind.length === 0 ? aroundAsClause(doc, v, segment.last) : [];
  if (around.length > 0) return around;
  // "The governor says: they reached the post; they do not have the city."
  const closed = isClosed(doc, before, speaker) && speaker.run.last <= v.index;
  if (!weak && doc.tokens[afterFirst]?.text === ':' && behind.length > 0 && !closed) {
    const all = trimmed(doc, afterFirst, doc.sentences[v.sentence]!.last);
    if (all && !speaksAgain(doc, v)) return withQuotes([all], quotes);
  }
  // "…, a spokesman said, hours after they had left": what follows a comma only adds to what was said before
  const added = doc.tokens[afterDay(doc, v)]?.text === ',' && speaker.run.last <= v.index && !weak;
  const alone = added && isClosed(doc, before, speaker);
  // "and by Wednesday had, they said, cleared it": words between the parts of one clause are said of what follows
  const inside = added && ['AUX', 'SCONJ'].includes(doc.tokens[speaker.run.first - 2]?.upos ?? '');
  const goesOn = inside ? trimmed(doc, afterDay(doc, v), segment.last) : null;
  if (goesOn) return [goesOn];
  // "The town is surrounded, its mayor says: no light, no water"
  const { last } = doc.sentences[v.sentence]!;
  const both = !weak && closed && doc.tokens[afterFirst]?.text === ':';
  if (both)
    return withQuotes(
      [trimmed(doc, before.first, before.last), trimmed(doc, afterFirst, last)].filter(s => s !== null),
      quotes,
    );
  if (behind.length > 0 && !alone) return withQuotes(continued(doc, v, behind, segment.last), quotes);
  const apart =
    before.last > before.first && /^(?:[,"”’?!—–-]|''|--)$/.test(doc.tokens[before.last - 1]!.text);
  // "…, the army said" needs its comma, unless the words end the sentence ("… they fled the army said.")
  const closes =
    isLast(doc, v, segment.last) &&
    (speaker.run.last <= v.index ? segment.last - v.index < 8 : speaker.run.last >= segment.last - 1);
  // "Sadra in rebel hands, residents say": a headline has no verb, and the tagger misses some
  const told =
    hasFiniteVerb(doc, before.first, before.last) ||
    (apart && closes && !weak && before.last - before.first > 4);
  const parenthetical = (apart || closes) && told && !isWhatIsSaid(doc, v);
  if (parenthetical && !ATTITUDE.has(verb) && (!weak || isLast(doc, v, segment.last))) {
    const main = trimmed(doc, before.first, before.last);
    return withQuotes([...(main ? [main] : []), ...goingOn(doc, v, afterFirst, segment.last)], quotes);
  }
  if (quotes.length > 0 && (!ATTITUDE.has(verb) || closesQuotation(doc, blockFirst)))
    return withQuotes(restBehind(doc, v, afterFirst, segment.last), quotes);
  if (
    apart &&
    !weak &&
    before.last - before.first >= 2 &&
    doc.tokens[afterFirst]?.text === ',' &&
    hasFiniteVerb(doc, afterFirst, segment.last)
  )
    return [trimmed(doc, before.first, before.last), trimmed(doc, afterFirst, segment.last)].filter(
      s => s !== null,
    );
  // "The minister said:" and a paragraph of its own
  const next = doc.sentences[v.sentence + 1];
  if (
    !weak &&
    next &&
    /^:$/.test(doc.tokens[doc.sentences[v.sentence]!.last - 1]!.text) &&
    segment.last - afterFirst <= 8
  )
    return [{ start: next.start, end: next.end }];
  const colon = !weak && afterFirst < segment.last && doc.tokens[afterFirst]?.text === ':';
  if (colon) return restBehind(doc, v, afterFirst, last);
  const rest = restBehind(doc, v, afterFirst, segment.last);
  if (verb === 'expect' && isToBeDone(doc, v)) return rest;
  if (weak && !OBJECT.has(verb) && !ATTITUDE.has(verb))
    return rest.filter(
      () =>
        clauses.length > 0 ||
        opensClause(doc, v, segment.last) ||
        (!THOUGHT.has(verb) && hasObject(doc, v)) ||
        (/^(?:show|see|hear)$/.test(verb) && isDoneByObject(doc, v)),
    );
  return weak && !hasObject(doc, v) && clauses.length === 0 ? [] : rest;
}

/** "“Will you stay?” he asks": whatever the verb, words that a quotation ends before are who speaks. */
const closesQuotation = (doc: Document, first: number): boolean => {
  const before = doc.tokens[first - 1];
  const quotation = before && quotationAt(doc, before.start);
  return quotation !== undefined && /[,?!]["”’]*$/.test(doc.text.slice(quotation.start, quotation.end));
};

/** "As the mayor pointed out, the road was cut", "the road, as the mayor noted, was cut": the clause that the words stand in. */
function aroundAsClause(doc: Document, v: Token, last: number): Span[] {
  const mark = (doc.children[v.index] ?? []).find(c => c < v.index && doc.tokens[c]!.lower === 'as');
  const { first } = doc.sentences[v.sentence]!;
  if (mark === undefined || doc.tokens[v.index]!.deprel !== 'advcl') return [];
  if (mark > first && doc.tokens[mark - 1]!.text !== ',') return [];
  let end = v.index + 1;
  while (end < last && doc.tokens[end]!.text !== ',') end++;
  if (end - v.index > 4) return [];
  return [trimmed(doc, first, mark), trimmed(doc, end, last)].filter(s => s !== null);
}

/** "expect the army to push on": an object that is to do something. */
const isToBeDone = (doc: Document, v: Token): boolean =>
  (doc.children[v.index] ?? []).some(
    c =>
      base(doc.tokens[c]!.deprel) === 'obj' &&
      (doc.children[c] ?? []).some(k => doc.tokens[k]!.deprel === 'acl' && doc.tokens[k]!.xpos === 'VB'),
  );

/** "A poll shows that …": a clause right behind, wherever the tree hangs it. */
const opensClause = (doc: Document, v: Token, last: number): boolean =>
  doc.tokens[v.index + 1]?.lower === 'that' && hasFiniteVerb(doc, v.index + 2, last);

/** "The film shows tanks entering the town": an object that does something. */
const isDoneByObject = (doc: Document, v: Token): boolean =>
  (doc.children[v.index] ?? []).some(
    c =>
      c > v.index &&
      base(doc.tokens[c]!.deprel) === 'obj' &&
      (doc.children[c] ?? []).some(k => doc.tokens[k]!.deprel === 'acl' && doc.tokens[k]!.xpos === 'VBG'),
  );

const hasObject = (doc: Document, v: Token): boolean =>
  (doc.children[v.index] ?? []).some(c =>
    ['obj', 'obl', 'xcomp', 'ccomp', 'advcl', 'parataxis'].includes(base(doc.tokens[c]!.deprel)),
  );

/** Whether somebody else speaks behind a colon: "says: the town is lost; the army denies it". */
const speaksAgain = (doc: Document, v: Token): boolean =>
  doc.tokens
    .slice(v.index + 1, doc.sentences[v.sentence]!.last)
    .some(t => t.upos === 'VERB' && (SAY.has(t.lemma) || OBJECT.has(t.lemma)));

/** Whether nothing but time and place stands between the verb and the end of its segment. */
const isLast = (doc: Document, v: Token, last: number): boolean => !hasFiniteVerb(doc, v.index + 1, last);

/** Clauses that depend on the verb as what was said. */
function clausesBelow(doc: Document, v: Token): Span[] {
  const spans: Span[] = [];
  for (const c of doc.children[v.index] ?? []) {
    const t = doc.tokens[c]!;
    const relation = base(t.deprel);
    if (relation !== 'ccomp' && relation !== 'xcomp' && !isThatClause(doc, t)) continue;
    const run = subtree(doc, c, x => x.index === v.index);
    // "though it was late, one study found the plan had …": what the tree hangs on the clause from before the verb
    const crosses = run.first < v.index && run.last > v.index;
    if (crosses && c < v.index) continue;
    const span = trimmed(doc, crosses ? v.index + 1 : run.first, run.last);
    if (span) spans.push(span);
  }
  return spans;
}

/** Behind "said", the day that it was said on. */
const afterDay = (doc: Document, v: Token): number => {
  let i = v.index + 1;
  while (
    /^(?:on|in|at|late|early|(?:mon|tues|wednes|thurs|fri|satur|sun)day|night|morning|evening|afternoon|yesterday|today)$/.test(
      doc.tokens[i]?.lower ?? '',
    )
  )
    i++;
  return i;
};
/** A whole clause, set off by a comma, before the speaker. */
const isClosed = (doc: Document, before: { first: number; last: number }, speaker: Speaker): boolean =>
  speaker.run.first > before.first &&
  doc.tokens[speaker.run.first - 1]?.text === ',' &&
  hasFiniteVerb(doc, before.first, before.last);

/** "… that it had left and would be back", "… and that units resisted": what goes on with the clause, if nobody else speaks in it. */
function continued(doc: Document, v: Token, behind: readonly Span[], last: number): Span[] {
  const clause = behind.at(-1)!;
  let at = v.index + 1;
  while (at < last && doc.tokens[at]!.start < clause.end) at++;
  const comma = doc.tokens[at]?.text === ',' ? at + 1 : at;
  const joint = doc.tokens[comma];
  const next = doc.tokens[comma + 1];
  if (!joint || !next || comma + 1 >= last || !/^(?:and|but|or)$/.test(joint.lower)) return [...behind];
  const shared = next.lower === 'that' || next.upos === 'VERB' || next.upos === 'AUX';
  const rest = doc.tokens.slice(comma + 1, last);
  const own = rest.some(t => t.upos === 'VERB' && (SAY.has(t.lemma) || OBJECT.has(t.lemma)));
  if (!shared || own) return [...behind];
  return [...behind.slice(0, -1), { start: clause.start, end: trimmed(doc, comma, last)?.end ?? clause.end }];
}

/** "… said that it had left and that the road was open": the second clause, wherever the tree hangs it. */
const isThatClause = (doc: Document, t: Token): boolean =>
  base(t.deprel) === 'conj' &&
  (doc.children[t.index] ?? []).some(
    c => c < t.index && doc.tokens[c]!.lower === 'that' && doc.tokens[c]!.deprel === 'mark',
  );

/** What goes on behind "…, he said, and …". */
function goingOn(doc: Document, v: Token, first: number, last: number): Span[] {
  let at = first;
  while (at < last && doc.tokens[at]!.text !== ',') at++;
  const next = doc.tokens[at + 1]?.lower ?? '';
  if (!/^(?:and|but|that)$/.test(next) || !hasFiniteVerb(doc, at + 1, last)) return [];
  // a new subject that speaks itself is no part of it
  const speaks = doc.tokens
    .slice(at + 1, last)
    .some(t => t.upos === 'VERB' && SAY.has(t.lemma) && t.index !== v.index);
  const span = speaks ? null : trimmed(doc, at + 2, last);
  return span ? [span] : [];
}

/** All that stands behind the verb in its segment, from "that" on where there is one near. */
function restBehind(doc: Document, v: Token, first: number, last: number): Span[] {
  let from = first;
  for (let i = v.index + 1; i < Math.min(last, v.index + 8); i++)
    if (doc.tokens[i]!.lower === 'that' && doc.tokens[i]!.upos === 'SCONJ') {
      from = i + 1;
      break;
    }
  const span = trimmed(doc, from, last);
  return span && span.end - span.start > 3 ? [span] : [];
}

/** Quotations of the verb's sentence, outside of which it stands, whole even where they run on over sentences. */
function quotedBy(doc: Document, v: Token, speaker: Speaker): Span[] {
  const sentence = doc.sentences[v.sentence]!;
  const words = spanOf(doc, speaker.run);
  return doc.quotations
    .filter(q => overlaps(q, sentence) && !(q.start <= v.start && v.end <= q.end) && !overlaps(q, words))
    .map(q => ({ start: q.start, end: q.end }));
}

const withQuotes = (content: readonly Span[], quotes: readonly Span[]): Span[] => [
  ...content,
  ...quotes.filter(q => !content.some(c => covers(c, q))),
];
