import { existsSync, renameSync, rmSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite, type PGliteOptions, types } from '@electric-sql/pglite';
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { unaccent } from '@electric-sql/pglite/contrib/unaccent';
import type { Answer, Request } from './messages.ts';

/** Runs PGlite in a thread of its own, one request after the other, so that a long query blocks nobody's event loop. */
const port = parentPort!;
const { directory } = workerData as { readonly directory: string | null };

const OPTIONS: PGliteOptions = {
  extensions: { btree_gist, pg_trgm, unaccent },
  parsers: { [types.DATE]: value => value, [types.INT8]: value => Number(value) },
};

async function open(): Promise<PGlite> {
  if (directory == null) return PGlite.create(OPTIONS);
  if (!existsSync(directory)) {
    // Made aside and renamed: a process killed meanwhile leaves no half-made database behind.
    const fresh = `${directory}.new`;
    rmSync(fresh, { recursive: true, force: true });
    await (await PGlite.create(fresh, OPTIONS)).close();
    renameSync(fresh, directory);
  }
  return PGlite.create(directory, OPTIONS);
}

async function answer(db: PGlite, request: Request): Promise<Answer> {
  const { id } = request;
  try {
    if (request.kind === 'close') {
      await db.close();
      return { id, rows: [], affected: 0 };
    }
    const values = request.values;
    const result =
      values == null || values.length === 0
        ? (await db.exec(request.text)).at(-1)
        : await db.query<Record<string, unknown>>(request.text, [...values]);
    return {
      id,
      rows: (result?.rows ?? []) as Record<string, unknown>[],
      affected: result?.affectedRows ?? 0,
    };
  } catch (error) {
    const { message, code, detail, constraint } = error as Error & Record<string, string>;
    return { id, error: { message, code, detail, constraint } };
  }
}

let last: Promise<void> = Promise.resolve();
try {
  const db = await open();
  port.on('message', (request: Request) => {
    last = last.then(async () => port.postMessage(await answer(db, request)));
  });
  port.postMessage({ id: 0, rows: [], affected: 0 } satisfies Answer);
} catch (error) {
  port.postMessage({ id: 0, error: { message: (error as Error).message } } satisfies Answer);
}
