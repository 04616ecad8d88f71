/** Writes an empty embedded database to a file, as PGlite packs it: a step of `npm run build`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { PGlite } from '@electric-sql/pglite';

const [, , out] = process.argv;
const db = await PGlite.create();
await db.exec('checkpoint');
const packed = await db.dumpDataDir('gzip');
mkdirSync(dirname(out), { recursive: true });
writeFileSync(out, Buffer.from(await packed.arrayBuffer()));
await db.close();
