/** Transitions of the arc-hybrid system (Kuhlmann, Gómez-Rodríguez and Satta 2011). */
export const SHIFT = 0;
export const LEFT = 1;
export const RIGHT = 2;

/**
 * A parser's state over `n` words: a stack, the next word of the buffer, and the heads found so far (-1 for none).
 * The root is the buffer's last item, number `n`; it takes exactly one word, because a word may go to the root only
 * when it is alone on the stack.
 */
export class ArcHybrid {
  n = 0;
  next = 0;
  depth = 0;
  stack: Int32Array;
  head: Int32Array;
  label: Int32Array;
  /** Outermost and second outermost child on each side, -1 for none; number of children on each side. */
  left1: Int32Array;
  left2: Int32Array;
  right1: Int32Array;
  right2: Int32Array;
  leftCount: Int32Array;
  rightCount: Int32Array;

  constructor(capacity = 256) {
    this.stack = new Int32Array(capacity + 1);
    this.head = new Int32Array(capacity + 1);
    this.label = new Int32Array(capacity + 1);
    this.left1 = new Int32Array(capacity + 1);
    this.left2 = new Int32Array(capacity + 1);
    this.right1 = new Int32Array(capacity + 1);
    this.right2 = new Int32Array(capacity + 1);
    this.leftCount = new Int32Array(capacity + 1);
    this.rightCount = new Int32Array(capacity + 1);
  }

  /** Begins a sentence of `n` words. */
  start(n: number): void {
    if (n >= this.stack.length) Object.assign(this, new ArcHybrid(n * 2));
    this.n = n;
    this.next = 0;
    this.depth = 0;
    for (const side of [this.head, this.label, this.left1, this.left2, this.right1, this.right2])
      side.fill(-1, 0, n + 1);
    this.leftCount.fill(0, 0, n + 1);
    this.rightCount.fill(0, 0, n + 1);
  }

  get done(): boolean {
    return this.next === this.n && this.depth === 0;
  }

  canShift(): boolean {
    return this.next < this.n;
  }
  canLeft(): boolean {
    return this.depth > 0 && (this.next < this.n || this.depth === 1);
  }
  canRight(): boolean {
    return this.depth > 1;
  }

  /** The word on the stack, `below` words under its top; -1 for none. */
  top(below: number): number {
    return below < this.depth ? this.stack[this.depth - 1 - below]! : -1;
  }

  /** Takes a step; an arc gets the label given. */
  step(transition: number, label: number): void {
    if (transition === SHIFT) {
      this.stack[this.depth++] = this.next++;
      return;
    }
    const child = this.stack[--this.depth]!;
    const head = transition === LEFT ? this.next : this.stack[this.depth - 1]!;
    this.head[child] = head;
    this.label[child] = label;
    if (transition === LEFT) {
      this.left2[head] = this.left1[head]!;
      this.left1[head] = child;
      this.leftCount[head]!++;
    } else {
      this.right2[head] = this.right1[head]!;
      this.right1[head] = child;
      this.rightCount[head]!++;
    }
  }
}
