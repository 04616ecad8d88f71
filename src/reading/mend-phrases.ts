import type { Document, Token } from '../language/index.ts';

type Change = (index: number, fields: Partial<Token>) => void;

/** Nouns for what somebody tries, with the infinitive of what is tried behind them. */
const TRIED = /^(?:attempt|bid|effort|try|plan|decision|order|promise|vow|pledge|threat|request)$/;
const LISTING = /^(?:including|like|namely|especially)$/;
const NOMINAL = /^(?:NOUN|PROPN)$/;

/**
 * Mends phrases hung on a verb that belong to the noun before them: "an attempt by rebels [to storm Baraza]", "several villages,
 * [including Baraza]"; and a subject that the tree takes for the first part of a compound: "with the [army] fighting rebels".
 */
export function mendPhrases(doc: Document, t: Token, set: Change): void {
  if (t.xpos === 'VB' && /^(?:advcl|xcomp)$/.test(t.deprel)) mendTried(doc, t, set);
  else if (LISTING.test(t.lower) && t.deprel === 'case') mendListed(doc, t, set);
  else if (t.upos === 'VERB' && /^(?:VBG|VBD|VBZ|VBP)$/.test(t.xpos)) mendSubject(doc, t, set);
}

function mendTried(doc: Document, t: Token, set: Change): void {
  const { tokens, children } = doc;
  if (
    t.head < 0 ||
    tokens[t.head]!.upos !== 'VERB' ||
    !children[t.index]!.some(c => tokens[c]!.lower === 'to')
  )
    return;
  const tried = children[t.head]!.find(
    c => c > t.head && c < t.index && tokens[c]!.deprel === 'obj' && TRIED.test(tokens[c]!.lemma),
  );
  if (tried !== undefined) set(t.index, { head: tried, deprel: 'acl' });
}

function mendListed(doc: Document, t: Token, set: Change): void {
  const { tokens } = doc;
  const listed = tokens[t.head]!;
  if (!listed.deprel.startsWith('obl') || tokens[listed.head]?.upos !== 'VERB') return;
  const before = tokens[t.index - (tokens[t.index - 1]?.text === ',' ? 2 : 1)];
  if (before && before.sentence === t.sentence && NOMINAL.test(before.upos) && before.index > listed.head)
    set(listed.index, { head: before.index, deprel: 'nmod' });
}

function mendSubject(doc: Document, t: Token, set: Change): void {
  const { tokens, children } = doc;
  const kids = children[t.index]!.map(c => tokens[c]!);
  const name = kids.find(k => k.deprel === 'compound' && k.index === t.index - 1 && NOMINAL.test(k.upos));
  if (!name || kids.some(k => k.deprel.startsWith('nsubj'))) return;
  set(name.index, { deprel: 'nsubj' });
  for (const k of kids)
    if (k.index < name.index && /^(?:det|amod|compound|nummod)/.test(k.deprel))
      set(k.index, { head: name.index });
}
