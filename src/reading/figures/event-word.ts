import type { Document, Token } from '../../language/document.ts';
import type { QuantityMention } from '../annotations.ts';
import { type Slots, slotsOf } from '../frames/slots.ts';
import { aptness } from './aptness.ts';
import { ADJ_ROWS, GOALS, lemmaOf, NOUN_ROWS, type TermRow, VERB_ROWS, verbOf } from './terms.ts';
import type { Counted } from './what-is-counted.ts';

/** A word of a sentence that says what happened to people or homes, with the rows that it may stand for. */
export interface EventWord {
  readonly token: number;
  readonly rows: readonly TermRow[];
  readonly slots: Slots | null;
}

/** A participle that has run into the word before it ("weredisplaced"), as old text archives have them. */
const GLUED =
  /^(?:were|was|been|have|has|and|are)((?:displac|evacuat|destroy|damag|kill|injur|wound|affect)ed)$/;

/** The words of one sentence that evoke a term. */
export function eventWords(document: Document, first: number, last: number): EventWord[] {
  const found: EventWord[] = [];
  for (let i = first; i < last; i++) {
    const token = document.tokens[i]!;
    const glued = GLUED.exec(token.lower)?.[1];
    const lower = glued ?? token.lower;
    const verbal = glued !== undefined || isVerbal(token);
    const lemma = verbal ? (verbOf(lower) ?? lemmaOf(token)) : lemmaOf(token);
    const verbs = verbal ? (VERB_ROWS.get(lemma) ?? []) : [];
    const rows = [...verbs, ...(ADJ_ROWS.get(lower) ?? []), ...(NOUN_ROWS.get(lemma) ?? [])];
    if (rows.length) found.push({ token: i, rows, slots: verbs.length ? slotsOf(document, i) : null });
  }
  return found;
}

/** A verb, or a participle that the tagger takes for an adjective ("and displaced millions"). */
const isVerbal = (t: Token): boolean => t.upos === 'VERB' || (/ed$/.test(t.lower) && t.upos !== 'NOUN');

/** A reading of one quantity: what it tells, the word that says so, and how sure it is. */
export interface Reading {
  readonly row: TermRow;
  readonly word: number;
  readonly score: number;
}

/** What a word gives way by to one that says more of the people counted: "hosts 500 displaced people". */
const BELOW_MODIFIERS = 6;

/** The best event word for a quantity among those of its sentence, or null. */
export function bestReading(
  document: Document,
  quantity: QuantityMention,
  counted: Counted,
  words: readonly EventWord[],
): Reading | null {
  let best: Reading | null = null;
  for (const word of words)
    for (const row of word.rows) {
      if (!allows(row, counted) || isSupposed(document, word, words)) continue;
      const apt = aptness(document, word, row, quantity);
      if (apt === 0 || !hasCompany(document, word, row)) continue;
      const score =
        apt -
        Math.abs(word.token - quantity.head) / 50 +
        (row.with || row.subject ? 0.015 : 0) -
        unreal(document, word) -
        (row.weak ? BELOW_MODIFIERS : 0);
      if (!best || score > best.score) best = { row, word: word.token, score };
    }
  return best;
}

/** "the families who fled would be able to return": an infinitive tells less than a finite verb. */
const unreal = (document: Document, word: EventWord): number =>
  document.children[word.token]!.some(
    c => document.tokens[c]!.lower === 'to' && document.tokens[c]!.upos === 'PART',
  )
    ? 1.5
    : 0;

/** Whether a row can be said of what is counted. */
/** "61 are missing, presumed captured": what is known comes before what is supposed of them. */
const isSupposed = (document: Document, word: EventWord, words: readonly EventWord[]): boolean =>
  /^(?:presumed|assumed|feared|believed)$/.test(document.tokens[word.token - 1]?.lower ?? '') &&
  words.some(other => other.token < word.token && word.token - other.token <= 4);

function allows(row: TermRow, counted: Counted): boolean {
  if (row.houses) return counted.unit === 'houses';
  if (counted.unit === 'houses') return false;
  if (row.counted && !counted.names.some(name => row.counted!.includes(name))) return false;
  if (row.civil && !counted.civil) return false;
  if (row.role === 'measured' && counted.sure === 'unknown') return false;
  if (row.people) return counted.sure !== 'unknown' || (row.civil === true && counted.civil);
  return counted.sure !== 'unknown' || row.human === true;
}

/** What one can leave or reach: a place, not a bag or an agreement. */
const isGoal = (t: Token): boolean =>
  t.upos === 'PROPN' || t.upos === 'PRON' || t.upos === 'NUM' || GOALS.has(t.lemma);

/** Whether the words that a row asks for stand close to its word, in its sentence, and the verb has the subject asked for. */
function hasCompany(document: Document, word: EventWord, row: TermRow): boolean {
  const { tokens, sentences } = document;
  const sentence = sentences[tokens[word.token]!.sentence]!;
  const from = Math.max(sentence.first, word.token - 5);
  const to = Math.min(sentence.last, word.token + 9);
  const around = (wanted: readonly string[]): boolean => {
    for (let i = from; i < to; i++)
      if (i !== word.token && (wanted.includes(lemmaOf(tokens[i]!)) || wanted.includes(tokens[i]!.lower)))
        return true;
    return false;
  };
  if (row.subject && !word.slots?.subj.some(s => row.subject!.includes(tokens[s]!.lemma))) return false;
  if (row.moves && word.slots?.obj.some(o => !isGoal(tokens[o]!))) return false;
  return (!row.with || around(row.with)) && !(row.without && around(row.without));
}
