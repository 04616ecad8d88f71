import { readFileSync } from 'node:fs';
import type { Document } from '../../language/index.ts';
import type { PlaceMention } from '../annotations.ts';
import { isGround } from '../places/grounds.ts';
import { type Candidate, focusFeatures, isOffice } from './focus-features.ts';

/** How many sentences back a place may lie: for words left out, and for "the town", which says more. */
const NEAR = 6;
export const FAR = 12;
/** Least probability of a place that a statement leaves out, and that from which no other is thinkable. */
const LIKELY = 0.6,
  SURE = 0.8;

/** What each thing that holds of a place counts; learned by `scripts/train-focus.ts`. */
const WEIGHTS = new Map(
  Object.entries(
    JSON.parse(readFileSync(new URL('./data/focus.json', import.meta.url), 'utf8')) as Record<string, number>,
  ),
);

/** A question that was put to a focus: the word, and what could be meant by it. */
export interface Asked {
  readonly document: Document;
  readonly token: number;
  readonly candidates: readonly Candidate[];
}
let listener: ((asked: Asked) => void) | null = null;

/** Has every question told to somebody who learns from them; null ends it. */
export const listenToFocus = (to: ((asked: Asked) => void) | null): void => {
  listener = to;
};

/** The country in which two in three of the places lie, "Moscow said" and neighbours apart; null where there is none. */
function homeOf(places: readonly PlaceMention[]): string | null {
  const times = new Map<string, number>();
  let all = 0;
  for (const { locative, place } of places) {
    if (!locative || place.country == null || place.kind === 'country') continue;
    times.set(place.country, (times.get(place.country) ?? 0) + 1);
    all++;
  }
  const [most] = [...times].sort((a, b) => b[1] - a[1]);
  return most && most[1] >= 3 && most[1] / all > 2 / 3 ? most[0] : null;
}

/**
 * Which place a text speaks of where it does not name it ("it", "there", "the siege"): of the places named before, the likeliest
 * by a linear ranker whose weights are learned from labelled reports (softmax over the candidates, as in mention ranking for
 * coreference: Denis and Baldridge 2008).
 */
export class Focus {
  private readonly doc: Document;
  private readonly places: readonly PlaceMention[];
  private readonly told = new Set<PlaceMention>();

  constructor(doc: Document, places: readonly PlaceMention[]) {
    this.doc = doc;
    const home = homeOf(places);
    this.places = places.filter(
      ({ locative, place }) =>
        locative &&
        place.kind !== 'country' &&
        !isGround(place) &&
        !(home && place.country && place.country !== home),
    );
  }

  /** Marks a place as one of which a statement was made. */
  tell(places: readonly PlaceMention[]): void {
    for (const p of places) this.told.add(p);
  }

  /** The place that a token stands for or leaves out; null where none was named in the sentences before. */
  at(token: number, fits: (place: PlaceMention) => boolean = () => true, reach = NEAR): PlaceMention | null {
    return this.likeliest(token, fits, reach)[0]?.mention ?? null;
  }

  /**
   * The place that a statement leaves out, with what else it may be where others are thinkable; null where none is likely: of
   * statements whose place had a probability under .6, 13 of 72 were right, over .8 103 of 174.
   */
  leftOut(token: number): PlaceMention | null {
    const [best, ...others] = this.likeliest(token, () => true, NEAR);
    if (!best || best.score < LIKELY) return null;
    if (best.score >= SURE) return best.mention;
    const candidates = [best, ...others.slice(0, 2)].flatMap(({ mention: { place }, score }) =>
      place.id == null ? [] : [{ id: place.id, score: Math.round(1000 * score) / 1000 }],
    );
    return { ...best.mention, place: { ...best.mention.place, candidates } };
  }

  /** The places that a token may stand for, each by the last mention that fits best, with its probability, likeliest first. */
  private likeliest(
    token: number,
    fits: (place: PlaceMention) => boolean,
    reach: number,
  ): { mention: PlaceMention; score: number }[] {
    const candidates = this.candidates(token, fits);
    if (!candidates.length) return [];
    listener?.({ document: this.doc, token, candidates });
    const sentence = this.doc.tokens[token]!.sentence;
    const near = candidates.filter(c => sentence - this.doc.tokens[c.mention.first]!.sentence <= reach);
    const scores = near.map(c => this.score(token, c)),
      most = Math.max(...scores),
      all = scores.reduce((sum, s) => sum + Math.exp(s - most), 0);
    const places = new Map<string, { mention: PlaceMention; score: number; own: number }>();
    near.forEach(({ mention }, i) => {
      const own = Math.exp(scores[i]! - most) / all,
        had = places.get(mention.place.name);
      const best = had && had.own > own ? had : { mention, own };
      places.set(mention.place.name, { ...best, score: (had?.score ?? 0) + own });
    });
    return [...places.values()].sort((a, b) => b.score - a.score || b.mention.first - a.mention.first);
  }

  private candidates(token: number, fits: (place: PlaceMention) => boolean): Candidate[] {
    const before = this.places.filter(p => p.last <= token),
      all = before.filter(fits);
    // "the ministry in Kend said": where somebody speaks from, unless nothing else was named
    const elsewhere = all.filter(p => !isOffice(this.doc, p)),
      fitting = elsewhere.length ? elsewhere : all;
    if (!fitting.length) return [];
    const times = new Map<string, number>();
    for (const { place } of before) times.set(place.name, (times.get(place.name) ?? 0) + 1);
    const most = Math.max(...times.values());
    const told = new Set([...this.told].map(p => p.place.name));
    const last = fitting.reduce((a, b) => (b.last > a.last ? b : a));
    const around = new Set(fitting.map(p => p.place.in));
    return fitting.map(mention => ({
      mention,
      times: times.get(mention.place.name)!,
      most,
      told: this.told.has(mention),
      toldBefore: told.has(mention.place.name),
      isLast: mention === last,
      holdsAnother: around.has(mention.place.name),
    }));
  }

  private score(token: number, candidate: Candidate): number {
    const { holds, often } = focusFeatures(this.doc, token, candidate);
    return holds.reduce((sum, name) => sum + (WEIGHTS.get(name) ?? 0), often * (WEIGHTS.get('often') ?? 0));
  }
}
