import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openLedger } from '../src/dateline.ts';
import type { Asker, Ledger, StatusRow } from '../src/model/index.ts';
import type { Scenario, ScenarioReport } from './scenarios/scenario.ts';
import { TABLE } from './scenarios/table.ts';
import { BASES, DISCREPANCIES } from './scenarios/voices.ts';
import { dateline } from './support/command-line.ts';
import { makeLedgerDirectory, removeDirectories } from './support/pglite.ts';

// What the ledger promises, asked for from outside: plain reports in, through the command line, and the record out of it.

vi.setConfig({ testTimeout: 300_000, hookTimeout: 600_000 });
const folder = mkdtempSync(join(tmpdir(), 'dateline-scenarios-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  removeDirectories();
});

const by: Asker = { id: 'desk', name: 'The desk', role: 'administrator', withhold: false };

/** A ledger of its own: filed and ruled by the command line, asked by it or as a library. */
class Desk {
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
    const { code, out, err } = await dateline([...args, '--database', this.database], '', { USER: 'desk' });
    if (code !== 0) throw new Error(`dateline ${args.join(' ')}: ${err}`);
    return out;
  }
  async json<T>(...args: string[]): Promise<T> {
    return JSON.parse(await this.run(...args, '--json')) as T;
  }
  async add(...reports: readonly ScenarioReport[]): Promise<void> {
    const file = join(folder, `${files++}.jsonl`);
    const lines = reports.map(([published, outlet, text, more]) =>
      JSON.stringify({ published, outlet, text, ...more }),
    );
    writeFileSync(file, lines.join('\n'));
    await this.run('add', '--jsonl', file, '--quiet');
  }
  /** The ledger as a library has it. */
  async ledger(): Promise<Ledger> {
    this.#open ??= await openLedger({ database: this.database });
    return this.#open;
  }
  async close(): Promise<void> {
    await this.#open?.close();
    this.#open = null;
  }
}
let files = 0;

/** A line in short: `side, status, basis, since (sinceEarliest); pressure; parts; origins n`, as much of it as is asked for. */
function sayLine(row: StatusRow, asked: string): string {
  const earliest = row.sinceEarliest == null ? '' : ` (${row.sinceEarliest})`;
  const words = [`${row.holder?.side ?? 'nobody'}, ${row.status}, ${row.basis}, ${row.since}${earliest}`];
  if (asked.includes('; besiege') && row.pressure.some(p => /besieg|surround/i.test(p)))
    words.push('besiege');
  if (asked.includes('; parts') && row.parts.length > 0) words.push('parts');
  if (asked.includes('; origins')) words.push(`origins ${row.origins}`);
  return words.join('; ');
}

/** Scenarios about different places lie in one ledger, their reports filed in the reverse of the order in which they came out. */
function describeScenarios(name: string, scenarios: readonly Scenario[]): void {
  describe(name, () => {
    let desk: Desk;
    beforeAll(async () => {
      desk = await Desk.make();
      await desk.add(...scenarios.flatMap(s => s.reports).reverse());
    });
    afterAll(() => desk?.close());
    test.each(scenarios.map(s => [s.name, s] as const))('%s', async (_, scenario) => {
      for (const [at, asked] of Object.entries(scenario.status)) {
        const known = scenario.knownAt?.[at];
        const rows = await (await desk.ledger()).status(by, { at, knownAt: known });
        const row = rows.find(r => r.place.name === scenario.place);
        expect(row == null ? null : sayLine(row, asked ?? ''), `${scenario.place} on ${at}`).toBe(asked);
      }
      if (scenario.discrepancies != null) {
        const found = (await (await desk.ledger()).discrepancies(by)).filter(d =>
          d.places.length === 0
            ? scenario.place === 'Afghanistan'
            : d.places.some(p => p.name === scenario.place),
        );
        expect(found.map(d => `${d.kind}${d.settledBy == null ? '' : ', settled'}`)).toEqual(
          scenario.discrepancies,
        );
        for (const d of found) expect(d.note).toMatch(/^[A-Z0-9].*\.$/);
      }
      if (scenario.copies != null) {
        const reports = await (await desk.ledger()).reports(by);
        expect(reports.filter(r => r.copyOf != null)).toHaveLength(scenario.copies);
      }
    });
  });
}

describeScenarios('each row of the fold table', TABLE);
describeScenarios('each basis', BASES);
describeScenarios('each kind of discrepancy, and what closes it', DISCREPANCIES);
