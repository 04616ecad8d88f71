import { afterAll, expect, test } from 'vitest';
import { openLedger } from '../src/dateline.ts';
import { startDateline } from './support/child.ts';
import { makeLedgerDirectory, removeDirectories } from './support/pglite.ts';

afterAll(removeDirectories);

/** `dateline serve` as a process of its own; resolves with its address once it listens. */
async function startServer(database: string) {
  const child = startDateline(['serve', '--port', '0', '--database', database], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, DATELINE_LOG: 'info' },
  });
  let out = '',
    err = '';
  child.stdout!.on('data', text => {
    out += text;
  });
  child.stderr!.on('data', text => {
    err += text;
  });
  const ended = new Promise<number | null>(done => child.on('exit', done));
  for (let i = 0; i < 1200 && !/http:\/\/\S+/.test(out); i++) {
    if (child.exitCode != null) throw new Error(err);
    await new Promise(done => setTimeout(done, 50));
  }
  return { child, ended, address: /http:\/\/[\d.]+:\d+/.exec(out)![0], err: () => err };
}

test('SIGTERM during a filing: the filing is finished and answered, then the server ends', async () => {
  const database = await makeLedgerDirectory();
  const { child, ended, address, err } = await startServer(database);
  const reports = Array.from({ length: 12 }, (_, i) => ({
    id: `harbour-${i}`,
    outlet: 'Harbour Wire',
    published: '2021-08-10',
    text: `Dispatch ${i}. The Taliban captured the city of Farah on Tuesday, a member of the provincial council told Harbour Wire. About ${i + 2},000 people fled, residents said.`,
  }));
  // A stream is open as well: it would never end by itself.
  const stream = await fetch(`${address}/api/stream`);
  const answer = fetch(`${address}/api/reports`, {
    method: 'POST',
    body: JSON.stringify({ reports }),
    headers: { 'content-type': 'application/json' },
  });
  // In hand, and not yet done: the first reports are on file.
  for (let n = 0; n === 0; ) n = ((await (await fetch(`${address}/api/reports`)).json()) as unknown[]).length;
  child.kill('SIGTERM');
  const response = await answer;
  expect(response.status).toBe(200);
  expect(((await response.json()) as { outcome: string }[]).map(filing => filing.outcome)).toEqual(
    Array(12).fill('filed'),
  );
  await stream.text();
  expect(await ended).toBe(0);
  expect(err()).toContain('what is in hand is finished first');
  const ledger = await openLedger({ database });
  const by = { id: 'desk', name: 'The desk', role: 'viewer', withhold: false } as const;
  expect(await ledger.reports(by)).toHaveLength(12);
  await ledger.close();
}, 300_000);
