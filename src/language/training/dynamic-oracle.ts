import { type ArcHybrid, LEFT, RIGHT, SHIFT } from '../arc-hybrid.ts';

/**
 * How many gold arcs a transition makes unreachable (Goldberg and Nivre 2013). `gold[i]` is the head of word i;
 * the root's number is `state.n`. Infinity where the transition is not allowed.
 */
export function transitionCost(state: ArcHybrid, gold: ArrayLike<number>, transition: number): number {
  const { n, next, depth, stack } = state;
  let cost = 0;
  if (transition === SHIFT) {
    if (!state.canShift()) return Infinity;
    for (let k = 0; k < depth; k++) {
      const word = stack[k]!;
      if (gold[word] === next) cost++;
      if (gold[next] === word && k < depth - 1) cost++;
    }
    return cost;
  }
  if (transition === LEFT ? !state.canLeft() : !state.canRight()) return Infinity;
  const child = stack[depth - 1]!;
  for (let word = next; word < n; word++) if (gold[word] === child) cost++;
  const head = gold[child]!;
  if (transition === LEFT) {
    if (head > next || (depth > 1 && head === stack[depth - 2])) cost++;
  } else if (transition === RIGHT && head >= next) cost++;
  return cost;
}
