/** Turns at hosts: one request at a time to each, with a pause between two. */
export interface HostTurns {
  /** Runs `work` when it is the host's turn; the pause is counted from its end. */
  take<T>(host: string, pauseMs: number, work: () => Promise<T>): Promise<T>;
}

export interface Clock {
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
}

export function createHostTurns({ now, sleep }: Clock): HostTurns {
  const last = new Map<string, Promise<void>>();
  const free = new Map<string, number>();
  return {
    async take(host, pauseMs, work) {
      const before = last.get(host) ?? Promise.resolve();
      let leave!: () => void;
      const mine = new Promise<void>(done => {
        leave = done;
      });
      const tail = before.then(() => mine);
      last.set(host, tail);
      await before;
      try {
        const wait = (free.get(host) ?? 0) - now();
        if (wait > 0) await sleep(wait);
        return await work();
      } finally {
        free.set(host, now() + pauseMs);
        if (last.get(host) === tail) last.delete(host);
        leave();
      }
    },
  };
}
