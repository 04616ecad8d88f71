import type { ActorKind } from '../../model/index.ts';

/** ACLED's kinds of actor (inter1, inter2), in the order in which it puts the two of an interaction. */
export const INTER: Readonly<Record<ActorKind, readonly [order: number, label: string]>> = {
  'state-forces': [1, 'State forces'],
  'rebel-group': [2, 'Rebel group'],
  'political-militia': [3, 'Political militia'],
  'identity-militia': [4, 'Identity militia'],
  rioters: [5, 'Rioters'],
  protesters: [6, 'Protesters'],
  civilians: [7, 'Civilians'],
  'external-forces': [8, 'External/Other forces'],
  'international-body': [8, 'External/Other forces'],
};

/** @example interactionOf('rebel-group', 'state-forces') // 'State forces-Rebel group' */
export function interactionOf(first: ActorKind | null, second: ActorKind | null): string {
  const both = [first, second]
    .flatMap(kind => (kind == null ? [] : [INTER[kind]]))
    .sort(([a], [b]) => a - b)
    .map(([, label]) => label);
  return both.length === 1 ? `${both[0]} only` : both.join('-');
}

/** ACLED's disorder type, which follows from event and sub-event type. */
export function disorderOf(event: string, subEvent: string): string {
  if (event === 'Strategic developments') return 'Strategic developments';
  if (/^Excessive force/.test(subEvent)) return 'Political violence; Demonstrations';
  if (event === 'Protests' || subEvent === 'Violent demonstration') return 'Demonstrations';
  return 'Political violence';
}

/** Of what is told of one happening ACLED codes the weightiest: ground that changes hands before a clash, and so on. */
const HIERARCHY = [
  'Chemical weapon',
  'Government regains territory',
  'Non-state actor overtakes territory',
  'Suicide bomb',
  'Air/drone strike',
  'Shelling/artillery/missile attack',
  'Armed clash',
  'Remote explosive/landmine/IED',
  'Grenade',
  'Sexual violence',
  'Attack',
  'Abduction/forced disappearance',
  'Mob violence',
  'Violent demonstration',
  'Excessive force against protesters',
  'Protest with intervention',
  'Peaceful protest',
];

/** A place in ACLED's hierarchy; the lower the weightier. */
export const weightOf = (subEvent: string): number =>
  HIERARCHY.includes(subEvent) ? HIERARCHY.indexOf(subEvent) : HIERARCHY.length;
