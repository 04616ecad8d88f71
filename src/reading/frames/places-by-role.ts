import type { Document, Token } from '../../language/index.ts';
import type { ActorMention, NameMention, PlaceMention, TokenRun } from '../annotations.ts';
import { isCapitalised, isDash, touches } from '../places/chunks.ts';
import { sitePlace, unknownPlace } from '../places/to-place.ts';
import { FIRST_NAMES, NOT_PLACES, SITES } from '../places/words.ts';
import { caseOf } from './slots.ts';
import { AREA_WORDS, LEAVE_VERBS, PLACE_NOUNS, PLACE_SUBJECT_VERBS, PLACE_VERBS } from './words.ts';

/**
 * Names that no gazetteer knows and that can only be places by what is said of them: "they captured Zorvino", "the siege of
 * Zorvino", "Zorvino fell". Each is a place of unknown position near the place named before it; once told apart, the name is a
 * place wherever it stands. Requires: document, places, actors, names.
 */
export function findPlacesByRole(
  doc: Document,
  places: readonly PlaceMention[],
  actors: readonly ActorMention[],
  names: readonly NameMention[],
): PlaceMention[] {
  const taken = new Set<number>();
  for (const m of [...places, ...actors, ...names.filter(n => n.kind === 'organisation')])
    for (let i = m.first; i < m.last; i++) taken.add(i);
  const isName = (t: Token | undefined): t is Token =>
    t !== undefined &&
    t.upos === 'PROPN' &&
    /^\p{Lu}\p{L}/u.test(t.text) &&
    !NOT_PLACES.has(t.lower) &&
    !taken.has(t.index);
  const told = new Map<string, TokenRun>();
  for (const t of doc.tokens)
    if (isName(t) && hasRole(doc, t) && !fallsOnto(doc, t, places)) {
      const run = nameRun(doc, t, isName);
      if (isPersons(doc, run)) continue;
      told.set(doc.text.slice(run.start, run.end), run);
    }
  for (const run of listedWith(doc, places, [...told.values()], isName))
    told.set(doc.text.slice(run.start, run.end), run);
  const out: PlaceMention[] = sitesByRole(doc, places);
  if (!told.size) return out;
  for (const t of doc.tokens) {
    if (!isName(t)) continue;
    const run = nameRun(doc, t, isName),
      name = doc.text.slice(run.start, run.end);
    if (!told.has(name) || out.some(m => m.first === run.first)) continue;
    const near = places.filter(p => p.last <= run.first).at(-1) ?? places[0];
    out.push({ ...run, how: 'name', locative: true, place: unknownPlace(name, 'area', near?.place ?? null) });
  }
  return out;
}

/** Nouns whose on-phrase is a place, where it is a name that nobody bears. */
const ATTACKS = new Set(['assault', 'attack', 'offensive', 'raid', 'advance', 'fighting', 'clash', 'battle']);

/** Verbs by which forces come nearer to what stands after "on". */
const GOES_AT = /^(?:advance|march|close|push|press|converge|bear)$/;

/** Words that begin names, and are none by themselves. */
const ARTICLE = /^(?:La|El|Las|Los|Le|San|Santa)$/;
const AND = /^(?:and|or|&)$/;
const JOINT = /^(?:,|and|or|&|the|both)$/;

/** Names that stand in one list with places: "Baraza, Zorvino and Kend", whatever the tree has made of it. */
function listedWith(
  doc: Document,
  places: readonly PlaceMention[],
  told: readonly TokenRun[],
  isName: (t: Token | undefined) => t is Token,
): TokenRun[] {
  const ends = new Set([...places.filter(p => p.locative && p.how === 'name'), ...told].map(m => m.last));
  const out: TokenRun[] = [];
  for (let i = 0; i < doc.tokens.length; i++) {
    const t = doc.tokens[i]!;
    if (!isName(t) || isName(doc.tokens[i - 1])) continue;
    const run = nameRun(doc, t, isName);
    let before = run.first - 1,
      and = false;
    while (
      before >= 0 &&
      JOINT.test(doc.tokens[before]!.lower) &&
      doc.tokens[before]!.sentence === t.sentence
    ) {
      and ||= AND.test(doc.tokens[before]!.lower);
      before--;
    }
    const joined = before < run.first - 1 && ends.has(before + 1) && (and || isListGoingOn(doc, run, isName));
    if (!joined || !endsName(doc, run) || isPersons(doc, run)) continue;
    out.push(run);
    ends.add(run.last);
  }
  return out;
}

/** "Ann Field": a first name before another, or a name right behind a quotation. */
const isPersons = (doc: Document, run: TokenRun): boolean =>
  (run.last - run.first > 1 && FIRST_NAMES.has(doc.tokens[run.first]!.lower)) ||
  /^["”]$/.test(doc.tokens[run.first - 1]?.text ?? '');

/** ", Kend and Baraza" behind a name: the list that it stands in goes on to its end. */
function isListGoingOn(doc: Document, run: TokenRun, isName: (t: Token | undefined) => boolean): boolean {
  const { tokens } = doc;
  for (let i = run.last; i < Math.min(tokens.length, run.last + 16); i++) {
    const t = tokens[i]!;
    if (t.sentence !== tokens[run.first]!.sentence) return false;
    const next = tokens[tokens[i + 1]?.lower === 'the' ? i + 2 : i + 1];
    if (AND.test(t.lower))
      return isName(next) || next?.upos === 'PROPN' || /^(?:other|several|nearby)$/.test(next?.lower ?? '');
    if (t.text !== ',' && t.text !== '-' && t.upos !== 'PROPN') return false;
  }
  return false;
}

/** Whether a name stands for itself, and is not that of a person who speaks or of fighters. */
function endsName(doc: Document, run: TokenRun): boolean {
  const next = doc.tokens[run.last];
  if (!next || next.sentence !== doc.tokens[run.first]!.sentence) return true;
  if (/^[’'`]s?$/.test(next.text) || /^(?:said|says|told|who)$/.test(next.lower)) return false;
  return next.upos !== 'NOUN' || AREA_WORDS.has(next.lemma) || AREA_WORDS.has(next.lower.replace(/s$/, ''));
}

/** Sites without an article that stand beside others or are themselves taken: "the court and police headquarters", "seized banks". */
function sitesByRole(doc: Document, places: readonly PlaceMention[]): PlaceMention[] {
  const out: PlaceMention[] = [];
  const at = (i: number): PlaceMention | undefined =>
    places.find(m => m.locative && m.first <= i && i < m.last);
  for (const t of doc.tokens) {
    if (t.upos !== 'NOUN' || !SITES.has(t.lower) || t.deprel === 'compound' || at(t.index)) continue;
    const head = doc.tokens[t.head];
    const beside =
      t.deprel === 'conj' && head && (at(head.index)?.how === 'site' || out.some(m => m.head === head.index));
    const taken =
      /^(?:obj|nsubj:pass)$/.test(t.deprel) &&
      head?.upos === 'VERB' &&
      PLACE_VERBS.has(head.lemma) &&
      head.lemma !== 'take';
    const named = doc.children[t.index]!.some(
      c => c < t.index && doc.tokens[c]!.deprel === 'compound' && doc.tokens[c]!.upos === 'PROPN' && !at(c),
    );
    if (!beside && !taken && !named) continue;
    const first = Math.min(
      t.index,
      ...doc.children[t.index]!.filter(
        c =>
          c < t.index && /^(?:compound|amod)$/.test(doc.tokens[c]!.deprel) && doc.tokens[c]!.upos !== 'VERB',
      ),
    );
    const span = { start: doc.tokens[first]!.start, end: t.end };
    const name = doc.text.slice(span.start, span.end).replace(/\s+/g, ' ');
    const near = places.findLast(
      p => p.locative && p.last <= first && p.place.kind !== 'site' && p.place.kind !== 'country',
    );
    out.push({
      ...span,
      first,
      last: t.index + 1,
      head: t.index,
      how: 'site',
      locative: true,
      place: sitePlace(name, name, near?.place ?? null),
    });
  }
  return out;
}

/** "Snow fell on Baraza": what comes down on a place is none. */
const fallsOnto = (doc: Document, t: Token, places: readonly PlaceMention[]): boolean =>
  t.deprel === 'nsubj' &&
  doc.children[t.head]!.some(
    c =>
      doc.tokens[c]!.deprel === 'obl' &&
      /^(?:on|onto|over|in|across)$/.test(caseOf(doc, c)) &&
      places.some(p => p.first <= c && c < p.last),
  );

/** Whether what is said of a name is said of places only. */
function hasRole(doc: Document, t: Token): boolean {
  const head = doc.tokens[t.head];
  if (!head) return false;
  const kids = (i: number): Token[] => doc.children[i]!.map(c => doc.tokens[c]!);
  // "two villages, Zorvino and Kend"
  if (/^(?:conj|appos)$/.test(t.deprel) && head.xpos === 'NNS' && AREA_WORDS.has(head.lemma)) return true;
  if (t.deprel === 'conj') return hasRole(doc, head);
  if (t.deprel === 'obj' || t.deprel === 'nsubj:pass')
    return head.upos === 'VERB' && PLACE_VERBS.has(head.lemma);
  if (t.deprel === 'nsubj' && isSaidHeld(doc, head)) return true;
  if (t.deprel === 'nsubj' && head.lemma === 'change' && kids(head.index).some(k => k.lemma === 'hand'))
    return true;
  // "Zorvino, besieged for a week", "Zorvino and Kend, taken on Monday"
  const list = kids(t.index).some(k => k.deprel === 'conj');
  if (kids(t.index).some(k => k.deprel === 'acl' && k.xpos === 'VBN' && isOfPlaces(k.lemma, list)))
    return true;
  if (t.deprel === 'nsubj') return head.upos === 'VERB' && PLACE_SUBJECT_VERBS.has(head.lemma);
  if (t.deprel === 'obl') {
    const link = caseOf(doc, t.index);
    if (head.upos !== 'VERB') return false;
    return LEAVE_VERBS.has(head.lemma)
      ? /^(?:out_of|from)$/.test(link)
      : GOES_AT.test(head.lemma) && link === 'on';
  }
  if (t.deprel === 'compound') return AREA_WORDS.has(head.lemma) && head.index > t.index;
  if (t.deprel === 'nmod' && ATTACKS.has(head.lemma) && /^(?:on|near|around)$/.test(caseOf(doc, t.index)))
    return true;
  if (t.deprel === 'nmod') return PLACE_NOUNS.has(head.lemma) && caseOf(doc, t.index) === 'of';
  return false;
}

/** Whether what was done is done to places: of names in a list more verbs say so, as persons are seldom taken in lists. */
const isOfPlaces = (lemma: string, list: boolean): boolean =>
  /^(?:retake|recapture|overrun|besiege|liberate|occupy|storm)$/.test(lemma) ||
  (list && /^(?:take|capture|seize)$/.test(lemma));

/** "remained in rebel hands", "is under the army's control": what is said of places only. */
function isSaidHeld(doc: Document, predicate: Token): boolean {
  const held = (i: number): boolean =>
    (/^(?:hand|control|grip)$/.test(doc.tokens[i]!.lemma) && /^(?:in|under)$/.test(caseOf(doc, i))) ||
    /^(?:ours|theirs)$/.test(doc.tokens[i]!.lower);
  if (held(predicate.index)) return true;
  return (
    /^(?:be|remain|stay|lie|come|fall|pass)$/.test(predicate.lemma) &&
    doc.children[predicate.index]!.some(held)
  );
}

/** The capitalised words that make one name with a word of it. */
function nameRun(doc: Document, t: Token, isName: (t: Token | undefined) => t is Token): TokenRun {
  let first = t.index,
    last = t.index + 1;
  const near = (i: number): boolean => isName(doc.tokens[i]) && doc.tokens[i]!.sentence === t.sentence;
  const tied = (dash: number, next: number): boolean =>
    isDash(doc.tokens[dash]) &&
    doc.tokens[next]?.sentence === t.sentence &&
    isCapitalised(doc.tokens[next]) &&
    touches(doc.tokens[dash]!, doc.tokens[dash + 1]!) &&
    touches(doc.tokens[dash - 1]!, doc.tokens[dash]!);
  for (let step = 1; step > 0; first -= step) step = near(first - 1) ? 1 : tied(first - 1, first - 2) ? 2 : 0;
  for (let step = 1; step > 0; last += step) step = near(last) ? 1 : tied(last, last + 1) ? 2 : 0;
  const article = doc.tokens[first - 1];
  if (article?.sentence === t.sentence && ARTICLE.test(article.text)) first--;
  return { first, last, head: t.index, start: doc.tokens[first]!.start, end: doc.tokens[last - 1]!.end };
}
