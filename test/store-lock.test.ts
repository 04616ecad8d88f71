import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openStore, type Store } from '../src/store/index.ts';
import { ownHolder } from '../src/store/lock/lock-file.ts';
import { takeLock } from '../src/store/lock/take-lock.ts';
import { runChild } from './support/child.ts';
import { makeLedgerDirectory, makeTemporary, removeDirectories } from './support/pglite.ts';

afterAll(removeDirectories);

const take = (file: string, waitMs: number, onWait?: (sentence: string) => void) =>
  takeLock(file, '"here"', { command: 'dateline status', waitMs, onWait });

test('a second process is kept out while a first has the ledger open, then comes in; neither loses a row', async () => {
  const database = await makeLedgerDirectory();
  const first = runChild('hold-store.js', [database]);
  expect(await first.line()).toBe('open');
  const impatient = runChild('hold-store.js', [database, '300']);
  expect(await impatient.line()).toMatch(
    new RegExp(`^refused held the ledger at .* is held by "dateline add" \\(process ${first.process.pid}\\)`),
  );
  const patient = runChild('hold-store.js', [database, '30000']);
  await new Promise(done => setTimeout(done, 500));
  first.process.stdin!.end('end\n');
  expect(await first.line()).toBe('closed');
  expect(await patient.line()).toBe('open');
  patient.process.stdin!.end('end\n');
  expect(await patient.line()).toBe('closed');
  await Promise.all([first.ended, impatient.ended, patient.ended]);
  const store = (await openStore({ database })) as Store;
  const { rows } = await store.query('select word from notes');
  await store.close();
  expect(rows.map(r => r.word).sort()).toEqual(
    [`from ${first.process.pid}`, `from ${patient.process.pid}`].sort(),
  );
}, 120_000);

test('a lock that a killed process left is taken over; a server that is announced is named, with its token', async () => {
  const database = await makeLedgerDirectory();
  const killed = runChild('hold-store.js', [database]);
  expect(await killed.line()).toBe('open');
  killed.process.kill('SIGKILL');
  await killed.ended;
  expect(readdirSync(database)).toContain('lock');

  const server = runChild('hold-store.js', [database]);
  expect(await server.line()).toBe('open');
  server.process.stdin!.write('announce http://127.0.0.1:4499\n');
  const [, token] = (await server.line()).split(' ');
  expect(token!.length).toBeGreaterThan(20);
  expect(statSync(join(database, 'lock')).mode & 0o777).toBe(0o600);
  const found = await openStore({ database });
  expect(found).toMatchObject({
    server: { address: 'http://127.0.0.1:4499', token, pid: server.process.pid },
  });
  server.process.stdin!.end('end\n');
  await server.ended;
  expect(readdirSync(database)).not.toContain('lock');
}, 120_000);

test('who waits is told once for whom, and gives up with the name', async () => {
  const file = join(makeTemporary(), 'lock');
  const first = await take(file, 0);
  const told: string[] = [];
  await expect(take(file, 350, sentence => told.push(sentence))).rejects.toMatchObject({ code: 'held' });
  expect(told).toEqual([
    `waiting for "dateline status" (process ${process.pid}), which has the ledger at "here" open`,
  ]);
  if ('lock' in first) first.lock.release();
  expect('lock' in (await take(file, 0))).toBe(true);
});

test.each([
  ['a process that is no more', { pid: 2 ** 22 - 3 }],
  ['another process with the same id', { started: 'another boot:1' }],
])('a lock of %s is stale', async (_what, over) => {
  const file = join(makeTemporary(), 'lock');
  writeFileSync(file, JSON.stringify({ ...ownHolder('dateline add'), ...over }));
  expect('lock' in (await take(file, 0))).toBe(true);
});

test('a lock cut off while it was written is stale, one of another machine is not', async () => {
  const cut = join(makeTemporary(), 'lock');
  writeFileSync(cut, '{"pid": 12');
  expect('lock' in (await take(cut, 0))).toBe(true);
  const elsewhere = join(makeTemporary(), 'lock');
  writeFileSync(elsewhere, JSON.stringify({ ...ownHolder('dateline serve'), host: 'other-machine' }));
  await expect(take(elsewhere, 0)).rejects.toThrow(/process \d+ on other-machine.*remove ".*lock"/);
});

test('of many that find a stale lock at once, one gets it', async () => {
  const file = join(makeTemporary(), 'lock');
  writeFileSync(file, JSON.stringify({ ...ownHolder('dateline add'), started: 'another boot:1' }));
  const all = await Promise.allSettled(Array.from({ length: 20 }, () => take(file, 50)));
  expect(all.filter(r => r.status === 'fulfilled').length).toBe(1);
});

test('what is no ledger is refused in one sentence', async () => {
  const parent = makeTemporary();
  const path = (name: string) => join(parent, name);
  writeFileSync(path('file'), 'x');
  mkdirSync(path('photos'));
  writeFileSync(join(path('photos'), 'a.jpg'), 'x');
  mkdirSync(path('empty'));
  mkdirSync(path('newer'));
  writeFileSync(join(path('newer'), 'ledger.json'), '{"dateline": 99}');
  const refusal = (database: string, create?: boolean) =>
    openStore({ database, create }).then(
      () => 'opened',
      (error: Error & { code: string }) =>
        `${error.name} ${error.code}: ${error.message.replaceAll(parent, '')}`,
    );
  expect(await refusal(path('none'), false)).toBe(
    'LedgerError missing: there is no ledger at "/none": file a report first, with dateline add',
  );
  expect(await refusal(path('empty'), false)).toMatch(
    /^LedgerError missing: there is no ledger at "\/empty"/,
  );
  expect(await refusal(path('no/where'))).toMatch(
    /^LedgerError missing: cannot make a ledger at "\/no\/where"/,
  );
  expect(await refusal(path('file'))).toMatch(/^LedgerError invalid: "\/file" is a file/);
  expect(await refusal(path('photos'))).toMatch(/^LedgerError invalid: "\/photos" is not a ledger/);
  expect(await refusal(path('newer'))).toMatch(/^LedgerError newer: .*newer version \(99\)/);
  expect(await refusal('mysql://host/db')).toMatch(
    /^LedgerError invalid: unknown database "mysql:\/\/host\/db"/,
  );
  expect(await refusal('postgres://someone:secret@127.0.0.1:1/none')).toMatch(
    /^LedgerError unavailable: cannot reach the database at postgres:\/\/someone:\*\*\*@127.0.0.1:1\/none/,
  );
  expect(readFileSync(path('file'), 'utf8')).toBe('x');
  expect(readdirSync(path('photos'))).toEqual(['a.jpg']);
});
