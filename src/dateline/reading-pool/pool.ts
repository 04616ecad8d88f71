import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { sharedIndex } from '../../gazetteer/index.ts';
import type { Reading, Report } from '../../model/index.ts';
import type { Answer, Question } from './messages.ts';

/** Threads that read reports. */
export interface ReadingPool {
  /** How many reports are read side by side. */
  readonly size: number;
  /** Reads a report, when a thread is free. Rejects where reading it fails, or ended the thread. */
  read(report: Report): Promise<Reading>;
  /** Ends the threads at once; what waits is rejected. */
  close(): Promise<void>;
}

interface Task {
  readonly report: Report;
  readonly resolve: (reading: Reading) => void;
  readonly reject: (error: Error) => void;
}

interface Thread {
  readonly worker: Worker;
  task: Task | null;
}

/** One thread fewer than there are processors, for filing needs one too; each holds its own reader in memory beside the gazetteer that all share. */
const usualSize = (): number => Math.max(1, Math.min(4, availableParallelism() - 1));

/** What a thread may hold of what it just made; by itself it would take up to 48 MB before clearing up. */
const YOUNG_MB = 8;

/** Run from source (tests, development), a thread needs a loader for TypeScript; built, it is plain JavaScript. */
const isSource = import.meta.url.endsWith('.ts');

function startThread(): Worker {
  const options = {
    execArgv: [],
    workerData: sharedIndex(),
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
  };
  if (!isSource) return new Worker(new URL('./worker.js', import.meta.url), options);
  const tsx = import.meta.resolve('tsx/esm/api');
  const file = new URL('./worker.ts', import.meta.url).href;
  const code = `import(${JSON.stringify(tsx)}).then(({ tsImport }) => tsImport(${JSON.stringify(file)}, ${JSON.stringify(file)}))`;
  return new Worker(code, { ...options, eval: true });
}

/**
 * Threads with the package's own reader. They start when first needed, give the same readings as reading here, keep no process alive
 * while idle, and one that dies is replaced.
 */
export function createReadingPool(size: number = usualSize()): ReadingPool {
  const threads: Thread[] = [];
  const waiting: Task[] = [];
  let isClosed = false;

  const give = (thread: Thread, task: Task): void => {
    thread.task = task;
    thread.worker.ref();
    thread.worker.postMessage({ id: 0, report: task.report } satisfies Question);
  };
  const finish = (thread: Thread): void => {
    thread.task = null;
    const next = waiting.shift();
    if (next != null) give(thread, next);
    // An idle reader keeps no process alive.
    else thread.worker.unref();
  };
  const start = (): Thread => {
    const thread: Thread = { worker: startThread(), task: null };
    thread.worker.on('message', (answer: Answer) => {
      const { task } = thread;
      finish(thread);
      if ('error' in answer)
        task?.reject(Object.assign(new Error(answer.error.message), { stack: answer.error.stack }));
      else task?.resolve(answer.reading);
    });
    const lost = (error: Error): void => {
      const at = threads.indexOf(thread);
      if (at < 0) return;
      threads.splice(at, 1);
      thread.task?.reject(error);
      const next = isClosed ? undefined : waiting.shift();
      if (next != null) give(start(), next);
    };
    thread.worker.on('error', error => lost(new Error(`the reader stopped: ${error.message}`)));
    thread.worker.on('exit', () => lost(new Error('the reader stopped')));
    threads.push(thread);
    return thread;
  };

  return {
    size,
    read: report =>
      new Promise((resolve, reject) => {
        if (isClosed) return reject(new Error('the reader has been closed'));
        const task: Task = { report, resolve, reject };
        const free = threads.find(thread => thread.task == null) ?? (threads.length < size ? start() : null);
        if (free != null) give(free, task);
        else waiting.push(task);
      }),
    async close() {
      isClosed = true;
      const all = threads.splice(0);
      const error = new Error('the reader has been closed');
      for (const task of waiting.splice(0)) task.reject(error);
      for (const thread of all) thread.task?.reject(error);
      await Promise.all(all.map(thread => thread.worker.terminate()));
    },
  };
}
