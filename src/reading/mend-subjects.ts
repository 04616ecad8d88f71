import type { Document, Sentence, Token } from '../language/index.ts';

type Change = (index: number, fields: Partial<Token>) => void;

const FINITE = /^(?:VBD|VBZ|VBP)$/;
const REPORTING = /^(?:reporting|speaking|writing)$/;

/**
 * Mends subjects that an apposition or a trailing attribution has parted from their verb: "Baraza, the capital of Kend, fell
 * to the rebels, a council member said." The last noun phrase before the verb of saying is its speaker; the subject that the
 * parser gave it as well is that of the verb that has none.
 */
export function mendSubjects(
  doc: Document,
  sentence: Sentence,
  isSaying: (t: Token) => boolean,
  set: Change,
): void {
  const root = doc.tokens[sentence.root]!;
  if (isSaying(root)) {
    mendTrailing(doc, sentence, root, set);
    mendReporter(doc, sentence, root, set);
    mendStray(doc, root, set);
  }
  for (let i = sentence.first; i < sentence.last; i++) {
    const t = doc.tokens[i]!;
    if (t.deprel === 'vocative' && t.head > i && isOpen(doc, t.head) && doc.tokens[i + 1]?.text !== '!')
      set(i, { deprel: subjectOf(doc, t.head) });
  }
}

function mendTrailing(doc: Document, { first, last }: Sentence, said: Token, set: Change): void {
  const { tokens } = doc;
  for (let i = said.index + 1; i < last; i++) if (FINITE.test(tokens[i]!.xpos)) return;
  let comma = said.index - 1;
  while (comma > first && tokens[comma]!.text !== ',') comma--;
  if (comma <= first + 1 || comma >= said.index - 1) return;
  for (let i = comma + 1; i < said.index; i++) if (FINITE.test(tokens[i]!.xpos)) return;
  const speaker = outermost(doc, comma + 1, said.index);
  if (!speaker || !/^(?:NOUN|PROPN|PRON)$/.test(speaker.upos)) return;
  const subject = tokens.slice(first, comma).find(t => t.head === said.index && t.deprel === 'nsubj');
  const told = subject && verbOf(doc, subject, comma);
  if (speaker.head !== said.index) {
    if (!told) return;
    set(speaker.index, { head: said.index, deprel: 'nsubj' });
  }
  if (!subject || !told) return;
  set(subject.index, { head: told.index, deprel: subjectOf(doc, told.index) });
  set(told.index, { head: said.index, deprel: 'ccomp' });
}

/** "They entered the city, Ann Field, a resident of Baraza, said": a second subject, behind the clause that is told, is who says it. */
function mendStray(doc: Document, said: Token, set: Change): void {
  const kids = doc.children[said.index]!.map(c => doc.tokens[c]!);
  if (kids.some(k => k.deprel.startsWith('nsubj'))) return;
  for (const told of kids.filter(k => k.deprel === 'ccomp' && k.index < said.index)) {
    const subjects = doc.children[told.index]!.filter(c => doc.tokens[c]!.deprel.startsWith('nsubj'));
    const stray = subjects.find(c => c > told.index && doc.tokens[c - 1]!.text === ',');
    if (stray !== undefined && subjects.length > 1) set(stray, { head: said.index, deprel: 'nsubj' });
  }
}

/** "Ann Field reporting from Baraza said …": the reporter says it. */
function mendReporter(doc: Document, { first }: Sentence, said: Token, set: Change): void {
  if (!isOpen(doc, said.index)) return;
  const from = doc.tokens.slice(first, said.index).find(t => REPORTING.test(t.lower) && t.upos === 'VERB');
  const name = from && doc.tokens[from.index - (doc.tokens[from.index - 1]?.text === ',' ? 2 : 1)];
  if (!from || name?.upos !== 'PROPN' || name.index < first) return;
  set(name.index, { head: said.index, deprel: 'nsubj' });
  set(from.index, { head: name.index, deprel: 'acl' });
  for (const c of doc.children[from.index]!)
    if (c < name.index && /^(?:compound|nsubj|nmod|flat|appos)/.test(doc.tokens[c]!.deprel))
      set(c, { head: name.index, deprel: doc.tokens[c]!.deprel === 'nmod:poss' ? 'nmod:poss' : 'compound' });
}

/** The finite verb after a subject that hangs on it, or on the verb of saying without a subject of its own. */
function verbOf(doc: Document, subject: Token, before: number): Token | undefined {
  return doc.tokens
    .slice(subject.index + 1, before)
    .find(
      t =>
        (t.upos === 'VERB' || t.upos === 'AUX') &&
        (FINITE.test(t.xpos) || hasAuxiliary(doc, t.index)) &&
        ((t.head === subject.index && /^(?:parataxis|conj|acl|ccomp|appos)$/.test(t.deprel)) ||
          (t.head === subject.head && isOpen(doc, t.index))),
    );
}

const hasAuxiliary = (doc: Document, verb: number): boolean =>
  doc.children[verb]!.some(c => doc.tokens[c]!.deprel.startsWith('aux'));

/** Whether a verb has no subject before it. */
const isOpen = (doc: Document, verb: number): boolean =>
  !doc.children[verb]!.some(c => c < verb && doc.tokens[c]!.deprel.startsWith('nsubj'));

const subjectOf = (doc: Document, verb: number): string =>
  doc.children[verb]!.some(c => doc.tokens[c]!.deprel === 'aux:pass') ? 'nsubj:pass' : 'nsubj';

function outermost(doc: Document, first: number, last: number): Token | undefined {
  return doc.tokens
    .slice(first, last)
    .find(t => (t.head < first || t.head >= last) && t.deprel !== 'punct' && t.deprel !== 'cc');
}
