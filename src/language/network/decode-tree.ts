/**
 * The best tree for scores of heads: `scores[d * width + h]` is the score of head h for word d, `h === n` the root.
 * Takes each word's best head; where that is no tree with one root, the best projective tree with one root (Eisner 1996).
 * Fills `heads` (n for the root).
 */
export function decodeTree(scores: Float32Array, width: number, n: number, heads: Int32Array): void {
  let roots = 0;
  for (let d = 0; d < n; d++) {
    let best = -1;
    for (let h = 0; h <= n; h++) {
      if (h === d) continue;
      if (best < 0 || scores[d * width + h]! > scores[d * width + best]!) best = h;
    }
    heads[d] = best;
    if (best === n) roots++;
  }
  if (roots === 1 && !hasCycle(heads, n)) return;
  if (n <= MOST_EXACT) bestProjective(scores, width, n, heads);
  else attachAll(scores, width, n, heads);
}

/** Longer sentences are mended in n² steps and not solved in n³. */
const MOST_EXACT = 100;

/**
 * Mends chosen heads to a tree with one root: keeps the word that loses least by being it, then again and again attaches
 * the word that loses least by it, with all that hangs on it, to what hangs on the root.
 */
function attachAll(scores: Float32Array, width: number, n: number, heads: Int32Array): void {
  const loss = new Float64Array(n).fill(Infinity);
  const to = new Int32Array(n);
  const attached = new Uint8Array(n);
  let last = 0;
  for (let d = 0; d < n; d++) {
    let best = d === 0 ? 1 : 0;
    for (let h = best + 1; h < n; h++)
      if (h !== d && scores[d * width + h]! > scores[d * width + best]!) best = h;
    if (heads[d] === n) heads[d] = best;
    loss[d] = scores[d * width + heads[d]!]! - scores[d * width + n]!;
    if (loss[d]! < loss[last]!) last = d;
  }
  heads[last] = n;
  loss.fill(Infinity);
  const fresh: number[] = [];
  for (let count = 1; ; count++) {
    attached[last] = 1;
    for (let d = 0; d < n; d++) {
      if (attached[d] === 1) continue;
      const lost = heads[d] === last ? -Infinity : scores[d * width + heads[d]!]! - scores[d * width + last]!;
      if (lost >= loss[d]!) continue;
      loss[d] = lost;
      to[d] = last;
      if (lost === -Infinity) fresh.push(d);
    }
    if (count === n) return;
    let next = fresh.pop() ?? -1;
    if (next < 0) {
      for (let d = 0; d < n; d++) if (attached[d] === 0 && (next < 0 || loss[d]! < loss[next]!)) next = d;
      heads[next] = to[next]!;
    }
    last = next;
  }
}

function hasCycle(heads: Int32Array, n: number): boolean {
  const seen = new Int32Array(n).fill(-1);
  for (let d = 0; d < n; d++) {
    let at = d;
    while (at !== n && seen[at]! < 0) {
      seen[at] = d;
      at = heads[at]!;
    }
    if (at !== n && seen[at] === d) return true;
  }
  return false;
}

/** Eisner's algorithm over the words, then the best word for the root. */
function bestProjective(scores: Float32Array, width: number, n: number, heads: Int32Array): void {
  // [i * n + j]: spans i…j; complete and incomplete, headed left (by i) and right (by j); with their split points.
  const size = n * n;
  const completeLeft = new Float64Array(size);
  const completeRight = new Float64Array(size);
  const openLeft = new Float64Array(size);
  const openRight = new Float64Array(size);
  const splitOpen = new Int32Array(size);
  const splitLeft = new Int32Array(size);
  const splitRight = new Int32Array(size);
  for (let length = 1; length < n; length++) {
    for (let i = 0; i + length < n; i++) {
      const j = i + length;
      const at = i * n + j;
      let best = -Infinity;
      for (let k = i; k < j; k++) {
        const value = completeLeft[i * n + k]! + completeRight[(k + 1) * n + j]!;
        if (value > best) {
          best = value;
          splitOpen[at] = k;
        }
      }
      openLeft[at] = best + scores[j * width + i]!;
      openRight[at] = best + scores[i * width + j]!;
      best = -Infinity;
      for (let k = i + 1; k <= j; k++) {
        const value = openLeft[i * n + k]! + completeLeft[k * n + j]!;
        if (value > best) {
          best = value;
          splitLeft[at] = k;
        }
      }
      completeLeft[at] = best;
      best = -Infinity;
      for (let k = i; k < j; k++) {
        const value = completeRight[i * n + k]! + openRight[k * n + j]!;
        if (value > best) {
          best = value;
          splitRight[at] = k;
        }
      }
      completeRight[at] = best;
    }
  }
  let root = 0;
  let best = -Infinity;
  for (let r = 0; r < n; r++) {
    const value = completeRight[r]! + completeLeft[r * n + n - 1]! + scores[r * width + n]!;
    if (value > best) {
      best = value;
      root = r;
    }
  }
  heads[root] = n;
  const work: [kind: 'L' | 'R' | 'l' | 'r', i: number, j: number][] = [
    ['R', 0, root],
    ['L', root, n - 1],
  ];
  for (let next = work.pop(); next; next = work.pop()) {
    const [kind, i, j] = next;
    if (i === j) continue;
    const at = i * n + j;
    if (kind === 'L') work.push(['l', i, splitLeft[at]!], ['L', splitLeft[at]!, j]);
    else if (kind === 'R') work.push(['R', i, splitRight[at]!], ['r', splitRight[at]!, j]);
    else {
      if (kind === 'l') heads[j] = i;
      else heads[i] = j;
      work.push(['L', i, splitOpen[at]!], ['R', splitOpen[at]! + 1, j]);
    }
  }
}
