import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Runs vitest, its progress on the terminal, and counts what passed and failed. A file that does not load is one failure. */
export async function runVitest(root, only) {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-test-'));
  const report = join(folder, 'report.json');
  const code = await new Promise(done => {
    const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...only];
    spawn(process.execPath, ['node_modules/vitest/vitest.mjs', ...args], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
    }).on('close', done);
  });
  try {
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
    const unloaded = testResults.filter(
      file => file.status === 'failed' && file.assertionResults.length === 0,
    );
    const failed = numFailedTests + unloaded.length;
    // A run that ends badly without a failed test (an unhandled error) has failed all the same.
    return { passed: numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed };
  } catch {
    return { passed: 0, failed: 1 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
