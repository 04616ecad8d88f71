/** Letters that may differ for every letter of the longer name. */
const SHARE = 0.4;

/**
 * Whether one name may be the other misspelt: few letters are left out, put in, changed or swapped with their neighbour.
 * @example isNearSpelling('kandahr', 'kandahar') // true
 */
export function isNearSpelling(a: string, b: string): boolean {
  const most = Math.floor(SHARE * Math.max(a.length, b.length));
  return Math.abs(a.length - b.length) <= most && countEdits(a, b) <= most;
}

/** Letters put in, left out, changed, or swapped with their neighbour (optimal string alignment). */
function countEdits(a: string, b: string): number {
  let before: number[] = [],
    last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1];
      row[j] = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (isSame ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        row[j] = Math.min(row[j]!, before[j - 2]! + 1);
    }
    before = last;
    last = row;
  }
  return last[b.length]!;
}
