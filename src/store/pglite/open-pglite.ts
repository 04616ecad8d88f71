import { Worker } from 'node:worker_threads';
import { LedgerError } from '../../model/index.ts';
import type { Connection, Database, Rows } from '../gateway.ts';
import { createQueue } from '../queue.ts';
import type { Answer } from './messages.ts';

interface Waiting {
  readonly resolve: (rows: Rows) => void;
  readonly reject: (error: Error) => void;
}

/**
 * The embedded database, in a thread of its own: `directory` where it lies, null for one in memory. One connection:
 * whoever acquires it holds the queue until releasing it. Nobody else may have the directory open (see `lock/`).
 */
export async function openPglite(directory: string | null): Promise<Database> {
  const worker = new Worker(new URL('./worker.js', import.meta.url), {
    workerData: { directory },
    execArgv: [],
    // What it just made and let go is cleared up sooner than by itself: it would hold up to 48 MB of it.
    resourceLimits: { maxYoungGenerationSizeMb: 8 },
  });
  const waiting = new Map<number, Waiting>();
  let next = 1,
    gone: Error | null = null;
  const fail = (error: Error): void => {
    gone ??= error;
    for (const one of waiting.values()) one.reject(error);
    waiting.clear();
  };
  worker.on('message', (answer: Answer) => {
    const one = waiting.get(answer.id);
    waiting.delete(answer.id);
    // An idle database keeps no process alive; a question under way does.
    if (waiting.size === 0) worker.unref();
    if ('error' in answer) one?.reject(toError(answer.error));
    else one?.resolve(answer);
  });
  worker.on('error', error => fail(new LedgerError('unavailable', `the database stopped: ${error.message}`)));
  worker.on('exit', () => fail(new LedgerError('unavailable', 'the ledger has been closed')));
  const wait = (id: number, send: () => void): Promise<Rows> =>
    new Promise((resolve, reject) => {
      if (gone != null) return reject(gone);
      waiting.set(id, { resolve, reject });
      worker.ref();
      send();
    });
  const ask = (request: { kind: 'query'; text: string; values?: readonly unknown[] } | { kind: 'close' }) =>
    wait(next, () => worker.postMessage({ ...request, id: next++ }));

  await wait(0, () => {});
  const queue = createQueue();
  return {
    kind: 'pglite',
    async acquire() {
      const release = await queue.enter();
      return createConnection(
        (text, values) => ask({ kind: 'query', text, ...(values ? { values } : {}) }),
        release,
      );
    },
    async close() {
      if (gone != null) return;
      const release = await queue.enter();
      await ask({ kind: 'close' });
      await worker.terminate();
      release();
    },
  };
}

function createConnection(query: Connection['query'], release: () => void): Connection {
  let isReleased = false;
  return {
    query: (text, values) => {
      if (isReleased) return Promise.reject(new Error('this connection has been given back'));
      return query(text, values);
    },
    release: () => {
      if (isReleased) return;
      isReleased = true;
      release();
    },
  };
}

const toError = ({ message, ...rest }: { message: string }): Error => Object.assign(new Error(message), rest);
