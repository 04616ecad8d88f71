import type { Document, Sentence, Token } from '../../language/index.ts';
import { ARTICLES, CONNECTORS } from './words.ts';

/** A maximal run of capitalised words with the small words inside: half-open token range. */
export interface Chunk {
  readonly first: number;
  readonly last: number;
}

const CAPITAL = /^(?:[dl][’'])?[\p{Lu}\p{Lt}]/u;
const DASH = /^[-‐‑]$/;
const ALL_CAPITALS = /^\p{Lu}{3,}$/u;

export const isCapitalised = (t: Token | undefined): boolean => t !== undefined && CAPITAL.test(t.text);
/** Whether two tokens stand without a blank between. */
export const touches = (a: Token, b: Token): boolean => a.end === b.start;
export const isDash = (t: Token | undefined): boolean => t !== undefined && DASH.test(t.text);

/** Whether a sentence is set in title case, where capitals tell nothing. */
export function isTitleCase(doc: Document, s: Sentence): boolean {
  const long = doc.tokens.slice(s.first, s.last).filter(t => t.text.length > 3 && /^\p{L}/u.test(t.text));
  return long.length >= 4 && long.filter(isCapitalised).length >= 0.75 * long.length;
}

/** Whether a token can begin or go on a name. */
function isNameWord(t: Token, titleCase: boolean): boolean {
  if (!isCapitalised(t)) return false;
  return !titleCase || t.upos === 'PROPN' || t.upos === 'NOUN' || t.upos === 'ADJ' || t.upos === 'X';
}

/** How many tokens from `i` join a name to a following capital: "-", "al -", "de", "ez -", "of the"; 0 where none do. */
function joiners(doc: Document, i: number, end: number): number {
  for (let n = 1; n <= 4 && i + n < end; n++) {
    const t = doc.tokens[i + n - 1]!,
      before = doc.tokens[i + n - 2]!,
      next = doc.tokens[i + n]!;
    const small = isDash(next) || isDash(before) ? ARTICLES : CONNECTORS;
    const inside = isDash(t)
      ? touches(before, t) || ARTICLES.has(before.lower)
      : !isCapitalised(t) && (small.has(t.lower) || isBetweenDashes(before, t, next));
    if (!inside) return 0;
    if (isCapitalised(next)) return isDash(t) && !touches(t, next) ? 0 : n;
  }
  return 0;
}

/** "Port-au-Prince", "Stratford-upon-Avon": a short word that dashes tie to a name on both sides. */
const isBetweenDashes = (before: Token, t: Token, after: Token): boolean =>
  isDash(before) &&
  isDash(after) &&
  touches(before, t) &&
  touches(t, after) &&
  /^(?!to$|and$|or$|a$)\p{Ll}{1,4}$/u.test(t.text);

/** The chunks of a sentence. A change from capitals throughout to ordinary words ends one ("WASHINGTON The president"). */
export function findChunks(doc: Document, s: Sentence): Chunk[] {
  const out: Chunk[] = [],
    titleCase = isTitleCase(doc, s);
  for (let i = s.first; i < s.last; i++) {
    const t = doc.tokens[i]!,
      article =
        !isCapitalised(t) &&
        ARTICLES.has(t.lower) &&
        isDash(doc.tokens[i + 1]) &&
        isCapitalised(doc.tokens[i + 2]);
    if (!article && !isNameWord(t, titleCase)) continue;
    let last = article ? i + 3 : i + 1;
    for (;;) {
      const next = doc.tokens[last],
        before = doc.tokens[last - 1]!;
      if (next === undefined || last >= s.last) break;
      if (isNameWord(next, titleCase) && !/\n/.test(doc.text.slice(before.end, next.start))) {
        if (ALL_CAPITALS.test(before.text) && before.text.length > 3 && !ALL_CAPITALS.test(next.text)) break;
        last++;
        continue;
      }
      // "Qala-i-naw", "Mazar-e sharif": what a dash joins belongs to the name, but not "Baghdad-based"
      if (
        isDash(next) &&
        touches(before, next) &&
        doc.tokens[last + 1] &&
        touches(next, doc.tokens[last + 1]!) &&
        last + 1 < s.last
      ) {
        const joined = joiners(doc, last, s.last);
        if (joined > 0) {
          last += joined + 1;
          continue;
        }
        break;
      }
      const joined = joiners(doc, last, s.last);
      if (joined === 0) break;
      last += joined + 1;
    }
    out.push({ first: i, last });
    i = last - 1;
  }
  return out;
}
