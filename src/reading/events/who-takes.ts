import type { Annotated } from '../annotations.ts';
import { bySentence } from '../by-sentence.ts';
import { type Slots, slotsOf } from '../frames/slots.ts';
import { isState } from '../is-state.ts';
import { type EventRow, namesOf } from './event-rows.ts';

const STATE = /^(?:army|military|troops?|troopers?|government|police|soldiers?|regime|marines|commandos)$/;
const REBELS =
  /^(?:rebels?|militants?|insurgents?|fighters?|jihadists?|terrorists?|separatists?|gunmen|militias?|opposition)$/;
const OF_STATE = /^(?:government|armed|security|national|defence|defense|regime|army|federal|police)$/;

/** Whether ground was taken by whom a row asks for: a state's forces, or a group's. A passive without a doer is told by whom it was taken from. */
export function isTakenBy(a: Annotated, row: EventRow, trigger: number): boolean {
  if (!row.taker) return true;
  const doc = a.document;
  if (doc.tokens[trigger]!.upos !== 'VERB') return false;
  const slots = slotsOf(doc, trigger);
  if (!isGround(a, row, slots)) return false;
  const sides = slots.subj.map(i => sideAt(a, i)).filter(side => side !== null);
  if (sides.length > 0) return row.taker === (sides.includes('state') ? 'state' : 'group');
  const loser = [...slots.obj, ...(slots.by.get('from') ?? [])]
    .map(i => sideAt(a, i))
    .find(side => side !== null);
  if (slots.subj.length > 0) return row.taker === 'group';
  return loser !== undefined && row.taker === (loser === 'group' ? 'state' : 'group');
}

/** Whether what is taken is ground: "five villages", "control of a town", "the rebels from their strongholds". */
function isGround(a: Annotated, row: EventRow, slots: Slots): boolean {
  const doc = a.document;
  const direct = [...slots.obj, ...['of', 'over', 'from'].flatMap(p => slots.by.get(p) ?? [])];
  const nested = direct.flatMap(i =>
    (doc.children[i] ?? []).filter(c => /^(?:nmod|conj)/.test(doc.tokens[c]!.deprel)),
  );
  return [...direct, ...nested].some(i => namesOf(doc.tokens[i]!).some(name => row.close?.includes(name)));
}

/** Which of the two a noun phrase names, by the actor that it is or by its words; null for anything else. */
function sideAt(a: Annotated, i: number): 'state' | 'group' | null {
  const actor = bySentence(a).actors[a.document.tokens[i]!.sentence]!.find(m => m.first <= i && i < m.last);
  const { tokens } = a.document;
  const token = tokens[i]!;
  if (REBELS.test(token.lower)) return 'group';
  if (actor?.actor.id && actor.actor.id !== 'civilians') return isState(actor.actor.id) ? 'state' : 'group';
  if (STATE.test(token.lower)) return 'state';
  if (!/^forces?$/.test(token.lower)) return null;
  return OF_STATE.test(tokens[i - 1]?.lower ?? '') ? 'state' : 'group';
}
