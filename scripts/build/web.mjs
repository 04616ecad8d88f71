import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { filesUnder } from './files.mjs';
import { runNode } from './run.mjs';

/** The browser application, where its source is there. */
export function buildWeb(root) {
  const web = join(root, 'src/web'),
    index = join(web, 'index.html');
  return {
    what: 'the web application',
    inputs: existsSync(index)
      ? [
          join(root, 'vite.config.ts'),
          join(root, 'package-lock.json'),
          ...filesUnder(web, path => !/\.test\.tsx?$/.test(path)),
          ...filesUnder(join(root, 'src/model'), path => !path.endsWith('.test.ts')),
        ].filter(existsSync)
      : [],
    outputs: [join(root, 'dist/web/index.html')],
    async run() {
      await runNode(root, ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn']);
      return `${filesUnder(join(root, 'dist/web')).length} files in dist/web`;
    },
  };
}
