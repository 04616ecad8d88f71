import type { Document, Token } from '../../language/index.ts';
import type { ActorMention } from '../annotations.ts';

/** Nouns for a body of men that belongs to somebody, and by themselves name nobody. */
const BODY =
  /^(?:convoy|column|patrol|unit|contingent|battalion|brigade|division|regiment|detachment|squad|garrison|mission|peacekeeper|force|fleet|flotilla|militia)$/;
const DEFINITE = new Set(['the', 'this', 'that', 'these', 'those', 'both']);
/** Words beside such a noun that tell it from no other: "the whole column". */
const PLAIN = /^(?:the|this|that|these|those|both|whole|entire|same|said|remaining|last|first|main)$/;
/** How many sentences back its owner may have been named. */
const REACH = 12;

/**
 * "A convoy of rebels … the convoy": a body of men spoken of again is that of the side that the report gave it. A mission is also
 * that of the peacekeepers last named. Requires: mentions of names and descriptions, in order.
 */
export function sameBodies(doc: Document, mentions: readonly ActorMention[]): ActorMention[] {
  const taken = new Set(mentions.flatMap(m => range(m.first, m.last))),
    out: ActorMention[] = [];
  for (const t of doc.tokens) {
    if (t.upos !== 'NOUN' || !BODY.test(t.lemma) || taken.has(t.index) || !isPlain(doc, t)) continue;
    const owner = mentions.findLast(m => m.last <= t.index && isOf(doc, m, t));
    if (!owner || t.sentence - doc.tokens[owner.head]!.sentence > REACH) continue;
    out.push({
      ...owner,
      first: t.index,
      last: t.index + 1,
      head: t.index,
      start: t.start,
      end: t.end,
      how: 'description',
    });
  }
  return out.length ? [...mentions, ...out].sort((a, b) => a.first - b.first) : [...mentions];
}

const range = (first: number, last: number): number[] =>
  Array.from({ length: last - first }, (_, i) => first + i);

/** Definite, with nothing beside it that says whose it is or that it is another. */
function isPlain(doc: Document, t: Token): boolean {
  const kids = doc.children[t.index]!.map(c => doc.tokens[c]!);
  if (/^(?:compound|flat)/.test(t.deprel) || !kids.some(k => DEFINITE.has(k.lower))) return false;
  return kids.every(k => {
    if (k.index < t.index) return PLAIN.test(k.lower) || k.deprel === 'case' || k.upos === 'PUNCT';
    return k.deprel !== 'nmod' && k.deprel !== 'appos';
  });
}

/** Whether the report has given a side such a body: "the rebel column", "a column of rebels"; "UN peacekeepers" and their mission. */
function isOf(doc: Document, m: ActorMention, { lemma }: Token): boolean {
  if (m.how === 'pronoun' || m.actor.id === 'civilians') return false;
  if (range(m.first, m.last).some(i => doc.tokens[i]!.lemma === lemma)) return true;
  if (lemma === 'mission' && /peacekeep|\bmission\b/i.test(m.actor.name)) return true;
  const head = doc.tokens[m.head]!,
    over = doc.tokens[head.head];
  return over?.lemma === lemma && /^(?:nmod|compound|amod)/.test(head.deprel);
}
