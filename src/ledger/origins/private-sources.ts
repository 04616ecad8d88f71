import { type Claim, type FiledReport, hashId, type Reading, WITHHELD_KINDS } from '../../model/index.ts';
import { normaliseName } from '../statements/normalise-name.ts';
import { isGenericSource } from './source-key.ts';

/** The origin of a private person who is named: the same in every report that names him, and telling nothing of his name. */
export type PrivateSources = (claim: Claim) => string | null;

/** Whether a claim stands on the word of a private person whom its report names. */
export function privateNameOf(claim: Claim): string | null {
  const source = claim.attribution[0];
  if (source == null || !WITHHELD_KINDS.includes(source.kind)) return null;
  return isGenericSource(source.name, source.kind) ? null : normaliseName(source.name);
}

/**
 * Labels for the private persons whom reports name: the report that first names one, its kind, and a number in it. No
 * label derives from a name (law 7), and it is the same as known at any later time.
 */
export function labelSources(
  readings: readonly Reading[],
  reports: ReadonlyMap<string, Pick<FiledReport, 'id' | 'known'>>,
): PrivateSources {
  const labels = new Map<string, string>();
  const sorted = [...readings].sort((a, b) => {
    const x = reports.get(a.report)!.known,
      y = reports.get(b.report)!.known;
    return x < y ? -1 : x > y ? 1 : a.report < b.report ? -1 : 1;
  });
  for (const { report, claims } of sorted) {
    let n = 0;
    const mine = [...claims].sort(
      (a, b) => a.quote.start - b.quote.start || a.quote.end - b.quote.end || (a.id < b.id ? -1 : 1),
    );
    for (const claim of mine) {
      const name = privateNameOf(claim);
      if (name != null && !labels.has(name)) labels.set(name, `person:${report}:${++n}`);
    }
  }
  return claim => {
    const name = privateNameOf(claim);
    return name == null ? null : (labels.get(name) ?? null);
  };
}

/** The relation key of a private person's name: for the store's index only, never shown. */
export const privateKeyOf = (name: string): string => hashId('n', [name]);
