import type { Document, Token } from '../language/index.ts';

type Change = (index: number, fields: Partial<Token>) => void;

const TOLD =
  /^(?:claims?|reports?|estimates?|rumours?|rumors?|allegations?|assertions?|announcements?|statements?|suggestions?)$/;
const PLURAL_VERB = /^(?:reports|claims|estimates)$/;

/**
 * Mends the clauses that say what is told, and that it is not so: "[reports] that Baraza has fallen are false" and "the rebels' [claim]
 * that …", whose noun the tagger takes for a verb; "the claim [to have taken] Baraza"; "it was not true [that …]"; "disputed [that], saying …".
 */
export function mendTold(doc: Document, t: Token, set: Change): void {
  if (isMistakenVerb(doc, t)) mendNoun(doc, t, set);
  else if (t.upos === 'NOUN' && TOLD.test(t.lower)) mendInfinitive(doc, t, set);
  else if (t.lower === 'that' && t.deprel === 'mark') mendThat(doc, t, set);
  else if (ADDING.test(t.lower) && doc.tokens[t.index - 1]?.text === ',') mendAdding(doc, t, set);
}

function mendThat(doc: Document, t: Token, set: Change): void {
  const next = doc.tokens[t.index + 1];
  const before = doc.tokens[t.index - 1];
  if (next?.text === ',' && before?.upos === 'VERB' && doc.tokens[t.head]!.head === before.index)
    set(t.index, { deprel: 'obj', upos: 'PRON', head: before.index });
  else if (before) {
    mendExtraposed(doc, before, t, set);
    mendAcross(doc, t, set);
  }
}

/** "[Reports] that Baraza has fallen", "said that [claims] by the rebels that …", "the rebels' [claim]". */
function isMistakenVerb(doc: Document, t: Token): boolean {
  if (!TOLD.test(t.lower) || (t.upos !== 'VERB' && t.deprel !== 'ccomp')) return false;
  const before = doc.tokens[t.index - 1];
  const inside = before !== undefined && before.sentence === t.sentence;
  if (inside && before.xpos === 'POS') return true;
  if (t.upos !== 'VERB' || !PLURAL_VERB.test(t.lower)) return false;
  const kids = doc.children[t.index]!.map(c => doc.tokens[c]!);
  if (kids.some(k => k.deprel.startsWith('nsubj') || k.deprel.startsWith('aux'))) return false;
  if (!/^(?:that|by|of)$/.test(doc.tokens[t.index + 1]?.lower ?? '')) return false;
  return (
    !inside || /^(?:ADP|DET|ADJ|SCONJ)$/.test(before.upos) || before.lower === 'to' || before.xpos === 'PRP$'
  );
}

function mendNoun(doc: Document, t: Token, set: Change): void {
  const noun = {
    upos: 'NOUN',
    xpos: t.lower.endsWith('s') ? 'NNS' : 'NN',
    lemma: t.lower.replace(/s$/, ''),
  } as const;
  const clause = clauseOf(doc, t);
  if (clause) set(clause.index, { deprel: 'acl', head: t.index });
  const from = clause ?? t;
  // "are false": of the reports, where nothing else is its subject
  const said = doc.tokens
    .slice(from.index + 1, doc.sentences[t.sentence]!.last)
    .find(x => doc.children[x.index]!.some(c => doc.tokens[c]!.deprel === 'cop'));
  const free = said && !doc.children[said.index]!.some(c => doc.tokens[c]!.deprel.startsWith('nsubj'));
  const link = doc.tokens[t.index - 1];
  if (free && /^[cx]comp$/.test(t.deprel) && said.head === t.head)
    set(t.index, { ...noun, head: said.index, deprel: 'nsubj' });
  else if (link?.lower === 'to') {
    set(t.index, { ...noun, deprel: doc.tokens[t.head]?.upos === 'NOUN' ? 'nmod' : 'obl' });
    set(link.index, { deprel: 'case', upos: 'ADP' });
  } else set(t.index, { ...noun, ...(t.deprel === 'ccomp' ? { deprel: 'obj' } : {}) });
  for (const c of doc.children[t.index]!)
    if (doc.tokens[c]!.deprel.startsWith('obl')) set(c, { deprel: 'nmod' });
}

/** The clause of what is told: the first whose "that" stands behind the noun, with no verb between. */
function clauseOf(doc: Document, t: Token): Token | null {
  for (let i = t.index + 1; i < doc.sentences[t.sentence]!.last; i++) {
    const x = doc.tokens[i]!;
    if (x.lower === 'that' && x.deprel === 'mark') return doc.tokens[x.head]!;
    if (x.upos === 'VERB' || x.upos === 'AUX' || x.upos === 'PUNCT') break;
  }
  return (
    doc.children[t.index]!.map(c => doc.tokens[c]!).find(
      c => c.index > t.index && /^(?:ccomp|acl|advcl)/.test(c.deprel),
    ) ?? null
  );
}

/** "refuted the rebels' claim [to have captured Baraza]": theirs, not his who refutes. */
function mendInfinitive(doc: Document, t: Token, set: Change): void {
  const to = doc.tokens[t.index + 1];
  if (to?.lower !== 'to' || to.deprel !== 'mark') return;
  const verb = doc.tokens[to.head]!;
  if (verb.head === t.head && /^(?:xcomp|advcl)$/.test(verb.deprel))
    set(verb.index, { head: t.index, deprel: 'acl' });
}

/** "It was not [true] that Baraza had fallen, he said": the clause is what is true, not what he said. */
function mendExtraposed(doc: Document, predicate: Token, that: Token, set: Change): void {
  if (predicate.upos !== 'ADJ' && predicate.upos !== 'NOUN') return;
  const kids = doc.children[predicate.index]!.map(c => doc.tokens[c]!);
  const clause = doc.tokens[that.head]!;
  if (!kids.some(k => k.deprel === 'cop') || !kids.some(k => k.lower === 'it')) return;
  if (clause.head === predicate.index ? clause.deprel === 'acl:relcl' : clause.head === predicate.head)
    set(clause.index, { head: predicate.index, deprel: 'ccomp' });
}

const ADDING = /^(?:saying|adding|insisting|claiming|stating|arguing|stressing|maintaining)$/;

/** "The army denied it, saying [its troops held the town]": what is said is below "saying", and that below what was done so. */
function mendAdding(doc: Document, t: Token, set: Change): void {
  const clause = doc.tokens[t.head];
  const main = clause && doc.tokens[clause.head];
  if (!main || clause.index < t.index || main.index > t.index || main.upos !== 'VERB') return;
  if (t.deprel !== 'advcl' || !/^(?:[cx]comp|advcl|parataxis)$/.test(clause.deprel)) return;
  set(t.index, { head: main.index });
  set(clause.index, { head: t.index, deprel: 'ccomp' });
}

/** "said [that they fought]; the army denied …": a clause before a semicolon is not of the verb behind it. */
function mendAcross(doc: Document, that: Token, set: Change): void {
  const clause = doc.tokens[that.head]!;
  const head = doc.tokens[clause.head];
  if (!head || head.index < clause.index || clause.deprel !== 'ccomp') return;
  if (!doc.tokens.slice(clause.index, head.index).some(x => x.text === ';')) return;
  const { first } = doc.sentences[that.sentence]!;
  const verb = doc.tokens
    .slice(first, that.index)
    .findLast(x => x.upos === 'VERB' && /^VB[DZP]$/.test(x.xpos));
  if (verb) set(clause.index, { head: verb.index });
}
