import type { ChangeEntry, ChangeFilter } from '../../model/index.ts';
import { ProblemError } from '../problem.ts';
import type { Asker, Ledger } from '../types.ts';
import type { Tail } from './tail.ts';

/** Streams open at once. */
const MOST = 500;
/** Something is sent at least so often, so that no proxy takes the connection for dead. */
const BEAT_MS = 15_000;
const AT_ONCE = 200;

export interface Streams {
  /** Changes after `after` (from now on, where it is null) as server-sent events, until the reader or the server goes. */
  open(question: {
    readonly by: Asker;
    readonly filter: ChangeFilter;
    readonly after: number | null;
    readonly signal: AbortSignal;
    /** Whether whoever asked may still; asked now and then. */
    readonly mayStill: () => Promise<boolean>;
  }): Promise<Response>;
}

/** The event stream of changes. `stopping` ends them all. */
export function createStreams(ledger: Ledger, tail: Tail, stopping: AbortSignal): Streams {
  let count = 0;
  return {
    async open({ by, filter, after, signal, mayStill }) {
      if (count >= MOST) throw new ProblemError(503, `${MOST} streams are open: try again later`);
      const end = AbortSignal.any([signal, stopping]);
      const text = new TextEncoder();
      let last = after ?? (await tail.now());
      async function* pieces(): AsyncGenerator<string> {
        yield 'retry: 3000\n\n';
        while (!end.aborted) {
          // Asked first: what is written meanwhile is then among the entries, or comes next time.
          const newest = await tail.now();
          const entries = await ledger.changeLog(by, { ...filter, after: last, limit: AT_ONCE });
          for (const entry of entries) yield eventOf(entry);
          last = entries.at(-1)?.seq ?? Math.max(last, newest);
          if (entries.length === AT_ONCE) continue;
          const beat = AbortSignal.timeout(BEAT_MS);
          await tail.after(last, AbortSignal.any([end, beat]));
          if (!(await mayStill())) return;
          if (beat.aborted) yield ': still here\n\n';
        }
      }
      count++;
      let isOpen = true;
      const leave = (): void => {
        if (isOpen) count--;
        isOpen = false;
      };
      const source = pieces();
      const body = new ReadableStream<Uint8Array>({
        async pull(controller) {
          try {
            const { value, done } = await source.next();
            if (!isOpen) return;
            if (!done) return controller.enqueue(text.encode(value));
          } catch {
            // The database went away: the reader comes back by itself, with the number of the last change that it saw.
          }
          leave();
          controller.close();
        },
        cancel() {
          leave();
          void source.return(undefined);
        },
      });
      return new Response(body, {
        headers: {
          'content-type': 'text/event-stream; charset=utf-8',
          'cache-control': 'no-store',
          'x-accel-buffering': 'no',
        },
      });
    },
  };
}

/** @example 'id: 12\nevent: control\ndata: {"seq":12,…}\n\n' */
const eventOf = (entry: ChangeEntry): string =>
  `id: ${entry.seq}\nevent: ${entry.body.kind}\ndata: ${JSON.stringify(entry)}\n\n`;
