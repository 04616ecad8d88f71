import type { Document } from '../../language/document.ts';
import type { Span } from '../../model/index.ts';

/** Agencies whose name stands alone as a credit. */
const AGENCY =
  /(?<![\p{L}\p{N}@/])(AFP|AP|Reuters|REUTERS|dpa|DPA|Xinhua|Anadolu Agency|AA|EFE|ANSA|UPI|Agence France-Presse|Associated Press|The Associated Press|PTI|IANS|Bloomberg)(?![\p{L}\p{N}])/gu;
/** Agencies by what they call themselves: "Harbour Newswire", "Delta Presse", "the Coast News Agency". */
const CALLED_AGENCY =
  /(?<![\p{L}\p{N}@/’'-])(\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'&-]+){0,3} (?:News ?wire|Wire(?: Service)?|News Agency|Press Agency|News Service|Presse|Press))(?![\p{L}\p{N}])/gu;
const DATELINE = 400;
const DAY =
  /^\s*(?:[-–—|:,)]|\(|$|\n|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)(?:day)?\b|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|\d{1,2}\s|Published|Last)/;
const ACRONYM = /^(?:AFP|AP|UPI|DPA)$/;
/** "AP correspondent", "AFP News Agency said". */
const CALLED = /^\s+(?:News|Press|Photo|Television|TV)\b/;
const PARENTHESIS = /[([]\s*$/;
/** Words after which an agency is spoken of, not credited. */
const SPOKEN_OF = /(?:told|the|to|by|with|quoted|agency|from|an|for|and)\s+(?:the\s+)?$/i;
const PHOTO = /^\s*(?:photo|file|picture|\/)/i;

/**
 * The wire agency that a text credits: at its head ("AFP Sunday 30 Oct", "BARAZA (Reuters) –", "By AP"), or on a line of its own
 * at its end. Statements without a source of their own are its word. Null where there is none.
 */
export function creditOf(
  document: Document,
  outlet: string | null = null,
): { readonly name: string; readonly span: Span } | null {
  const { text } = document;
  for (const match of text.matchAll(AGENCY)) {
    const start = match.index;
    const end = start + match[0].length;
    const before = text.slice(Math.max(0, start - 30), start);
    const after = text.slice(end, end + 24);
    if (PHOTO.test(after) || /(?:photo|image|picture)[^.\n]{0,24}$/i.test(before)) continue;
    const parenthesised =
      PARENTHESIS.test(before) && /^\s*[)\]]/.test(after) && /^\s*[)\]]\s*[-–—:]?/.test(after);
    const line =
      /(?:(?:^|\n)\s*(?:by\s+|source:\s*)?|[.!?”"]\s*[-–—(]\s*)$/i.test(before) &&
      /^[\s)]*(?:\n|$)/.test(after);
    const opens =
      DAY.test(after) || (ACRONYM.test(match[0]) && /^\s+\p{Lu}\p{Ll}/u.test(after) && !CALLED.test(after));
    const ends = /[.!?]["”]?\s*$/.test(before);
    const atHead = start < DATELINE && !SPOKEN_OF.test(before) && opens && !ends;
    if ((start < DATELINE && (parenthesised || atHead)) || line)
      return { name: match[0], span: { start, end } };
  }
  return calledCredit(text, outlet);
}

/** "SADRA, Jan 3 (Harbour Newswire) -", or between headline and lead in text that has lost its lines; never the outlet itself. */
function calledCredit(text: string, outlet: string | null): { name: string; span: Span } | null {
  for (const match of text.slice(0, DATELINE).matchAll(CALLED_AGENCY)) {
    const name = match[1]!;
    const start = match.index;
    const end = start + match[0].length;
    if (outlet !== null && name.toLowerCase().includes(outlet.toLowerCase())) continue;
    const before = text.slice(0, start);
    const after = text.slice(end, end + 12);
    const dateline = /\($/.test(before) && /^\)\s*[-–—:]/.test(after);
    const line = /(?:^|\n)\s*(?:by\s+|source:\s*)?$/i.test(before) && /^\s*\n/.test(after);
    if (dateline || line) return { name, span: { start, end } };
    const run = HEADLINE.exec(before);
    if (!run || !/^\s+\p{Lu}\p{Ll}/u.test(after)) continue;
    // the name's own first words may be the headline's last
    const own = name.split(' ').slice(-2).join(' ');
    return { name: own, span: { start: end - own.length, end } };
  }
  return null;
}
/** A headline without its line: a date, then words without a full stop. */
const HEADLINE = /^[^.!?\n]*\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\d{4})\b[^.!?\n]{10,160}$/u;
