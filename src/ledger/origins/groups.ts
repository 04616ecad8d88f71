import type { Instant } from '../../model/index.ts';

/**
 * Groups that only grow, with the instant at which each two became one: a union-find that remembers. The root of a group
 * is its first member in the order given, so that it is the same whatever the order of joining.
 */
export class TimedGroups<T> {
  readonly #parent = new Map<T, { readonly to: T; readonly at: Instant }>();
  readonly #compare: (a: T, b: T) => number;

  constructor(compare: (a: T, b: T) => number) {
    this.#compare = compare;
  }

  /** Joins two members' groups at an instant. Instants must not go back. */
  join(a: T, b: T, at: Instant): void {
    const x = this.rootOf(a),
      y = this.rootOf(b);
    if (x === y) return;
    const [first, second] = this.#compare(x, y) <= 0 ? [x, y] : [y, x];
    this.#parent.set(second, { to: first, at });
  }

  /** The root of a member's group at the end, or as known at an instant. */
  rootOf(member: T, at?: Instant): T {
    let node = member;
    for (;;) {
      const up = this.#parent.get(node);
      if (up == null || (at != null && up.at > at)) return node;
      node = up.to;
    }
  }

  /** The roots of a member's group, each with the instant since when, from `known` on. */
  rootsOf(member: T, known: Instant): { readonly from: Instant; readonly root: T }[] {
    const spans: { from: Instant; root: T }[] = [{ from: known, root: member }];
    let from = known;
    for (let up = this.#parent.get(member); up != null; up = this.#parent.get(up.to)) {
      if (up.at > from) from = up.at;
      if (spans.at(-1)!.from === from) spans[spans.length - 1] = { from, root: up.to };
      else spans.push({ from, root: up.to });
    }
    return spans;
  }
}
