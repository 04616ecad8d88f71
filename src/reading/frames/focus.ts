import type { Document } from '../../language/index.ts';
import type { PlaceMention } from '../annotations.ts';

/** How many sentences back, and how much each counts against a place: for words left out, and for "the town", which says more. */
const NEAR = { window: 3, fade: 1.2 };
export const FAR = { window: 7, fade: 0.6 };

/** Who speaks from a place: "the ministry in Kend". */
export const OFFICE =
  /^(?:ministry|spokesman|spokeswoman|spokesperson|official|government|correspondent|diplomat|analyst|researcher|doctor|resident|minister|office|embassy|worker|teacher|trader|activist|agency|adviser|advisor|leader|chief|commander|officer|lawmaker|expert|source|reporter|volunteer|monitor|group|observatory|mayor|nurse|student|aide)$/;

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
 * Which place a text speaks of where it does not name it ("it", "there", "the siege"): of the places named shortly before, the
 * one that plays the greatest part: filled a role of a statement, is a subject, is named often.
 */
export class Focus {
  private readonly doc: Document;
  private readonly bySentence: PlaceMention[][] = [];
  private readonly often = new Map<string, number>();
  private readonly told = new Set<PlaceMention>();

  constructor(doc: Document, places: readonly PlaceMention[]) {
    this.doc = doc;
    const home = homeOf(places);
    for (const p of places) {
      if (!p.locative || p.place.kind === 'country' || (home && p.place.country && p.place.country !== home))
        continue;
      const sentence = doc.tokens[p.first]!.sentence;
      this.bySentence[sentence] ??= [];
      this.bySentence[sentence].push(p);
      this.often.set(p.place.name, (this.often.get(p.place.name) ?? 0) + 1);
    }
  }

  /** Marks a place as one of which a statement was made. */
  tell(places: readonly PlaceMention[]): void {
    for (const p of places) this.told.add(p);
  }

  /** The place that a token stands for or leaves out; null where none was named in the sentences before. */
  at(token: number, fits: (place: PlaceMention) => boolean = () => true, reach = NEAR): PlaceMention | null {
    const sentence = this.doc.tokens[token]!.sentence;
    let best: PlaceMention | null = null,
      most = Number.NEGATIVE_INFINITY;
    for (let s = sentence; s >= Math.max(0, sentence - reach.window); s--)
      for (const p of this.bySentence[s] ?? []) {
        if (p.last > token || !fits(p)) continue;
        const score =
          this.weigh(p) - reach.fade * (sentence - s) + (s === sentence && this.isFronted(p) ? 3 : 0);
        if (score >= most) [best, most] = [p, score];
      }
    return best;
  }

  /** "In Baraza, the group holds the airport": where all that the sentence tells of takes place. */
  private isFronted(p: PlaceMention): boolean {
    const { tokens, sentences } = this.doc;
    const { first } = sentences[tokens[p.first]!.sentence]!;
    return (
      tokens.slice(first, p.first).some(t => /^(?:in|at|inside|around|near|across|outside)$/.test(t.lower)) &&
      tokens.slice(first, p.first).every(t => t.upos !== 'VERB' && t.upos !== 'AUX' && t.text !== ',')
    );
  }

  private weigh(p: PlaceMention): number {
    const head = this.doc.tokens[p.head]!;
    const often = Math.min(3, this.often.get(p.place.name) ?? 1) - 1;
    const wide = p.place.kind === 'province' ? 0.8 : p.place.kind === 'site' ? 0.8 : 0;
    const office = OFFICE.test(this.doc.tokens[head.head]?.lemma ?? '') && head.deprel.startsWith('nmod');
    const asked = head.deprel === 'iobj' || office ? 2 : 0;
    const around = [
      ...this.doc.tokens.slice(Math.max(0, p.first - 5), p.first),
      ...this.doc.tokens.slice(p.last, p.last + 4),
    ];
    const far = around.some(t => /^(?:km|kilomet|mile)/.test(t.lower));
    return (
      (this.told.has(p) ? 2.5 : 0) +
      (head.deprel.startsWith('nsubj') ? 1.2 : 0) +
      0.6 * often -
      wide -
      asked -
      (far ? 2 : 0)
    );
  }
}
