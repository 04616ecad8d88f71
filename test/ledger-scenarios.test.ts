import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { StatusRow } from '../src/model/index.ts';
import type { Scenario } from './scenarios/scenario.ts';
import { TABLE } from './scenarios/table.ts';
import { BASES, DISCREPANCIES } from './scenarios/voices.ts';
import { by, Desk, removeDesks } from './support/desk.ts';

// What the ledger promises, asked for from outside: plain reports in, through the command line, and the record out of it.

vi.setConfig({ testTimeout: 300_000, hookTimeout: 600_000 });
afterAll(removeDesks);

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
          d.places.length === 0 ? scenario.place === 'Sudan' : d.places.some(p => p.name === scenario.place),
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
