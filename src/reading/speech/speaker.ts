import type { Document, Token } from '../../language/document.ts';
import { slotsOf } from '../frames/slots.ts';
import { ATTITUDE, SAY } from './cues.ts';
import { openingPhrase } from './opening-phrase.ts';
import { base, hasFiniteVerb, quotationAt, subtree } from './spans.ts';
import type { Run } from './speech-act.ts';

/** Who speaks, by the token that heads the words, and those words. */
export interface Speaker {
  readonly head: number;
  readonly run: Run;
}

const isName = (t: Token | undefined): boolean =>
  t != null &&
  !/^(?:itself|himself|herself|themselves)$/.test(t.lower) &&
  (t.upos === 'NOUN' ||
    t.upos === 'PROPN' ||
    (t.upos === 'PRON' && !/^(?:that|which|what|there|this)$/.test(t.lower)));
const PHRASE = new Set(['NOUN', 'PROPN', 'PRON', 'ADJ', 'DET', 'NUM', 'ADP', 'SYM', 'X', 'PART']);
const DAY =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^(?:yesterday|today|tonight|tomorrow|later|earlier|also|then|now|early|late|on|in|january|february|march|april|june|july|august|september|october|november|december)$/;
/** Characters from which on a quotation is speech, not words. */
const UTTERANCE = 25;
const RELATIVE = /^(?:who|whom|whose|which|that)$/;
const boundary = (t: Token | undefined): boolean =>
  t == null || /^[,;:"“”«»—–()-]$|^--$|^''$|^``$/.test(t.text);

/** The speaker of a cue verb: inverted ("…, says X"), right before it, or the tree's subject. Null where none is named. */
export function speakerOf(doc: Document, v: Token, verb: string): Speaker | null {
  const quoted = /^VB[DZPN]$/.test(v.xpos) ? behindQuotation(doc, v) : null;
  if (quoted) return quoted;
  const slots = slotsOf(doc, v.index);
  const told = slots.passive ? undefined : slots.subj.find(i => !DAY.test(doc.tokens[i]!.lower));
  const subject = told === undefined ? undefined : withoutClock(doc, outsideRelative(doc, told, v));
  // "X, a lawyer from Y, said": a subject that reaches up to the verb leaves no room for inversion
  const reaches =
    subject !== undefined &&
    !holdsClause(doc, phraseRun(doc, subject, v), v) &&
    subject < v.index &&
    !isCutOff(doc, subject, v) &&
    phraseRun(doc, subject, v).last >= v.index - 1 &&
    !(isLong(phraseRun(doc, subject, v)) && endsSentence(doc, v));
  const closes = nameCloses(doc, v, doc.sentences[v.sentence]!.last);
  // "the museum, he said, celebrated several heroes": verbs that hardly say anything follow a comma for other reasons
  const behindComma = !SAY.has(verb) && doc.tokens[v.index - 1]?.text === ',';
  const inverted = ATTITUDE.has(verb) || behindComma || (reaches && !closes) ? null : afterVerb(doc, v);
  if (inverted) return inverted;
  const beside = ATTITUDE.has(verb) || v.xpos === 'VBG' ? null : rightBefore(doc, v);
  if (subject !== undefined && !isCutOff(doc, subject, v)) {
    const run = phraseRun(doc, subject, v);
    // the tree's subject stands, unless another noun phrase of its own stands closer, behind a comma or quotation mark
    const apart =
      beside?.apart &&
      beside.run.first > subject &&
      holdsClause(doc, { first: run.first, last: beside.run.first }, v);
    const within = beside && run.first <= beside.head && beside.head < run.last;
    // a subject taken over from another verb gives way to a name right before this one
    if (beside && !within && doc.tokens[subject]!.head !== v.index && isName(doc.tokens[beside.run.last - 1]))
      return { head: beside.head, run: beside.run };
    // "…, two officials and a resident said": the list that the tree cuts in two
    const list = beside?.apart && within && beside.run.first < run.first && beside.run.last >= run.last;
    if (list) return { head: beside.head, run: beside.run };
    if (!apart && (!beside || within || subject === beside.head || !beside.apart))
      return { head: subject, run };
  }
  return beside ? { head: beside.head, run: beside.run } : openingPhrase(doc, v, verb);
}

/** "…, said Ann Field, a teacher at the school.": a comma before, a name behind, and no verb of its own to the end. */
const endsSentence = (doc: Document, v: Token): boolean =>
  SAY.has(v.lemma) &&
  doc.tokens[v.index - 1]?.text === ',' &&
  doc.tokens[v.index + 1]?.upos === 'PROPN' &&
  !DAY.test(doc.tokens[v.index + 1]!.lower) &&
  !hasFiniteVerb(doc, v.index + 1, relativeBehind(doc, v));
const isLong = (run: Run): boolean => run.last - run.first > LONG_SUBJECT;
const LONG_SUBJECT = 14;
const relativeBehind = (doc: Document, v: Token): number => {
  let i = v.index + 1;
  while (i < doc.sentences[v.sentence]!.last && !RELATIVE.test(doc.tokens[i]!.lower)) i++;
  return i;
};

/** "residents who reached the next town said": a subject inside a relative clause that ends before the verb gives way to its noun. */
function outsideRelative(doc: Document, i: number, v: Token): number {
  if (i > v.index) return i;
  const { first } = doc.sentences[v.sentence]!;
  for (let k = i; k > Math.max(first, i - 6); k--) {
    const t = doc.tokens[k]!;
    if (t.text === ',' || t.upos === 'SCONJ') return i;
    if (!/^(?:who|which)$/.test(t.lower)) continue;
    const noun = doc.tokens[k - 1];
    return noun && isName(noun) && hasFiniteVerb(doc, k, i) ? noun.index : i;
  }
  return i;
}

/** "20:05 - The army says": the time of the entry is not who speaks. */
function withoutClock(doc: Document, i: number): number {
  if (!/^\d{1,2}[.:]\d\d$/.test(doc.tokens[i]!.text)) return i;
  return (doc.children[i] ?? []).find(c => c > i && isName(doc.tokens[c])) ?? i;
}

/** "The town fell on Monday, a captain said": a "subject" that holds a clause of its own is the tree's error. */
function holdsClause(doc: Document, run: Run, v: Token): boolean {
  const last = Math.min(run.last, v.index);
  const words = doc.tokens.slice(run.first, last);
  if (words.some(t => RELATIVE.test(t.lower) || t.lower === 'where')) return false;
  return hasFiniteVerb(doc, run.first, last) || words.some(t => isMistakenPast(doc, t));
}
/** "Sadra, in the north, passed into …, its governor said": a past tense that the tagger takes for a participle. */
const isMistakenPast = (doc: Document, t: Token): boolean =>
  t.xpos === 'VBN' &&
  t.lower.endsWith('ed') &&
  !/^(?:by|with|in|on|from|to)$/.test(doc.tokens[t.index + 1]?.lower ?? 'by');

/** A subject inside a quotation that the verb stands outside of is none. */
const isCutOff = (doc: Document, subject: number, v: Token): boolean => {
  const q = quotationAt(doc, doc.tokens[subject]!.start);
  return q !== undefined && !(q.start <= v.start && v.end <= q.end);
};

/** The words of a noun phrase with what is added to it (relative clauses, appositions), without the verb that it speaks by. */
export function phraseRun(doc: Document, head: number, v: Token): Run {
  const run = subtree(
    doc,
    head,
    t =>
      t.index === v.index ||
      (['parataxis', 'ccomp', 'advcl', 'dep', 'discourse'].includes(base(t.deprel)) && t.head === head) ||
      (base(t.deprel) === 'case' && t.head === head) ||
      (base(t.deprel) === 'cc' && t.head === head) ||
      (t.upos === 'PUNCT' && t.head === head && t.index < head) ||
      (t.upos === 'VERB' && v.index > head && t.index > v.index),
  );
  let { first, last } = run;
  if (v.index > head && last > v.index) last = v.index;
  if (v.index < head && first <= v.index) first = v.index + 1;
  while (
    first < head &&
    (doc.tokens[first]!.upos === 'PUNCT' ||
      doc.tokens[first]!.upos === 'ADP' ||
      doc.tokens[first]!.upos === 'CCONJ')
  )
    first++;
  const doing = (doc.children[head] ?? []).find(c => c < v.index && isDoing(doc, doc.tokens[c]!, head));
  if (doing !== undefined) last = Math.min(last, doing - 1);
  last = withoutTail(doc, head, last);
  first = behindCopula(doc, head, first);
  // "20:05 - The police say": the time of the entry is no part of the name
  for (let i = head - 1; i > first; i--)
    if (/^[-–—:]$/.test(doc.tokens[i]!.text) && doc.text[doc.tokens[i]!.start - 1] === ' ') first = i + 1;
  // the article that the tree hangs elsewhere
  while (
    first > 0 &&
    doc.tokens[first - 1]!.sentence === v.sentence &&
    first - 1 !== v.index &&
    (isPartOfName(doc, first - 1) || isTitleOf(doc, first - 1, v))
  )
    first--;
  return { first, last: closeComma(doc, last, v) };
}
/** "The president, opening a school on Monday, said": what somebody does meanwhile is no part of who he is. */
const isDoing = (doc: Document, t: Token, head: number): boolean =>
  t.xpos === 'VBG' && t.head === head && t.index > head && doc.tokens[t.index - 1]!.text === ',';

/** Words at the end of a phrase that belong to the verb: adverbs, "who", "on Monday". */
function withoutTail(doc: Document, head: number, end: number): number {
  let last = end;
  for (;;) {
    const t = doc.tokens[last - 1]!;
    if (last <= head + 1) return last;
    const adverbial = ['AUX', 'ADV', 'CCONJ', 'SCONJ'].includes(t.upos) || RELATIVE.test(t.lower);
    if (!adverbial && !(DAY.test(t.lower) && t.deprel !== 'flat')) return last;
    last--;
  }
}
/** "It was the commander who said": the words before him are no part of his name. */
function behindCopula(doc: Document, head: number, first: number): number {
  const copula = (doc.children[head] ?? []).find(c => c < head && doc.tokens[c]!.deprel === 'cop');
  const dummy = /^(?:it|that|this|there)$/.test(doc.tokens[first]!.lower);
  return copula !== undefined && dummy && first < copula ? copula + 1 : first;
}
const isPartOfName = (doc: Document, i: number): boolean => {
  const t = doc.tokens[i]!;
  const next = doc.tokens[i + 1]!;
  return (
    (/^(?:the|a|an)$/.test(t.lower) && ['NOUN', 'PROPN', 'ADJ', 'NUM'].includes(next.upos)) ||
    (t.upos === 'PROPN' && next.upos === 'PROPN')
  );
};
/** "State news agency SANA said": a common noun before the name that the tree takes for another subject. */
const isTitleOf = (doc: Document, i: number, v: Token): boolean => {
  const t = doc.tokens[i]!;
  const title = t.upos === 'NOUN' && t.deprel === 'nsubj' && t.head === v.index;
  const before =
    t.upos !== 'PUNCT' && doc.tokens[t.head]?.upos === 'NOUN' && doc.tokens[t.head]!.head === v.index;
  return title ? doc.tokens[i + 1]!.upos === 'PROPN' : before && t.head > i && t.deprel === 'compound';
};

/** "X, a lawyer from Y, said": the comma that closes an apposition goes with it. */
const closeComma = (doc: Document, last: number, v: Token): number =>
  doc.tokens[last]?.text === ',' && last + 1 === v.index ? last + 1 : last;

/** "“…,” X, a lawyer from Y, said": all that stands between a quotation and the verb, where no other verb stands there. */
function behindQuotation(doc: Document, v: Token): Speaker | null {
  const sentence = doc.sentences[v.sentence]!;
  let first = v.index;
  while (first > sentence.first && !quotationAt(doc, doc.tokens[first - 1]!.start)) first--;
  if (first === sentence.first || first === v.index || v.index - first > 40 || quotationAt(doc, v.start))
    return null;
  // only the end of an utterance, not a quoted word: “…,” “…!”, or a long one in text that has lost its commas
  const quote = quotationAt(doc, doc.tokens[first - 1]!.start);
  const end5 = doc.text.slice(Math.max(0, doc.tokens[first]!.start - 5), doc.tokens[first]!.start);
  const long = quote !== undefined && quote.end - quote.start > UTTERANCE && /\w["”»]\s*$/.test(end5);
  if (!long && !/[,.!?—–-]["”’»']*\s*$/.test(end5)) return null;
  while (first < v.index && doc.tokens[first]!.upos === 'PUNCT') first++;
  let last = v.index;
  while (last > first && ['ADV', 'AUX'].includes(doc.tokens[last - 1]!.upos)) last--;
  if (!isName(doc.tokens[first]) && !['DET', 'ADJ', 'NUM'].includes(doc.tokens[first]?.upos ?? ''))
    return null;
  let end = first;
  while (end < last && (PHRASE.has(doc.tokens[end]!.upos) || doc.tokens[end]!.lower === 'and')) {
    if (end > first && RELATIVE.test(doc.tokens[end]!.lower)) break;
    end++;
  }
  if (doc.tokens.slice(first, end).every(t => !isName(t)) || hasFiniteVerb(doc, first, end)) return null;
  const head = headWithin(doc, first, end) ?? firstName(doc, first, end);
  return head === null ? null : { head, run: { first, last } };
}
const firstName = (doc: Document, first: number, last: number): number | null => {
  for (let i = first; i < last; i++) if (isName(doc.tokens[i]) && !isName(doc.tokens[i + 1])) return i;
  return null;
};

/** "“…,” said X", "…, says the head of the council". */
function afterVerb(doc: Document, v: Token): Speaker | null {
  const before = doc.tokens[v.index - 1];
  const sentence = doc.sentences[v.sentence]!;
  if (v.xpos === 'VBG' || !before || before.sentence !== v.sentence) return null;
  if (!/^(?:[,"”’?!.–—-]|''|--)$/.test(before.text) && !nameCloses(doc, v, sentence.last)) return null;
  let i = v.index + 1;
  const start = i;
  while (i < sentence.last && ['DET', 'ADJ', 'NUM', 'ADV'].includes(doc.tokens[i]!.upos) && i - start < 4)
    i++;
  if (doc.tokens[i]?.lower === 'of' && oneOf(doc, start, i)) {
    const many = doc.tokens[i]!.head;
    return { head: many, run: { first: start, last: phraseRun(doc, many, v).last } };
  }
  if (!isName(doc.tokens[i]) || DAY.test(doc.tokens[start]!.lower)) return null;
  // "told me": whom somebody speaks to
  if (/^(?:me|us|him|them)$/.test(doc.tokens[i]!.lower)) return null;
  if (
    doc.tokens[i]!.upos === 'PRON' &&
    (i > start || ['VERB', 'AUX', 'ADJ'].includes(doc.tokens[i + 1]?.upos ?? ''))
  )
    return null;
  // "…, said the army had left": a clause follows, not the speaker alone
  let end = i;
  const goesOn = (t: Token): boolean =>
    !RELATIVE.test(t.lower) &&
    (PHRASE.has(t.upos) || t.lower === 'and' || t.text === '-' || isHyphenated(doc, t.index));
  while (end < sentence.last && goesOn(doc.tokens[end]!)) end++;
  const stops = doc.tokens[end];
  if (
    stops &&
    end < sentence.last &&
    (stops.upos === 'AUX' || (stops.upos === 'VERB' && stops.xpos !== 'VBN' && stops.xpos !== 'VBG'))
  )
    return null;
  const closing = nameCloses(doc, v, sentence.last);
  const named = closing ? lastOfName(doc, i) : (headWithin(doc, i, end) ?? i);
  const head = doc.tokens[named]!.deprel === 'flat' ? doc.tokens[named]!.head : named;
  const run = phraseRun(doc, head, v);
  const last = closing ? end : Math.max(run.last, head + 1);
  return { head, run: { first: Math.min(run.first, start), last } };
}

/** "… is the only road we have said Ann Field a teacher": in text that has lost its commas, a name behind "said" that ends the sentence. */
const nameCloses = (doc: Document, v: Token, last: number): boolean =>
  v.lower === 'said' &&
  doc.tokens[v.index - 1]?.upos !== 'PUNCT' &&
  doc.tokens[v.index + 1]?.upos === 'PROPN' &&
  doc.tokens[v.index + 2]?.upos === 'PROPN' &&
  !DAY.test(doc.tokens[v.index + 1]!.lower) &&
  !doc.tokens.slice(v.index + 1, last).some(t => t.upos === 'VERB' || t.upos === 'AUX');

/** "the London-based group": a participle that a hyphen binds. */
const isHyphenated = (doc: Document, i: number): boolean =>
  doc.tokens[i]!.xpos === 'VBN' && doc.tokens[i - 1]?.text === '-';

const lastOfName = (doc: Document, first: number): number => {
  let i = first;
  while (doc.tokens[i + 1]?.upos === 'PROPN') i++;
  return i;
};

/** "one of the two residents", "two of its officers" */
const oneOf = (doc: Document, start: number, of: number): boolean =>
  of - start === 1 &&
  (doc.tokens[start]!.upos === 'NUM' ||
    /^(?:some|many|several|another|both)$/.test(doc.tokens[start]!.lower)) &&
  doc.tokens[of]!.deprel === 'case' &&
  doc.tokens[of]!.head > of;

/** The noun phrase that stands right before the verb; `apart` where a comma or quotation mark sets both off. */
function rightBefore(doc: Document, v: Token): (Speaker & { apart: boolean }) | null {
  const sentence = doc.sentences[v.sentence]!;
  let end = v.index;
  while (
    end > sentence.first &&
    (['AUX', 'ADV', 'PART'].includes(doc.tokens[end - 1]!.upos) || DAY.test(doc.tokens[end - 1]!.lower))
  )
    end--;
  let first = end;
  while (first > sentence.first) {
    const t = doc.tokens[first - 1]!;
    if (!PHRASE.has(t.upos) && t.lower !== 'and' && t.text !== '-' && t.text !== '’s') break;
    if (boundary(t) && t.text !== '-') break;
    first--;
  }
  if (first >= end) return null;
  const head = headWithin(doc, first, end);
  if (head === null) return null;
  const apart = first === sentence.first || boundary(doc.tokens[first - 1]);
  let start = head;
  for (let i = first; i <= head; i++)
    if (!(doc.tokens[i]!.upos === 'ADP' && i === first) && belongs(doc, i, head, first)) {
      start = i;
      break;
    }
  while (start > first && isTitleOf(doc, start - 1, v)) start--;
  const outside = outsideRelative(doc, head, v);
  if (outside !== head) {
    const run = phraseRun(doc, outside, v);
    return { head: outside, run: { first: run.first, last: end }, apart: true };
  }
  const fleeing = subjectOfParticiple(doc, first, sentence.first);
  if (fleeing) return { head: fleeing.head, run: { first: fleeing.first, last: end }, apart: true };
  const parts = apart ? conjuncts(doc, { first, last: end }) : [];
  if (parts.length > 1 && parts[0]!.first < start) start = parts[0]!.first;
  return { head, run: { first: start, last: end }, apart };
}

/** "Villagers fleeing the fighting said": the noun phrase that opens the sentence, behind which a participle stands. */
function subjectOfParticiple(
  doc: Document,
  first: number,
  opens: number,
): { head: number; first: number } | null {
  const participle = doc.tokens[first - 1];
  if (participle?.xpos !== 'VBG' || participle.index <= opens) return null;
  let at = participle.index - 1;
  if (!isName(doc.tokens[at])) return null;
  const head = at;
  while (at > opens && PHRASE.has(doc.tokens[at - 1]!.upos)) at--;
  return at === opens ? { head, first: at } : null;
}

/**
 * The noun phrases that a run of words coordinates, without the help of the tree: split at an "and" that stands before an
 * article, a number, or a noun like the one before it. One part where it coordinates none.
 */
export function conjuncts(doc: Document, run: Run): (Run & { head: number })[] {
  const words = doc.tokens.slice(run.first, run.last);
  if (words.some(t => t.upos === 'VERB' || t.upos === 'AUX')) return [];
  const cuts = words.filter(t => t.lower === 'and' && startsPhrase(doc, t.index + 1, run)).map(t => t.index);
  const starts = [run.first, ...cuts.map(c => c + 1)];
  const parts = starts.map((first, i) => ({ first: first, last: cuts[i] ?? run.last }));
  const heads = parts.map(p => lastName(doc, p));
  return heads.every(h => h !== null) ? parts.map((p, i) => ({ ...p, head: heads[i]! })) : [];
}
const startsPhrase = (doc: Document, i: number, run: Run): boolean => {
  const t = doc.tokens[i];
  if (!t || i >= run.last) return false;
  const before = doc.tokens[i - 2]!;
  const plural = /^NNP?S$/;
  return ['DET', 'NUM'].includes(t.upos) || (plural.test(t.xpos) && plural.test(before.xpos));
};
/** The last word of the first noun group of a phrase that begins with it: "two officials in the town". */
function lastName(doc: Document, run: Run): number | null {
  let i = run.first;
  while (i < run.last && ['DET', 'NUM', 'ADJ'].includes(doc.tokens[i]!.upos)) i++;
  if (!isName(doc.tokens[i])) return null;
  while (i + 1 < run.last && isName(doc.tokens[i + 1])) i++;
  return i;
}

/** Whether a token lies under the head by steps that stay in the phrase. */
function belongs(doc: Document, i: number, head: number, first: number): boolean {
  let at = i;
  for (let hops = 0; hops < 6 && at >= first; hops++) {
    if (at === head) return true;
    at = doc.tokens[at]!.head;
  }
  return false;
}

/** Of the tokens of a run, the last name without a preposition whose head lies outside; a conjunct gives way to the first of its list. */
function headWithin(doc: Document, first: number, last: number): number | null {
  for (let i = last - 1; i >= first; i--) {
    const t = doc.tokens[i]!;
    if (!isName(t) || (t.head >= first && t.head < last)) continue;
    const cased = (doc.children[i] ?? []).some(
      c => base(doc.tokens[c]!.deprel) === 'case' && c < i && doc.tokens[c]!.upos === 'ADP',
    );
    if (!cased) return i;
  }
  return null;
}
