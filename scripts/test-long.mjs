/**
 * npm run test:long: the runs that take longer than a test may: test/long/*.test.ts, one after the other.
 * Their last figures stand in docs/measured.md.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runCheck } from './test/check.mjs';
import { runVitest } from './test/vitest.mjs';

const ROOT = join(import.meta.dirname, '..');
if (!existsSync(join(ROOT, 'test/long'))) {
  console.log('There is no long run yet: test/long/ is empty.\n\n0 passed, 0 failed');
  process.exit(0);
}
await runCheck(ROOT, ['scripts/build.mjs']);
const { passed, failed } = await runVitest(ROOT, [
  '--config',
  'vitest.long.config.ts',
  ...process.argv.slice(2),
]);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
