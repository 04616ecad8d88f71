import { spawn } from 'node:child_process';

/** Runs a program of node_modules; tells whether it ended well, what it printed, and how long it took. */
export function runCheck(root, args) {
  const started = performance.now();
  return new Promise(done => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let printed = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', text => {
        printed += text;
      });
    const end = isRight => done({ isRight, printed, seconds: (performance.now() - started) / 1000 });
    child.on('error', error => {
      printed += error.message;
      end(false);
    });
    child.on('close', code => end(code === 0));
  });
}

const MOST_LINES = 80;

/** What a failed check printed, cut where it is long. */
export function printFailure(printed) {
  const lines = printed.trimEnd().split('\n');
  console.log(lines.slice(0, MOST_LINES).join('\n'));
  if (lines.length > MOST_LINES) console.log(`… and ${lines.length - MOST_LINES} lines more`);
}
