import type { Place, PlaceKind } from '../model/index.ts';

/** How the words asked for fit a name: letter by letter, by the transliteration key, or by its consonants alone. */
export type NameFit = 'exact' | 'key' | 'skeleton';

/** A place that a name can mean. `score`: its probability among the candidates, without any context. */
export interface Candidate {
  readonly place: Place;
  readonly fit: NameFit;
  /** True where the name is one of its other names (an old one, one in another language). */
  readonly alternate: boolean;
  readonly score: number;
}

export interface FindOptions {
  /** ISO 3166-1 alpha-2: places of this country only. */
  readonly country?: string | undefined;
  readonly kind?: PlaceKind | readonly PlaceKind[] | undefined;
  /** How many at most, best first; 20 unless told. */
  readonly limit?: number | undefined;
  /** Whether to fall back on consonants alone where nothing fits; true unless told. */
  readonly loose?: boolean | undefined;
}

/** All places of the world by name, id and point. Places are made when asked for; nothing is written. */
export interface Gazetteer {
  /** What a name can mean, best first. @example gazetteer.find('Qandahar', { country: 'AF' })[0]?.place.id */
  find(name: string, options?: FindOptions): Candidate[];
  /** Whether any place bears the name, by its key; far cheaper than `find`. Takes a folded name. */
  has(folded: string): boolean;
  byId(id: string): Place | null;
  parentOf(id: string): Place | null;
  /** The places right below one in the tree. */
  childrenOf(id: string): Place[];
  /** The seat of a country, first-order or second-order division. */
  seatOf(id: string): Place | null;
  /** First-order divisions of a country, by name. */
  divisionsOf(country: string): Place[];
  /** The first-order division at a point: by shape where there is one, else by the nearest known place. */
  divisionAt(lat: number, lon: number): Place | null;
  /** The settlement nearest to a point, at most so many kilometres away (50 unless told). */
  nearestTo(lat: number, lon: number, withinKm?: number): Place | null;
  /** ISO 3166-1 alpha-2 of a country by any of its names, or null. @example countryByName('Burma') // 'MM' */
  countryByName(name: string): string | null;
  /** Countries whose people or things an adjective names. @example countriesByDemonym('Congolese') // ['CD'] */
  countriesByDemonym(word: string): readonly string[];
  /** Id of the region that an adjective names. @example regionByDemonym('Asian') // 'gn:6255147' */
  regionByDemonym(word: string): string | null;
  /** ISO 3166-1 alpha-2 of the countries that share a border with one. */
  neighbours(country: string): readonly string[];
  /** How many places and names it holds, and the codes of the countries. */
  readonly meta: { readonly places: number; readonly names: number; readonly countries: readonly string[] };
}
