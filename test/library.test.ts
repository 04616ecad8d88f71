import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { explain, LedgerError, openLedger, read } from '../src/dateline.ts';

const LIBRARY = { explain, LedgerError, openLedger, read };

const PAGE = readFileSync(join(import.meta.dirname, '../docs/library.md'), 'utf8');
const EXAMPLES = [...PAGE.matchAll(/```ts\n([\s\S]*?)```/g)].map(found => found[1]!);

/** Runs an example as it is written, with a ledger in memory; gives what it prints. */
async function run(code: string): Promise<unknown[][]> {
  const printed: unknown[][] = [];
  const names = /import \{ ([^}]+) \} from 'dateline'/.exec(code)![1]!.split(', ');
  const body = code
    .replace(/^import .*\n/m, '')
    .replaceAll("'./ledger'", "'memory://'")
    .replaceAll(' as const', '')
    .replaceAll('(error as Error)', 'error');
  const AsyncFunction = (async () => {}).constructor as new (
    ...args: string[]
  ) => (...args: unknown[]) => Promise<void>;
  const given = names.map(name => LIBRARY[name as keyof typeof LIBRARY]);
  const log = (...args: unknown[]): number => printed.push(args);
  await new AsyncFunction(...names, 'console', body)(...given, { log });
  return printed;
}

/** What each example of the page prints, in its order. */
const EXPECTED: readonly (readonly unknown[])[][] = [
  [['capture', 'Farah', '2021-08-10', 'resident'], [true]],
  [[expect.any(Number), expect.any(Number)]],
  [['filed'], ['Farah', 'held', 'reported'], [expect.stringContaining('seized the town of Farah')]],
  [
    ['dateline-acled-AF.csv', 31],
    [expect.stringMatching(/^Farah .*the Taliban .*10 August/)],
    [expect.stringContaining('captured Farah')],
  ],
  [['invalid', expect.stringContaining('"Atlantis"')]],
];

test('every example of docs/library.md has what it prints here', () => {
  expect(EXAMPLES).toHaveLength(EXPECTED.length);
});

test.each(EXAMPLES.map((code, i) => [i + 1, code, EXPECTED[i]!] as const))(
  'example %i runs as it is written',
  async (_, code, expected) => {
    const printed = await run(code);
    expect(printed.slice(0, expected.length)).toEqual(expected);
    if (code.includes('explain(')) expect(printed[0]).not.toContain(0);
  },
  300_000,
);
