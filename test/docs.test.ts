import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { withOutputs } from '../scripts/docs/first-look.ts';
import { references } from '../scripts/docs/references.ts';

const ROOT = resolve(import.meta.dirname, '..');
const textOf = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const PAGES = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync(join(ROOT, 'docs')).map(name => `docs/${name}`),
].filter(path => path.endsWith('.md'));

describe('what the docs take from the code is as the code has it (npm run docs writes it)', () => {
  test.each(Object.keys(references()))('docs/%s', name => {
    expect(textOf(`docs/${name}`)).toBe(references()[name]);
  });

  test('every output shown in the README is what the command prints', () => {
    const shown = textOf('README.md');
    expect(shown).toMatch(/<!-- output of: dateline read /);
    expect(withOutputs(shown)).toBe(shown);
  });
});

test('every relative link in the docs leads to a file', () => {
  const broken = PAGES.flatMap(page =>
    [...textOf(page).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)]
      .map(found => found[1]!)
      .filter(link => !existsSync(join(ROOT, dirname(page), link)))
      .map(link => `${page}: ${link}`),
  );
  expect(broken).toEqual([]);
});

test('every npm script that the docs name exists', () => {
  const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };
  const named = PAGES.flatMap(page =>
    [...textOf(page).matchAll(/npm run ([\w:]+)/g)].map(found => found[1]!),
  );
  expect(named.filter(name => !(name in scripts))).toEqual([]);
});

test('the README names the two commands, and CI runs the second of them', () => {
  expect(textOf('README.md')).toContain('npm install && npm start');
  expect(textOf('README.md')).toContain('npm install && npm test');
  expect(textOf('.ci/run')).toMatch(/^npm install\b.*\nnpm test\b/m);
});

test('the library example in the README runs as it is written', async () => {
  const code = /```ts\n([\s\S]*?)```/.exec(textOf('README.md'))![1]!;
  const { openLedger, read } = await import('../src/dateline.ts');
  const printed: unknown[][] = [];
  const body = code
    .replace(/^import .*\n/m, '')
    .replace("'./ledger'", "'memory://'")
    .replaceAll(' as const', '');
  const AsyncFunction = (async () => {}).constructor as new (
    ...args: string[]
  ) => (...args: unknown[]) => Promise<void>;
  await new AsyncFunction('openLedger', 'read', 'console', body)(openLedger, read, {
    log: (...args: unknown[]) => printed.push(args),
  });
  expect(printed[0]?.slice(0, 2)).toEqual(['capture', 'Farah']);
  expect(printed.at(-1)?.[0]).toBe('Farah');
}, 120_000);
