import { FetchError } from '../../fetching/fetch-error.ts';
import { IntakeError } from '../../intake/index.ts';
import type { ReportInput } from '../../model/index.ts';

/** How far an archive has been taken in when this one is filed. */
export interface Mark {
  /** Names the archive and its state: path, size and time of change. */
  readonly source: string;
  readonly name: string;
  /** Number of the record, line or row, from 1. */
  readonly done: number;
}

/** What came of one source: a report, or why there is none. `from` names it for people: a path, an address, "line 7". */
export type Taken = { readonly from: string; readonly mark?: Mark | undefined } & (
  | { readonly kind: 'report'; readonly input: ReportInput }
  | { readonly kind: 'refused'; readonly why: string }
);

const SYSTEM: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'it may not be read by you',
  ENOTDIR: 'there is no such file',
  ELOOP: 'its links lead in a circle',
};

/** Why a source was refused; what is no fault of the input is a bug and goes on up. */
export function refusal(from: string, error: unknown, mark?: Mark): Taken {
  const code = (error as NodeJS.ErrnoException | null)?.code;
  if (error instanceof IntakeError || error instanceof FetchError)
    return { kind: 'refused', from, why: error.message, mark };
  if (code != null && code in SYSTEM) return { kind: 'refused', from, why: SYSTEM[code]!, mark };
  throw error;
}
