import { useState } from 'react';
import { type Draft, EMPTY_DRAFT } from './edits.ts';

/** An editor's work on one report: every step, so that each can be undone, and the places chosen (null: all). */
export interface Work {
  readonly drafts: readonly Draft[];
  readonly places: readonly string[] | null;
}

const NEW: Work = { drafts: [EMPTY_DRAFT], places: null };
const kept = new Map<string, Work>();
const nameOf = (key: string): string => `dateline.sitrep.${key}`;

function workOf(key: string): Work {
  const known = kept.get(key);
  if (known != null) return known;
  try {
    return JSON.parse(sessionStorage.getItem(nameOf(key)) ?? 'null') ?? NEW;
  } catch {
    return NEW;
  }
}

/** The work on the report of that name. It outlasts a look at a source and, in the same tab, a reload. */
export function useWork(key: string): [Work, (change: Partial<Work>) => void] {
  const [work, setWork] = useState(() => workOf(key));
  const change = (part: Partial<Work>): void => {
    const next = { ...work, ...part };
    kept.set(key, next);
    setWork(next);
    try {
      sessionStorage.setItem(nameOf(key), JSON.stringify(next));
    } catch {
      // Storage is full or blocked: the work lasts until the page is left.
    }
  };
  return [work, change];
}
