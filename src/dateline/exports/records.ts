import type { ExportRecords } from '../../exports/index.ts';
import type { Asker, CalendarDate, ClaimView, Instant } from '../../model/index.ts';
import { listReports, loadReports } from '../../store/index.ts';
import type { Context } from '../context.ts';
import { viewClaims } from '../views/claims.ts';
import { status } from '../views/status.ts';
import { addressFor } from '../withholding/addresses.ts';
import { withholdingFor } from '../withholding/withhold.ts';
import { displacedFigures } from './displaced.ts';
import { happenings } from './happenings.ts';

/** What an export is narrowed to: null and undefined are all. */
export interface Scope {
  readonly at: CalendarDate | null;
  readonly knownAt: Instant | null;
  readonly country: string | undefined;
}

/** Reports whose claims are loaded at once. */
const REPORTS = 200;

/** What exports are made of, from the ledger, masked for who asks. Each batch is a read of its own, so that filing goes on meanwhile. */
export const recordsFor = (context: Context, by: Asker, scope: Scope): ExportRecords => ({
  status: () =>
    status(context, by, {
      at: scope.at ?? undefined,
      knownAt: scope.knownAt ?? undefined,
      country: scope.country,
    }),
  claims: () => claims(context, by, scope),
  claimsInText: () => claimsInText(context, by, scope),
  happenings: () => happenings(context, by, scope),
  displaced: () => displacedFigures(context, by, scope),
  actorOf: (id, date) => context.actors().byId(id, date),
  gazetteer: context.gazetteer(),
});

/** The reports known when the export began, a batch at a time. */
async function* reportBatches(context: Context, { knownAt }: Scope): AsyncGenerator<string[]> {
  const ids = (await context.store.read(tx => listReports(tx, knownAt))).map(r => r.id);
  yield* batchesOf(ids, REPORTS);
}

async function* claims(context: Context, by: Asker, scope: Scope): AsyncGenerator<ClaimView[]> {
  for await (const reports of reportBatches(context, scope)) {
    const found = await context.store.read(tx => viewClaims(tx, by, { reports, knownAt: scope.knownAt }));
    yield found.filter(claim => isInScope(claim, scope));
  }
}

async function* claimsInText(
  context: Context,
  by: Asker,
  scope: Scope,
): ReturnType<ExportRecords['claimsInText']> {
  for await (const ids of reportBatches(context, scope))
    yield await context.store.read(async tx => {
      const found = await viewClaims(tx, by, { reports: ids, knownAt: scope.knownAt });
      const reports = new Map((await loadReports(tx, ids)).map(r => [r.id, r]));
      const withholding = await withholdingFor(tx, by, ids);
      const texts = new Map<string, string>();
      return found
        .filter(claim => isInScope(claim, scope))
        .map(claim => {
          const report = reports.get(claim.report)!;
          const key = `${claim.in} ${claim.report}`;
          const text =
            texts.get(key) ??
            withholding.of(claim.report)(claim.in === 'title' ? (report.title ?? '') : report.text);
          texts.set(key, text);
          return { claim, url: addressFor(report.url, withholding.of(report.id)), text };
        });
    });
}

/** Whether a claim tells of the country, and of nothing after the day: by its own time, else by the day it was written. */
export function isInScope(claim: ClaimView, { at, country }: Scope): boolean {
  if (country != null && !claim.places.some(place => place.country === country)) return false;
  const day = claim.time?.from ?? claim.time?.to ?? claim.published?.slice(0, 10);
  return at == null || day == null || day <= at;
}

export function* batchesOf<T>(items: readonly T[], size: number): Generator<T[]> {
  for (let i = 0; i < items.length; i += size) yield items.slice(i, i + size);
}
