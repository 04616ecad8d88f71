// @ts-check
import { existsSync, renameSync, rmSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { gunzipSync } from 'node:zlib';
import { PGlite, types } from '@electric-sql/pglite';
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { unaccent } from '@electric-sql/pglite/contrib/unaccent';
import { readEmpty, unpackTar } from './empty.js';

/**
 * Runs PGlite in a thread of its own, one request after the other, so that a long query blocks nobody's event loop. Plain JavaScript: a
 * loader for TypeScript would take as long as opening the database, in every test.
 * @import { PGliteOptions } from '@electric-sql/pglite'
 * @import { Answer, Request } from './messages.ts'
 */
const port = /** @type {NonNullable<typeof parentPort>} */ (parentPort);
const { directory } = /** @type {{ readonly directory: string | null }} */ (workerData);

/** @type {PGliteOptions} */
const OPTIONS = {
  extensions: { btree_gist, pg_trgm, unaccent },
  // A quarter of what it takes by itself: the system keeps the files in memory as well, where others can use it.
  startParams: [...PGlite.defaultStartParams, '-c', 'shared_buffers=32MB'],
  parsers: { [types.DATE]: value => value, [types.INT8]: value => Number(value) },
};

/** @returns {Promise<PGlite>} */
async function open() {
  if (directory == null) return PGlite.create({ ...OPTIONS, loadDataDir: new Blob([readEmpty()]) });
  if (!existsSync(directory)) {
    // Made aside and renamed: a process killed meanwhile leaves no half-made database behind.
    const fresh = `${directory}.new`;
    rmSync(fresh, { recursive: true, force: true });
    unpackTar(gunzipSync(readEmpty()), fresh);
    renameSync(fresh, directory);
  }
  return PGlite.create(directory, OPTIONS);
}

/**
 * @param {PGlite} db
 * @param {Request} request
 * @returns {Promise<Answer>}
 */
async function answer(db, request) {
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
        : await db.query(request.text, [...values]);
    return {
      id,
      rows: /** @type {Record<string, unknown>[]} */ (result?.rows ?? []),
      affected: result?.affectedRows ?? 0,
    };
  } catch (error) {
    const { message, code, detail, constraint } = /** @type {Error & Record<string, string>} */ (error);
    return { id, error: { message, code, detail, constraint } };
  }
}

/** @type {Promise<void>} */
let last = Promise.resolve();
try {
  const db = await open();
  port.on('message', request => {
    last = last.then(async () => port.postMessage(await answer(db, request)));
  });
  port.postMessage(/** @satisfies {Answer} */ ({ id: 0, rows: [], affected: 0 }));
} catch (error) {
  port.postMessage(
    /** @satisfies {Answer} */ ({ id: 0, error: { message: /** @type {Error} */ (error).message } }),
  );
}
