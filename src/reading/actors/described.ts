import { readFileSync } from 'node:fs';
import { ownerAfter } from './owner-after.ts';
import { forceRun, headOf, NOMINAL, plain } from './runs.ts';
import { branchOf, type Search } from './search.ts';
import { isUnarmed, stateMilitia } from './unarmed.ts';

/** Words for bodies of men only where they are meant as such: with "the", "its". */
const VAGUE = new Set([
  'state',
  'force',
  'group',
  'movement',
  'organisation',
  'organization',
  'alliance',
  'coalition',
  'resistance',
  'units',
  'administration',
  'contingent',
  'factions',
  'faction',
  'officials',
  'opposition',
  'infantry',
  'forces',
]);
const NEVER = new Set(['state', 'force', 'administration', 'officials', 'organisation', 'organization']);
/** Lands without an army of their own, and the state whose army is meant by "the army" there. */
const OTHERS_ARMY = JSON.parse(
  readFileSync(new URL('./data/others-army.json', import.meta.url), 'utf8'),
) as Readonly<Record<string, string>>;
const armyIn = (country: string, branch: string): string =>
  (branch === 'army' ? OTHERS_ARMY[country] : undefined) ?? country;
/** "in opposition hands": what only those hold who fight. */
const GRASP = /^(?:hands|control|rule|grip|fighters|forces)$/;
const HELD = /^(?:held|controlled|run|occupied|besieged|ruled|dominated|aligned|backed|led)$/;

/** "government forces", "the army", "security forces"; "the rebels", "the group". */
export function described(s: Search, i: number): void {
  const { doc, actors } = s,
    t = doc.tokens[i]!;
  const militia = stateMilitia(doc, i);
  if (militia) {
    const country = s.countryNear(i);
    if (country) s.add(i, militia, s.stateMilitia(country), 'description', false);
    return;
  }
  if (!NOMINAL.has(t.upos) && t.upos !== 'VERB') return;
  if (isAdjective(s, i)) return;
  const body = forceRun(doc, i, actors.words.either);
  const owner = body === null ? null : ownerAfter(s, body);
  if (owner) {
    s.add(i, body!, owner, 'description', false);
    return;
  }
  const state = forceRun(doc, i, actors.words.state);
  if (state && isForce(s, i, state)) {
    const country = s.countryNear(i);
    const branch = branchOf(plain(doc, i, state));
    if (country) s.add(i, state, s.stateForces(armyIn(country, branch), branch), 'description', true);
    return;
  }
  const other = forceRun(doc, i, actors.words.nonState);
  if (other && isForce(s, i, other) && !isUnarmed(doc, other - 1))
    s.add(i, other, s.rebelsOf(s.country, plain(doc, i, other)), 'description', true);
}

/** "a terrorist attack", "military operations": no body of men is meant. */
function isAdjective({ doc, actors }: Search, i: number): boolean {
  const t = doc.tokens[i]!,
    next = doc.tokens[i + 1];
  if (!/^(?:military|terrorist|militant|police|state|government|group)$/.test(t.lower)) return false;
  return (
    next?.upos === 'NOUN' &&
    t.head > i &&
    !forceRun(doc, i, actors.words.either) &&
    forceRun(doc, i + 1, actors.words.either) === null &&
    forceRun(doc, i, actors.words.state) === i + 1
  );
}

/** "state", "force", "group" and the like must be meant as bodies of men. */
function isForce({ doc }: Search, first: number, last: number): boolean {
  const head = doc.tokens[headOf(doc, first, last)]!,
    said = plain(doc, first, last);
  if (doc.tokens[last]?.text === '-' && !HELD.test(doc.tokens[last + 1]?.lower ?? '')) return false;
  if (!VAGUE.has(said) || (said === 'opposition' && GRASP.test(doc.tokens[last]?.lower ?? ''))) return true;
  if (said === 'forces' || said === 'units') return head.deprel !== 'compound';
  const definite = (doc.children[head.index] ?? []).some(c =>
    ['the', 'its', 'their', 'our'].includes(doc.tokens[c]!.lower),
  );
  return definite && !NEVER.has(said);
}
