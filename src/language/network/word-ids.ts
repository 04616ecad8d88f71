import { featureForm, shapeOf } from '../features.ts';

/** The names of what a form is made of: itself, its endings and beginnings, its shape. The form comes first. */
export function namesOf(text: string): string[] {
  const form = featureForm(text);
  const names = [`w${form}`, `h${shapeOf(text)}`];
  for (let k = 1; k <= 4 && k < form.length; k++) names.push(`s${form.slice(-k)}`);
  for (let k = 1; k <= 3 && k < form.length; k++) names.push(`p${form.slice(0, k)}`);
  return names;
}

/** Row of the vector that stands for words not known; row 1 stands between sentences. */
export const UNKNOWN = 0;
export const BETWEEN = 1;
const MOST_CACHED = 40_000;

/** Numbers the parts of words by a vocabulary of their names. */
export class WordIds {
  readonly #rows: Map<string, number>;
  readonly #cache = new Map<string, Int32Array>();

  constructor(readonly vocabulary: readonly string[]) {
    this.#rows = new Map(vocabulary.map((name, i) => [name, i]));
  }

  /** The rows of a form's parts, the form's own (or UNKNOWN) first. */
  of(text: string): Int32Array {
    const known = this.#cache.get(text);
    if (known) return known;
    const rows: number[] = [];
    for (const [k, name] of namesOf(text).entries()) {
      const row = this.#rows.get(name);
      if (row !== undefined || k === 0) rows.push(row ?? UNKNOWN);
    }
    if (this.#cache.size > MOST_CACHED) this.#cache.clear();
    const ids = Int32Array.from(rows);
    this.#cache.set(text, ids);
    return ids;
  }
}
