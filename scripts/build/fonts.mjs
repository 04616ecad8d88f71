import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** The fonts of the situation report's PDF, out of the packages that they come in, beside the code that reads them. */
export function copyFonts(root) {
  const table = join(root, 'src/exports/sitrep/pdf/data/fonts.json');
  const { styles } = JSON.parse(readFileSync(table, 'utf8'));
  const files = Object.values(styles).flatMap(({ west, scripts }) => [...west, ...Object.values(scripts)]);
  const packages = [...new Set(files)].map(file => join(root, 'node_modules/@fontsource', file));
  const out = join(root, 'dist/exports/sitrep/pdf/fonts');
  const target = file => join(out, basename(file));
  return {
    what: 'the fonts of the situation report',
    inputs: [table, ...packages],
    outputs: packages.map(target),
    run() {
      mkdirSync(out, { recursive: true });
      for (const file of packages) cpSync(file, target(file));
      return `${packages.length} files`;
    },
  };
}
