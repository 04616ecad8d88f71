import { relationsOf } from '../../ledger/index.ts';
import {
  type Asker,
  type FiledReport,
  LedgerError,
  type Reading,
  type Rereading,
  type StatusRow,
} from '../../model/index.ts';
import {
  countAsReadBy,
  insertAudit,
  insertReading,
  listNotReadBy,
  loadOrphans,
  loadReadings,
  loadReports,
  type Tx,
  updateRelations,
} from '../../store/index.ts';
import { noteChanges } from '../changes/note-changes.ts';
import type { Context } from '../context.ts';
import { maskClaim } from '../views/claim-view.ts';
import { statusIn } from '../views/status.ts';
import { maskOf, unmasked } from '../withholding/mask.ts';
import { privateWords } from '../withholding/private-words.ts';
import { readReport } from './read-report.ts';
import { reweigh } from './reweigh.ts';

/** Reports loaded and read at a time. */
const BATCH = 100;

interface ReadAgain {
  readonly report: FiledReport;
  readonly before: Reading;
  readonly after: Reading;
}

/** Thrown to undo a dry run. */
class DryRun extends Error {
  readonly found: Rereading;
  constructor(found: Rereading) {
    super('a dry run');
    this.found = found;
  }
}

/**
 * Reads again, with the present reader, every report that another version read; readings that differ supersede the
 * earlier ones, those that do not count as the present reader's, and decisions go over to the claims that say the same. A dry run does all of it and takes it back.
 */
export async function reread(
  context: Context,
  by: Asker,
  { dryRun = false }: { readonly dryRun?: boolean | undefined } = {},
): Promise<Rereading> {
  if (by.role === 'viewer' && !dryRun)
    throw new LedgerError('forbidden', `${by.name} may view, but not read again`);
  const { version } = await context.reader();
  const old = await context.store.read(tx => listNotReadBy(tx, version));
  const changed: ReadAgain[] = [];
  for (let i = 0; i < old.length; i += BATCH)
    changed.push(...(await readBatch(context, old.slice(i, i + BATCH))));
  const differs = new Set(changed.map(c => c.report.id));
  const same = old.filter(id => !differs.has(id));
  try {
    return await context.store.write(async tx => {
      const found = await accept(context, tx, by, changed, { version, same, dryRun });
      if (dryRun) throw new DryRun(found);
      return found;
    });
  } catch (error) {
    if (error instanceof DryRun) return error.found;
    throw error;
  }
}

/** Reports whose reading differs from the one on file. */
async function readBatch(context: Context, ids: readonly string[]): Promise<ReadAgain[]> {
  const [reports, readings] = await context.store.read(
    async tx => [await loadReports(tx, ids), await loadReadings(tx, ids, true)] as const,
  );
  const on = new Map(readings.map(r => [r.report, r]));
  const changed: ReadAgain[] = [];
  for (const report of reports) {
    const before = on.get(report.id)!;
    const after = await readReport(context, report);
    if (saidBy(after) !== saidBy(before)) changed.push({ report, before, after });
  }
  return changed;
}

/** All that a reading says, whichever reader it is by. */
const saidBy = ({ reader: _reader, ...said }: Reading): string => JSON.stringify(sorted(said));

async function accept(
  context: Context,
  tx: Tx,
  by: Asker,
  changed: readonly ReadAgain[],
  {
    version,
    same,
    dryRun,
  }: { readonly version: string; readonly same: readonly string[]; readonly dryRun: boolean },
): Promise<Rereading> {
  const orphans = new Set(await loadOrphans(tx));
  const before = await statusIn(context, tx, {});
  const now = context.now();
  await countAsReadBy(tx, same, version);
  for (const { report, after } of changed) {
    await insertReading(tx, after, privateWords(after), now);
    await updateRelations(tx, [{ report: report.id, relations: relationsOf(report, after) }]);
  }
  await insertAudit(tx, by, now, 'reread', { reader: version, changed: changed.length });
  if (changed.length > 0) await reweigh(context, tx, { reports: changed.map(c => c.report.id) });
  await noteChanges(context, tx, now, []);
  return {
    reader: version,
    read: same.length + changed.length,
    changed: changed.map(c => tellChanged(c, by.withhold)),
    status: differing(before, await statusIn(context, tx, {})),
    orphans: (await loadOrphans(tx)).filter(id => !orphans.has(id)),
    accepted: !dryRun,
  };
}

function tellChanged({ report, before, after }: ReadAgain, withhold: boolean): Rereading['changed'][number] {
  const mask = withhold ? maskOf([...privateWords(before), ...privateWords(after)]) : unmasked;
  const [was, is] = [before, after].map(({ claims }) => new Set(claims.map(c => JSON.stringify(sorted(c)))));
  return {
    report: report.id,
    title: report.title == null ? null : mask(report.title),
    gained: after.claims.filter(c => !was!.has(JSON.stringify(sorted(c)))).map(c => maskClaim(c, mask)),
    lost: before.claims.filter(c => !is!.has(JSON.stringify(sorted(c)))).map(c => maskClaim(c, mask)),
  };
}

/** A record with its keys in order at every depth, as the store may give them in another. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value == null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}

function differing(before: readonly StatusRow[], after: readonly StatusRow[]): Rereading['status'] {
  const was = new Map(before.map(row => [row.place.id, row]));
  const is = new Map(after.map(row => [row.place.id, row]));
  return [...new Set([...was.keys(), ...is.keys()])].flatMap(id => {
    const [a, b] = [was.get(id) ?? null, is.get(id) ?? null];
    return lineOf(a) === lineOf(b) ? [] : [{ before: a, after: b }];
  });
}

const lineOf = (row: StatusRow | null): string =>
  row == null ? '' : [row.holder?.side, row.status, row.basis, row.since, row.until].join('|');
