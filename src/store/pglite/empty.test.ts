import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { makeTemporary, removeDirectories } from '../../../test/support/pglite.ts';
import { unpackTar } from './empty.js';

afterAll(removeDirectories);

test('an archive is unpacked as it was packed, for nobody else to read', () => {
  const [from, to] = [makeTemporary(), makeTemporary()];
  const long = join('base', 'n'.repeat(80), 'm'.repeat(80));
  mkdirSync(join(from, long), { recursive: true });
  mkdirSync(join(from, 'empty'));
  const bytes = Buffer.from(Array.from({ length: 1500 }, (_, i) => i % 256));
  for (const [name, content] of [
    ['none', Buffer.alloc(0)],
    ['block', bytes.subarray(0, 512)],
    [join(long, 'odd'), bytes],
  ] as const)
    writeFileSync(join(from, name), content);
  unpackTar(execFileSync('tar', ['-c', '--format=ustar', '-C', from, '.']), to);
  expect(readFileSync(join(to, 'none'))).toHaveLength(0);
  expect(readFileSync(join(to, 'block'))).toEqual(bytes.subarray(0, 512));
  expect(readFileSync(join(to, long, 'odd'))).toEqual(bytes);
  expect(statSync(join(to, 'empty')).isDirectory()).toBe(true);
  expect(statSync(join(to, 'block')).mode & 0o777).toBe(0o600);
  expect(statSync(join(to, long)).mode & 0o777).toBe(0o700);
});
