import { type Document, isUnder, type Token } from '../language/index.ts';

type Change = (index: number, fields: Partial<Token>) => void;

/** Nouns for what somebody tries, with the infinitive of what is tried behind them. */
const TRIED = /^(?:attempt|bid|effort|try|plan|decision|order|promise|vow|pledge|threat|request)$/;
const LISTING = /^(?:including|like|namely|especially)$/;
const NOMINAL = /^(?:NOUN|PROPN)$/;
/** Verbs of what is done to places, and seldom to those who fight. */
const SUFFERED =
  /^(?:capture|recapture|retake|seize|besiege|storm|occupy|hold|lose|abandon|liberate|overrun)$/;
const BESIDE = /^(?:neighbou?ring|adjoining|surrounding|outlying)$/;

/**
 * Mends phrases hung on a verb that belong to the noun before them: "an attempt by rebels [to storm Baraza]", "several villages,
 * [including Baraza]"; a subject that the tree takes for the first part of a compound: "with the [army] fighting rebels"; a
 * participle that it takes for a past tense or a verb: "Baraza, [captured] in May, is quiet", "[neighbouring] Baraza".
 */
export function mendPhrases(doc: Document, t: Token, set: Change): void {
  if (t.xpos === 'VB' && /^(?:advcl|xcomp)$/.test(t.deprel)) mendTried(doc, t, set);
  else if (LISTING.test(t.lower) && t.deprel === 'case') mendListed(doc, t, set);
  else if (doc.tokens[t.index - 1]?.lower === 'whose' && t.upos === 'VERB')
    set(t.index, { upos: 'NOUN', xpos: 'NN' });
  else if (t.xpos === 'VBD' && /^(?:acl|csubj)$/.test(t.deprel)) mendParticiple(doc, t, set);
  else if (t.xpos === 'VBN' && t.deprel === 'advcl') mendSuffered(doc, t, set);
  else if (BESIDE.test(t.lower)) mendBeside(doc, t, set);
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

/** "Baraza, [captured] on Monday, is quiet": what tells of a noun and has no subject of its own is no past tense. */
function mendParticiple(doc: Document, t: Token, set: Change): void {
  const kids = doc.children[t.index]!.map(c => doc.tokens[c]!);
  if (kids.some(k => /^(?:nsubj|aux|mark)/.test(k.deprel))) return;
  const subject = doc.children[t.head]?.find(c => c < t.index && doc.tokens[c]!.deprel.startsWith('nsubj'));
  if (t.deprel === 'acl') set(t.index, { xpos: 'VBN' });
  else if (subject !== undefined) set(t.index, { xpos: 'VBN', head: subject, deprel: 'acl' });
}

/** "after claiming [neighbouring] Baraza" */
function mendBeside(doc: Document, t: Token, set: Change): void {
  const next = doc.tokens[t.index + 1];
  if (t.upos !== 'VERB' || next?.head !== t.index || next.deprel !== 'obj' || !NOMINAL.test(next.upos))
    return;
  set(next.index, { head: t.head, deprel: t.deprel === 'xcomp' ? 'obj' : t.deprel });
  set(t.index, { upos: 'ADJ', xpos: 'JJ', lemma: t.lower, head: next.index, deprel: 'amod' });
}

/** "They took the base at Baraza, [besieged] for two years": said of the place before the comma. */
function mendSuffered(doc: Document, t: Token, set: Change): void {
  const { tokens } = doc;
  const noun = tokens[t.index - 2];
  if (tokens[t.index - 1]?.text !== ',' || !noun || !NOMINAL.test(noun.upos) || !SUFFERED.test(t.lemma))
    return;
  const kids = doc.children[t.index]!.map(c => tokens[c]!);
  if (kids.some(k => /^(?:nsubj|aux|mark|obj)/.test(k.deprel)) || t.head > noun.index) return;
  const tied = /^(?:at|in|near)$/.test(tokens[noun.index - 1]?.lower ?? '')
    ? tokens[noun.index - 2]
    : undefined;
  const head = tied?.upos === 'NOUN' ? tied : noun;
  if (tokens[t.head]!.upos === 'VERB' && isUnder(doc, head.index, t.head))
    set(t.index, { head: head.index, deprel: 'acl' });
}
