/** A word of a treebank sentence. `head` counts from 0 in the sentence, -1 for its root. */
export interface TreebankWord {
  readonly form: string;
  readonly lemma: string;
  readonly upos: string;
  readonly xpos: string;
  readonly head: number;
  readonly deprel: string;
  readonly spaceAfter: boolean;
}

/** A treebank sentence: its words, its surface tokens in order (a contraction is one token of several words), whether a paragraph begins here. */
export interface TreebankSentence {
  readonly words: readonly TreebankWord[];
  readonly tokens: readonly { readonly form: string; readonly first: number; readonly last: number }[];
  readonly newParagraph: boolean;
}

/**
 * Reads CoNLL-U text; empty nodes (1.1) are left out.
 * @example parseConllu('1\tGo\tgo\tVERB\tVB\t_\t0\troot\t_\t_\n\n')[0].words[0].head // -1
 */
export function parseConllu(text: string): TreebankSentence[] {
  const sentences: TreebankSentence[] = [];
  let words: TreebankWord[] = [];
  let tokens: { form: string; first: number; last: number }[] = [];
  let newParagraph = false;
  let covered = 0;
  for (const line of text.split('\n')) {
    if (line === '') {
      if (words.length > 0) sentences.push({ words, tokens, newParagraph });
      words = [];
      tokens = [];
      newParagraph = false;
      covered = 0;
    } else if (line.startsWith('#')) {
      if (line.startsWith('# newpar') || line.startsWith('# newdoc')) newParagraph = true;
    } else {
      const column = line.split('\t');
      const id = column[0]!;
      const range = /^(\d+)-(\d+)$/.exec(id);
      if (range) {
        tokens.push({ form: column[1]!, first: Number(range[1]) - 1, last: Number(range[2]) });
        covered = Number(range[2]);
      } else if (/^\d+$/.test(id)) {
        const index = Number(id) - 1;
        if (index >= covered) tokens.push({ form: column[1]!, first: index, last: index + 1 });
        words.push({
          form: column[1]!,
          lemma: column[2]!,
          upos: column[3]!,
          xpos: column[4]!,
          head: Number(column[6]) - 1,
          deprel: column[7]!,
          spaceAfter: !column[9]!.includes('SpaceAfter=No'),
        });
      }
    }
  }
  if (words.length > 0) sentences.push({ words, tokens, newParagraph });
  return sentences;
}
