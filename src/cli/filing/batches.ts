/**
 * What comes, some at a time: at most `most`, and no longer held back than `ms` milliseconds once something is there. The next ones
 * are asked for while a batch is worked on.
 * @example for await (const batch of inBatches(items, 12, 50)) …
 */
export async function* inBatches<Item>(
  items: AsyncIterable<Item>,
  most: number,
  ms: number,
): AsyncGenerator<Item[]> {
  const source = items[Symbol.asyncIterator]();
  const ask = (): Promise<IteratorResult<Item>> => {
    const asked = source.next();
    // A failure is told of when its turn comes.
    asked.catch(() => {});
    return asked;
  };
  let held: Item[] = [],
    next = ask();
  try {
    for (;;) {
      const come = held.length === 0 ? await next : await Promise.race([next, late(ms)]);
      if (come === null) {
        yield held;
        held = [];
        continue;
      }
      if (come.done) break;
      held.push(come.value);
      next = ask();
      if (held.length >= most) {
        yield held;
        held = [];
      }
    }
    if (held.length > 0) yield held;
  } finally {
    await source.return?.(undefined);
  }
}

const late = (ms: number): Promise<null> => new Promise(done => setTimeout(() => done(null), ms));
