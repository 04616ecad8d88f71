import { hashPair } from './hash.ts';

/** One row of the look-up table: the place's number, the rank of the name (0 main … 3 other), the hash of the folded name. */
export interface NameRow {
  readonly place: number;
  readonly rank: number;
  readonly fold: number;
}

/** The look-up table of the index: rows sorted by two hashes of the key, with a start for each upper half of the first. */
export class NameTable {
  private readonly hi: Uint32Array;
  private readonly lo: Uint32Array;
  private readonly fold: Uint32Array;
  private readonly place: Uint32Array;
  private readonly rank: Uint8Array;
  private readonly buckets: Uint32Array;

  constructor(sections: Record<string, unknown>) {
    this.hi = sections.hi as Uint32Array;
    this.lo = sections.lo as Uint32Array;
    this.fold = sections.fold as Uint32Array;
    this.place = sections.place as Uint32Array;
    this.rank = sections.rank as Uint8Array;
    this.buckets = sections.buckets as Uint32Array;
  }

  /** Number of the first row of a key, or -1. */
  private first(a: number, b: number): number {
    const end = this.buckets[(a >>> 16) + 1]!;
    for (let i = this.buckets[a >>> 16]!; i < end; i++) {
      const h = this.hi[i]!;
      if (h > a) return -1;
      if (h === a && this.lo[i] === b) return i;
    }
    return -1;
  }

  has(key: string): boolean {
    const [a, b] = hashPair(key);
    return this.first(a, b) >= 0;
  }

  /** The rows of a key, best rank first. */
  rows(key: string): NameRow[] {
    const [a, b] = hashPair(key),
      out: NameRow[] = [];
    for (let i = this.first(a, b); i >= 0 && i < this.hi.length && this.hi[i] === a && this.lo[i] === b; i++)
      out.push({ place: this.place[i]!, rank: this.rank[i]!, fold: this.fold[i]! });
    return out;
  }
}
