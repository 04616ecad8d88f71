import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

const ROOT = join(import.meta.dirname, '../..');

/** Builds the pages where they are not built; `npm test` has built them before. */
export async function ensurePages(): Promise<void> {
  if (existsSync(join(ROOT, 'dist/web/index.html'))) return;
  await build({ configFile: join(ROOT, 'vite.config.ts'), logLevel: 'error' });
}
