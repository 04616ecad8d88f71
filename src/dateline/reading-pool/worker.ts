import { parentPort } from 'node:worker_threads';
import { readReport } from '../filing/read-report.ts';
import { loadReader } from '../reader.ts';
import type { Answer, Question } from './messages.ts';

/** Reads reports in a thread of its own, one after the other, so that the server answers meanwhile. */
const port = parentPort!;

async function answer({ id, report }: Question): Promise<Answer> {
  try {
    return { id, reading: await readReport({ reader: loadReader }, report) };
  } catch (error) {
    const { message, stack } = error as Error;
    return { id, error: { message, stack } };
  }
}

let last: Promise<void> = Promise.resolve();
port.on('message', (question: Question) => {
  last = last.then(async () => port.postMessage(await answer(question)));
});
