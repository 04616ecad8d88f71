import type { Asker, Ledger } from '../types.ts';

/** Lets many wait for the next change with one question a second between them. */
export interface Tail {
  /** Resolves once there is a change after `seq`, or the signal ends. */
  after(seq: number, signal: AbortSignal): Promise<void>;
  /** The number of the last change. */
  now(): Promise<number>;
}

const SERVER: Asker = { id: 'server', name: 'the server', role: 'viewer', withhold: true };
const EVERY_MS = 1000;

export function createTail(ledger: Pick<Ledger, 'changeLog'>): Tail {
  const waiting = new Set<{ readonly seq: number; readonly wake: () => void }>();
  let isLooking = false;
  const now = async (): Promise<number> => (await ledger.changeLog(SERVER, { limit: 1 }))[0]?.seq ?? 0;
  const look = async (): Promise<void> => {
    const last = await now().catch(() => 0);
    for (const each of [...waiting]) if (last > each.seq) each.wake();
    isLooking = waiting.size > 0;
    if (isLooking) setTimeout(look, EVERY_MS);
  };
  return {
    now,
    after: (seq, signal) =>
      new Promise(done => {
        const entry = {
          seq,
          wake: () => {
            waiting.delete(entry);
            signal.removeEventListener('abort', entry.wake);
            done();
          },
        };
        if (signal.aborted) return done();
        waiting.add(entry);
        signal.addEventListener('abort', entry.wake);
        if (isLooking) return;
        isLooking = true;
        setTimeout(look, EVERY_MS);
      }),
  };
}
