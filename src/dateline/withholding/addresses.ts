import type { Asker } from '../../model/index.ts';
import { loadReports, type Tx } from '../../store/index.ts';
import { type Mask, unmasked } from './mask.ts';
import { withholdingFor } from './withhold.ts';

/**
 * An address or a file's name as it may be shown; null where it tells of somebody who is masked.
 * @example addressFor('https://example.org/gul-karimi-speaks.html', maskOf(['Gul Karimi'])) // null
 */
export const addressFor = (address: string | null, mask: Mask): string | null =>
  address == null || tellsOf(address, mask) ? null : address;

/** The addresses of reports, for whoever asks. */
export async function addressesOf(
  tx: Tx,
  by: Asker,
  reports: readonly string[],
): Promise<Map<string, string | null>> {
  const withholding = await withholdingFor(tx, by, reports);
  return new Map((await loadReports(tx, reports)).map(r => [r.id, addressFor(r.url, withholding.of(r.id))]));
}

function tellsOf(address: string, mask: Mask): boolean {
  if (mask === unmasked) return false;
  const words = decoded(address).replace(/[^\p{L}\p{M}’']+/gu, ' ');
  const capitals = words.replace(/(?<=^| )\p{Ll}/gu, letter => letter.toUpperCase());
  return [words, capitals].some(each => mask(each) !== each);
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
