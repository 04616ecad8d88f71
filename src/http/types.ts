import type { Reading, ReportInput } from '../model/index.ts';

export type { LocalLedger, Sessions } from '../dateline.ts';
export type { Asker, Ledger, Reading, ReportInput } from '../model/index.ts';

/** Why each claim was made and what was turned down, as the reader gives it. */
export interface Explanation {
  readonly claims: readonly {
    readonly claim: number;
    readonly frame: string;
    readonly rules: readonly string[];
  }[];
  readonly rejected: readonly { readonly frame: string; readonly words: string; readonly why: string }[];
}

/** What the app needs of the library besides a ledger. */
export type ReadOne = (
  input: ReportInput,
  explain: boolean,
) => Promise<{ reading: Reading; explanation?: Explanation | undefined }>;
