import { createRequire } from 'node:module';
import type { Span } from '../model/index.ts';

interface WinkDoc {
  sentences(): { out(how: unknown): [number, number][] };
  tokens(): { out(how: unknown): string[] };
}
interface Wink {
  readDoc(text: string): WinkDoc;
  readonly its: { value: unknown; precedingSpaces: unknown; span: unknown };
}

let wink: Wink | undefined;

/** wink-nlp with sentence boundaries only: tags are ours. Loaded once. */
export function loadWink(): Wink {
  if (!wink) {
    const require = createRequire(import.meta.url);
    wink = require('wink-nlp')(require('wink-eng-lite-web-model'), ['sbd']) as Wink;
  }
  return wink;
}

/** A token's span, and whether wink-nlp ends a sentence after it. */
export interface RawToken extends Span {
  endsSentence: boolean;
}

const BLANK = /^[\s\u200b\ufeff]*$/;

/**
 * The tokens of a stretch of a text, offsets into the whole text. Blank tokens are dropped. Where wink-nlp's tokens do
 * not spell the text out, the stretch is cut at white space and punctuation instead, so that offsets always hold.
 */
export function findTokens(text: string, stretch: Span): RawToken[] {
  const { readDoc, its } = loadWink();
  const part = text.slice(stretch.start, stretch.end);
  if (BLANK.test(part)) return [];
  const doc = readDoc(part);
  const values = doc.tokens().out(its.value);
  const spaces = doc.tokens().out(its.precedingSpaces);
  const ends = new Set(
    doc
      .sentences()
      .out(its.span)
      .map(span => span[1]),
  );
  const tokens: RawToken[] = [];
  let at = 0;
  for (const [i, value] of values.entries()) {
    at += spaces[i]!.length;
    if (!part.startsWith(value, at)) return cutPlainly(text, stretch);
    if (!BLANK.test(value)) pushToken(tokens, value, stretch.start + at);
    const last = tokens.at(-1);
    if (last && ends.has(i)) last.endsSentence = true;
    at += value.length;
  }
  return BLANK.test(part.slice(at)) ? tokens : cutPlainly(text, stretch);
}

/** Adds a token, in two parts where the treebank has two words: can|not, and blanks at its edges cut off. */
function pushToken(tokens: RawToken[], value: string, start: number): void {
  const trimmed = value.trim();
  const from = start + value.indexOf(trimmed);
  const end = from + trimmed.length;
  const split = /^(can)not$|^(gon|wan|got)(?:na|ta)$/i.exec(trimmed);
  const cut = split ? from + (split[1] ?? split[2])!.length : end;
  tokens.push({ start: from, end: cut, endsSentence: false });
  if (cut < end) tokens.push({ start: cut, end, endsSentence: false });
}

function cutPlainly(text: string, stretch: Span): RawToken[] {
  const tokens: RawToken[] = [];
  for (const match of text
    .slice(stretch.start, stretch.end)
    .matchAll(/[\p{L}\p{N}\p{M}]+|[^\s\p{L}\p{N}\p{M}]/gu)) {
    const start = stretch.start + match.index;
    tokens.push({ start, end: start + match[0].length, endsSentence: /^[.!?]$/.test(match[0]) });
  }
  return tokens.filter(token => !BLANK.test(text.slice(token.start, token.end)));
}
