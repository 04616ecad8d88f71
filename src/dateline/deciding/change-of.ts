import type { Decision, Ruling } from '../../model/index.ts';
import { loadBucketsOf, loadClaims, loadReportsInBuckets, type Tx } from '../../store/index.ts';
import { referencesOf, reportsNamedBy } from '../filing/known-decisions.ts';
import type { Change } from '../filing/reweigh.ts';

/** What a ruling bears on, of all decisions including its own. */
export async function changeOf(tx: Tx, decision: Decision, all: readonly Decision[]): Promise<Change> {
  const { ruling } = decision;
  switch (ruling.kind) {
    case 'accept':
    case 'reject':
    case 'correct':
      return { reports: [ruling.claim.report] };
    case 'merge-events':
    case 'split-events': {
      const claims = await loadClaims(tx, { ids: referencesOf(ruling).map(r => r.claim) });
      const buckets = claims.flatMap(c => c.claim.places.flatMap(p => p.id ?? []));
      return { reports: reportsNamedBy([decision]), buckets: [...new Set(buckets)] };
    }
    case 'merge-places': {
      const buckets = mergedWith([ruling.from, ruling.into], all);
      return { reports: await loadReportsInBuckets(tx, buckets), buckets };
    }
    case 'rule': {
      const settled = ruling.settles == null ? [] : await loadBucketsOf(tx, ruling.settles);
      return { reports: [], buckets: [...new Set([...mergedWith([ruling.place], all), ...settled])].sort() };
    }
    case 'baseline':
      return {
        reports: [],
        buckets: mergedWith(
          ruling.rows.map(row => row.place),
          all,
        ),
      };
    case 'settle':
      return { reports: [], buckets: await loadBucketsOf(tx, ruling.discrepancy) };
    case 'undo': {
      const undone = all.find(d => d.id === ruling.decision);
      return undone == null ? { reports: [] } : changeOf(tx, undone, all);
    }
  }
}

/** Places, and all that mergers ever joined to them. */
function mergedWith(places: readonly string[], all: readonly Decision[]): string[] {
  const merges = all
    .map(d => d.ruling)
    .filter((r): r is Extract<Ruling, { kind: 'merge-places' }> => r.kind === 'merge-places');
  const found = new Set(places);
  for (let size = 0; size < found.size; ) {
    size = found.size;
    for (const { from, into } of merges)
      if (found.has(from) || found.has(into)) {
        found.add(from);
        found.add(into);
      }
  }
  return [...found].sort();
}
