import type { Span } from '../model/index.ts';

/** A token of a document. `head` is the index (in the document) of the token it depends on, -1 for a sentence's root. */
export interface Token extends Span {
  readonly index: number;
  readonly text: string;
  readonly lower: string;
  readonly lemma: string;
  /** Universal part of speech: NOUN, PROPN, VERB, AUX, ADJ, ADV, ADP, NUM, PRON, DET, SCONJ, CCONJ, PART, PUNCT, SYM, INTJ, X. */
  readonly upos: string;
  /** Penn Treebank tag: VBD against VBN, NNPS against NNP. */
  readonly xpos: string;
  readonly head: number;
  /** Universal Dependencies relation with its subtype: nsubj, nsubj:pass, obj, obl, nmod, nmod:poss, acl:relcl… */
  readonly deprel: string;
  readonly sentence: number;
}

/** A sentence: half-open token range, and its span in the text. */
export interface Sentence extends Span {
  readonly index: number;
  readonly first: number;
  readonly last: number;
  /** Index of its root token. */
  readonly root: number;
  readonly paragraph: number;
}

/** A paragraph: half-open sentence range, and its span. */
export interface Paragraph extends Span {
  readonly index: number;
  readonly first: number;
  readonly last: number;
}

/** A quotation: its span with the marks, and the words inside. It may run over several sentences and paragraphs. */
export interface Quotation extends Span {
  readonly inner: Span;
}

/** A text with its sentences, tokens, trees, paragraphs and quotations; offsets into the text exactly as it came. */
export interface Document {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  readonly paragraphs: readonly Paragraph[];
  readonly quotations: readonly Quotation[];
  /** Indexes of the tokens that depend on each token, in order of the text. */
  readonly children: readonly (readonly number[])[];
}
