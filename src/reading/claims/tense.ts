import type { Document, Token } from '../../language/index.ts';

/** How a statement is told: as going on, as just done ("has taken"), as done, or by a noun or infinitive without tense. */
export type Tense = 'present' | 'perfect' | 'pluperfect' | 'past' | 'none';

const PAST = new Set(['was', 'were', 'had', 'did']);
const PRESENT = new Set(['is', 'are', "'s", "'re", '’s', '’re', 'remain', 'remains', 'do', 'does']);
const PERFECT = new Set(['has', 'have', "'ve", '’ve']);

/** The tense of an event word, its own or that of the verb it depends on. */
export function tenseOf(document: Document, trigger: number): Tense {
  for (let at = trigger, hops = 0; at >= 0 && hops < 4; at = document.tokens[at]!.head, hops++) {
    const token = document.tokens[at]!;
    const auxiliaries = document.children[at]!.map(c => document.tokens[c]!).filter(
      c => c.upos === 'AUX' || c.deprel === 'cop' || c.deprel.startsWith('aux'),
    );
    if (auxiliaries.some(c => c.lower === 'had') && hops === 0) return 'pluperfect';
    if (auxiliaries.some(c => PAST.has(c.lower)) || token.xpos === 'VBD') return 'past';
    if (auxiliaries.some(c => PERFECT.has(c.lower))) return 'perfect';
    if (auxiliaries.some(c => PRESENT.has(c.lower))) return 'present';
    if (token.xpos === 'VBZ' || token.xpos === 'VBP') return 'present';
    if (token.xpos === 'VBN' && token.deprel !== 'conj' && token.deprel !== 'xcomp') return 'none';
  }
  return 'none';
}

const FORMERLY = new Set(['once', 'formerly', 'previously', 'historically']);

/** "once more", "once again" */
const isOnceMore = (document: Document, { index, lower }: Token): boolean =>
  lower === 'once' && /^(?:more|again)$/.test(document.tokens[index + 1]?.lower ?? '');

/** "a town that they once held", "years after it was taken": told as long over. */
export function isFormer(document: Document, trigger: number): boolean {
  const kids = document.children[trigger]!.map(c => document.tokens[c]!);
  if (kids.some(c => c.deprel === 'advmod' && FORMERLY.has(c.lower) && !isOnceMore(document, c))) return true;
  const mark = kids.find(c => c.deprel === 'mark' && (c.lower === 'since' || c.lower === 'after'));
  if (!mark) return false;
  const before = document.tokens[mark.index - 1];
  return before !== undefined && /^(?:months|years|decades|decade|year)$/.test(before.lower);
}

const BE = /^(?:is|are|was|were|'re|’re|'s|’s)$/;
/** "were clearing it", "fighting was going on": under way as of the day that it is told. */
export function isUnderWay(document: Document, trigger: number): boolean {
  const own = document.tokens[trigger]!;
  const verb = own.upos === 'NOUN' && own.head >= 0 ? document.tokens[own.head]! : own;
  const progressive =
    verb.xpos === 'VBG' && document.children[verb.index]!.some(c => BE.test(document.tokens[c]!.lower));
  // "was still contested", "were now confined to it"
  if (document.children[trigger]!.some(c => /^(?:still|now)$/.test(document.tokens[c]!.lower))) return true;
  const way = verb.lower === 'way' && document.tokens[verb.index - 1]?.lower === 'under';
  return progressive || way || /^(?:under|underway|ongoing)$/.test(verb.lower);
}
