/** Rows of the look-up table as they come, in columns that grow: objects by the million would cost most of the build. */
export class Rows {
  size = 0;
  private hi = new Uint32Array(1 << 21);
  private lo = new Uint32Array(1 << 21);
  private fold = new Uint32Array(1 << 21);
  private place = new Uint32Array(1 << 21);
  private rank = new Uint8Array(1 << 21);

  add([hi, lo]: readonly [number, number], fold: number, place: number, rank: number): void {
    if (this.size === this.hi.length) this.grow();
    const i = this.size++;
    this.hi[i] = hi;
    this.lo[i] = lo;
    this.fold[i] = fold;
    this.place[i] = place;
    this.rank[i] = rank;
  }

  private grow(): void {
    const wide = (from: Uint32Array): Uint32Array<ArrayBuffer> => {
      const to = new Uint32Array(from.length * 2);
      to.set(from);
      return to;
    };
    this.hi = wide(this.hi);
    this.lo = wide(this.lo);
    this.fold = wide(this.fold);
    this.place = wide(this.place);
    const rank = new Uint8Array(this.rank.length * 2);
    rank.set(this.rank);
    this.rank = rank;
  }

  /** The columns by key, then rank, then place, with where each upper half of the first hash begins. */
  sorted(): Record<'hi' | 'lo' | 'fold' | 'place' | 'buckets', Uint32Array> & { rank: Uint8Array } {
    const order = this.order(),
      buckets = new Uint32Array(65_537);
    const take = (from: Uint32Array): Uint32Array => Uint32Array.from(order, i => from[i]!);
    for (let i = 0; i < this.size; i++) buckets[(this.hi[i]! >>> 16) + 1]!++;
    for (let b = 1; b < buckets.length; b++) buckets[b]! += buckets[b - 1]!;
    const rank = Uint8Array.from(order, i => this.rank[i]!);
    return {
      hi: take(this.hi),
      lo: take(this.lo),
      fold: take(this.fold),
      place: take(this.place),
      rank,
      buckets,
    };
  }

  /** Row numbers in order: counting sorts from the least digit to the greatest, each stable, then the few ties of the first hash. */
  private order(): Uint32Array {
    let order = Uint32Array.from({ length: this.size }, (_, i) => i);
    order = countingSort(order, 4, i => this.rank[i]!);
    order = countingSort(order, 65_536, i => this.hi[i]! & 0xffff);
    order = countingSort(order, 65_536, i => this.hi[i]! >>> 16);
    const compare = (a: number, b: number): number =>
      this.lo[a]! - this.lo[b]! || this.rank[a]! - this.rank[b]! || this.place[a]! - this.place[b]!;
    for (let from = 0; from < this.size; ) {
      let to = from + 1,
        mixed = false;
      while (to < this.size && this.hi[order[to]!] === this.hi[order[from]!]) {
        mixed ||= this.lo[order[to]!] !== this.lo[order[from]!];
        to++;
      }
      if (mixed) order.subarray(from, to).sort(compare);
      from = to;
    }
    return order;
  }
}

function countingSort(
  order: Uint32Array<ArrayBuffer>,
  digits: number,
  digit: (row: number) => number,
): Uint32Array<ArrayBuffer> {
  const starts = new Uint32Array(digits + 1),
    out = new Uint32Array(order.length);
  for (const row of order) starts[digit(row) + 1]!++;
  for (let d = 1; d <= digits; d++) starts[d]! += starts[d - 1]!;
  for (const row of order) out[starts[digit(row)]!++] = row;
  return out;
}
