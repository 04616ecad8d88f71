import type { Asker } from '../../model/index.ts';
import { loadPrivateWords, type Tx } from '../../store/index.ts';
import { type Mask, maskOf, unmasked } from './mask.ts';

/** The mask for what a report says; several reports' for a sentence about them all. */
export interface Withholding {
  of(...reports: readonly string[]): Mask;
  /** The mask for words that may be about any of them. */
  readonly all: Mask;
}

const NOTHING: Withholding = { of: () => unmasked, all: unmasked };

/**
 * The one way out (law 7): whoever asks with `withhold` gets every mention of private persons who spoke in these reports
 * (all, where none are named) masked; `of` gives the mask for what a report says.
 */
export async function withholdingFor(tx: Tx, by: Asker, reports?: readonly string[]): Promise<Withholding> {
  if (!by.withhold || reports?.length === 0) return NOTHING;
  const words = await loadPrivateWords(tx, reports);
  if (words.size === 0) return NOTHING;
  const masks = new Map<string, Mask>();
  let all: Mask | null = null;
  return {
    get all() {
      all ??= maskOf([...words.values()].flat());
      return all;
    },
    of(...ids) {
      const key = ids.join(' ');
      const known = masks.get(key);
      if (known != null) return known;
      const mask = maskOf(ids.flatMap(id => words.get(id) ?? []));
      masks.set(key, mask);
      return mask;
    },
  };
}
