import type { Analyser } from '../analyser.ts';
import type { Document } from '../document.ts';
import type { ScoredWord } from './conll-score.ts';
import type { TreebankSentence } from './conllu.ts';

const blankless = (text: string): number => text.replace(/\s/gu, '').length;

/** A treebank's text: sentences joined by a blank, paragraphs by an empty line. */
export function rawText(treebank: readonly TreebankSentence[]): string {
  let text = '';
  for (const { words, tokens, newParagraph } of treebank) {
    text = text.trimEnd();
    if (text !== '') text += newParagraph ? '\n\n' : ' ';
    for (const token of tokens) text += token.form + (words[token.last - 1]!.spaceAfter ? ' ' : '');
  }
  return text;
}

/** The gold words with their characters counted without white space. Words of a contraction share its characters out: by their forms where those spell it, else all of it each. */
export function goldWords(treebank: readonly TreebankSentence[]): ScoredWord[] {
  const out: ScoredWord[] = [];
  let at = 0;
  for (const { words, tokens } of treebank) {
    const offset = out.length;
    for (const token of tokens) {
      const length = blankless(token.form);
      const parts = words.slice(token.first, token.last);
      const spells = parts.map(word => word.form).join('') === token.form;
      let start = at;
      for (const word of parts) {
        const end = spells ? start + blankless(word.form) : at + length;
        out.push({ ...word, start, end, head: word.head < 0 ? -1 : word.head + offset });
        if (spells) start = end;
      }
      at += length;
    }
  }
  return out;
}

/** The words of a parsed document in the same counting. */
export function documentWords(document: Document): ScoredWord[] {
  let at = 0;
  return document.tokens.map(token => {
    const start = at;
    at += blankless(token.text);
    return {
      start,
      end: at,
      upos: token.upos,
      xpos: token.xpos,
      lemma: token.lemma,
      head: token.head,
      deprel: token.deprel,
    };
  });
}

/** The gold words with the tags and trees that an analyser gives to the gold sentences. */
export function analysedWords(
  treebank: readonly TreebankSentence[],
  gold: readonly ScoredWord[],
  analyse: Analyser,
): ScoredWord[] {
  const out: ScoredWord[] = [];
  const analyses = analyse(treebank.map(({ words }) => words.map(word => word.form)));
  for (const { upos, xpos, lemma, head, deprel } of analyses) {
    const offset = out.length;
    for (let i = 0; i < head.length; i++) {
      const { start, end } = gold[offset + i]!;
      out.push({
        start,
        end,
        upos: upos[i]!,
        xpos: xpos[i]!,
        lemma: lemma[i]!,
        head: head[i]! < 0 ? -1 : head[i]! + offset,
        deprel: deprel[i]!,
      });
    }
  }
  return out;
}
