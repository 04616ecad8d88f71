import type { Reading, Report } from '../../model/index.ts';

/** What the pool asks of a thread: to read a report; language is looked at there too. */
export interface Question {
  readonly id: number;
  readonly report: Report;
}

export type Answer =
  | { readonly id: number; readonly reading: Reading }
  | {
      readonly id: number;
      readonly error: { readonly message: string; readonly stack?: string | undefined };
    };
