import { join } from 'node:path';
import { runNode } from '../build/run.mjs';

/** Before any test: what is built is that of the sources, for tests start processes of the built program, as a user does. */
export async function setup() {
  await runNode(join(import.meta.dirname, '../..'), ['scripts/build.mjs', '--only', 'database,code,data']);
}
