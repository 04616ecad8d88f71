/** A set of places that reports count: the provincial capitals of a country. */
export interface CountSet {
  /** `AF/provincial capitals`. */
  readonly key: string;
  readonly name: string;
  /** Place ids. */
  readonly members: readonly string[];
}

/** Knows which places a set's words mean, and which sets a place belongs to. */
export interface SetLookup {
  /** The set that words name in a country; null where they name none that is known. @example find('provincial capitals', 'AF') */
  find(words: string, country: string): CountSet | null;
  byKey(key: string): CountSet | null;
  /** Keys of the sets that hold a place. */
  keysOf(place: string): readonly string[];
  /** The country that a name or an adjective ("Afghan") says; null where it says none, or one of several. */
  countryNamed(word: string): string | null;
  /** The one country that a side other than a state fights in. */
  homeOf(side: string): string | null;
}

/** Knows no set: counts are then compared among reports alone. */
export const NO_SETS: SetLookup = {
  find: () => null,
  byKey: () => null,
  keysOf: () => [],
  countryNamed: () => null,
  homeOf: () => null,
};

/** The key under which a count is weighed where the set's places are not known. */
export const keyOfWords = (words: string, country: string | null): string =>
  `${country ?? 'zz'}/${words.toLowerCase().replace(/\s+/g, ' ').trim()}`;
