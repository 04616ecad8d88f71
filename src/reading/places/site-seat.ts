import { readFileSync } from 'node:fs';
import type { Document } from '../../language/index.ts';
import type { PlaceMention } from '../annotations.ts';
import { type Candidate, focusFeatures, isOffice } from '../frames/focus-features.ts';

/** What each thing that holds of a place counts; learned by `scripts/train-site-seat.ts`. */
const WEIGHTS = new Map(
  Object.entries(
    JSON.parse(readFileSync(new URL('./data/site-seat.json', import.meta.url), 'utf8')) as Record<
      string,
      number
    >,
  ),
);

/** A site that has no place beside it, and the places named before it, in one of which it lies. */
export interface Seating {
  readonly document: Document;
  readonly site: number;
  readonly title: string | null;
  readonly candidates: readonly Candidate[];
}

/** Where a site is taken to lie; `others`: all that it may lie in, likeliest first, where no one of them is likely. */
export interface Seat {
  readonly mention: PlaceMention;
  readonly others: readonly { readonly mention: PlaceMention; readonly score: number }[];
}

/**
 * Least probability of a seat for a site to be told to lie there. Of 276 sites whose reports were left out of the learning, the
 * 221 above lie there in 193 cases, the 55 below in 24.
 */
const LIKELY = 0.6;
/** How many places an unlikely seat is told with. */
const TOLD = 3;

let listener: ((asked: Seating) => void) | null = null;

/** Has every question about a site told to somebody who learns from them; null ends it. */
export const listenToSeats = (to: ((asked: Seating) => void) | null): void => {
  listener = to;
};

/**
 * The place in which a site lies that has none beside it ("the airport"): of those named before, the likeliest by a linear
 * ranker. A town more often than a village or a quarter, the one of the title, the one that its paragraph begins with.
 */
export function seatOf(
  document: Document,
  site: number,
  named: readonly PlaceMention[],
  title: string | null,
): Seat | null {
  const asked = { document, site, title, candidates: candidatesOf(document, site, named) };
  if (!asked.candidates.length) return null;
  listener?.(asked);
  const scores = asked.candidates.map(candidate => {
    const { holds, often } = seatFeatures(asked, candidate);
    return holds.reduce((sum, name) => sum + (WEIGHTS.get(name) ?? 0), often * (WEIGHTS.get('often') ?? 0));
  });
  const shares = sharesOf(asked.candidates, scores);
  const best = shares[0]!;
  return { mention: best.mention, others: best.score < LIKELY ? shares.slice(0, TOLD) : [] };
}

/** The probability of each place, under all its mentions (the last one stands for it), likeliest first. */
function sharesOf(candidates: readonly Candidate[], scores: readonly number[]): Seat['others'] {
  const most = Math.max(...scores),
    odds = scores.map(s => Math.exp(s - most)),
    all = odds.reduce((a, b) => a + b, 0);
  const shares = new Map<string, { mention: PlaceMention; score: number }>();
  candidates.forEach(({ mention }, i) => {
    const had = shares.get(mention.place.name);
    shares.set(mention.place.name, { mention, score: (had?.score ?? 0) + odds[i]! / all });
  });
  return [...shares.values()].sort((a, b) => b.score - a.score);
}

function candidatesOf(doc: Document, site: number, named: readonly PlaceMention[]): Candidate[] {
  const all = named.filter(
    p =>
      p.locative &&
      p.last <= site &&
      p.how === 'name' &&
      p.place.kind !== 'site' &&
      p.place.kind !== 'country',
  );
  // "the ministry in Kend said": where somebody speaks from, unless nothing else was named
  const elsewhere = all.filter(p => !isOffice(doc, p) || isDateline(doc, p)),
    before = elsewhere.length ? elsewhere : all;
  const times = new Map<string, number>();
  for (const { place } of before) times.set(place.name, (times.get(place.name) ?? 0) + 1);
  const most = Math.max(0, ...times.values()),
    around = new Set(before.map(p => p.place.in));
  return before.map(mention => ({
    mention,
    times: times.get(mention.place.name)!,
    most,
    told: false,
    toldBefore: false,
    isLast: mention === before.at(-1),
    holdsAnother: around.has(mention.place.name),
  }));
}

/** What speaks for and against a site lying in a place: what speaks for its being spoken of, and what kind of place it is. */
export function seatFeatures(
  { document, site, title }: Seating,
  candidate: Candidate,
): { readonly holds: readonly string[]; readonly often: number } {
  const { holds, often } = focusFeatures(document, site, candidate);
  const { mention } = candidate,
    { kind, id, name } = mention.place;
  const more = {
    [`kind ${kind}`]: /^(?:city|town|village)$/.test(kind),
    unknown: id?.startsWith('x:') === true,
    'in title': title?.includes(name) === true,
    'said there': isToldFrom(document, mention),
    [sentenceOf(document, mention) === document.tokens[site]!.sentence ? 'fronted here' : 'fronted']:
      isFronted(document, mention),
  };
  return { holds: [...holds, ...Object.keys(more).filter(key => more[key])], often };
}

/** "told reporters in Kend", "a statement issued at Kend": where somebody speaks, and nothing need happen. */
function isToldFrom({ tokens }: Document, m: PlaceMention): boolean {
  const head = tokens[m.head]!;
  return /^(?:obl|nmod)/.test(head.deprel) && head.head >= 0 && SPEECH.test(tokens[head.head]!.lemma);
}
const SPEECH =
  /^(?:say|tell|speak|announce|issue|report|declare|add|confirm|claim|insist|admit|concede|write|brief|briefing|statement|interview|conference|communique|communiqué|telephone|phone|radio)$/;

const isDateline = ({ tokens }: Document, m: PlaceMention): boolean => tokens[m.head]!.deprel === 'discourse';
const sentenceOf = ({ tokens }: Document, m: PlaceMention): number => tokens[m.first]!.sentence;

/** "In Baraza, the airport was shut": named where the sentence begins. */
function isFronted(doc: Document, m: PlaceMention): boolean {
  const { first } = doc.sentences[sentenceOf(doc, m)]!;
  return (
    m.first === first || (m.first - first <= 3 && /^(?:in|at|inside|around)$/.test(doc.tokens[first]!.lower))
  );
}
