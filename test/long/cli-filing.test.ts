import type { ChildProcess } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, expect, test } from 'vitest';
import { startDateline } from '../support/child.ts';
import { makeLedgerDirectory, makeTemporary, removeDirectories } from '../support/pglite.ts';

const running: ChildProcess[] = [];
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});
afterAll(removeDirectories);

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A command line in a process of its own; `until` resolves when its messages hold some words. */
function dateline(database: string, ...args: string[]) {
  const child = startDateline(args, { env: { ...process.env, DATELINE_DATABASE: database } });
  running.push(child);
  let out = '',
    err = '',
    check: () => void = () => {};
  child.stdout!.setEncoding('utf8').on('data', text => {
    out += text;
  });
  child.stderr!.setEncoding('utf8').on('data', text => {
    err += text;
    check();
  });
  const ended = new Promise<Ended>(done => child.on('close', code => done({ code, out, err })));
  const until = (words: RegExp): Promise<void> =>
    Promise.race([
      new Promise<void>(done => {
        check = () => {
          if (words.test(err)) done();
        };
        check();
      }),
      ended.then(end => {
        if (!words.test(err)) throw new Error(`it ended: ${JSON.stringify(end)}`);
      }),
    ]);
  return { child, ended, until };
}

const PLACES = ['Farah', 'Herat', 'Kunduz', 'Ghazni', 'Zaranj'];

/** A file of reports, one a line. */
function linesOf(name: string, from: number, to: number): string {
  const path = join(makeTemporary(), `${name}.jsonl`);
  const lines = Array.from({ length: to - from }, (_, i) => {
    const n = from + i,
      day = `2021-08-${String((n % 20) + 1).padStart(2, '0')}`;
    const side = n % 3 === 0 ? 'Government forces' : 'The Taliban';
    return JSON.stringify({
      id: `${name}-${n}`,
      outlet: name,
      published: day,
      text: `${side} captured the city of ${PLACES[n % PLACES.length]} on ${day}, a provincial official told ${name}. It was dispatch number ${n}.`,
    });
  });
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}

const listed = async (database: string, ...args: string[]): Promise<unknown[]> =>
  JSON.parse((await dateline(database, ...args, '--json').ended).out) as unknown[];

test('Ctrl-C in add loses nothing that was filed, and adding again ends with all of it', async () => {
  const database = await makeLedgerDirectory();
  const file = linesOf('Wire', 0, 60);
  const first = dateline(database, 'add', file);
  await first.until(/^filed/m);
  first.child.kill('SIGINT');
  const stopped = await first.ended;
  expect(stopped.code).toBe(130);
  expect(stopped.err).toContain('dateline: stopping after what is in hand');
  const filed = Number(/^(\d+) reports? filed/.exec(stopped.out)?.[1]);
  expect(filed).toBeGreaterThan(0);
  expect(filed).toBeLessThan(60);
  expect(await listed(database, 'reports')).toHaveLength(filed);
  const again = await dateline(database, 'add', '--quiet', file).ended;
  expect(again).toMatchObject({ code: 0, out: expect.stringContaining(`${filed} known before`) });
  expect(await listed(database, 'reports')).toHaveLength(60);
}, 400_000);

test('two add at once lose nothing: the second says for whom it waits', async () => {
  const database = await makeLedgerDirectory();
  const first = dateline(database, 'add', linesOf('Wire', 0, 12));
  await first.until(/^filed/m);
  const second = dateline(database, 'add', linesOf('Post', 100, 112));
  const ends = await Promise.all([first.ended, second.ended]);
  expect(ends[0]!.code).toBe(0);
  if (ends[1]!.code === 0) expect(await listed(database, 'reports')).toHaveLength(24);
  else {
    // On a machine too slow for it to end in the ten seconds that are waited: refused, in one clear line, and nothing lost.
    expect(ends[1]!.err).toMatch(/"dateline add" \(process \d+\)/);
    expect(await listed(database, 'reports')).toHaveLength(12);
  }
  expect(ends[1]!.err).not.toMatch(/\n\s+at /);
}, 400_000);
