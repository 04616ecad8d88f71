import type { PoliteFetcher } from '../../fetching/index.ts';
import type { ColumnMap } from '../../intake/index.ts';
import type { ReportInput } from '../../model/index.ts';

/** What the person says about reports that do not say it themselves. */
export interface Defaults {
  readonly published?: string | undefined;
  readonly outlet?: string | undefined;
  readonly title?: string | undefined;
}

export interface TakeInOptions extends Defaults {
  /** Which column of a table, or key of a JSON line, fills which field of a report. */
  readonly map?: ColumnMap | undefined;
  /** The source is JSON lines, whatever it looks like. */
  readonly jsonl?: boolean | undefined;
  /** Archives and feeds are refused: one document is meant. */
  readonly single?: boolean | undefined;
  /** How many records of an archive have been taken in before; without it all are taken. */
  readonly doneOf?: ((source: string) => Promise<number>) | undefined;
  /** Fetches the articles of feeds. */
  readonly polite?: PoliteFetcher | undefined;
}

/** A report with what the person said, where it does not say it itself. */
export const withDefaults = (input: ReportInput, { published, outlet, title }: Defaults): ReportInput => ({
  ...input,
  published: input.published ?? published,
  outlet: input.outlet ?? outlet,
  title: input.title ?? title,
});
