import { type Document, NEGATORS, type Token } from '../../language/index.ts';
import { SAYS } from './silence.ts';
import { sets } from './words.ts';

/** How many words may stand between what is told and its "that": "a report by a foreign newspaper that …". */
const REACH = 8;
/** How many words may stand between "were" and "false": "were completely and utterly false". */
const PREDICATE = 4;

/** Words behind which a that-clause has ended or another begun. */
const OVER =
  /^(?:[;:“”"]|but|while|whereas|although|though|saying|insisting|adding|because|since|which|who|as)$/;

/**
 * The word by which a clause is told as false, found by the words alone, where the tree hangs it elsewhere: "denied a report by a
 * foreign newspaper that it had left", "denied that they had crossed and were in control", "claims by rebel channels that they
 * remain are baseless". Null where there is none.
 */
export function toldAsFalse(doc: Document, event: number): number | null {
  const { first } = doc.sentences[doc.tokens[event]!.sentence]!;
  for (let i = event - 1; i > first; i--) {
    const t = doc.tokens[i]!;
    if (isEnd(doc, t)) return null;
    if (t.lower !== 'that' || t.deprel === 'det') continue;
    const before = doc.tokens[i - 1]!;
    if (before.lower === 'and' || before.lower === 'or') continue;
    if (isDenial(doc, before)) return goesOnWith(doc, event, before, i) ? null : before.index;
    const noun = toldBefore(doc, i);
    return noun === null ? null : (denierOf(doc, noun) ?? calledFalse(doc, event));
  }
  return null;
}

/** Whether a clause cannot reach over a word to the left: one that says something else, or goes on outside of it. */
function isEnd(doc: Document, t: Token): boolean {
  if (OVER.test(t.lower) || (t.upos === 'VERB' && SAYS.has(t.lemma))) return true;
  return t.text === ',' && /^(?:and|or|nor|so|yet|where|when)$/.test(doc.tokens[t.index + 1]?.lower ?? '');
}

/** "denies that its men took part and holds the town itself": a verb in the tense of the denial, and not of what is denied. */
function goesOnWith(doc: Document, event: number, denial: Token, that: number): boolean {
  const { xpos } = doc.tokens[event]!;
  if (!/^VB[DZP]$/.test(xpos) || xpos !== denial.xpos) return false;
  const link = doc.tokens.slice(that, event).findLast(t => t.upos !== 'ADV');
  const denied = doc.tokens.slice(that, event).find(t => /^VB[DZP]$/.test(t.xpos));
  return /^(?:and|but)$/.test(link?.lower ?? '') && denied !== undefined && denied.xpos !== xpos;
}

const isDenial = (doc: Document, t: Token): boolean =>
  sets.denied.has(t.lemma) &&
  (t.upos === 'VERB' || t.upos === 'AUX') &&
  !doc.children[t.index]!.some(c => NEGATORS.has(doc.tokens[c]!.lower));

/** The noun for what is told before a "that", with nothing but its own phrases between. */
function toldBefore(doc: Document, that: number): number | null {
  for (let i = that - 1; i >= Math.max(0, that - REACH); i--) {
    const t = doc.tokens[i]!;
    if (t.sentence !== doc.tokens[that]!.sentence) return null;
    if (t.upos === 'NOUN' && sets.told.has(t.lemma)) return i;
    if (t.upos === 'PUNCT' || (t.upos === 'VERB' && t.xpos !== 'VBN')) return null;
  }
  return null;
}

/** "denied a report", "dismissed persistent rumours": the verb that the noun is the object of. */
function denierOf(doc: Document, noun: number): number | null {
  const head = doc.tokens[doc.tokens[noun]!.head];
  const object = /^(?:obj|iobj|obl|ccomp|xcomp)/.test(doc.tokens[noun]!.deprel);
  return head && object && head.index < noun && isDenial(doc, head) ? head.index : null;
}

/** "… are baseless", "… were denied", "… have been called lies": what is said of it behind the clause. */
function calledFalse(doc: Document, event: number): number | null {
  const { last } = doc.sentences[doc.tokens[event]!.sentence]!;
  for (let i = event + 1; i < last; i++) {
    const t = doc.tokens[i]!;
    if (isEnd(doc, t) || t.text === ',' || t.lower === 'that') return null;
    if (t.lemma !== 'be' || t.lower === 'being') continue;
    const said = doc.tokens.slice(i + 1, Math.min(last, i + 1 + PREDICATE));
    const named = said.find(x => sets.false.has(x.lemma) || (x.xpos === 'VBN' && sets.denied.has(x.lemma)));
    if (named && !said.some(x => NEGATORS.has(x.lower))) return named.index;
    // "were called “lies”", "have been described as nonsense"
    const verb = said.find(x => sets.calls.has(x.lemma));
    const called = verb && doc.tokens.slice(verb.index, last).find(x => sets.false.has(x.lemma));
    if (called) return verb.index;
  }
  return null;
}

/** "dismissed the defeats as a tactical retreat": called something else, and not denied. */
export function isCalledElse(doc: Document, verb: Token, object: Token): boolean {
  const { last } = doc.sentences[verb.sentence]!;
  const as = doc.tokens.slice(object.index, Math.min(last, object.index + 3)).find(t => t.lower === 'as');
  return (
    verb.lemma === 'dismiss' &&
    as !== undefined &&
    !doc.tokens.slice(as.index, Math.min(last, as.index + 6)).some(t => sets.false.has(t.lemma))
  );
}
