import { createReadStream, type Stats } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { IntakeError } from '../../intake/index.ts';
import { type TakeInOptions, withDefaults } from './options.ts';
import { takeInStream } from './take-in-stream.ts';
import { refusal, type Taken } from './taken.ts';

export const isAddress = (source: string): boolean => /^https?:\/\//i.test(source);

/**
 * The reports of one source, one at a time: a file of any format, an archive, a folder of them, a web address, a feed.
 * What cannot be taken is refused with its reason and the others go on; nothing throws but a bug.
 * @example for await (const taken of takeIn('reports/')) …
 */
export async function* takeIn(source: string, options: TakeInOptions = {}): AsyncGenerator<Taken> {
  try {
    for await (const taken of isAddress(source)
      ? takeInAddress(source, options)
      : takeInPath(source, options))
      yield taken.kind === 'report' ? { ...taken, input: withDefaults(taken.input, options) } : taken;
  } catch (error) {
    yield refusal(source, error);
  }
}

async function* takeInPath(path: string, options: TakeInOptions): AsyncGenerator<Taken> {
  const facts = await stat(path);
  if (facts.isDirectory()) {
    const names = (await readdir(path)).filter(name => !name.startsWith('.')).sort();
    if (names.length === 0) throw new IntakeError('the folder is empty');
    for (const name of names) yield* takeIn(join(path, name), options);
    return;
  }
  const source = markOf(path, facts);
  const done = (await options.doneOf?.(source)) ?? 0;
  yield* takeInStream(createReadStream(path), { from: path, source, done }, options);
}

/** Names a file in its present state: a changed one is another archive. */
const markOf = (path: string, { size, mtimeMs }: Stats): string =>
  `${resolve(path)} ${size} ${Math.round(mtimeMs)}`;

async function* takeInAddress(address: string, options: TakeInOptions): AsyncGenerator<Taken> {
  const { fetchGuarded } = await import('../../fetching/fetch-guarded.ts');
  const page = await fetchGuarded(address);
  async function* bytes(): AsyncGenerator<Uint8Array> {
    yield page.bytes;
  }
  const origin = { from: page.address, address: page.address, charset: page.charset };
  yield* takeInStream(
    bytes(),
    { ...origin, source: null, done: 0, fetched: new Date().toISOString() },
    options,
  );
}
