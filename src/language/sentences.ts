import { readFileSync } from 'node:fs';
import { LONGEST } from './network/analyse.ts';
import type { RawToken } from './tokens.ts';

const abbreviations = JSON.parse(
  readFileSync(new URL('./data/abbreviations.json', import.meta.url), 'utf8'),
) as { readonly beforeName: string[]; readonly beforeNumber: string[]; readonly inside: string[] };
const beforeName = new Set(abbreviations.beforeName);
const beforeNumber = new Set(abbreviations.beforeNumber);
const inside = new Set(abbreviations.inside);

const OPENING = /^["'“‘«„([]$/;
const CLOSING = /^(?:["'”’»)\]]|'')$/;
const FINAL = /^(?:[.!?…]+|\.{2,})$/;

/**
 * Where sentences end in a paragraph's tokens: the index after each sentence's last token. wink-nlp's ends are repaired:
 * none after a title or an abbreviation that a name or number follows, none before a small letter or a closing mark,
 * and one after final punctuation (and its closing marks) that a capital follows. A sentence
 * of more than LONGEST tokens is cut.
 */
export function findSentenceEnds(text: string, tokens: readonly RawToken[]): number[] {
  const ends: number[] = [];
  let begin = 0;
  const word = (i: number): string =>
    i >= 0 && i < tokens.length ? text.slice(tokens[i]!.start, tokens[i]!.end) : '';
  for (let i = 0; i < tokens.length - 1; i++) {
    if (i + 1 - begin < LONGEST && !endsAfter(i, word, tokens, text)) continue;
    ends.push(i + 1);
    begin = i + 1;
  }
  if (tokens.length > 0) ends.push(tokens.length);
  return ends;
}

function endsAfter(
  i: number,
  word: (i: number) => string,
  tokens: readonly RawToken[],
  text: string,
): boolean {
  const here = word(i);
  const next = word(i + 1);
  const glued = tokens[i]!.end === tokens[i + 1]!.start;
  if (CLOSING.test(next) && glued && !isOpening(i + 1, word, tokens, text)) return false;
  let last = i;
  while (last > 0 && CLOSING.test(word(last)) && tokens[last - 1]!.end === tokens[last]!.start) last--;
  const final = word(last);
  if (FINAL.test(final)) {
    if (glued && !OPENING.test(next) && !/^\p{Lu}/u.test(next)) return false;
    const after = OPENING.test(next) ? word(i + 2) : next;
    if (/^\p{Ll}/u.test(after) && !(final === '.' && last === i)) return false;
    if (/^[-–—,;:)]/.test(next)) return false;
    if (final === '.' && isAbbreviation(word(last - 1), after)) return false;
    return /^[\p{Lu}\p{N}\p{Lo}]/u.test(after) ? true : tokens[i]!.endsSentence;
  }
  if (!tokens[i]!.endsSentence) return false;
  if (here.endsWith('.')) return !isAbbreviation(here.slice(0, -1), next);
  return true;
}

/** Whether the mark at `i` begins a quotation: a blank before it and none after. */
function isOpening(
  i: number,
  word: (i: number) => string,
  tokens: readonly RawToken[],
  text: string,
): boolean {
  if (!/^["']$/.test(word(i))) return false;
  const before = text[tokens[i]!.start - 1] ?? ' ';
  const after = text[tokens[i]!.end] ?? ' ';
  return /\s/.test(before) && !/\s/.test(after);
}

function isAbbreviation(word: string, next: string): boolean {
  const bare = word.replace(/\.$/, '').toLowerCase();
  if (/^\p{Lu}$/u.test(word.replace(/\.$/, '')) && /^\p{Lu}/u.test(next)) return true;
  if (beforeName.has(bare)) return /^[\p{Lu}\p{N}]/u.test(next) || /^["“']/.test(next);
  if (beforeNumber.has(bare)) return /^\p{N}/u.test(next);
  if (inside.has(bare))
    return !/^(?:The|A|An|He|She|It|They|We|I|In|On|At|But|And|This|That|These|Those|His|Her|Their|There|However|Meanwhile|After|Before|As|When|While|If|For|By|From|With|Some|Many|Most|Both|No|Not|One|Two)$/.test(
      next,
    );
  return false;
}
