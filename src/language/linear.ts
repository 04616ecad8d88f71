/** A linear model over hashed features: rows of small whole numbers, kept sparse. */
export interface Linear {
  readonly classes: number;
  /** Number of rows, a power of two; a feature's row is its hash masked. */
  readonly rows: number;
  /** Where each row begins in `cls` and `weight`; `rows + 1` long. */
  readonly start: Uint32Array;
  readonly cls: Uint8Array;
  readonly weight: Int8Array;
}

/** Adds the rows of the features to `scores`, which it clears first. */
export function score(model: Linear, features: Int32Array, count: number, scores: Int32Array): void {
  scores.fill(0);
  const { start, cls, weight } = model;
  const mask = model.rows - 1;
  for (let f = 0; f < count; f++) {
    const row = features[f]! & mask;
    const end = start[row + 1]!;
    for (let k = start[row]!; k < end; k++) scores[cls[k]!]! += weight[k]!;
  }
}
