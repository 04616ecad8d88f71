import { readFileSync } from 'node:fs';
import type { FigureTerm } from '../../model/index.ts';

/**
 * A way of saying what happened to people or homes. `role` is where the counted words stand: the `patient` of a verb
 * ("killed 12", "12 were killed"), its `agent` ("12 fled"), `any` of the two, a noun with this word as `modifier` or said
 * of it ("12 wounded", "12 are missing"), the `counted` noun itself ("12 deaths"), or one with the word as `predicate`
 * ("12 are in need"). One of the lemmas `with` must stand in the word's clause. A row is data: its example must give a
 * figure of the term, its near miss must not.
 */
export interface TermRow {
  readonly id: string;
  readonly term: FigureTerm;
  readonly role: 'patient' | 'agent' | 'any' | 'modifier' | 'counted' | 'predicate';
  readonly verb?: readonly string[];
  readonly noun?: readonly string[];
  readonly adj?: readonly string[];
  readonly with?: readonly string[];
  readonly without?: readonly string[];
  /** Lemmas of the counted noun that the row asks for. */
  readonly counted?: readonly string[];
  /** The word is said of living beings alone, so that an unknown counted noun means people. */
  readonly human?: boolean;
  /** The counted words must be known to name people (a verb that is said of things too). */
  readonly people?: boolean;
  /** The counted noun must name homes. */
  readonly houses?: boolean;
  readonly example: string;
  readonly near: string;
}

export const TERM_ROWS = JSON.parse(
  readFileSync(new URL('./data/terms.json', import.meta.url), 'utf8'),
) as readonly TermRow[];

function index(key: 'verb' | 'noun' | 'adj'): ReadonlyMap<string, readonly TermRow[]> {
  const map = new Map<string, TermRow[]>();
  for (const row of TERM_ROWS)
    for (const word of row[key] ?? []) map.set(word, [...(map.get(word) ?? []), row]);
  return map;
}

export const VERB_ROWS = index('verb');
export const NOUN_ROWS = index('noun');
export const ADJ_ROWS = index('adj');
