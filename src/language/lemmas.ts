/** How a form becomes its lemma: cut so many letters off the end, then put these on. */
interface Edit {
  readonly cut: number;
  readonly add: string;
}

/** Lemmas by form and Penn tag: words that the rules get wrong, then the longest ending that has a rule for the tag. */
export class Lemmatizer {
  readonly #words = new Map<string, string>();
  readonly #endings = new Map<string, Edit>();
  /** Lemmas made before, by tag and form. */
  readonly #made = new Map<string, Map<string, string>>();

  readonly #verbForms: ReadonlyMap<string, string>;

  /**
   * Reads lines `w TAB tag TAB form TAB lemma` (words) and `e TAB tag TAB ending TAB cut TAB add` (endings);
   * `verbForms` has forms of verbs, with their lemma, that the endings get wrong.
   */
  constructor(tsv: string, verbForms: ReadonlyMap<string, string> = new Map()) {
    this.#verbForms = verbForms;
    for (const line of tsv.split('\n')) {
      const [kind, tag, form, third, add] = line.split('\t');
      if (kind === 'w') this.#words.set(`${tag}\t${form}`, third!);
      else if (kind === 'e') this.#endings.set(`${tag}\t${form}`, { cut: Number(third), add: add ?? '' });
    }
  }

  /** The lemma of a form with its Penn tag. Names keep their case, numbers lose their commas.
   * @example lemmatizer.lemma('captured', 'VBN') // 'capture'
   */
  lemma(form: string, xpos: string): string {
    let made = this.#made.get(xpos);
    if (!made) {
      made = new Map();
      this.#made.set(xpos, made);
    }
    let lemma = made.get(form);
    if (lemma === undefined) {
      lemma = this.#make(form, xpos);
      if (made.size < MOST_KEPT) made.set(form, lemma);
    }
    return lemma;
  }

  #make(form: string, xpos: string): string {
    const base = lemmaBase(form, xpos);
    if (xpos === 'CD') return base.replace(/(?<=\d),(?=\d)/g, '');
    const verb = INFLECTED.has(xpos) ? this.#verbForms.get(base) : undefined;
    if (verb !== undefined) return verb;
    const known = this.#words.get(`${xpos}\t${base}`);
    if (known !== undefined) return known;
    // "to lay siege": what is no inflected form is the lemma itself
    if (xpos === 'VB' || xpos === 'VBP') return base;
    for (let length = Math.min(LONGEST_ENDING, base.length); length >= 0; length--) {
      const edit = this.#endings.get(`${xpos}\t${base.slice(base.length - length).toLowerCase()}`);
      if (edit) return edit.cut < base.length ? base.slice(0, base.length - edit.cut) + edit.add : base;
    }
    return base;
  }
}

/** Tags of the inflected forms of a verb. */
const INFLECTED: ReadonlySet<string> = new Set(['VBD', 'VBN', 'VBG', 'VBZ']);

/** So many lemmas are kept a tag. */
const MOST_KEPT = 20_000;

/** Longest ending with a rule. */
export const LONGEST_ENDING = 5;

/** What a lemma is made from: names as they are written, other words in lower case, apostrophes straight. */
export const lemmaBase = (form: string, xpos: string): string =>
  (xpos.startsWith('NNP') ? form : form.toLowerCase()).replaceAll('’', "'");
