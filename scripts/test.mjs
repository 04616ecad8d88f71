/**
 * npm test: the one gate. Types, lint and format, then every test (language, reading, ledger, store on PGlite and Postgres, command
 * line, HTTP, pages in a real browser, docs). Prints how it goes, and ends with one line `N passed, N failed`.
 * Words after it go to vitest: `npm test -- src/intake` runs these tests alone, without the checks.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { printFailure, runCheck } from './test/check.mjs';
import { runVitest } from './test/vitest.mjs';

const ROOT = join(import.meta.dirname, '..');
const only = process.argv.slice(2);

const CHECKS = [
  { name: 'build', args: ['scripts/build.mjs'] },
  { name: 'types', args: ['node_modules/typescript/bin/tsc', '--noEmit'] },
  existsSync(join(ROOT, 'src/web/tsconfig.json'))
    ? {
        name: 'types of the web application',
        args: ['node_modules/typescript/bin/tsc', '--noEmit', '-p', 'src/web'],
      }
    : null,
  {
    name: 'lint and format',
    args: [
      'node_modules/@biomejs/biome/bin/biome',
      'check',
      '--diagnostic-level=warn',
      '--error-on-warnings',
      '.',
    ],
  },
].filter(check => check != null);

let passed = 0,
  failed = 0;
for (const check of only.length ? CHECKS.slice(0, 1) : CHECKS) {
  const { isRight, printed, seconds } = await runCheck(ROOT, check.args);
  console.log(`${isRight ? 'ok    ' : 'FAILED'} ${check.name} (${seconds.toFixed(1)} s)`);
  if (isRight) passed++;
  else {
    failed++;
    printFailure(printed);
  }
}
const tests = await runVitest(ROOT, only);
passed += tests.passed;
failed += tests.failed;
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || tests.passed === 0 ? 1 : 0;
