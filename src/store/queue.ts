/** Gives out one turn at a time, first come first served. */
export interface Queue {
  /** Waits for the turn; call what it gives, once, when done. */
  enter(): Promise<() => void>;
}

/** @example const leave = await queue.enter(); try { … } finally { leave(); } */
export function createQueue(): Queue {
  let last: Promise<void> = Promise.resolve();
  return {
    enter() {
      let leave!: () => void;
      const mine = new Promise<void>(resolve => {
        leave = resolve;
      });
      const before = last;
      last = before.then(() => mine);
      return before.then(() => leave);
    },
  };
}
