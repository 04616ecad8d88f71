import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** Remembers from which inputs (by content) each step was last built, in dist/.build.json. */
export function openStamps(root) {
  const file = join(root, 'dist/.build.json');
  const known = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const digest = inputs => {
    const hash = createHash('sha256').update(process.versions.node.split('.')[0]);
    for (const path of inputs) hash.update(`\0${relative(root, path)}\0`).update(readFileSync(path));
    return hash.digest('hex');
  };
  return {
    isFresh: (step, inputs, outputs) => outputs.every(existsSync) && known[step] === digest(inputs),
    set(step, inputs) {
      known[step] = digest(inputs);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, JSON.stringify(known, null, 1));
    },
  };
}
