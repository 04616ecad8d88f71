/** npm run docs: writes what the docs take from the code: docs/cli.md, docs/api.md, and the outputs shown in README.md. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withOutputs } from './docs/first-look.ts';
import { references } from './docs/references.ts';

const ROOT = join(import.meta.dirname, '..');
const README = join(ROOT, 'README.md');

for (const [name, text] of Object.entries(references())) writeFileSync(join(ROOT, 'docs', name), text);
writeFileSync(README, withOutputs(readFileSync(README, 'utf8')));
console.log('docs/cli.md, docs/api.md and the outputs in README.md are written');
