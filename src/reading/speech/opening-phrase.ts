import type { Document, Token } from '../../language/document.ts';
import { SAY } from './cues.ts';
import { quotationAt } from './spans.ts';
import type { Speaker } from './speaker.ts';

const FINITE = /^(?:VBD|VBZ|VBP|MD)$/;
const RELATIVE = /^(?:who|whom|whose|which|that)$/;
const OPENS = new Set(['DET', 'ADJ', 'NUM', 'NOUN', 'PROPN']);
const LONGEST = 40;

/**
 * "A poll taken on Friday shows that …", "…, and Ann Field, a teacher at the school, said that …": the phrase that opens the
 * clause and reaches up to the verb, by the words alone, for where the tree finds no subject. Null where it holds a clause.
 */
export function openingPhrase(doc: Document, v: Token, verb: string): Speaker | null {
  if (!FINITE.test(v.xpos) && !(SAY.has(verb) && v.lower === verb) && !isProgressive(doc, v)) return null;
  let last = v.index;
  while (['AUX', 'ADV'].includes(doc.tokens[last - 1]?.upos ?? '')) last--;
  const first = startOf(doc, v, last);
  if (first === null || first >= last || last - first > LONGEST) return null;
  const opens = doc.tokens[first]!;
  if (!OPENS.has(opens.upos) && opens.lower !== 'those') return null;
  const head = headOf(doc, first, last);
  return head === null ? null : { head, run: { first, last } };
}

const isProgressive = (doc: Document, v: Token): boolean =>
  v.xpos === 'VBG' && /^(?:is|are|was|were)$/.test(doc.tokens[v.index - 1]?.lower ?? '');

/** Where the clause of the verb begins; null where another clause reaches up to it. */
function startOf(doc: Document, v: Token, last: number): number | null {
  const sentence = doc.sentences[v.sentence]!;
  let joint: number | null = null;
  let i = last - 1;
  for (; i >= sentence.first; i--) {
    const t = doc.tokens[i]!;
    if (/^[;:]$/.test(t.text) || quotationAt(doc, t.start)) break;
    if (t.upos === 'SCONJ') return null;
    if (t.upos === 'CCONJ' && doc.tokens[i - 1]?.text === ',') joint = i + 1;
    if (t.upos !== 'AUX' && !(t.upos === 'VERB' && FINITE.test(t.xpos))) continue;
    const relative = relativeBefore(doc, i, sentence.first);
    if (relative !== null) i = relative;
    else if (joint !== null || !isMistakenPast(doc, t, last)) return joint;
  }
  let first = i + 1;
  while (first < last && ['PUNCT', 'CCONJ', 'ADV'].includes(doc.tokens[first]!.upos)) first++;
  return first;
}

/** "A poll released on Friday shows": two verbs that nothing joins; the first, which the tagger takes for a past tense, tells which one. */
const isMistakenPast = (doc: Document, t: Token, last: number): boolean =>
  t.xpos === 'VBD' &&
  t.lower.endsWith('ed') &&
  ['NOUN', 'PROPN'].includes(doc.tokens[t.index - 1]?.upos ?? '') &&
  doc.tokens.slice(t.index + 1, last).every(x => x.upos !== 'CCONJ' && x.upos !== 'PUNCT');

/** The relative pronoun that a verb's clause begins with. */
function relativeBefore(doc: Document, verb: number, opens: number): number | null {
  for (let i = verb - 1; i > opens && i >= verb - 6; i--) {
    const t = doc.tokens[i]!;
    if (RELATIVE.test(t.lower)) return i;
    if (t.upos === 'PUNCT' || t.upos === 'SCONJ') return null;
  }
  return null;
}

/** The last word of the name or noun that a phrase begins with. */
function headOf(doc: Document, first: number, last: number): number | null {
  if (doc.tokens[first]!.lower === 'those') return first;
  let i = first;
  while (i < last && ['DET', 'ADJ', 'NUM'].includes(doc.tokens[i]!.upos)) i++;
  if (!['NOUN', 'PROPN'].includes(doc.tokens[i]?.upos ?? '') || i >= last) return null;
  while (i + 1 < last && ['NOUN', 'PROPN'].includes(doc.tokens[i + 1]!.upos)) i++;
  const t = doc.tokens[i]!;
  return t.deprel === 'flat' && t.head >= first && t.head < last ? t.head : i;
}
