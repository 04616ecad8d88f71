import { type Document, isUnder, type Token } from '../language/index.ts';
import { mendPhrases } from './mend-phrases.ts';
import { mendSubjects } from './mend-subjects.ts';
import { mendTold } from './mend-told.ts';

const SAYING = new Set(
  'say tell add state declare announce report claim assert insist maintain confirm acknowledge admit concede deny warn argue note allege reveal reiterate stress estimate boast affirm vow dispute reject dismiss acknowledge suggest indicate believe fear'.split(
    ' ',
  ),
);
const THIRD_PERSON =
  /^(?:says|announces|claims|denies|reports|warns|states|confirms|declares|admits|insists|adds|reveals)$/;

/**
 * Mends what the parser gets wrong often enough in news to matter, where the words leave no doubt: a that-clause hung on the
 * day of the saying ("denied on Saturday that it had fallen"), a relative clause hung too low, a verb of saying taken for a noun ("a spokesman announces
 * that …") or the other way round, a negation hung on the subject. The same document where there is nothing to mend.
 */
export function repairTree(document: Document): Document {
  const tokens = [...document.tokens];
  let changed = false;
  const set = (i: number, fields: Partial<Token>): void => {
    tokens[i] = { ...tokens[i]!, ...fields };
    changed = true;
  };
  for (const s of document.sentences) mendSubjects(document, s, t => SAYING.has(t.lemma), set);
  for (const t of document.tokens) {
    mendTold(document, t, set);
    mendPhrases(document, t, set);
    mendActive(document, t, set);
    mendObject(document, t, set);
    if (/^(?:not|n['’]t|never)$/.test(t.lower) && t.deprel === 'advmod') mendNegation(document, t, set);
    else if (/^(?:do|does|did)$/.test(t.lower) && !t.deprel.startsWith('aux'))
      mendAuxiliary(document, t, set);
    else if (t.upos === 'NOUN' && THIRD_PERSON.test(t.lower)) mendSaying(document, t, set);
    else if (t.lower === 'that' && t.deprel === 'mark') mendClause(document, tokens, t, set);
    else if (t.lower === 'compound' && t.upos !== 'NOUN') mendCompound(document, t, set);
    else if (t.lower === 'control' && t.upos === 'VERB') mendControl(document, t, set);
    else if (t.lower === 'fighting' && t.upos === 'VERB') mendFighting(document, t, set);
    else if (t.lower === 'fighting' && t.deprel === 'compound') mendProgressive(document, t, set);
    else if (t.lower === 'crossing' && t.deprel === 'acl') mendCrossing(document, t, set);
    else if (t.deprel === 'acl:relcl') mendRanked(document, t, set);
    else if (t.lower === 'longer') mendLonger(document, t, set);
  }
  if (!changed) return document;
  const children: number[][] = tokens.map(() => []);
  for (const t of tokens) if (t.head >= 0) children[t.head]!.push(t.index);
  return { ...document, tokens, children };
}

type Change = (index: number, fields: Partial<Token>) => void;

/** "The army, backed by militias, [advanced]": an active verb whose subject the tree takes for that of a passive. */
function mendActive(doc: Document, t: Token, set: Change): void {
  if (t.deprel !== 'nsubj:pass') return;
  const verb = doc.tokens[t.head]!;
  const kids = doc.children[verb.index]!.map(c => doc.tokens[c]!);
  if (verb.xpos === 'VBD' && !kids.some(k => k.deprel.startsWith('aux') || k.deprel === 'obl:agent'))
    set(t.index, { deprel: 'nsubj' });
}

/** "denied [the loss]": what the tree takes for whom something is given, where nothing is. */
function mendObject(doc: Document, t: Token, set: Change): void {
  if (t.deprel !== 'iobj' || t.upos === 'PRON') return;
  const kids = doc.children[t.head]!.map(c => doc.tokens[c]!);
  if (!kids.some(k => /^(?:obj|ccomp|xcomp)$/.test(k.deprel))) set(t.index, { deprel: 'obj' });
}

/** "They [are fighting] soldiers in the streets", taken by the tree for "they are fighting-soldiers". */
function mendProgressive(doc: Document, t: Token, set: Change): void {
  const head = doc.tokens[t.head]!;
  const kids = doc.children[head.index]!.map(c => doc.tokens[c]!);
  const be = kids.find(k => k.index === t.index - 1 && /^(?:aux|cop)/.test(k.deprel));
  if (!be || head.index !== t.index + 1 || !kids.some(k => k.deprel === 'nsubj')) return;
  set(t.index, { upos: 'VERB', xpos: 'VBG', lemma: 'fight', head: head.head, deprel: head.deprel });
  set(head.index, { head: t.index, deprel: 'obj' });
  for (const k of kids)
    if (k !== t && /^(?:nsubj|aux|cop|punct|advmod|obl|nmod|parataxis|mark)/.test(k.deprel))
      set(k.index, {
        head: t.index,
        deprel: k === be ? 'aux' : k.deprel === 'nmod' && k.index > head.index ? 'obl' : k.deprel,
      });
}

/** "denied on Saturday [that Baraza had fallen]" */
function mendClause(doc: Document, tokens: readonly Token[], that: Token, set: Change): void {
  const clause = tokens[that.head];
  if (!clause || !/^(?:acl|advcl)/.test(clause.deprel)) return;
  const noun = tokens[clause.head];
  if (!noun || noun.upos === 'VERB' || !/^(?:obl|nmod)/.test(noun.deprel)) return;
  const verb = tokens[noun.head];
  if (verb?.upos !== 'VERB' || !SAYING.has(verb.lemma) || verb.index > that.index) return;
  if (doc.tokens[that.index - 1]?.text === ',') return;
  set(clause.index, { head: verb.index, deprel: 'ccomp' });
}

/** "They do [not], in our view, hold the town": a negation hung on the auxiliary or the subject before it, not on the verb. */
function mendNegation(doc: Document, t: Token, set: Change): void {
  const auxiliary = doc.tokens[t.index - 1];
  if (auxiliary?.deprel !== 'aux' || auxiliary.head === t.head || auxiliary.sentence !== t.sentence) return;
  if (/^(?:aux|nsubj)/.test(doc.tokens[t.head]?.deprel ?? '')) set(t.index, { head: auxiliary.head });
}

/** "They [do] not, in our view, hold the town": an auxiliary taken for the verb, with the verb behind the commas. */
function mendAuxiliary(doc: Document, t: Token, set: Change): void {
  const kids = doc.children[t.index]!.map(c => doc.tokens[c]!);
  const verb = kids.find(
    c => c.xpos === 'VB' && c.upos === 'VERB' && c.index > t.index && c.deprel === 'parataxis',
  );
  if (!verb || kids.some(c => c.deprel === 'obj') || doc.tokens[verb.index - 1]?.text !== ',') return;
  set(verb.index, { head: t.head, deprel: t.deprel });
  set(t.index, { upos: 'AUX', head: verb.index, deprel: 'aux' });
  for (const c of kids) if (c !== verb) set(c.index, { head: verb.index });
}

/** Forms that are never a noun. */
const NO_NOUN = /^(?:denies|admits|insists|confirms)$/;

/** "An army spokesman announces [that Baraza has been freed]", "Government denies [loss] of Baraza" */
function mendSaying(doc: Document, t: Token, set: Change): void {
  const next = doc.tokens[t.index + 1];
  if (!next || next.sentence !== t.sentence) return;
  const that = next.lower === 'that';
  if (!that && !NO_NOUN.test(t.lower)) return;
  const kids = doc.children[t.index]!.map(c => doc.tokens[c]!);
  const before = kids.filter(c => c.index < t.index);
  const subject = before.findLast(c => c.deprel === 'compound') ?? before.findLast(c => c.deprel === 'nsubj');
  const clause = kids.find(c => c.index > t.index && c.deprel.startsWith('acl'));
  if (!subject || (that && !clause)) return;
  set(t.index, { upos: 'VERB', xpos: 'VBZ', lemma: t.lower.replace(/ies$/, 'y').replace(/s$/, '') });
  set(subject.index, { deprel: 'nsubj' });
  for (const c of before)
    if (c.index < subject.index && /^(?:det|amod|compound|nmod)/.test(c.deprel))
      set(c.index, { head: subject.index });
  if (!clause) return;
  set(clause.index, { deprel: clause.xpos === 'VBG' ? 'xcomp' : 'ccomp' });
  if (that && next.head === clause.index) set(next.index, { deprel: 'mark', upos: 'SCONJ' });
}

/** "the governor's compound", "a military compound": a noun that the tagger takes for an adjective or a verb. */
function mendCompound(doc: Document, t: Token, set: Change): void {
  const before = doc.tokens[t.index - 1],
    next = doc.tokens[t.index + 1];
  if (before?.sentence !== t.sentence || (next?.upos === 'NOUN' && next.sentence === t.sentence)) return;
  const owned = /^(?:['’]s?|government|military|presidential|police|army|un|ministry|palace|security)$/.test(
    before.lower,
  );
  if (owned) set(t.index, { upos: 'NOUN', xpos: 'NN', lemma: 'compound' });
}

/** "back [under government control]": a noun that the tagger takes for a verb behind another noun. */
function mendControl(doc: Document, t: Token, set: Change): void {
  const owner = doc.tokens[t.index - 1],
    under = doc.tokens.slice(Math.max(0, t.index - 4), t.index).find(x => x.lower === 'under');
  if (!under || under.sentence !== t.sentence || !owner || !/^(?:NOUN|PROPN|ADJ)$/.test(owner.upos)) return;
  // what "under" hangs on stands before it: the verb or predicate nearest to it
  const over = doc.tokens
    .slice(doc.sentences[t.sentence]!.first, under.index)
    .findLast(
      x => /^(?:VERB|ADV)$/.test(x.upos) || doc.children[x.index]!.some(c => doc.tokens[c]!.deprel === 'cop'),
    );
  if (!over) return;
  if (over.head === t.index) set(over.index, { head: t.head, deprel: t.deprel });
  else if (isUnder(doc, over.index, t.index)) return;
  for (const c of doc.children[t.index]!)
    if (c < under.index && c !== over.index) set(c, { head: over.index });
  set(t.index, { upos: 'NOUN', xpos: 'NN', lemma: 'control', head: over.index, deprel: 'obl' });
  set(under.index, { head: t.index, deprel: 'case' });
  for (let i = under.index + 1; i < t.index; i++)
    set(i, { head: t.index, deprel: i === owner.index ? 'compound' : doc.tokens[i]!.deprel });
}

const ORDINAL =
  /^(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|only|\d+(?:st|nd|rd|th))$/;

/** "the second city in the north of Kenland [that they have taken]": the cities are taken, not the north. */
function mendRanked(doc: Document, t: Token, set: Change): void {
  if (!doc.children[t.index]!.some(c => doc.tokens[c]!.lower === 'that' && c < t.index)) return;
  let noun = doc.tokens[t.head];
  for (let hops = 0; hops < 3 && noun?.deprel.startsWith('nmod'); hops++) noun = doc.tokens[noun.head];
  if (!noun || noun.index === t.head || noun.upos !== 'NOUN') return;
  if (doc.children[noun.index]!.some(c => ORDINAL.test(doc.tokens[c]!.lower)))
    set(t.index, { head: noun.index });
}

/** "The rebels are no [longer] in the town": the subject and verb of what is over, not of "longer". */
function mendLonger(doc: Document, t: Token, set: Change): void {
  if (t.head < 0 || doc.tokens[t.index - 1]?.lower !== 'no') return;
  for (const c of doc.children[t.index]!)
    if (/^(?:nsubj|cop|aux)/.test(doc.tokens[c]!.deprel)) set(c, { head: t.head });
}

/** "another border [crossing] into the neighbouring country" */
function mendCrossing(doc: Document, t: Token, set: Change): void {
  const border = doc.tokens[t.head];
  if (!border || border.index !== t.index - 1 || !/^(?:border|river|frontier|ferry)$/.test(border.lower))
    return;
  set(t.index, { upos: 'NOUN', xpos: 'NN', lemma: 'crossing', head: border.head, deprel: border.deprel });
  set(border.index, { head: t.index, deprel: 'compound' });
  for (const c of doc.children[border.index]!) if (c !== t.index) set(c, { head: t.index });
  for (const c of doc.children[t.index]!) if (doc.tokens[c]!.deprel === 'obl') set(c, { deprel: 'nmod' });
}

/** "[Fighting] raged inside the base": the noun, where a verb that tells of it follows. */
function mendFighting(doc: Document, t: Token, set: Change): void {
  const kids = doc.children[t.index]!.map(c => doc.tokens[c]!);
  const next = doc.tokens[t.index + 1];
  if (kids.some(k => k.deprel.startsWith('aux') || k.deprel.startsWith('nsubj') || k.lower === 'to')) return;
  const told = next?.sentence === t.sentence && /^VB[DZP]$/.test(next.xpos);
  if (!told && !/^(?:nsubj|csubj|obj|obl|nmod)/.test(t.deprel)) return;
  set(t.index, { upos: 'NOUN', xpos: 'NN', ...(t.deprel.startsWith('csubj') ? { deprel: 'nsubj' } : {}) });
}
