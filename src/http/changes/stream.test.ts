import { describe, expect, test } from 'vitest';
import type { ChangeEntry } from '../../model/index.ts';
import type { Ledger } from '../types.ts';
import { createStreams } from './stream.ts';
import { createTail } from './tail.ts';

const by = { id: 'desk', name: 'The desk', role: 'viewer', withhold: true } as const;

/** A log of changes in memory: reports, numbered from 1. */
function makeLog() {
  const entries: ChangeEntry[] = [];
  const ledger = {
    changeLog: async (_by: unknown, { after, limit = 100 }: { after?: number; limit?: number } = {}) =>
      after == null
        ? [...entries].reverse().slice(0, limit)
        : entries.filter(entry => entry.seq > after).slice(0, limit),
  } as unknown as Ledger;
  const write = (): void => {
    const seq = entries.length + 1;
    entries.push({
      seq,
      at: '2021-08-10T00:00:00.000Z',
      body: { kind: 'report', report: `r${seq}`, outlet: null, claims: 1 },
    });
  };
  return { ledger, write };
}

async function open(ledger: Ledger, after: number | null, stopping = new AbortController()) {
  const streams = createStreams(ledger, createTail(ledger), stopping.signal);
  let isIn = true;
  const response = await streams.open({
    by,
    filter: {},
    after,
    signal: new AbortController().signal,
    mayStill: async () => isIn,
  });
  const reader = response.body!.getReader();
  let text = '';
  const until = async (words: string): Promise<string> => {
    while (!text.includes(words)) {
      const { value, done } = await reader.read();
      if (done) throw new Error('the stream ended');
      text += new TextDecoder().decode(value);
    }
    return text;
  };
  return { reader, until, shutOut: () => (isIn = false) };
}

describe('the event stream', () => {
  test('begins with what comes, or after a number, and sends each change once, in order', async () => {
    const { ledger, write } = makeLog();
    write();
    write();
    const fresh = await open(ledger, null),
      again = await open(ledger, 1);
    expect(await again.until('id: 2\n')).not.toContain('id: 1\n');
    write();
    write();
    const text = await fresh.until('id: 4\n');
    expect(text.match(/^id: \d+$/gm)).toEqual(['id: 3', 'id: 4']);
    expect(text).toContain('event: report\ndata: {"seq":3,');
    await Promise.all([fresh.reader.cancel(), again.reader.cancel()]);
  });

  test('misses nothing that is written while it looks', async () => {
    const { ledger, write } = makeLog();
    const { changeLog } = ledger;
    let isLate = true;
    const slow = {
      changeLog: async (...args: Parameters<typeof changeLog>) => {
        const found = await changeLog(...args);
        // Written after the question was answered, before the next one is asked.
        if (args[1]?.after != null && isLate) {
          isLate = false;
          write();
        }
        return found;
      },
    } as Ledger;
    const { until, reader } = await open(slow, 0);
    expect(await until('id: 1\n')).toContain('event: report');
    await reader.cancel();
  });

  test('ends when the server stops, and when whoever asked may no longer', async () => {
    const { ledger, write } = makeLog();
    const stopping = new AbortController();
    const one = await open(ledger, null, stopping);
    await one.until('retry: 3000');
    stopping.abort();
    await expect(one.until('never sent')).rejects.toThrow('the stream ended');
    const other = await open(ledger, null);
    await other.until('retry: 3000');
    write();
    await other.until('id: 1\n');
    other.shutOut();
    write();
    await expect(other.until('id: 2\n')).rejects.toThrow('the stream ended');
  });
});
