import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);

/** Path of a file inside an installed package, whatever the package exports. */
export function packagePath(file: string): string {
  const [name, ...rest] = file.split('/');
  for (const dir of require.resolve.paths(name!) ?? []) {
    const path = join(dir, name!, ...rest);
    try {
      require('node:fs').accessSync(path);
      return path;
    } catch {}
  }
  return join(dirname(require.resolve(`${name}/package.json`)), ...rest);
}
