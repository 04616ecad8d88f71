import type { Document, Token } from '../../language/index.ts';
import type { ActorMention, PlaceMention } from '../annotations.ts';
import { scopeOf } from '../scope/scope.ts';
import type { Fillers } from './fillers.ts';
import type { Frame } from './frame.ts';
import { REMOTE } from './words.ts';

const CIVILIAN =
  /hospital|school|mosque|church|market|hotel|embassy|consulate|restaurant|clinic|shelter|bakery|shrine|temple|university|stadium|bus|home|house/i;

/** "Fighting between A and B", "A and B clashed": one faces the other. */
export function facing(actors: readonly ActorMention[]): [ActorMention[], ActorMention[]] {
  const first = actors[0],
    other = actors.find(
      m => m.actor.side !== first?.actor.side || (m.actor.side == null && m.entity !== first?.entity),
    );
  if (!first || !other) return [[...actors], []];
  return [actors.filter(m => m === first || m.actor.side === first.actor.side), [other]];
}

/** A whole country is no place to fight for or to surround; it may be entered, taken or left. */
export function fits(frame: Frame, mention: PlaceMention): boolean {
  if (mention.place.kind !== 'country' || mention.place.part) return true;
  // "soldiers crossed into Kenland": they fled there
  if (frame.id === 'push-into' || frame.id === 'arrive') return false;
  return !['clash', 'besiege', 'repel', 'advance'].includes(frame.event) && !frame.attributive;
}

/** "an air raid", "the suicide attack", "the attack with mortars": violence from afar is no clash. */
export function isRemote(doc: Document, t: Token): boolean {
  const near = (i: number): boolean => REMOTE.has(doc.tokens[i]!.lemma) || REMOTE.has(doc.tokens[i]!.lower);
  return (doc.children[t.index] ?? []).some(near);
}

/** "a crossing into Kenland": it lies where the text is, not where it leads. */
export function seated(doc: Document, fill: Fillers, m: PlaceMention, t: Token): PlaceMention {
  const { tokens } = doc;
  const leads =
    m.how === 'site' && tokens.slice(m.head, m.last).some(x => x.lower === 'into' || x.lower === 'to');
  if (!leads || !/cross|border|frontier/.test(m.place.name)) return m;
  const around = fill.focus.at(t.index);
  return around && around.place.kind !== 'site' ? { ...m, place: { ...m.place, in: around.place.name } } : m;
}

/** An attack without an attacker is one of the fight where it is on a place, and on none of civilians. */
export function isOnForces(places: readonly PlaceMention[], rules: readonly string[]): boolean {
  const aimed = rules.some(r => /^place: (?:obj\.)?(?:on|against|to|of)$/.test(r));
  return aimed && places.every(p => p.place.kind !== 'site' || !CIVILIAN.test(p.place.name));
}

/** How many words may stand between "there are" and "left". */
const LEFT_OVER = 8;

/** "There are no soldiers left in Baraza": what is left is there, and nobody leaves. */
export const isLeftOver = ({ tokens }: Document, t: Token): boolean =>
  t.lower === 'left' &&
  tokens
    .slice(Math.max(0, t.index - LEFT_OVER), t.index)
    .some(x => x.xpos === 'EX' && x.sentence === t.sentence);

/** "There was no soldier", "not a shot was fired": told as not so, and not only as what somebody did without. */
export function isOfNone(doc: Document, t: Token): boolean {
  const { polarity, rules } = scopeOf(doc, t.index);
  return polarity === 'denied' && rules.some(r => /^(?:not|denied):/.test(r));
}
