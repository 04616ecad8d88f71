import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';

const SRC = resolve(import.meta.dirname, '../src');

/** What each folder may import, as in the design's table; `dateline` stands for dateline.ts and its use cases. */
const MAY: Record<string, readonly string[]> = {
  model: [],
  fetching: ['model'],
  intake: ['model'],
  language: ['model'],
  gazetteer: ['model'],
  actors: ['model'],
  reading: ['model', 'language', 'gazetteer', 'actors'],
  ledger: ['model', 'gazetteer'],
  store: ['model'],
  jobs: ['model', 'store'],
  accounts: ['model', 'store'],
  exports: ['model', 'gazetteer'],
  dateline: [
    'model',
    'fetching',
    'intake',
    'language',
    'gazetteer',
    'actors',
    'reading',
    'ledger',
    'store',
    'jobs',
    'accounts',
    'exports',
  ],
  cli: ['dateline', 'model', 'http'],
  http: ['dateline', 'model'],
  web: ['model'],
};

const files = (dir: string): string[] =>
  readdirSync(dir).flatMap(name => {
    const path = join(dir, name);
    return statSync(path).isDirectory() ? files(path) : /\.tsx?$/.test(name) ? [path] : [];
  });
const folderOf = (path: string): string => relative(SRC, path).split('/')[0]!.replace(/\.ts$/, '');
const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s[^;'"]*?from\s*['"](\.[^'"]+)['"]|import\(\s*['"](\.[^'"]+)['"]\s*\)|new URL\(\s*['"](\.[^'"]+\.ts)['"]/g;

test('imports flow one way, as the design says', () => {
  const wrong: string[] = [];
  let seen = 0;
  for (const file of files(SRC)) {
    if (file.endsWith('.test.ts') || file.endsWith('.test.tsx')) continue;
    const from = folderOf(file);
    for (const [, a, b, c] of readFileSync(file, 'utf8').matchAll(IMPORT)) {
      const target = resolve(dirname(file), (a ?? b ?? c)!);
      if (!target.startsWith(SRC)) continue;
      seen++;
      const to = folderOf(target);
      if (to !== from && !MAY[from]?.includes(to))
        wrong.push(`${relative(SRC, file)} imports ${relative(SRC, target)}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(seen).toBeGreaterThan(10);
});

test('the web application takes only types from the model, and the palette, which imports nothing', () => {
  const wrong = files(join(SRC, 'web')).flatMap(file =>
    [...readFileSync(file, 'utf8').matchAll(/import\s+(?!type\b)[^;]*?from\s*['"][^'"]*\/model\/[^'"]*['"]/g)]
      .filter(m => !m[0].endsWith("model/palette.ts'"))
      .map(m => `${relative(SRC, file)}: ${m[0]}`),
  );
  expect(wrong).toEqual([]);
  expect(readFileSync(join(SRC, 'model/palette.ts'), 'utf8')).not.toMatch(IMPORT);
});

test('only the store speaks SQL, and only fetching opens outward connections', () => {
  const wrong: string[] = [];
  for (const file of files(SRC)) {
    if (/\.test\.tsx?$/.test(file)) continue;
    const folder = folderOf(file),
      text = readFileSync(file, 'utf8');
    if (
      !['store', 'accounts', 'jobs'].includes(folder) &&
      /from ['"](?:kysely|pg|@electric-sql\/pglite)/.test(text)
    )
      wrong.push(`${relative(SRC, file)} opens the database`);
    if (
      !['fetching', 'web'].includes(folder) &&
      /(?<![.\w])fetch\(|from ['"](?:node:https?|undici|node:net)['"]/.test(text)
    )
      wrong.push(`${relative(SRC, file)} opens a connection`);
  }
  expect(wrong).toEqual([]);
});
