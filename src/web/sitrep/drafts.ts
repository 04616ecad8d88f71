import { useKept } from '../state/kept.ts';
import { type Draft, EMPTY_DRAFT } from './edits.ts';

/** An editor's work on one report: every step, so that each can be undone, and the places chosen (null: all). */
export interface Work {
  readonly drafts: readonly Draft[];
  readonly places: readonly string[] | null;
}

const NEW: Work = { drafts: [EMPTY_DRAFT], places: null };

/** The work on the report of that name. */
export function useWork(key: string): [Work, (change: Partial<Work>) => void] {
  const [work, keep] = useKept(`sitrep.${key}`, NEW);
  return [work, change => keep({ ...work, ...change })];
}
