import { loadActors } from '../../actors/index.ts';
import { type ClaimActor, type ClaimDraft, isTake } from '../../model/index.ts';
import type { Drafted } from './drafted.ts';

/** The side of an actor, or what stands for it. */
export const sideOf = (actor: ClaimActor | null | undefined): string | null =>
  actor ? (actor.side ?? actor.id ?? actor.name.toLowerCase()) : null;

/** Whether two claims name a place in common. */
export const shares = (a: ClaimDraft, b: ClaimDraft): boolean =>
  a.places.some(p => b.places.some(q => (p.id != null && p.id === q.id) || p.name === q.name));

export const isControl = ({ draft }: Drafted): boolean => draft.kind === 'control';

/** A claim with some fields filled, and the rule that filled them. */
export const change = (d: Drafted, fields: Partial<ClaimDraft>, rule: string): Drafted => ({
  ...d,
  draft: { ...d.draft, ...fields },
  rules: [...d.rules, rule],
});

/** Takes are one kind of event for questions of who and whom. */
export const sameKind = (a: string | undefined, b: string | undefined): boolean =>
  isTake(a) ? isTake(b) : a === b;

/** Sides that stand between the parties or belong to none. */
const BYSTANDERS = /^(?:civilians|united-nations|african-union|icrc|x:.*\/(?:protesters|civilians))/;

/** The sides that a report tells of as fighting, most often told of first, each with an actor of it. */
export function fightingSides(
  drafted: readonly Drafted[],
): Map<string, { actor: ClaimActor; times: number }> {
  const sides = new Map<string, { actor: ClaimActor; times: number }>();
  for (const { draft } of drafted) {
    if (draft.kind !== 'control' || draft.modality === 'past') continue;
    for (const actor of [draft.actor, draft.target]) {
      const side = sideOf(actor);
      if (!actor || side == null || BYSTANDERS.test(side)) continue;
      const known = sides.get(side);
      sides.set(side, { actor: known?.actor ?? actor, times: (known?.times ?? 0) + 1 });
    }
  }
  return sides;
}

/** The sides that do not fight a side: allies by the data, and those that do the same as it in one statement and never fight it. */
export function friendsOf(side: string, drafted: readonly Drafted[]): Set<string> {
  const fought = new Set(foughtBy(side, drafted)),
    joint = [...alliesOf(side, drafted)].filter(s => !fought.has(s));
  return new Set([...joint, ...loadActors().alliesOf(side)]);
}

/** "Rwandan and Mozambican forces": the sides that do the same in one statement. */
function alliesOf(side: string, drafted: readonly Drafted[]): Set<string> {
  const mine = drafted.filter(d => isControl(d) && sideOf(d.draft.actor) === side);
  const together = (a: Drafted, b: Drafted): boolean =>
    a.draft.frame === b.draft.frame &&
    a.draft.quote.start === b.draft.quote.start &&
    a.draft.in === b.draft.in;
  return new Set(
    drafted
      .filter(d => isControl(d) && mine.some(m => m !== d && together(m, d)))
      .flatMap(d => sideOf(d.draft.actor) ?? []),
  );
}

/**
 * The only other side that a report tells of as fighting; of several the one that it is told of as fighting most. Null where
 * that is not plain.
 */
export function opponentOf(side: string, drafted: readonly Drafted[]): ClaimActor | null {
  const friends = friendsOf(side, drafted);
  const others = new Map([...fightingSides(drafted)].filter(([s]) => s !== side && !friends.has(s)));
  if (others.size < 2) return [...others.values()][0]?.actor ?? null;
  const [most, next] = ranked(foughtBy(side, drafted).filter(s => others.has(s)));
  return most && most.times > (next?.times ?? 0) ? others.get(most.side)!.actor : null;
}

/**
 * The only armed group that a report names besides the sides that it tells of as fighting, where it tells of no other than a
 * side and its friends. Null where it names several, or none.
 */
export function onlyEnemyNamed(
  side: string,
  drafted: readonly Drafted[],
  named: readonly ClaimActor[],
): ClaimActor | null {
  const friends = friendsOf(side, drafted);
  if ([...fightingSides(drafted).keys()].some(s => s !== side && !friends.has(s))) return null;
  const others = new Map<string, ClaimActor>();
  for (const actor of named) {
    const other = sideOf(actor);
    const kind = actor.id == null ? null : loadActors().byId(actor.id)?.kind;
    if (other && ARMED.test(kind ?? '') && other !== side && !friends.has(other) && !others.has(other))
      others.set(other, actor);
  }
  return others.size === 1 ? [...others.values()][0]! : null;
}

const ARMED = /^(?:rebel-group|political-militia|identity-militia)$/;

/** The other side of each statement that tells of a side and of somebody whom it fights. */
const foughtBy = (side: string, drafted: readonly Drafted[]): string[] =>
  drafted.flatMap(({ draft }) => {
    if (draft.kind !== 'control' || draft.modality === 'past') return [];
    const actor = sideOf(draft.actor),
      target = sideOf(draft.target);
    if (actor == null || target == null || actor === target) return [];
    return actor === side ? [target] : target === side ? [actor] : [];
  });

const ranked = (sides: readonly string[]): { side: string; times: number }[] =>
  [...new Set(sides)]
    .map(side => ({ side, times: sides.filter(s => s === side).length }))
    .sort((a, b) => b.times - a.times);
