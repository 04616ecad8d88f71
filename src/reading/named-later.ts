import type { Document, Token } from '../language/index.ts';
import type { PlaceMention } from './annotations.ts';
import { isOffice } from './frames/focus-features.ts';
import { runOf } from './places/spot.ts';

/** Sentences in which a report may speak of a place before it names it. */
const LEAD = 3;
/** How many sentences further down the name may stand. */
const AHEAD = 2;
const SETTLEMENT = /^(?:town|city|village|suburb|settlement|hamlet)$/;
const SETTLED = new Set(['city', 'town', 'village']);
/** What stands between an article and the noun that it belongs to. */
const BEFORE_NOUN = /^(?:ADJ|ADV|NOUN|PROPN|VERB|PUNCT|PART)$/;

/**
 * "Rebels seized a border town on Friday. … The town of Baraza …": a lead speaks of a place that the next sentences name. Gives
 * the places with such descriptions added. Requires: places; `earlier` are those of the body, where the text is the title.
 */
export function withNamedLater(
  doc: Document,
  places: readonly PlaceMention[],
  earlier: { readonly document: Document; readonly places: readonly PlaceMention[] } | undefined,
): PlaceMention[] {
  const added = doc.tokens
    .filter(t => t.sentence < LEAD && isUnnamed(doc, t, places))
    .flatMap(t => {
      const meant = earlier
        ? isBare(doc, t) && isOnly(doc, t)
          ? nameAfter(earlier.document, -1, earlier.places)
          : null
        : first(doc, t) !== null
          ? nameAfter(doc, t.index, places)
          : null;
      if (!meant || liesElsewhere(doc, t, meant, places)) return [];
      const from = first(doc, t) ?? t.index;
      return [
        {
          ...runOf(doc, from, t.index + 1),
          head: t.index,
          how: 'description' as const,
          place: meant.place,
          locative: true,
          ahead: true,
        },
      ];
    });
  return added.length
    ? [...places, ...added].sort((a, b) => a.first - b.first || b.last - a.last)
    : [...places];
}

/** A word for a settlement that neither is a name nor has one beside it. */
function isUnnamed(doc: Document, t: Token, places: readonly PlaceMention[]): boolean {
  if (t.upos !== 'NOUN' || !SETTLEMENT.test(t.lower)) return false;
  if (places.some(p => p.first <= t.index && t.index < p.last)) return false;
  const next = doc.tokens[t.index + 1];
  if (next && (next.lower === 'of' || next.upos === 'PROPN')) return false;
  return !(doc.children[t.index] ?? []).some(c =>
    /^(?:appos|flat|nmod:desc|nummod)/.test(doc.tokens[c]!.deprel),
  );
}

/** Where "a strategic border town" begins; null where no indefinite article stands before it. */
function first(doc: Document, t: Token): number | null {
  for (let i = t.index - 1; i >= Math.max(0, t.index - 7); i--) {
    const before = doc.tokens[i]!;
    if (before.sentence !== t.sentence) return null;
    if (before.lower === 'a' || before.lower === 'an') return i;
    if (!BEFORE_NOUN.test(before.upos)) return null;
  }
  return null;
}

/** "Rebels seize key town": as headlines have it, without an article. */
const isBare = (doc: Document, t: Token): boolean =>
  !(doc.children[t.index] ?? []).some(c => /^(?:det|nmod:poss)/.test(doc.tokens[c]!.deprel));

const isOnly = (doc: Document, t: Token): boolean =>
  doc.tokens.filter(o => SETTLEMENT.test(o.lower)).length === 1 && t.upos === 'NOUN';

/** The settlement that the sentences after a word introduce by its kind, or else the only one that they name. */
function nameAfter(doc: Document, index: number, places: readonly PlaceMention[]): PlaceMention | null {
  const sentence = index < 0 ? 0 : doc.tokens[index]!.sentence;
  const after = places.filter(p => {
    const at = doc.tokens[p.first]!.sentence;
    return (
      p.how === 'name' &&
      p.locative &&
      SETTLED.has(p.place.kind) &&
      p.first > index &&
      (index < 0 || at > sentence) &&
      at <= sentence + AHEAD &&
      !isFarOrOffice(doc, p)
    );
  });
  const introduced = after.find(p => isIntroduced(doc, p));
  if (introduced) return introduced;
  return new Set(after.map(p => p.place.name)).size === 1 ? after[0]! : null;
}

/** "the town of Baraza", "Baraza town", "Baraza, a town of 30,000". */
function isIntroduced(doc: Document, p: PlaceMention): boolean {
  const { tokens } = doc;
  const at = (i: number): string => tokens[i]?.lower ?? '';
  if (at(p.first - 1) === 'of' && SETTLEMENT.test(at(p.first - 2))) return true;
  if (SETTLEMENT.test(at(p.first - 1)) || SETTLEMENT.test(at(p.last)) || SETTLEMENT.test(at(p.last - 1)))
    return true;
  return (
    at(p.last) === ',' &&
    /^(?:an?)$/.test(at(p.last + 1)) &&
    [2, 3, 4].some(k => SETTLEMENT.test(at(p.last + k)))
  );
}

/** "20 km from Baraza", "a spokesman in Baraza": told for where something else is. */
function isFarOrOffice(doc: Document, p: PlaceMention): boolean {
  const around = doc.tokens.slice(Math.max(0, p.first - 6), p.first);
  if (around.some(t => /^(?:km|kilomet|mile)/.test(t.lower) && t.sentence === doc.tokens[p.first]!.sentence))
    return true;
  return isOffice(doc, p);
}

/** "a town in Kend province": one that lies there, if the name is to be its own. */
function liesElsewhere(
  doc: Document,
  t: Token,
  meant: PlaceMention,
  places: readonly PlaceMention[],
): boolean {
  const said = places.find(
    p => p.first > t.index && p.first <= t.index + 5 && doc.tokens[p.first]!.sentence === t.sentence,
  );
  return (
    said?.place.country != null && meant.place.country != null && said.place.country !== meant.place.country
  );
}
