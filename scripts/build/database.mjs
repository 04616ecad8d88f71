import { statSync } from 'node:fs';
import { join } from 'node:path';
import { runNode } from './run.mjs';

/** An empty embedded database, from which every new ledger starts: making one from nothing takes seconds and 800 MB of memory. */
export function buildDatabase(root) {
  const out = join(root, 'src/store/pglite/compiled/empty.tar.gz');
  return {
    what: 'an empty embedded database',
    inputs: [
      join(root, 'scripts/build-database.mjs'),
      join(root, 'node_modules/@electric-sql/pglite/package.json'),
    ],
    outputs: [out],
    async run() {
      await runNode(root, ['scripts/build-database.mjs', out]);
      return `${(statSync(out).size / 1e6).toFixed(1)} MB`;
    },
  };
}
