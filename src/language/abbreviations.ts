import { readFileSync } from 'node:fs';

const lists = JSON.parse(readFileSync(new URL('./data/abbreviations.json', import.meta.url), 'utf8')) as {
  /** Before a name: "Gen. Orlo", "St. Albans". */
  readonly beforeName: string[];
  /** Before a number: "No. 12", "Jan. 5"; `months` also without one. */
  readonly beforeNumber: string[];
  readonly months: string[];
  /** Anywhere, and at a sentence's end too: "etc.", "p.m.". */
  readonly inside: string[];
};
const beforeName = new Set(lists.beforeName);
const beforeNumber = new Set([...lists.beforeNumber, ...lists.months]);
const inside = new Set(lists.inside);
const alone = new Set([...lists.beforeName, ...lists.months, ...lists.inside]);

/**
 * Whether the full stop after a piece belongs to it: initials, and abbreviations unless they could be words. `rest` is
 * what follows the stop up to the next blank, which lies at `end` in the text.
 */
export function keepsFullStop(piece: string, rest: string, text: string, end: number): boolean {
  if (/^[\p{L}\p{N}]/u.test(rest)) return false;
  const isLast = rest === '' && text.slice(end, end + 3).trim() === '';
  if (/^\p{Lu}$/u.test(piece)) return !isLast;
  const lower = piece.toLowerCase();
  if (alone.has(lower)) return true;
  return beforeNumber.has(lower) && rest === '' && /^\s*\d/.test(text.slice(end, end + 4));
}

/** Begins of sentences that show an abbreviation before them to have ended one. */
const BEGINS =
  /^(?:The|A|An|He|She|It|They|We|I|In|On|At|But|And|This|That|These|Those|His|Her|Their|There|However|Meanwhile|After|Before|As|When|While|If|For|By|From|With|Some|Many|Most|Both|No|Not|One|Two)$/;

/** Whether a word with a full stop after it is an abbreviation that goes on with the next word. */
export function isAbbreviation(word: string, next: string): boolean {
  const bare = word.replace(/\.$/, '').toLowerCase();
  if (/^\p{Lu}\.?$/u.test(word) && /^\p{Lu}/u.test(next)) return true;
  if (beforeName.has(bare)) return /^[\p{Lu}\p{N}"“']/u.test(next);
  if (beforeNumber.has(bare)) return /^\p{N}/u.test(next);
  return inside.has(bare) && !BEGINS.test(next);
}
