import { createHash } from 'node:crypto';

/**
 * A whole number of an id, the same every time, below 10¹⁴: data sets that count their events want numbers, and a count of ours would
 * change with what is filed. Two ids of a million share a number with a probability of one in two hundred.
 */
export const numberOf = (id: string): number =>
  Number(createHash('sha256').update(id, 'utf8').digest().readBigUInt64BE(0) % 100_000_000_000_000n);
