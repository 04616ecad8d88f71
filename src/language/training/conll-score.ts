/** A word as the scorer sees it: its characters in the text without white space, and what is scored. `head` counts over the whole file, -1 for a root. */
export interface ScoredWord {
  readonly start: number;
  readonly end: number;
  readonly upos: string;
  readonly xpos: string;
  readonly lemma: string;
  readonly head: number;
  readonly deprel: string;
}

/** Shares of right words (F1 over aligned words), in percent. `las` counts universal relations, `lasFull` those with subtypes. */
export interface Scores {
  readonly words: number;
  readonly upos: number;
  readonly xpos: number;
  readonly lemma: number;
  readonly uas: number;
  readonly las: number;
  readonly lasFull: number;
  /** The same with punctuation counted. */
  readonly uasAll: number;
  readonly lasAll: number;
}

const universal = (deprel: string): string => deprel.split(':')[0]!;

/**
 * Scores a system's words against the gold ones in the way of the CoNLL 2018 shared task: words are aligned by their
 * characters, and a head is right when the two head words are aligned. UAS and LAS leave out words that are punctuation
 * in gold (by relation); in F1's denominator the system's own punctuation is left out likewise.
 */
export function scoreConll(gold: readonly ScoredWord[], system: readonly ScoredWord[]): Scores {
  const pairOf = new Map<number, number>();
  const bySpan = new Map(system.map((word, i) => [`${word.start}-${word.end}`, i]));
  for (const [g, word] of gold.entries()) {
    const s = bySpan.get(`${word.start}-${word.end}`);
    if (s !== undefined) pairOf.set(g, s);
  }
  const right = { upos: 0, xpos: 0, lemma: 0, uas: 0, las: 0, lasFull: 0, uasAll: 0, lasAll: 0 };
  for (const [g, s] of pairOf) {
    const want = gold[g]!;
    const got = system[s]!;
    if (want.upos === got.upos) right.upos++;
    if (want.xpos === got.xpos) right.xpos++;
    if (want.lemma === got.lemma || want.lemma === '_') right.lemma++;
    if (want.head < 0 ? got.head >= 0 : pairOf.get(want.head) !== got.head) continue;
    right.uasAll++;
    const labelled = universal(want.deprel) === universal(got.deprel);
    if (labelled) right.lasAll++;
    if (want.deprel === 'punct') continue;
    right.uas++;
    if (labelled) right.las++;
    if (want.deprel === got.deprel) right.lasFull++;
  }
  const f1 = (count: number, g: number, s: number): number => (200 * count) / (g + s);
  const all = (count: number): number => f1(count, gold.length, system.length);
  const words = (list: readonly ScoredWord[]): number => list.filter(word => word.deprel !== 'punct').length;
  // On gold tokens both denominators are the gold words: what the parser calls punctuation does not shrink it.
  const same = gold.length === system.length && pairOf.size === gold.length;
  const goldWords = words(gold);
  const systemWords = same ? goldWords : words(system);
  const some = (count: number): number => f1(count, goldWords, systemWords);
  return {
    words: all(pairOf.size),
    upos: all(right.upos),
    xpos: all(right.xpos),
    lemma: all(right.lemma),
    uas: some(right.uas),
    las: some(right.las),
    lasFull: some(right.lasFull),
    uasAll: all(right.uasAll),
    lasAll: all(right.lasAll),
  };
}
