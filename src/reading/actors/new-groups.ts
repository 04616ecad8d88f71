import type { Document } from '../../language/index.ts';
import { extend, forceRun, words } from './runs.ts';
import type { Search } from './search.ts';

/** Last words of what a state's army is called by itself: "Daraa Army units", "the Army and Armed Forces". */
const ARMY = /^(?:army|armed|and|the|forces?|units?)$/;

/** Branches of an army, and its units. */
const BRANCH =
  /^(?:infantry|armou?red|mechani[sz]ed|motori[sz]ed|airborne|artillery|parachute|rifle|motor|light|mountain|jungle|commando|task)$/;
const UNIT = /^(?:division|brigade|battalion|regiment|corps|company|force)s?$/;

/** "fighters of the Kestrel Brigade": a group that no list knows. */
export function newGroup(s: Search, i: number): void {
  const { doc, actors } = s,
    t = doc.tokens[i]!,
    before = doc.tokens[i - 1];
  if (!(t.upos === 'PROPN' || isCapitalisedAdjective(s, i))) return;
  if (before?.upos === 'PROPN' && before.sentence === t.sentence) return;
  const last = groupEnd(doc, i, actors.words.groupHeads);
  if (last - i < 2) return;
  if (isStateArmy(s, i, last) || isArmyUnit(doc, i, last)) {
    const country = s.countryNear(i);
    if (country) s.add(i, extend(doc, last, actors), s.stateForces(country, 'army'), 'description', true);
    return;
  }
  if (t.upos !== 'PROPN' && !/^\p{Lu}/u.test(doc.tokens[last - 1]!.text)) return;
  const name = words(doc, i, last),
    id = `x:${s.country ?? 'zz'}/${slug(name)}`;
  const actor = { id, name, kind: 'rebel-group' as const, country: s.country, side: id };
  s.add(i, extend(doc, last, actors), actor, 'name', false);
}

/** "the Patriotic Forces", "the Silent Commandos": a name that begins with an adjective; not "the Armed Forces". */
function isCapitalisedAdjective({ doc, actors }: Search, i: number): boolean {
  const t = doc.tokens[i]!,
    next = doc.tokens[i + 1],
    before = doc.tokens[i - 1];
  if (before?.lower !== 'the' || !/^\p{Lu}\p{Ll}/u.test(t.text) || !/^\p{Lu}/u.test(next?.text ?? ''))
    return false;
  if (!/^(?:ADJ|NOUN)$/.test(t.upos) || actors.countryByDemonym(t.text) !== null) return false;
  return (
    forceRun(doc, i, actors.words.state) === null &&
    !/^(?:western|eastern|northern|southern|central|armed|security|defen[cs]e|special|border)$/.test(t.lower)
  );
}

/** End of the run of a name's words, back to the last that says that it is a group: "Brigade", "Front". */
function groupEnd(doc: Document, first: number, heads: ReadonlySet<string>): number {
  const { tokens } = doc,
    { sentence } = tokens[first]!;
  const isInside = (k: number): boolean =>
    k === first ||
    (/^\p{Lu}/u.test(tokens[k]!.text) && heads.has(tokens[k]!.lower)) ||
    tokens[k]!.upos === 'PROPN' ||
    (k > first &&
      (/^\p{Lu}/u.test(tokens[k]!.text) ||
        ['of', 'for', 'the', '-', 'and', 'al'].includes(tokens[k]!.lower)) &&
      /^\p{Lu}/u.test(tokens[k + 1]?.text ?? ''));
  let last = first;
  while (last < tokens.length && tokens[last]!.sentence === sentence && isInside(last)) last++;
  while (last > first && !heads.has(tokens[last - 1]!.lower)) last--;
  return last;
}

/** Whether a name is made of places and words for an army alone. */
function isStateArmy(s: Search, first: number, last: number): boolean {
  const run = s.doc.tokens.slice(first, last);
  if (!run.some(t => t.lower === 'army')) return false;
  return run.every(t => ARMY.test(t.lower) || s.places.some(p => p.first <= t.index && t.index < p.last));
}

/** "the 20th Infantry Division", "Infantry Battalion 275": units by the branch of an army that they belong to. */
function isArmyUnit(doc: Document, first: number, last: number): boolean {
  const run = doc.tokens.slice(first, last).map(t => t.lower);
  return run.some(w => BRANCH.test(w)) && run.every(w => BRANCH.test(w) || UNIT.test(w));
}

const slug = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
