import type { Span } from '../model/index.ts';
import { isAbbreviation } from './abbreviations.ts';
import { LONGEST } from './network/analyse.ts';

const OPENING = /^["'“‘«„([]$/;
const CLOSING = /^(?:["'”’»)\]]|'')$/;
/** Marks that may close a sentence after its full stop. */
const MOST_CLOSING = 4;
const FINAL = /^(?:[.!?…]+|\.{2,})$/;

/**
 * Where sentences end in a paragraph's tokens: the index after each sentence's last token. One ends after final punctuation
 * with its closing marks; none after a title or an abbreviation that a name or number follows, none before a closing mark,
 * and after a quotation's end none before a small letter. The clock time that an entry of a running report begins with stands
 * by itself. A sentence of more than LONGEST tokens is cut.
 */
export function findSentenceEnds(text: string, tokens: readonly Span[]): number[] {
  const ends: number[] = [];
  let begin = 0;
  const word = (i: number): string =>
    i >= 0 && i < tokens.length ? text.slice(tokens[i]!.start, tokens[i]!.end) : '';
  const label = clockLabel(word);
  if (label > 0 && label < tokens.length) {
    ends.push(label);
    begin = label;
  }
  for (let i = label; i < tokens.length - 1; i++) {
    if (i + 1 - begin < LONGEST && !endsAfter(i, word, tokens, text)) continue;
    ends.push(i + 1);
    begin = i + 1;
  }
  if (tokens.length > 0) ends.push(tokens.length);
  return ends;
}

const CLOCK = /^(?:[01]?\d|2[0-3])[:.][0-5]\d$/;
const DASH = /^[-–—:]$/;

/** "19:05 GMT - The gendarmes left": how many tokens of a paragraph are the label of an entry in a running report; 0 for none. */
function clockLabel(word: (i: number) => string): number {
  if (!CLOCK.test(word(0))) return 0;
  const zone = /^(?:GMT|UTC|CET|EET|EST|EDT|local|[ap]\.?m\.?)$/i.test(word(1)) ? 1 : 0;
  return DASH.test(word(1 + zone)) ? 2 + zone : 0;
}

function endsAfter(i: number, word: (i: number) => string, tokens: readonly Span[], text: string): boolean {
  const here = word(i);
  const next = word(i + 1);
  const glued = tokens[i]!.end === tokens[i + 1]!.start;
  if (CLOSING.test(next) && glued && !isOpening(i + 1, word, tokens, text)) return false;
  let last = i;
  while (
    last > i - MOST_CLOSING &&
    last > 0 &&
    CLOSING.test(word(last)) &&
    tokens[last - 1]!.end === tokens[last]!.start
  )
    last--;
  const final = word(last);
  if (FINAL.test(final)) {
    if (glued && !OPENING.test(next) && !/^\p{Lu}/u.test(next)) return false;
    const after = OPENING.test(next) ? word(i + 2) : next;
    if (/^\p{Ll}/u.test(after) && !(final === '.' && last === i)) return false;
    if (/^[-–—,;:)]/.test(next)) return false;
    const inName = word(last - 2) === '-' && tokens[last - 2]!.end === tokens[last - 1]!.start;
    if (final === '.' && !inName && isAbbreviation(word(last - 1), after)) return false;
    return /^[\p{Lu}\p{N}\p{Lo}]/u.test(after) || !glued;
  }
  return here.endsWith('.') && !glued && /^[\p{Lu}\p{N}"“']/u.test(next) && !isAbbreviation(here, next);
}

/** Whether the mark at `i` begins a quotation: a blank before it and none after. */
function isOpening(i: number, word: (i: number) => string, tokens: readonly Span[], text: string): boolean {
  if (!/^["']$/.test(word(i))) return false;
  const before = text[tokens[i]!.start - 1] ?? ' ';
  const after = text[tokens[i]!.end] ?? ' ';
  return /\s/.test(before) && !/\s/.test(after);
}
