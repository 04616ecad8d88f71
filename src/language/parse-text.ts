import { readFileSync } from 'node:fs';
import type { Span } from '../model/index.ts';
import { type Analyser, makeAnalyser } from './analyser.ts';
import { aroundAsides } from './asides.ts';
import type { Document, Paragraph, Sentence, Token } from './document.ts';
import { unpackModel } from './network/model-file.ts';
import { findParagraphs } from './paragraphs.ts';
import { findQuotations } from './quotations.ts';
import { findSentenceEnds } from './sentences.ts';
import { findTokens } from './tokens.ts';

let analyser: Analyser | undefined;

/** Loads the model ahead of the first text; later calls do nothing. Throws where the model file is missing. */
export function loadLanguage(): void {
  loadAnalyser();
}

/** The analyser of one sentence's words, for scripts that bring their own tokens. */
export function loadAnalyser(): Analyser {
  analyser ??= aroundAsides(
    makeAnalyser(unpackModel(readFileSync(new URL('./data/parser.bin', import.meta.url))), readVerbForms()),
  );
  return analyser;
}

/** Forms of verbs that the model's rules get wrong; made by `scripts/make-verb-forms.ts`. */
function readVerbForms(): ReadonlyMap<string, string> {
  const tsv = readFileSync(new URL('./data/verb-forms.tsv', import.meta.url), 'utf8');
  return new Map(
    tsv
      .trimEnd()
      .split('\n')
      .map(line => line.split('\t') as [string, string]),
  );
}

/**
 * Reads a text: paragraphs, sentences, tokens with tags and lemmas, a dependency tree a sentence, quotations. All offsets
 * count into `text` as it came. Never throws for any string. The same text gives the same document.
 * @example parseText('Troops took Kalmar.').tokens.map(t => t.deprel) // ['nsubj', 'root', 'obj', 'punct']
 */
export function parseText(text: string): Document {
  loadLanguage();
  const raw: RawSentence[] = [];
  const paragraphs: Paragraph[] = [];
  for (const stretch of findParagraphs(text)) {
    const tokens = findTokens(text, stretch);
    if (tokens.length === 0) continue;
    const first = raw.length;
    let from = 0;
    for (const to of findSentenceEnds(text, tokens)) {
      raw.push({ tokens: tokens.slice(from, to), paragraph: paragraphs.length });
      from = to;
    }
    paragraphs.push({
      index: paragraphs.length,
      first,
      last: raw.length,
      start: stretch.start,
      end: stretch.end,
    });
  }
  const { tokens, sentences } = addTrees(text, raw);
  const children: number[][] = tokens.map(() => []);
  for (const token of tokens) if (token.head >= 0) children[token.head]!.push(token.index);
  return { text, tokens, sentences, paragraphs, quotations: findQuotations(text, paragraphs), children };
}

interface RawSentence {
  readonly tokens: readonly Span[];
  readonly paragraph: number;
}

/** "IS took the dam": the group's initials, which a tagger takes for the verb where the words beside them are not in capitals. */
function withPlainNames(forms: readonly string[]): readonly string[] {
  if (!forms.includes('IS')) return forms;
  const loud = (word: string | undefined): boolean => /^\p{Lu}{2,}$/u.test(word ?? '');
  return forms.map((word, i) =>
    word === 'IS' && !loud(forms[i - 1]) && !loud(forms[i + 1]) ? 'ISIS' : word,
  );
}

function addTrees(text: string, raw: readonly RawSentence[]): { tokens: Token[]; sentences: Sentence[] } {
  const forms = raw.map(sentence => sentence.tokens.map(({ start, end }) => text.slice(start, end)));
  const tokens: Token[] = [];
  const sentences = analyser!(forms.map(withPlainNames)).map(
    ({ upos, xpos, lemma, head, deprel }, index): Sentence => {
      const first = tokens.length;
      const { tokens: spans, paragraph } = raw[index]!;
      for (const [i, { start, end }] of spans.entries()) {
        const form = forms[index]![i]!;
        tokens.push({
          start,
          end,
          index: first + i,
          text: form,
          lower: form.toLowerCase(),
          lemma: lemma[i]!,
          upos: upos[i]!,
          xpos: xpos[i]!,
          head: head[i]! < 0 ? -1 : first + head[i]!,
          deprel: deprel[i]!,
          sentence: index,
        });
      }
      const root = first + head.indexOf(-1);
      return {
        index,
        first,
        last: tokens.length,
        root,
        paragraph,
        start: spans[0]!.start,
        end: spans.at(-1)!.end,
      };
    },
  );
  return { tokens, sentences };
}
