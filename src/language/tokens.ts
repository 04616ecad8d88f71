import { readFileSync } from 'node:fs';
import type { Span } from '../model/index.ts';
import { keepsFullStop } from './abbreviations.ts';

const words = JSON.parse(readFileSync(new URL('./data/words.json', import.meta.url), 'utf8')) as {
  /** What a hyphen does not part from its word: "anti-war". */
  readonly prefixes: string[];
  /** What is parted from the number that it stands close to: "10km". */
  readonly units: string[];
  /** Last parts of addresses: what keeps "example.org" in one. */
  readonly domains: string[];
  /** Verbs before a "not" that lost its apostrophe: "didnt". */
  readonly clippedNot: string[];
};
const any = (list: readonly string[]): string => list.map(word => word.replaceAll('.', '\\.')).join('|');

/** No token is longer. */
const LONGEST_TOKEN = 200;
/** So many characters without a blank are cut at a time. */
const WINDOW = 400;

/** The pieces of what stands between blanks, by the first pattern that fits. Letters are of any script. */
const PIECE = new RegExp(
  [
    String.raw`(?:https?:\/\/|www\.)[^<>"“”]*[^<>"“”.,;:!?)\]}'’]`,
    String.raw`[\w.%+-]+@\w[\w.-]*\w`,
    String.raw`[@#](?=\p{L})[\p{L}\p{N}_]+`,
    // 2021-08-10, 555-010-9999; 12,000, 5:30, 9/11; 3rd, 1990s, 10km (units are cut off later)
    String.raw`\d+(?:[-‑]\d+){2,}(?![\p{L}\d])|\d{3}-\d{4}(?![\p{L}\d-])`,
    String.raw`\d+(?:[.,:/]\d+)*[\p{L}\p{M}\d_]*`,
    // U.S., a.m.; AT&T; T-72; example.org; anti-war, but not the end of Pul-e-Khumri; O'Brien, don't, don’t
    String.raw`\p{L}(?:\.\p{L})+(?!\p{L})\.?`,
    String.raw`\p{Lu}{1,3}&\p{Lu}{1,3}(?!\p{L})`,
    String.raw`\p{L}+-\d+\p{L}{0,2}(?![\p{L}\d-])`,
    String.raw`[\p{L}\p{N}]+(?:\.[\p{L}\p{N}]+)*\.(?:${any(words.domains)})(?![\p{L}\p{N}])`,
    String.raw`(?<!\p{L}[-‐‑])(?:${any(words.prefixes)})[-‐‑](?=\p{L})[\p{L}\p{M}]+(?:['’]\p{L}+)*`,
    String.raw`[\p{L}\p{N}\p{M}_]+(?:['’][\p{L}\p{M}]+)*`,
    String.raw`['’](?:s|re|ve|ll|d|m)(?!\p{L})`,
    // :-) — ... -- !!! ?! ==== << `` ''
    String.raw`[:;=]-?[()DP](?![\p{L}\d])`,
    String.raw`\.{2,}|…+|-{2,}|[!?]{2,}|([=_*~#+])\1+|<<|>>|${'``'}|''`,
    // Pictures with what joins and colours them.
    String.raw`\p{Extended_Pictographic}(?:\u200d\p{Extended_Pictographic}|[\ufe0f\u{1f3fb}-\u{1f3ff}])*|\p{RI}\p{RI}`,
    String.raw`[\s\S]`,
  ].join('|'),
  'giuy',
);
const UNIT = new RegExp(`^(\\d[\\d.,:/]*)(${any(words.units)})$`, 'i');
const CLITIC = /^(?:n['’]t|['’](?:s|re|ve|ll|d|m))$/i;
const ENDS_IN_CLITIC = /(?:n['’]t|['’](?:s|re|ve|ll|d|m))$/i;
const TWO_WORDS = new RegExp(`^(?:(can)not|(gon|wan|got)(?:na|ta)|(${any(words.clippedNot)})nt)$`, 'i');

/**
 * The tokens of a stretch of a text, offsets into the whole text, cut as the English Universal Dependencies treebanks cut
 * them. Blanks (with zero-width ones) are in none; all else is.
 * @example findTokens("They don't know.", { start: 0, end: 16 }).length // 5: They|do|n't|know|.
 */
export function findTokens(text: string, { start, end }: Span): Span[] {
  const tokens: Span[] = [];
  let at = start;
  while (at < end) {
    while (at < end && isBlank(text.charCodeAt(at))) at++;
    const from = at;
    let isPlain = true;
    for (; at < end; at++) {
      const code = text.charCodeAt(at);
      if (isBlank(code)) break;
      isPlain &&= isPlainLetter(code);
    }
    if (at === from) break;
    if (isPlain && at - from <= LONGEST_TOKEN) pushWord(tokens, text, from, at);
    else cutChunk(tokens, text, from, at);
  }
  return tokens;
}

const isPlainLetter = (code: number): boolean => (code | 32) >= 97 && (code | 32) <= 122;
const RARE_BLANKS = new Set([0x85, 0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000, 0xfeff]);
const isBlank = (code: number): boolean =>
  code === 32 ||
  (code >= 9 && code <= 13) ||
  (code >= 0x85 && ((code >= 0x2000 && code <= 0x200b) || RARE_BLANKS.has(code)));

/** Adds a word of letters, in two parts where the treebanks have two words: can|not, gon|na, did|nt. */
function pushWord(tokens: Span[], text: string, start: number, end: number): void {
  if (end - start >= 4 && end - start <= 8) {
    const split = TWO_WORDS.exec(text.slice(start, end));
    if (split) {
      const cut = start + (split[1] ?? split[2] ?? split[3])!.length;
      tokens.push({ start, end: cut }, { start: cut, end });
      return;
    }
  }
  tokens.push({ start, end });
}

/** Cuts what stands between blanks, window by window: patterns that look far ahead must not do so from every letter. */
function cutChunk(tokens: Span[], text: string, start: number, end: number): void {
  for (let from = start; from < end; ) {
    const to = end - from > WINDOW ? wholeCharacters(text, from, WINDOW) : end;
    const chunk = text.slice(from, to);
    for (let at = 0; at < chunk.length; ) {
      PIECE.lastIndex = at;
      let { length } = PIECE.exec(chunk)![0];
      if (length > LONGEST_TOKEN) length = wholeCharacters(chunk, at, LONGEST_TOKEN) - at;
      const piece = chunk.slice(at, at + length);
      if (chunk[at + length] === '.' && keepsFullStop(piece, chunk.slice(at + length + 1), text, to))
        length++;
      pushPiece(tokens, text, from + at, from + at + length);
      at += length;
    }
    from = to;
  }
}

/** Where `length` characters from `from` end, one earlier where that would part a pair of surrogates. */
const wholeCharacters = (text: string, from: number, length: number): number =>
  /^[\ud800-\udbff][\udc00-\udfff]/.test(text.slice(from + length - 1, from + length + 1))
    ? from + length - 1
    : from + length;

function pushPiece(tokens: Span[], text: string, start: number, end: number): void {
  const piece = text.slice(start, end);
  const cut = ENDS_IN_CLITIC.exec(piece)?.index ?? UNIT.exec(piece)?.[1]?.length ?? 0;
  if (cut > 0 && !CLITIC.test(piece)) tokens.push({ start, end: start + cut }, { start: start + cut, end });
  else pushWord(tokens, text, start, end);
}
