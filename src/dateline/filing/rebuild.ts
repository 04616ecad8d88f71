import { loadReportIds, saveWeighing, type Tx, weighingOf } from '../../store/index.ts';
import type { Context } from '../context.ts';
import { reweigh } from './reweigh.ts';

/** The way of weighing. Another one here than in a store makes its record anew when it is opened. */
export const WEIGHING = '1';

/** Weighs everything again, where another way of weighing made the record. */
export async function rebuildWhereOld(context: Context, tell?: (sentence: string) => void): Promise<void> {
  if ((await context.store.read(weighingOf)) === WEIGHING) return;
  await context.store.write(async tx => {
    if ((await weighingOf(tx)) !== WEIGHING) await rebuild(context, tx, tell);
  });
}

async function rebuild(context: Context, tx: Tx, tell?: (sentence: string) => void): Promise<void> {
  const reports = await loadReportIds(tx);
  if (reports.length > 0)
    tell?.(`weighing ${reports.length} reports again, as this Dateline weighs otherwise than the one before`);
  await reweigh(context, tx, { reports, buckets: 'all' });
  await saveWeighing(tx, WEIGHING);
}
