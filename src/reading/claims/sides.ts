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

/** The only other side that a report tells of as fighting; null where there are several. */
export function opponentOf(side: string, drafted: readonly Drafted[]): ClaimActor | null {
  const allies = new Set([...alliesOf(side, drafted), ...loadActors().alliesOf(side)]);
  const others = [...fightingSides(drafted)].filter(([s]) => s !== side && !allies.has(s));
  return others.length === 1 ? others[0]![1].actor : null;
}
