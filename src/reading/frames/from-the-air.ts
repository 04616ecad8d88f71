import type { Document, Token } from '../../language/index.ts';
import type { Fillers } from './fillers.ts';
import { caseOf } from './slots.ts';
import type { Statement } from './statement.ts';
import { AIRCRAFT, LIGHT } from './words.ts';

/** Nouns for an attack that may as well be flown. */
const MAY_BE_FLOWN = /^(?:attack|raid)s?$/;
const FLOWN = /^(?:strike|raid|attack|bombing|bombardment|sortie|campaign|power|cover|support)$/;

/**
 * The statements of fighting that are none: attacks and raids by those of whom the text tells nothing but that they strike from the air
 * ("coalition jets killed ten. The raids on the town …"). Air strikes are events and no clashes (GOLD.md).
 */
export function flownAttacks(doc: Document, fill: Fillers, statements: readonly Statement[]): Set<Statement> {
  const attacks = statements.filter(s => s.event === 'clash' && s.actors.length > 0 && isAttack(doc, s));
  if (!attacks.length) return new Set();
  const flying = flyers(doc, fill),
    onGround = new Set(statements.filter(s => s.event !== 'clash').flatMap(s => s.actors.map(m => m.entity)));
  return new Set(attacks.filter(s => s.actors.every(m => flying.has(m.entity) && !onGround.has(m.entity))));
}

/** "the raid on Baraza", "launched attacks on Baraza" */
const isAttack = ({ tokens, children }: Document, { trigger }: Statement): boolean =>
  MAY_BE_FLOWN.test(tokens[trigger]!.lower) ||
  (LIGHT.has(tokens[trigger]!.lemma) &&
    children[trigger]!.some(c => tokens[c]!.deprel === 'obj' && MAY_BE_FLOWN.test(tokens[c]!.lower)));

/** Whose the aircraft and air strikes of a text are. */
function flyers(doc: Document, fill: Fillers): Set<number> {
  const out = new Set<number>();
  for (const t of doc.tokens) {
    if (t.upos !== 'NOUN' || !isFlown(doc, t)) continue;
    const owners = doc.children[t.index]!.filter(c => {
      const { deprel } = doc.tokens[c]!;
      return (
        /^(?:nmod:poss|compound|amod)$/.test(deprel) ||
        (deprel === 'nmod' && /^(?:by|of|from)$/.test(caseOf(doc, c)))
      );
    });
    const verb = doc.tokens[t.head];
    if (t.deprel === 'obj' && verb && LIGHT.has(verb.lemma)) owners.push(...fill.slots(verb.index).subj);
    for (const m of owners.flatMap(i => fill.actors(i))) out.add(m.entity);
  }
  return out;
}

/** "air strikes", "warplanes", "airstrikes" */
const isFlown = ({ tokens, children }: Document, t: Token): boolean =>
  AIRCRAFT.has(t.lemma) ||
  (FLOWN.test(t.lemma) && children[t.index]!.some(c => /^(?:air|aerial)$/.test(tokens[c]!.lower)));
