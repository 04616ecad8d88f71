import { readFileSync } from 'node:fs';
import type { Token } from '../../language/document.ts';
import type { FigureTerm, FigureUnit } from '../../model/index.ts';
import { verbLemma } from '../frames/frame.ts';
import { formTable } from '../inflect.ts';

/**
 * A way of saying what happened to people or homes. `role` is where the counted words stand:
 * - `patient` of a verb ("killed 12", "12 were killed"), its `agent` ("12 fled"), or `any` of the two;
 * - the noun with this word as `modifier`, or said of it ("12 wounded", "12 are missing");
 * - the `counted` noun itself ("12 deaths"); an `of` phrase of this noun ("the killing of 12");
 * - the subject of a `predicate` of a preposition (`case`) and this noun ("12 are in need", "12 live in camps");
 * - what this noun is `measured` at ("the toll rose to 12").
 * One of the lemmas `with` must stand close to the word, none of `without`. A row is data: its example must give a figure of
 * the term, its near miss must not.
 */
export interface TermRow {
  readonly id: string;
  readonly term: FigureTerm;
  readonly role: 'patient' | 'agent' | 'any' | 'modifier' | 'counted' | 'of' | 'predicate' | 'measured';
  readonly verb?: readonly string[];
  readonly noun?: readonly string[];
  readonly adj?: readonly string[];
  readonly case?: readonly string[];
  readonly with?: readonly string[];
  readonly without?: readonly string[];
  /** Lemmas of the counted noun that the row asks for. */
  readonly counted?: readonly string[];
  /** Lemmas of the verb's subject that the row asks for. */
  readonly subject?: readonly string[];
  /** For a predicate: one of these lemmas must stand between the counted words and it. */
  readonly verb_between?: readonly string[];
  /** The word is said of living beings alone, so that an unknown counted noun means people. */
  readonly human?: boolean;
  /** The counted words must be known to name people (a word that is said of things too). */
  readonly people?: boolean;
  /** Said of civilians, not of soldiers, fighters, officials. */
  readonly civil?: boolean;
  /** The verb's object, where it has one, must be a place (a word also said of bags and agreements). */
  readonly moves?: boolean;
  /** Gives way to a word that says more of the people: "hosts 500 refugees". */
  readonly weak?: boolean;
  /** The counted noun must name homes. */
  readonly houses?: boolean;
  /** The unit that the row gives where it is not that of the noun. */
  readonly unit?: FigureUnit;
  readonly example: string;
  readonly near: string;
}

export const TERM_ROWS = JSON.parse(
  readFileSync(new URL('./data/terms.json', import.meta.url), 'utf8'),
) as readonly TermRow[];

/** Nouns of places that people leave and reach. */
export const GOALS = new Set(
  JSON.parse(readFileSync(new URL('./data/goals.json', import.meta.url), 'utf8')) as readonly string[],
);

function index(key: 'verb' | 'noun' | 'adj'): ReadonlyMap<string, readonly TermRow[]> {
  const map = new Map<string, TermRow[]>();
  for (const row of TERM_ROWS)
    for (const word of row[key] ?? []) map.set(word, [...(map.get(word) ?? []), row]);
  return map;
}

export const VERB_ROWS = index('verb');
export const NOUN_ROWS = index('noun');
export const ADJ_ROWS = index('adj');

const FORMS = formTable(VERB_ROWS.keys());

/** The verb of the data that a word is a form of. */
export const verbOf = (word: string): string | undefined => FORMS.get(word);

/** The lemma under which the data knows a word: its verbs by their own forms, headlines' capitals undone. */
export function lemmaOf(token: Token): string {
  if (token.upos === 'VERB') return FORMS.get(token.lower) ?? verbLemma(token);
  return token.upos === 'PROPN' ? singular(token.lower) : token.lemma.toLowerCase();
}

const IRREGULAR: Readonly<Record<string, string>> = {
  children: 'child',
  women: 'woman',
  men: 'man',
  lives: 'life',
  bodies: 'body',
  policemen: 'policeman',
  gunmen: 'gunman',
  militiamen: 'militiaman',
};
/** A plural's singular as the data spells it. */
export function singular(word: string): string {
  if (Object.hasOwn(IRREGULAR, word)) return IRREGULAR[word]!;
  if (/[^aeiou]ies$/.test(word)) return `${word.slice(0, -3)}y`;
  return /[^su]s$/.test(word) ? word.slice(0, -1) : word;
}
