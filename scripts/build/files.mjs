import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Every file under a folder (or the file itself), sorted; none where it does not exist. `keep` says which. */
export function filesUnder(path, keep = () => true) {
  if (!existsSync(path)) return [];
  const walk = folder =>
    readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
      const inner = join(folder, entry.name);
      return entry.isDirectory() ? walk(inner) : [inner];
    });
  return walk(path).filter(keep).sort();
}
