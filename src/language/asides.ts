import type { Analyser, Analysis } from './analyser.ts';
import { datelineOf } from './dateline.ts';

/** Initials as newsrooms put them behind a name: "M23", "GNA", "ADF-NALU". */
const INITIALS = /^(?=.*\p{Lu})[\p{Lu}\d][\p{Lu}\p{N}.-]{0,9}s?$/u;

/**
 * "the Rapid Support Forces (RSF) entered": initials in brackets behind a name, which only get in the way of a tree. Gives for
 * each token of a sentence whether it belongs to such an aside: its brackets and what they hold.
 * @example initialsInBrackets(['the', 'Front', '(', 'NF', ')', 'fell']) // [false, false, true, true, true, false]
 */
export function initialsInBrackets(forms: readonly string[]): boolean[] {
  const aside = forms.map(() => false);
  for (let i = 1; i + 2 < forms.length; i++)
    if (forms[i] === '(' && forms[i + 2] === ')' && INITIALS.test(forms[i + 1]!)) aside.fill(true, i, i + 3);
  return aside;
}

/** Which tokens of a sentence are no part of its clause: a dateline, initials in brackets. */
function asidesOf(forms: readonly string[]): boolean[] {
  const aside = initialsInBrackets(forms),
    dateline = datelineOf(forms);
  return dateline < forms.length ? aside.fill(true, 0, dateline) : aside;
}

/**
 * An analyser that leaves datelines and initials in brackets out of the tree; then it hangs the former on the root and the
 * latter on the word before them.
 */
export const aroundAsides =
  (analyse: Analyser): Analyser =>
  sentences => {
    const asides = sentences.map(asidesOf);
    const kept = sentences.map((words, s) => words.filter((_, i) => !asides[s]![i]));
    return analyse(kept).map((made, s) =>
      kept[s]!.length < sentences[s]!.length ? withAsides(made, sentences[s]!, asides[s]!) : made,
    );
  };

/** Tags of marks: those of the Penn Treebank. */
const MARKS: Readonly<Record<string, string>> = { '(': '-LRB-', ')': '-RRB-', ',': ',' };

/** Puts asides back into the analysis of what stands around them. */
function withAsides(made: Analysis, words: readonly string[], isAside: readonly boolean[]): Analysis {
  const out: { [K in keyof Analysis]: Analysis[K][number][] } = {
    upos: [],
    xpos: [],
    lemma: [],
    head: [],
    deprel: [],
  };
  const at: number[] = [];
  for (const [i, aside] of isAside.entries()) if (!aside) at.push(i);
  const root = at[made.head.indexOf(-1)]!;
  let next = 0;
  for (const [i, word] of words.entries()) {
    if (!isAside[i]) {
      const head = made.head[next]!;
      out.upos.push(made.upos[next]!);
      out.xpos.push(made.xpos[next]!);
      out.lemma.push(made.lemma[next]!);
      out.deprel.push(made.deprel[next]!);
      out.head.push(head < 0 ? -1 : at[head]!);
      next++;
      continue;
    }
    const isWord = /[\p{L}\p{N}]/u.test(word),
      leads = i < at[0]!;
    out.upos.push(isWord ? (/^\d/.test(word) ? 'NUM' : 'PROPN') : 'PUNCT');
    out.xpos.push(isWord ? (/^\d/.test(word) ? 'CD' : 'NNP') : (MARKS[word] ?? ':'));
    out.lemma.push(word);
    out.deprel.push(isWord ? (leads ? 'discourse' : 'appos') : 'punct');
    out.head.push(leads ? root : isWord ? i - 2 : word === '(' ? i + 1 : i - 1);
  }
  return out;
}
