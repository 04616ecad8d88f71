import { parentPort, workerData } from 'node:worker_threads';
import { takeSharedIndex } from '../../gazetteer/index.ts';
import { readReport } from '../filing/read-report.ts';
import { loadReader } from '../reader.ts';
import type { Answer, Question } from './messages.ts';

/** Reads reports in a thread of its own, one after the other, so that the server answers meanwhile. */
const port = parentPort!;
takeSharedIndex(workerData as Uint8Array);

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
