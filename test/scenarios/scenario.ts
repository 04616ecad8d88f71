/** An invented report: published, outlet, text, and what else it came with. */
export type ScenarioReport = readonly [
  published: string,
  outlet: string,
  text: string,
  more?: Readonly<Record<string, string>>,
];

/** What reports say of one place, and what the record must then be. */
export interface Scenario {
  readonly name: string;
  readonly place: string;
  readonly reports: readonly ScenarioReport[];
  /** By day: `side, status, basis, since`, then `(sinceEarliest)`, `; pressure`, `; parts`; null for no line. */
  readonly status: Readonly<Record<string, string | null>>;
  /** By the same day: as known when. */
  readonly knownAt?: Readonly<Record<string, string>>;
  /** What does not add up about the place, and nothing else: `kind`, or `kind, settled`. */
  readonly discrepancies?: readonly string[];
  /** How many of its reports are copies. */
  readonly copies?: number;
}
