import { spawn } from 'node:child_process';

/** Runs a program of node_modules with this Node. Rejects with all that it printed where it fails. */
export function runNode(root, args) {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let printed = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', text => {
        printed += text;
      });
    child.on('error', fail);
    child.on('close', code => (code === 0 ? done(printed) : fail(new Error(printed.trimEnd()))));
  });
}
