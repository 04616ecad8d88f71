import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { filesUnder } from './files.mjs';
import { runNode } from './run.mjs';

const isCode = path => /\.[jt]s$/.test(path) && !/\.test\.ts$/.test(path);

/** The code and its types. Emits without checking (`npm test` checks), so that installing takes seconds. */
export function buildCode(root) {
  const src = join(root, 'src'),
    dist = join(root, 'dist');
  const sources = filesUnder(src, path => isCode(path) && !path.startsWith(join(src, 'web')));
  return {
    what: 'the code',
    inputs: [join(root, 'tsconfig.json'), join(root, 'tsconfig.build.json'), ...sources],
    outputs: [join(dist, 'cli/main.js')],
    async run() {
      await runNode(root, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json', '--noCheck']);
      removeStale(src, dist);
      pointWorkersAtJs(dist);
      return `${sources.length} files`;
    },
  };
}

/** What was compiled from a source that is gone would still be importable. */
function removeStale(src, dist) {
  for (const file of filesUnder(
    dist,
    path => /\.(js|d\.ts)$/.test(path) && !path.startsWith(join(dist, 'web')),
  )) {
    const source = join(src, relative(dist, file).replace(/\.(js|d\.ts)$/, ''));
    if (!existsSync(`${source}.ts`) && !existsSync(`${source}.js`)) rmSync(file);
  }
}

/** tsc renames relative imports but not `new URL('./worker.ts', import.meta.url)`. */
function pointWorkersAtJs(dist) {
  for (const file of filesUnder(dist, path => path.endsWith('.js') && !path.startsWith(join(dist, 'web')))) {
    const text = readFileSync(file, 'utf8');
    const renamed = text.replace(/(new URL\(\s*['"]\.[^'"]+)\.ts(['"]\s*,\s*import\.meta\.url)/g, '$1.js$2');
    if (renamed !== text) writeFileSync(file, renamed);
  }
}
