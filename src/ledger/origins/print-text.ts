import { readFileSync } from 'node:fs';
import type { FiledReport, Span } from '../../model/index.ts';
import { isSameNews, type Telling, tellingOf } from './telling-words.ts';

/**
 * A piece of a report's text that may stand in other reports too: its words as hashed runs, and its bands. A paragraph's
 * words are those outside its longer quotations, which are pieces of their own: two stories may share one.
 */
export interface Print extends Span {
  readonly kind: 'paragraph' | 'quotation';
  /** Number of words. */
  readonly words: number;
  /** Hashes of the runs of `RUN` words, without doubles, ascending. */
  readonly runs: Uint32Array;
  /** Near-duplicates share at least one band, very nearly always. */
  readonly bands: readonly string[];
  readonly telling: Telling;
}

/** Words that an editor changes without changing what is said: articles, auxiliaries, prepositions, "said". */
const LIGHT: ReadonlySet<string> = new Set(
  (
    JSON.parse(readFileSync(new URL('./data/light-words.json', import.meta.url), 'utf8')) as {
      words: string[];
    }
  ).words,
);
/** Runs are of the words that carry the sense, where a piece has so many of them at least. */
const FEWEST_WEIGHTY = 5;

/** Words in a run ("shingle"). */
const RUN = 3;
/** Shorter pieces say too little to be known again. */
const FEWEST_WORDS = 8;
const HASHES = 60;
const BANDS = 20;
const ROWS = HASHES / BANDS;

/** Odd multipliers and offsets of the hash functions, from a fixed linear congruential sequence. */
const [MULTIPLIERS, OFFSETS] = (() => {
  let seed = 0x9e3779b9;
  const draw = (): number => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return (seed ^ (seed >>> 15)) >>> 0;
  };
  const a = new Uint32Array(HASHES),
    b = new Uint32Array(HASHES);
  for (let i = 0; i < HASHES; i++) {
    a[i] = draw() | 1;
    b[i] = draw();
  }
  return [a, b] as const;
})();

/** A longer quotation, marks and all. */
const QUOTATION = /[“"«][^“”"«»]{40,}[”"»]/gu;

interface Found extends Span {
  readonly kind: Print['kind'];
  readonly words: readonly string[];
}

/** The paragraphs of a text, and the longer quotations inside them. */
function findTexts(text: string): Found[] {
  const gap = /\n[^\S\n]*\n/.test(text) ? /\n[^\S\n]*\n\s*/g : /\n\s*/g;
  const found: Found[] = [];
  const add = (start: number, end: number): void => {
    const paragraph = text.slice(start, end);
    if (paragraph.trim() === '') return;
    const rest = wordsOfText(paragraph.replace(QUOTATION, ' '));
    const words = rest.length >= FEWEST_WORDS ? rest : wordsOfText(paragraph);
    found.push({ start, end, kind: 'paragraph', words });
    for (const m of paragraph.matchAll(QUOTATION)) {
      const from = start + m.index;
      found.push({ start: from, end: from + m[0].length, kind: 'quotation', words: wordsOfText(m[0]) });
    }
  };
  let start = 0;
  for (const m of text.matchAll(gap)) {
    add(start, m.index);
    start = m.index + m[0].length;
  }
  add(start, text.length);
  return found;
}

/** The words of a text as two editors would both write them: lower case, without marks and punctuation. */
export const wordsOfText = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** FNV-1a, 32 bits, with a final mix. */
function hashText(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  h ^= h >>> 16;
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  return h >>> 0;
}

/**
 * What near-duplicate detection keeps of a report's text: for each paragraph and each longer quotation, its runs of three
 * words that carry the sense (light edits change the others) and the bands of its MinHash signature (Broder 1997; 60 hashes in 20 bands of 3, so that two pieces whose runs
 * agree by half share a band with probability .93, by three quarters .9999).
 * @example printText(report)[0].bands // 20 short strings
 */
export function printText(report: Pick<FiledReport, 'text' | 'outlet'>): Print[] {
  return findTexts(report.text).map(({ start, end, kind, words }) => {
    const runs = runsOf(words);
    return {
      start,
      end,
      kind,
      words: words.length,
      runs,
      bands: words.length < FEWEST_WORDS ? [] : bandsOf(runs),
      telling: tellingOf(report.text.slice(start, end), report.outlet),
    };
  });
}

function runsOf(words: readonly string[]): Uint32Array {
  const set = new Set<number>();
  const weighty = words.filter(word => !LIGHT.has(word));
  const list = weighty.length >= FEWEST_WEIGHTY ? weighty : words;
  for (let i = 0; i + RUN <= list.length; i++) set.add(hashText(list.slice(i, i + RUN).join(' ')));
  return Uint32Array.from(set).sort();
}

function bandsOf(runs: Uint32Array): string[] {
  const signature = new Uint32Array(HASHES).fill(0xffffffff);
  for (const run of runs)
    for (let i = 0; i < HASHES; i++) {
      let h = (Math.imul(run, MULTIPLIERS[i]!) + OFFSETS[i]!) >>> 0;
      h = Math.imul(h ^ (h >>> 16), 0x7feb352d) >>> 0;
      if (h < signature[i]!) signature[i] = h;
    }
  const bands: string[] = [];
  for (let band = 0; band < BANDS; band++) {
    let h = band + 1;
    for (let row = 0; row < ROWS; row++) {
      h = Math.imul(h ^ signature[band * ROWS + row]!, 0x9e3779b1);
      h ^= h >>> 15;
    }
    bands.push(`${band.toString(36)}.${(h >>> 0).toString(36)}`);
  }
  return bands;
}

/** How many runs two pieces share. */
export function sharedRuns(a: Uint32Array, b: Uint32Array): number {
  let i = 0,
    j = 0,
    n = 0;
  while (i < a.length && j < b.length) {
    const x = a[i]!,
      y = b[j]!;
    if (x === y) {
      n++;
      i++;
      j++;
    } else if (x < y) i++;
    else j++;
  }
  return n;
}

/**
 * Whether a later piece repeats an earlier one: half of all their runs are common, or nearly all of the later one's (a
 * piece cut short) where it is long enough to tell. A paragraph that is little but a quotation may match one.
 */
export function isNearDuplicate(earlier: Print, later: Print): boolean {
  if (earlier.words < FEWEST_WORDS || later.words < FEWEST_WORDS) return false;
  const shared = sharedRuns(earlier.runs, later.runs);
  const all = earlier.runs.length + later.runs.length - shared;
  const isAlike = shared / all >= 0.5 || (later.runs.length >= 12 && shared / later.runs.length >= 0.8);
  return isAlike && isSameNews(earlier, later);
}
