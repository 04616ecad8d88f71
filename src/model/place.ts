/** What a place is; the list of `GOLD.md`. */
export const PLACE_KINDS = [
  'city',
  'town',
  'village',
  'district',
  'province',
  'country',
  'site',
  'area',
] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

/**
 * How a place id came about: a known record, approximately placed by distance and direction or by what it lies in,
 * or known by name only.
 */
export type PlacePrecision = 'exact' | 'approximate' | 'within' | 'unresolved';

/** Another place that the words could mean, with a probability. */
export interface PlaceCandidate {
  readonly id: string;
  readonly score: number;
}

/**
 * A place as the gazetteer knows it.
 * Ids: `gn:<GeoNames id>`, `iso:AF-FRA` first-order division, `iso:AF` country, `adm2:<GeoNames code>`,
 * `site:<parent id>/<slug>`, `x:<country or zz>/<division or ->/<normalised name>` where the gazetteer lacks it.
 */
export interface Place {
  readonly id: string;
  readonly name: string;
  readonly kind: PlaceKind;
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null;
  /** Id of the first-order division that it lies in, or is. */
  readonly admin1: string | null;
  /** Id of the place that it lies in: second-order division, division, country; for a site its place. */
  readonly parent: string | null;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly population: number;
  /** `country`: seat of government; `admin1`: seat of a first-order division; `admin2`: of a second-order one. */
  readonly seatOf: 'country' | 'admin1' | 'admin2' | null;
}

/** A place as a claim names it. `name` is the fullest words that the report uses for it. */
export interface ClaimPlace {
  readonly id: string | null;
  readonly name: string;
  readonly kind: PlaceKind;
  /** The place that a site or part lies in, by name, where the text says. */
  readonly in?: string;
  /** "the eastern half": the share of the place that is meant, in the text's words. */
  readonly part?: string;
  readonly country?: string | null;
  readonly admin1?: string | null;
  readonly lat?: number | null;
  readonly lon?: number | null;
  readonly precision?: PlacePrecision;
  readonly candidates?: readonly PlaceCandidate[];
}
