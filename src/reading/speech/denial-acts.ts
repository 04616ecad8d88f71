import { readFileSync } from 'node:fs';
import { type Document, NEGATORS, type Token } from '../../language/index.ts';
import { caseOf, slotsOf } from '../frames/slots.ts';
import { isCalledElse } from '../scope/told-as-false.ts';
import { sets } from '../scope/words.ts';
import { quotationAt } from './spans.ts';

/**
 * Words by which a text says that what was told just before is not so. `word` denies; `by` heads the words for who does, null where
 * the speech over the word tells it; `noun` is the noun for what is denied, null for a pronoun; `ofPerson` where somebody is contradicted.
 */
export interface DenialAct {
  readonly word: number;
  readonly by: number | null;
  readonly noun: number | null;
  readonly ofPerson: boolean;
  /** A clause that stands for the one before it: "they have not". */
  readonly short?: true;
}

interface Words {
  readonly contradict: readonly string[];
  readonly claims: readonly string[];
  readonly true: readonly string[];
  readonly truth: readonly string[];
  readonly calls: readonly string[];
  readonly happen: readonly string[];
  readonly events: Readonly<Record<string, readonly string[]>>;
}
const WORDS = JSON.parse(readFileSync(new URL('./data/denials.json', import.meta.url), 'utf8')) as Words;
const { contradict, claims, truth, calls, happen } = WORDS;
const PRONOUN = /^(?:this|that|it|these|both|they|which|all|either)$/;
const PERSON = /^(?:him|her|them|he|she)$/;

/** The events that a noun takes up ("the loss", "any withdrawal"); null for nouns of telling and for pronouns. */
export const deniedEvents = (doc: Document, noun: number | null): readonly string[] | null =>
  noun === null ? null : (WORDS.events[doc.tokens[noun]!.lemma] ?? null);

/** Whether a noun is for what somebody told, not for what is so: "the claim", "their statement". */
export const isOfSomebody = (doc: Document, noun: number | null): boolean =>
  noun !== null &&
  /^(?:claim|statement|announcement|assertion|allegation|accusation|boast|version|account)$/.test(
    doc.tokens[noun]!.lemma,
  );

const kidsOf = (doc: Document, t: Token): Token[] => doc.children[t.index]!.map(c => doc.tokens[c]!);

/**
 * All denials of what was told before, in order: "the army denied this", "that was denied by the army", "he said it was not true",
 * "there is no truth in the claim", "called the report nonsense", "nothing of the sort had happened".
 * @example findDenials(parseText('A spokesman said that was a lie.'))[0].word // of "lie"
 */
export function findDenials(doc: Document): DenialAct[] {
  return doc.tokens.flatMap(t => denialAt(doc, t) ?? []);
}

function denialAt(doc: Document, t: Token): DenialAct | null {
  if (t.upos === 'VERB' && sets.denied.has(t.lemma)) return denied(doc, t);
  if (t.upos === 'VERB' && calls.includes(t.lemma)) return calledFalse(doc, t);
  if (truth.includes(t.lemma)) return withoutTruth(doc, t);
  const short = shortAnswer(doc, t);
  if (short) return short;
  if (happen.includes(t.lemma)) return nothingHappened(doc, t);
  return calledSo(doc, t);
}

/** A pronoun, or a noun of telling or of what happened, that says no more than that: "this", "the claim", "any withdrawal". */
function takesUp(doc: Document, t: Token): boolean {
  if (PRONOUN.test(t.lower)) return true;
  const told = claims.includes(t.lemma) || (t.upos === 'NOUN' && t.lemma in WORDS.events);
  if (!told) return false;
  if (/^(?:that|of|about|from)$/.test(doc.tokens[t.index + 1]?.lower ?? '')) return false;
  const kids = kidsOf(doc, t);
  if (kids.some(k => k.deprel === 'acl:relcl')) return WORDS.events[t.lemma] === undefined;
  const says = (k: Token): boolean =>
    (k.deprel === 'acl' && k.xpos !== 'VBN' && !/^(?:say|add)ing$/.test(k.lower)) ||
    k.deprel === 'ccomp' ||
    (k.deprel.startsWith('nmod') && /^(?:of|from|that|to|in|on)$/.test(caseOf(doc, k.index)));
  return !kids.some(k => k.index > t.index && says(k));
}

const asNoun = (t: Token): number | null => (t.upos === 'NOUN' ? t.index : null);

/** "The army denied this", "a claim denied by the army", "…, which the army denies", "that was denied by the army". */
function denied(doc: Document, verb: Token): DenialAct | null {
  const kids = kidsOf(doc, verb);
  if (kids.some(k => k.deprel === 'advmod' && NEGATORS.has(k.lower))) return null;
  const apposed = denierOfApposed(doc, verb);
  if (apposed !== null) return { word: verb.index, by: apposed, noun: null, ofPerson: false };
  const slots = slotsOf(doc, verb.index);
  const subject = slots.subj.find(i => ['NOUN', 'PROPN', 'PRON'].includes(doc.tokens[i]!.upos));
  // "denied the rebels' claim, saying …", where the tree takes the noun for a clause
  const mistaken = kids.find(
    k =>
      k.deprel === 'ccomp' &&
      k.upos === 'NOUN' &&
      !doc.children[k.index]!.some(c => doc.tokens[c]!.deprel === 'cop'),
  );
  const object =
    pronounBehind(doc, verb) ?? slots.obj.map(o => doc.tokens[o]!).find(o => o.index !== subject) ?? mistaken;
  if (!object || subject === undefined) return null;
  const person = contradict.includes(verb.lemma) && (PERSON.test(object.lower) || isBody(doc, object));
  if (!person && !takesUp(doc, object)) return null;
  if (!slots.passive && object.index < verb.index) return null;
  if (person === false && isCalledElse(doc, verb, object)) return null;
  return { word: verb.index, by: subject, noun: asNoun(object), ofPerson: person };
}

/** "denied this: …", "calls that a lie": the pronoun right behind a verb, whatever the tree makes of it. */
export function pronounBehind(doc: Document, verb: Token): Token | null {
  const [next, after] = [doc.tokens[verb.index + 1], doc.tokens[verb.index + 2]];
  if (next?.sentence !== verb.sentence || !/^(?:it|this|that|these|both)$/.test(next.lower)) return null;
  return !after || after.sentence !== verb.sentence || /^(?:[.,;:–—-]|an?|as|false|untrue)$/.test(after.lower)
    ? next
    : null;
}

/** "contradicted the rebels": those who said it, not what. */
const isBody = (doc: Document, t: Token): boolean =>
  ['NOUN', 'PROPN'].includes(t.upos) &&
  /(?:rebels|fighters|army|ministry|militia|group|government|spokes\w+|governor|commander|officials?|residents?|general|colonel|mayor)$/.test(
    t.lower,
  ) &&
  !doc.children[t.index]!.some(c => doc.tokens[c]!.deprel.startsWith('acl'));

/** "…, a claim denied by the army", "…, which the army denies": who denies what the words before say. */
function denierOfApposed(doc: Document, verb: Token): number | null {
  const kids = kidsOf(doc, verb);
  const which = kids.find(c => c.lower === 'which' && c.index < verb.index);
  const sums = which !== undefined && doc.tokens[which.index - 1]?.text === ',';
  const noun = apposedClaim(doc, verb);
  if (noun === null && !sums) return null;
  const by = kids.find(c => /^obl/.test(c.deprel) && caseOf(doc, c.index) === 'by');
  const subject = kids.find(
    c => c.deprel === 'nsubj' && c.index !== noun && !/^(?:which|that)$/.test(c.lower),
  );
  return (verb.xpos === 'VBN' && by ? by : subject)?.index ?? null;
}

/** "…, [a claim] (that) the army denied": right before the verb or its subject, set off by a comma; null where there is none. */
export function apposedClaim(doc: Document, verb: Token): number | null {
  const from = Math.max(0, verb.index - 9);
  const noun = doc.tokens
    .slice(from, verb.index)
    .findLast(
      t =>
        t.lower === 'something' ||
        (claims.includes(t.lemma) && /^(?:an?|both)$/.test(doc.tokens[t.index - 1]?.lower ?? '')),
    );
  const comma = noun && (noun.lower === 'something' ? noun.index - 1 : noun.index - 2);
  if (!noun || !/^[,–—-]$/.test(doc.tokens[comma!]?.text ?? '')) return null;
  const own = verb.head === noun.index || noun.head === verb.index || verb.index - noun.index <= 3;
  return own && noun.sentence === verb.sentence ? noun.index : null;
}

/** "It was not true", "the claim is false", "that is a lie": said of what was told. */
function calledSo(doc: Document, t: Token): DenialAct | null {
  const kids = kidsOf(doc, t);
  const negated = kids.some(k => NEGATORS.has(k.lower) && /^(?:advmod|det)/.test(k.deprel));
  const isFalse = sets.false.has(t.lemma) && !negated;
  const copula = kids.some(k => k.deprel === 'cop');
  if (!copula) return isFalse ? exclaimed(doc, t) : null;
  const subject = kids.find(k => k.deprel.startsWith('nsubj') || k.deprel === 'expl');
  if (!subject || kids.some(k => /^(?:ccomp|csubj|acl|xcomp)/.test(k.deprel) && k.index > t.index))
    return null;
  const nobody = kidsOf(doc, subject).some(k => /^(?:neither|no|none)$/.test(k.lower) && k.deprel === 'det');
  const untrue = WORDS.true.includes(t.lemma) && negated !== nobody;
  if ((!isFalse && !untrue) || !takesUp(doc, subject)) return null;
  // "the report was wrong about the bridge", "it was wrong to leave": not that it is false
  if (t.lemma === 'wrong' || t.lemma === 'right') {
    const next = doc.tokens[t.index + 1]?.lower ?? '';
    if (/^(?:about|to|on|for|side|place|time)$/.test(next)) return null;
    if (!claims.includes(subject.lemma) && !standsForClaims(doc, subject)) return null;
  }
  return { word: t.index, by: null, noun: asNoun(subject), ofPerson: false };
}

/** "There were rumours that …; they are wrong": a pronoun behind a noun for several things told. */
const standsForClaims = (doc: Document, t: Token): boolean =>
  /^(?:they|these|those)$/.test(t.lower) &&
  doc.tokens
    .slice(doc.sentences[t.sentence]!.first, t.index)
    .some(x => x.xpos === 'NNS' && claims.includes(x.lemma));

/** "“Lies,” said the governor.": a quotation that is no more than the word. */
function exclaimed(doc: Document, t: Token): DenialAct | null {
  const quote = quotationAt(doc, t.start);
  if (!quote || quote.end - quote.start > t.text.length + 20) return null;
  const words = doc.text
    .slice(quote.start, quote.end)
    .replace(/[^\p{L}\s]/gu, '')
    .trim()
    .toLowerCase();
  const bare = words.replace(/^(?:all|pure|sheer|complete|total|just|simply|just|more)\s+/, '');
  return bare === t.lower ? { word: t.index, by: null, noun: null, ofPerson: false } : null;
}

/** "called the claim lies", "described it as nonsense". */
function calledFalse(doc: Document, verb: Token): DenialAct | null {
  const slots = slotsOf(doc, verb.index);
  const told =
    pronounBehind(doc, verb) ??
    slots.obj.map(o => doc.tokens[o]!).find(o => o.index > verb.index && takesUp(doc, o));
  const beside = told ?? doc.tokens.slice(verb.index + 1, verb.index + 4).find(t => claims.includes(t.lemma));
  const subject = slots.subj[0];
  if (!beside || subject === undefined || slots.passive || !takesUp(doc, beside)) return null;
  const { last } = doc.sentences[verb.sentence]!;
  const named = doc.tokens
    .slice(beside.index + 1, Math.min(last, beside.index + 8))
    .find(t => sets.false.has(t.lemma));
  return named ? { word: verb.index, by: subject, noun: asNoun(beside), ofPerson: false } : null;
}

/** "There is no truth in that", "there was not a word of truth in the claim". */
function withoutTruth(doc: Document, t: Token): DenialAct | null {
  const before = doc.tokens.slice(Math.max(0, t.index - 6), t.index).filter(x => x.sentence === t.sentence);
  if (!before.some(x => NEGATORS.has(x.lower)) || !before.some(x => x.lower === 'there')) return null;
  const link = doc.tokens[t.index + 1]?.lower ?? '';
  if (!/^(?:in|to|for|behind)$/.test(link)) return link === '.' || link === ',' ? at(t) : null;
  const noun = doc.tokens.slice(t.index + 2, t.index + 6).find(x => takesUpLightly(doc, x));
  return noun ? { ...at(t), noun: asNoun(noun) } : null;
}
const at = (t: Token): DenialAct => ({ word: t.index, by: null, noun: null, ofPerson: false });
const takesUpLightly = (doc: Document, t: Token): boolean =>
  takesUp(doc, t) && doc.tokens[t.index + 1]?.lower !== 'that' && doc.tokens[t.index + 1]?.lower !== 'of';

/** Auxiliaries that stand for a whole clause. */
const STANDS_FOR = /^(?:have|has|had|do|does|did|is|are|was|were|'ve|’ve)$/;
const ANSWERS = /^(?:they|it|he|she|we)$/;
/** Words that may stand before a short answer. */
const OPENS = /^(?:["“'‘]|no|but|and|yet|in|fact|,|however|today|still|[-–—:;])$/;

/** "They have not.", "It did not, residents said", "but it hadn't": a clause of which only subject, auxiliary and "not" are left. */
function shortAnswer(doc: Document, t: Token): DenialAct | null {
  const [subject, not, next] = [doc.tokens[t.index - 1], doc.tokens[t.index + 1], doc.tokens[t.index + 2]];
  if (!STANDS_FOR.test(t.lower) || !subject || !not || !next) return null;
  if (subject.sentence !== t.sentence || !ANSWERS.test(subject.lower)) return null;
  if (!/^(?:not|n't|n’t|never)$/.test(not.lower) || !/^(?:[.,;:!"”–—-]|yet|so)$/.test(next.lower))
    return null;
  const { first } = doc.sentences[t.sentence]!;
  const opens = doc.tokens.slice(first, subject.index).every(x => OPENS.test(x.lower));
  const joined = /^(?:but|and|which)$/.test(doc.tokens[subject.index - 1]?.lower ?? '');
  return opens || joined ? { ...at(t), short: true } : null;
}

/** "Nothing of the sort had happened", "no such thing took place". */
function nothingHappened(doc: Document, verb: Token): DenialAct | null {
  const subject = kidsOf(doc, verb).find(k => k.deprel.startsWith('nsubj'));
  if (!subject) return null;
  const words = doc.tokens.slice(Math.max(0, subject.index - 2), subject.index + 4).map(x => x.lower);
  const nothing = subject.lower === 'nothing' && /^(?:sort|kind)$/.test(words.at(-1) ?? '');
  const noSuch = /^(?:thing|event|incident)$/.test(subject.lemma) && words[0] === 'no' && words[1] === 'such';
  return nothing || noSuch ? at(verb) : null;
}
