/** What kind of source speaks; the list of `GOLD.md`. */
export const ORIGIN_KINDS = [
  'party',
  'local-official',
  'official',
  'resident',
  'witness',
  'medical',
  'monitor',
  'ngo',
  'intergovernmental',
  'news-agency',
  'outlet',
  'unnamed',
] as const;
export type OriginKind = (typeof ORIGIN_KINDS)[number];

/** Origin kinds that are private persons: withheld by default on the way out (law 7). */
export const WITHHELD_KINDS: readonly OriginKind[] = ['resident', 'witness', 'medical', 'unnamed'];

/** One link of the chain of who said it: `said` it, `reported` it (an outlet between), or was `quoted` by the next. */
export interface Source {
  readonly name: string;
  readonly kind: OriginKind;
  readonly role: 'said' | 'reported' | 'quoted';
  /** The actor it speaks for, where it does. */
  readonly actor?: { readonly id: string | null; readonly side: string | null };
}

/** Who said it, innermost first: a council member → AFP → Al Jazeera. The first is the **origin**. Empty: the outlet itself. */
export type Attribution = readonly Source[];
