import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { filesUnder } from './files.mjs';

const isData = path => !/\.tsx?$/.test(path) && !path.endsWith('.md');

/** The data files, beside the code that reads them. */
export function copyData(root) {
  const src = join(root, 'src'),
    dist = join(root, 'dist'),
    web = join(src, 'web');
  const files = filesUnder(src, path => isData(path) && !path.startsWith(web));
  const target = file => join(dist, relative(src, file));
  return {
    what: 'the data',
    inputs: files,
    outputs: files.map(target),
    run() {
      for (const file of files) {
        mkdirSync(dirname(target(file)), { recursive: true });
        cpSync(file, target(file));
      }
      for (const file of filesUnder(dist, path => path.split('/').includes('data')))
        if (
          !file.startsWith(join(dist, 'web')) &&
          !/\.(js|d\.ts)$/.test(file) &&
          !existsSync(join(src, relative(dist, file)))
        )
          rmSync(file);
      return `${files.length} files`;
    },
  };
}
