import { readFileSync } from 'node:fs';
import type { Span } from '../model/index.ts';
import { type Analysis, makeAnalyser } from './analyser.ts';
import type { Document, Paragraph, Sentence, Token } from './document.ts';
import { unpackModel } from './model-file.ts';
import { findParagraphs } from './paragraphs.ts';
import { findQuotations } from './quotations.ts';
import { findSentenceEnds } from './sentences.ts';
import { findTokens, loadWink } from './tokens.ts';

let analyser: ((forms: readonly string[]) => Analysis) | undefined;

/** Loads the tokenizer and the model ahead of the first text; later calls do nothing. Throws where the model file is missing. */
export function loadLanguage(): void {
  loadWink();
  loadAnalyser();
}

/** The analyser of one sentence's words, for scripts that bring their own tokens. */
export function loadAnalyser(): (forms: readonly string[]) => Analysis {
  analyser ??= makeAnalyser(unpackModel(readFileSync(new URL('./data/parser.bin', import.meta.url))));
  return analyser;
}

/**
 * Reads a text: paragraphs, sentences, tokens with tags and lemmas, a dependency tree a sentence, quotations. All offsets
 * count into `text` as it came. Never throws for any string. The same text gives the same document.
 * @example parseText('Troops took Kalmar.').tokens.map(t => t.deprel) // ['nsubj', 'root', 'obj', 'punct']
 */
export function parseText(text: string): Document {
  loadLanguage();
  const tokens: Token[] = [];
  const sentences: Sentence[] = [];
  const paragraphs: Paragraph[] = [];
  for (const stretch of findParagraphs(text)) {
    const raw = findTokens(text, stretch);
    if (raw.length === 0) continue;
    const firstSentence = sentences.length;
    let from = 0;
    for (const to of findSentenceEnds(text, raw)) {
      sentences.push(addSentence(text, raw.slice(from, to), tokens, sentences.length, paragraphs.length));
      from = to;
    }
    paragraphs.push({
      index: paragraphs.length,
      first: firstSentence,
      last: sentences.length,
      start: stretch.start,
      end: stretch.end,
    });
  }
  const children: number[][] = tokens.map(() => []);
  for (const token of tokens) if (token.head >= 0) children[token.head]!.push(token.index);
  return { text, tokens, sentences, paragraphs, quotations: findQuotations(text, paragraphs), children };
}

function addSentence(
  text: string,
  raw: readonly Span[],
  tokens: Token[],
  index: number,
  paragraph: number,
): Sentence {
  const first = tokens.length;
  const forms = raw.map(span => text.slice(span.start, span.end));
  const { upos, xpos, lemma, head, deprel } = analyser!(forms);
  let root = first;
  for (const [i, span] of raw.entries()) {
    if (head[i]! < 0) root = first + i;
    tokens.push({
      start: span.start,
      end: span.end,
      index: first + i,
      text: forms[i]!,
      lower: forms[i]!.toLowerCase(),
      lemma: lemma[i]!,
      upos: upos[i]!,
      xpos: xpos[i]!,
      head: head[i]! < 0 ? -1 : first + head[i]!,
      deprel: deprel[i]!,
      sentence: index,
    });
  }
  return { index, first, last: tokens.length, root, paragraph, start: raw[0]!.start, end: raw.at(-1)!.end };
}
