import { relationsOf } from '../../ledger/index.ts';
import type { Asker, FiledReport, Filing, Reading } from '../../model/index.ts';
import {
  countOpen,
  hasReport,
  insertAudit,
  insertReading,
  insertRelations,
  insertReport,
  type Tx,
} from '../../store/index.ts';
import { noteChanges } from '../changes/note-changes.ts';
import type { Context } from '../context.ts';
import { maskOf, unmasked } from '../withholding/mask.ts';
import { privateWords } from '../withholding/private-words.ts';
import { reweigh } from './reweigh.ts';

/** A report that has been read, ready to be filed. */
export interface ReadReport {
  readonly report: FiledReport;
  readonly reading: Reading;
}

/**
 * Files reports and their readings, the record weighed again once, in one transaction: all of them, or none. Those that another was
 * faster with, or that stand in the group twice, are known.
 * @example await fileGroup(context, by, [{ report, reading }]) // [{ outcome: 'filed', … }]
 */
export async function fileGroup(
  context: Context,
  by: Asker,
  group: readonly ReadReport[],
): Promise<Filing[]> {
  const filed = await context.store.write(async tx => {
    const fresh = await insertAll(tx, by, group);
    if (fresh.length === 0) return new Map<string, Filed>();
    const origins = await reweigh(context, tx, { reports: fresh.map(one => one.report.id) });
    const causes = fresh.map(({ report, reading }) => ({
      body: {
        kind: 'report',
        report: report.id,
        outlet: report.outlet,
        claims: reading.claims.length,
      } as const,
      places: reading.claims.flatMap(claim => claim.places.flatMap(place => place.id ?? [])),
    }));
    await noteChanges(context, tx, fresh.at(-1)!.report.filed, causes);
    const copies = new Map(origins.map(o => [o.report, o.copyOf]));
    const all = new Map<string, Filed>();
    for (const { report } of fresh)
      all.set(report.id, {
        copyOf: copies.get(report.id) ?? null,
        discrepancies: await countOpen(tx, report.id),
      });
    return all;
  });
  return group.map(one => {
    const { id } = one.report;
    const became = filed.get(id);
    // The first of a report that stands there twice is the one that was filed.
    filed.delete(id);
    return say(one, became, by);
  });
}

interface Filed {
  readonly copyOf: string | null;
  readonly discrepancies: number;
}

/** Those that were not there before. */
async function insertAll(tx: Tx, by: Asker, group: readonly ReadReport[]): Promise<ReadReport[]> {
  const fresh: ReadReport[] = [];
  for (const one of group) {
    const { report, reading } = one;
    if (await hasReport(tx, report.id)) continue;
    await insertReport(tx, report);
    await insertRelations(tx, [{ report: report.id, relations: relationsOf(report, reading) }]);
    await insertReading(tx, reading, privateWords(reading), report.filed);
    await insertAudit(tx, by, report.filed, 'add', { report: report.id });
    fresh.push(one);
  }
  return fresh;
}

function say({ report, reading }: ReadReport, became: Filed | undefined, by: Asker): Filing {
  const { id } = report;
  if (became == null) return { outcome: 'known', report: id, title: report.title };
  const mask = by.withhold ? maskOf(privateWords(reading)) : unmasked;
  const title = report.title == null ? null : mask(report.title);
  if (reading.unread != null) return { outcome: 'unread', report: id, title, why: reading.unread };
  return { outcome: 'filed', report: id, title, claims: reading.claims.length, ...became };
}
