import { relationsOf } from '../../ledger/index.ts';
import {
  bumpRevision,
  loadBuckets,
  loadReadings,
  loadReportIds,
  loadReports,
  makeRelations,
  type Relations,
  renewStatistics,
  saveWeighing,
  type Tx,
  weighingOf,
} from '../../store/index.ts';
import type { Context } from '../context.ts';
import { loadRulings, takeIn, weighAgain } from './reweigh.ts';

/** The way of weighing. Another one here than in a store makes its record anew when it is opened. */
export const WEIGHING = '7';

/** Weighs everything again, where another way of weighing made the record. */
export async function rebuildWhereOld(context: Context, tell?: (sentence: string) => void): Promise<void> {
  if ((await context.store.read(weighingOf)) === WEIGHING) return;
  await context.store.write(async tx => {
    if ((await weighingOf(tx)) !== WEIGHING) await rebuild(context, tx, tell);
  });
}

/** Reports whose facts are made at a time. */
const AT_ONCE = 500;

async function rebuild(context: Context, tx: Tx, tell?: (sentence: string) => void): Promise<void> {
  const reports = await loadReportIds(tx);
  if (reports.length > 0)
    tell?.(`weighing ${reports.length} reports again, as this Dateline weighs otherwise than the one before`);
  await makeRelations(tx, relate(tx, reports));
  await renewStatistics(tx, ['relation_keys']);
  for (let i = 0; i < reports.length; i += AT_ONCE) {
    await takeIn(context, tx, reports.slice(i, i + AT_ONCE));
    if (i <= AT_ONCE * 3) await renewStatistics(tx, ['facts', 'weighed_claims', 'origins']);
  }
  const buckets = await loadBuckets(tx);
  const { ruled } = await loadRulings(context, tx);
  const isSet = (bucket: string): boolean => bucket.startsWith('set:');
  const places = [...new Set([...buckets.filter(b => !isSet(b)), ...ruled.keys()])].sort();
  await weighAgain(context, tx, { places, sets: buckets.filter(isSet).map(b => b.slice('set:'.length)) });
  await bumpRevision(tx);
  await saveWeighing(tx, WEIGHING);
}

async function* relate(tx: Tx, all: readonly string[]): AsyncGenerator<Relations[]> {
  for (let i = 0; i < all.length; i += AT_ONCE) {
    const ids = all.slice(i, i + AT_ONCE);
    const readings = new Map((await loadReadings(tx, ids)).map(r => [r.report, r]));
    const reports = await loadReports(tx, ids);
    yield reports.map(r => ({ report: r.id, relations: relationsOf(r, readings.get(r.id) ?? null) }));
  }
}
