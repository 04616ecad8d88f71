/** How far a mark may stand from where its place lies, in pixels, so that the next one can be told from it. */
const MOST = 7;
/** Above so many marks none is moved: there would be no room for all. */
const MANY = 300;
const ROUNDS = 12;

/**
 * Moves marks that lie on each other apart until they touch, by `MOST` pixels at most; which are moved, and whereto, hangs on the places
 * alone, so that nothing jumps while time moves. `at` has x and y of every place and is changed; `which` are those with marks of radius `r`.
 *
 * @example spread(new Float32Array([10, 10, 12, 10]), [0, 1], 5) // the two lie 10 pixels apart
 */
export function spread(at: Float32Array, which: readonly number[], r: number): void {
  if (which.length > MANY) return;
  const home = which.map(i => [at[i * 2]!, at[i * 2 + 1]!] as const);
  const apart = r * 2;
  for (let round = 0; round < ROUNDS; round++) {
    let moved = false;
    for (let a = 0; a < which.length; a++)
      for (let b = a + 1; b < which.length; b++) {
        const [i, j] = [which[a]! * 2, which[b]! * 2];
        const dx = at[j]! - at[i]!,
          dy = at[j + 1]! - at[i + 1]!;
        if (Math.abs(dx) >= apart || Math.abs(dy) >= apart) continue;
        const d = Math.hypot(dx, dy);
        if (d >= apart - 0.01) continue;
        const by = (apart - d) / 2;
        const [ux, uy] = d < 0.01 ? [1, 0] : [dx / d, dy / d];
        at[i] = at[i]! - ux * by;
        at[i + 1] = at[i + 1]! - uy * by;
        at[j] = at[j]! + ux * by;
        at[j + 1] = at[j + 1]! + uy * by;
        moved = true;
      }
    which.forEach((i, k) => {
      const [x, y] = home[k]!;
      const dx = at[i * 2]! - x,
        dy = at[i * 2 + 1]! - y;
      const d = Math.hypot(dx, dy);
      if (d <= MOST) return;
      at[i * 2] = x + (dx / d) * MOST;
      at[i * 2 + 1] = y + (dy / d) * MOST;
    });
    if (!moved) return;
  }
}
