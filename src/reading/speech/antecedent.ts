import type { Document, Token } from '../../language/document.ts';
import { base } from './spans.ts';
import type { SpeechAct } from './speech-act.ts';

/** Pronouns that speak for themselves, or for a noun that the tree already gives. */
const NOT_RESOLVED = new Set(['we', 'i', 'who', 'which', 'that', 'you']);
const PERSONAL = new Set(['he', 'she', 'they', 'it', 'him', 'her', 'them', 'both', 'this', 'one', 'another']);
/** Nouns that speak though their form does not tell a person. */
const SPEAKERS =
  /(?:man|men|woman|women|er|ers|or|ors|ist|ists|ian|ians|ant|ants|chief|chiefs|head|official|officials|resident|residents|elder|captain|general|colonel|major|lieutenant|clerk|aide|medic|medics|nurse|witness|president|premier|governor|mayor|deputy|boss|source|sources)$/;
const GROUPS =
  /(?:group|army|ministry|government|office|force|forces|coalition|alliance|movement|agency|mission|command|council|observatory|party|bureau|police|union|committee|authority|administration|organisation|organization|charity|monitor|presidency|embassy|rebels|fighters)$/;

/**
 * Whom a pronoun that speaks stands for: "he" and "she" for the person last named as a subject or source, "it" for the body,
 * "they" for either. Null where the text names none near.
 */
export function antecedentOf(doc: Document, acts: readonly SpeechAct[], pronoun: number): number | null {
  const word = doc.tokens[pronoun]!.lower;
  if (NOT_RESOLVED.has(word)) return null;
  const here = doc.tokens[pronoun]!.sentence;
  const sources = new Set(acts.map(a => a.source));
  const single = word === 'he' || word === 'she';
  for (let s = here; s >= 0 && s >= here - 4; s--) {
    const sentence = doc.sentences[s]!;
    let found: number | null = null;
    for (let i = sentence.first; i < Math.min(sentence.last, pronoun); i++) {
      const t = doc.tokens[i]!;
      if (!['NOUN', 'PROPN'].includes(t.upos) || PERSONAL.has(t.lower)) continue;
      const isSource = sources.has(i);
      if (OF_SEVERAL.test(word)) {
        if (isSeveral(t) && (isSource || SPEAKERS.test(t.lower))) found = i;
        continue;
      }
      if (!isSource && base(t.deprel) !== 'nsubj') continue;
      if (fits(t, word, single, isSource)) found = i;
    }
    if (found !== null) return found;
  }
  return null;
}

/** "Two officers … one said": one of several. */
const OF_SEVERAL = /^(?:one|another)$/;
const isSeveral = (t: Token): boolean => t.xpos === 'NNS' || t.xpos === 'NNPS';

function fits(t: Token, word: string, single: boolean, isSource: boolean): boolean {
  const plural = t.xpos === 'NNS' || t.xpos === 'NNPS';
  const group = GROUPS.test(t.lower);
  if (single) return !plural && !group && (isSource || SPEAKERS.test(t.lower));
  if (word === 'it') return !plural && (group || (isSource && t.upos === 'PROPN' && !SPEAKERS.test(t.lower)));
  return isSource || plural || group;
}
