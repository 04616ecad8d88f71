import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { type LedgerOptions, openLedger } from '../../src/dateline.ts';
import type { Asker, Ledger } from '../../src/model/index.ts';
import type { ScenarioReport } from '../scenarios/scenario.ts';
import { startDateline } from './child.ts';
import { makeLedgerDirectory, removeDirectories } from './pglite.ts';

let folder: string | null = null;
let files = 0;

/** Call after all tests of a file. */
export function removeDesks(): void {
  if (folder != null) rmSync(folder, { recursive: true, force: true });
  removeDirectories();
}

/** Writes a file for a command to read; gives its path. */
export function writeFor(name: string, content: string): string {
  folder ??= mkdtempSync(join(tmpdir(), 'dateline-desk-'));
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** Who rules in scenarios. */
export const by: Asker = { id: 'desk', name: 'The desk', role: 'administrator', withhold: false };

/** A ledger of its own: filed and ruled by the command line, asked by it or as a library. */
export class Desk {
  readonly database: string;
  #open: Ledger | null = null;
  private constructor(database: string) {
    this.database = database;
  }
  static async make(): Promise<Desk> {
    return new Desk(await makeLedgerDirectory());
  }
  /** One command; gives what it printed. */
  async run(...args: string[]): Promise<string> {
    await this.close();
    const child = startDateline([...args, '--database', this.database], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, USER: 'desk' },
    });
    const [out, err, [code]] = await Promise.all([
      text(child.stdout!),
      text(child.stderr!),
      once(child, 'exit'),
    ]);
    if (code !== 0) throw new Error(`dateline ${args.join(' ')}: ${err}`);
    return out;
  }
  async json<T>(...args: string[]): Promise<T> {
    return JSON.parse(await this.run(...args, '--json')) as T;
  }
  async add(...reports: readonly ScenarioReport[]): Promise<void> {
    const lines = reports.map(([published, outlet, text, more]) =>
      JSON.stringify({ published, outlet, text, ...more }),
    );
    const file = writeFor(`${files++}.jsonl`, lines.join('\n'));
    await this.run('add', '--jsonl', file, '--quiet');
  }
  /** The ledger as a library has it. */
  async ledger(options: LedgerOptions = {}): Promise<Ledger> {
    this.#open ??= await openLedger({ ...options, database: this.database });
    return this.#open;
  }
  async close(): Promise<void> {
    await this.#open?.close();
    this.#open = null;
  }
}
