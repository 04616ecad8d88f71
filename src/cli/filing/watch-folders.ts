import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** A file's state: it is taken when two looks in a row find the same. */
type Seen = Map<string, { readonly state: string; isTaken: boolean }>;

/**
 * The files of folders as they come, some at a time: those that lie there, then those that are added or changed, each when it has
 * stopped growing. Looks again and again, for not every file system tells; ends when the signal says so.
 */
export async function* watchFolders(
  folders: readonly string[],
  signal: AbortSignal,
  everyMs = 2000,
): AsyncGenerator<string[]> {
  const seen: Seen = new Map();
  while (!signal.aborted) {
    const ready: string[] = [];
    for (const folder of folders)
      for await (const path of filesIn(folder)) {
        const facts = await stat(path).catch(() => null);
        if (facts == null) continue;
        const state = `${facts.size} ${facts.mtimeMs}`;
        const before = seen.get(path);
        if (before?.state !== state) seen.set(path, { state, isTaken: false });
        else if (!before.isTaken) {
          before.isTaken = true;
          ready.push(path);
        }
      }
    if (ready.length > 0) yield ready.sort();
    await rest(everyMs, signal);
  }
}

async function* filesIn(folder: string): AsyncGenerator<string> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesIn(path);
    else if (entry.isFile()) yield path;
  }
}

const rest = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise(done => {
    const timer = setTimeout(finish, ms);
    function finish(): void {
      clearTimeout(timer);
      signal.removeEventListener('abort', finish);
      done();
    }
    signal.addEventListener('abort', finish);
  });
