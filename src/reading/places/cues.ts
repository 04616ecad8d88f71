import type { Document, Token } from '../../language/index.ts';
import type { PlaceKind } from '../../model/index.ts';
import { isCapitalised, isDash } from './chunks.ts';
import type { Lookup } from './lookup.ts';
import { headOfRun, type Spot } from './spot.ts';
import {
  DIRECTIONS,
  FALL_VERBS,
  LOCATIVE,
  PLACE_NOUNS,
  PLACE_VERBS,
  SETTLEMENTS,
  STANCES,
  TYPES,
  WEAK_LOCATIVE,
} from './words.ts';

const OFFICE =
  /^(?:government|regime|authorities|administration|junta|officials|police|spokesman|spokesperson|spokeswoman|correspondent|bureau|ministry|embassy|lawmakers|leadership|politicians|diplomats)$/;
const SPEECH =
  /^(?:say|tell|deny|insist|warn|claim|accuse|announce|urge|condemn|blame|want|vow|argue|reject|add|recall|explain|agree|call|write|note|state|believe|declare|demand|pledge|promise|propose|refuse|threaten|sign|support|back|arm|fund|recognise|recognize|impose|ask)$/;
const FORCES = /^(?:forces|troops|army|soldiers|military)$/;
const QUALIFIERS = new Set([
  'nearby',
  'neighbouring',
  'neighboring',
  'the',
  'historic',
  'besieged',
  'strategic',
  'embattled',
  'occupied',
]);

/** What the words round a name say of the place. */
export interface Cues {
  readonly kind: PlaceKind | null;
  readonly settled: boolean;
  readonly countries: readonly string[];
}

/** "the town of Ber", "the Syrian city Homs": what the words before say. */
export function cuesBefore(doc: Document, first: number, lookup: Lookup): Cues {
  let i = first - 1;
  if (doc.tokens[i]?.lower === 'of') i--;
  const t = doc.tokens[i];
  const none: Cues = { kind: null, settled: false, countries: [] };
  if (!t || t.sentence !== doc.tokens[first]!.sentence || isCapitalised(t)) return none;
  const type = TYPES.get(t.lower) ?? null,
    settled = SETTLEMENTS.has(t.lower);
  if (!type && !settled) return none;
  let countries: readonly string[] = [];
  for (let k = i - 1; k >= i - 4 && countries.length === 0; k--)
    countries = lookup.demonym(doc.tokens[k]?.text ?? '');
  return { kind: type === 'area' ? null : type, settled: settled || type !== null, countries };
}

/** "Farah province"; "Zangabad, a village south of…": what the words after say. */
export function kindAfter(doc: Document, last: number): PlaceKind | null {
  const t = doc.tokens[last],
    { sentence } = doc.tokens[last - 1]!;
  if (t?.sentence !== sentence) return null;
  if (t.text !== ',' || !/^(?:an?|the)$/.test(doc.tokens[last + 1]?.lower ?? ''))
    return TYPES.get(t.lower) ?? null;
  for (let i = last + 2; i < last + 6 && doc.tokens[i]?.sentence === sentence; i++) {
    const { lower, upos } = doc.tokens[i]!;
    const kind = TYPES.get(lower);
    if (kind !== undefined) return kind === 'area' ? null : kind;
    if (upos !== 'ADJ' && upos !== 'NOUN' && upos !== 'VERB') return null;
  }
  return null;
}

/** The token before a name, directions and the like passed over. */
function before(doc: Document, first: number): Token | undefined {
  let i = first - 1;
  const sentence = doc.tokens[first]!.sentence;
  const skips = (t: Token): boolean => QUALIFIERS.has(t.lower) || DIRECTIONS.has(t.lower) || isDash(t);
  while (i >= 0 && doc.tokens[i]!.sentence === sentence && skips(doc.tokens[i]!)) {
    if (DIRECTIONS.has(doc.tokens[i]!.lower) && doc.tokens[i + 1]!.lower === 'of') break;
    i--;
  }
  const t = doc.tokens[i];
  return t?.sentence === sentence ? t : undefined;
}

/** How much the words round a name speak for a place. */
export function locativeOf(doc: Document, first: number, last: number): Spot['locative'] {
  const t = before(doc, first),
    noun = t ? doc.tokens[t.index - 1] : undefined;
  if (t && LOCATIVE.has(t.lower)) return 2;
  if (t?.lower === 'of' && noun && PLACE_NOUNS.has(noun.lower)) return 2;
  const head = doc.tokens[headOfRun(doc, first, last)]!,
    above = doc.tokens[head.head];
  if (above?.upos === 'VERB') {
    if ((head.deprel === 'obj' || head.deprel === 'nsubj:pass') && PLACE_VERBS.has(above.lemma)) return 2;
    if (head.deprel === 'nsubj' && FALL_VERBS.has(above.lemma)) return 1;
  }
  return t && WEAK_LOCATIVE.has(t.lower) ? 1 : 0;
}

/** "the Kabul government", "Washington said": a government or an office is meant. */
export function isMetonym(doc: Document, first: number, last: number): boolean {
  const after = doc.tokens[last];
  if (after && OFFICE.test(after.lower)) return true;
  // "Baraza's troops": those of its government; "Baraza's line": what that says
  const owned = after && /^[’'`]s?$/.test(after.text) ? (doc.tokens[last + 1]?.lower ?? '') : '';
  if (FORCES.test(owned) || STANCES.has(owned)) return true;
  // "in the Baraza direction": a stretch of the front that is called by it
  if (after && /^(?:direction|axis)$/.test(after.lower)) return true;
  const head = doc.tokens[headOfRun(doc, first, last)]!,
    verb = doc.tokens[head.head];
  if (head.deprel !== 'nsubj' || verb?.upos !== 'VERB' || verb.index < last || !SPEECH.test(verb.lemma))
    return false;
  return doc.tokens
    .slice(last, verb.index)
    .every(t => t.upos === 'AUX' || t.upos === 'ADV' || t.upos === 'PART');
}
