import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ControlPeriod, Discrepancy, LedgerInput } from '../model/index.ts';
import { makeRulings } from './decisions/rulings.ts';
import { bucketOf, type Fact } from './facts/fact.ts';
import { makeFacts } from './facts/make-facts.ts';
import { relationKeys } from './origins/relation-keys.ts';
import { decisionsOn, PLACES, pieces } from './testing/arbitrary.ts';
import { inputOf, type Piece } from './testing/scenario.ts';
import { setOf } from './testing/sets.ts';
import { touchedBy } from './touched-by.ts';
import { weigh } from './weigh.ts';
import { type PlaceRecord, weighPlace } from './weigh-place.ts';
import { weighSet } from './weigh-set.ts';

const sets = setOf(PLACES.slice(0, 3));

/** A store in miniature, which files one report after the other and weighs again only what that touches. */
class SmallStore {
  readonly #pieces = new Map<string, Piece>();
  readonly #decisions: LedgerInput['decisions'];
  readonly #facts = new Map<string, readonly Fact[]>();
  readonly places = new Map<string, PlaceRecord>();
  readonly counted = new Map<string, Discrepancy[]>();

  constructor(decisions: LedgerInput['decisions']) {
    this.#decisions = decisions;
    this.#weigh([...makeRulings(decisions, []).ruled.keys()], []);
  }

  file(piece: Piece): void {
    this.#pieces.set(piece.report.id, piece);
    const related = this.#related(piece);
    const { facts } = makeFacts(inputOf(related, this.#decisions), { sets });
    const before = related.flatMap(p => this.#facts.get(p.report.id) ?? []);
    for (const [report, list] of facts) this.#facts.set(report, list);
    const touched = touchedBy(before, [...facts.values()].flat(), sets);
    this.#weigh(touched.places, touched.sets);
  }

  /** The reports that a chain of shared keys joins. */
  #related(piece: Piece): Piece[] {
    const found = new Map([[piece.report.id, piece]]);
    for (const one of found.values()) {
      const keys = new Set(relationKeys(one.report, one.reading));
      for (const other of this.#pieces.values())
        if (relationKeys(other.report, other.reading).some(k => keys.has(k)))
          found.set(other.report.id, other);
    }
    return [...found.values()];
  }

  #weigh(places: readonly string[], setKeys: readonly string[]): void {
    const all = [...this.#facts.values()].flat();
    const readings = [...this.#pieces.values()].map(p => p.reading);
    const rulings = makeRulings(this.#decisions, readings);
    const of = (bucket: string): Fact[] => all.filter(f => bucketOf(f) === bucket);
    for (const place of places) this.places.set(place, weighPlace(place, of(place), rulings));
    const reports = new Map(readings.flatMap(r => r.claims.map(c => [c.id, c.report])));
    const context = {
      sets,
      periodsOf: (place: string): readonly ControlPeriod[] => this.places.get(place)?.periods ?? [],
      reportOf: (claim: string): string | null => reports.get(claim) ?? null,
    };
    for (const key of setKeys) this.counted.set(key, weighSet(key, of(`set:${key}`), rulings, context));
  }
}

test('filing one report after the other and weighing what that touches equals weighing all at once', () => {
  const input = pieces(10).chain(all => fc.tuple(fc.constant(all), decisionsOn(all)));
  fc.assert(
    fc.property(input, ([all, decisions]) => {
      const store = new SmallStore(decisions);
      for (const piece of all) store.file(piece);
      const whole = weigh(inputOf(all, decisions), { sets });
      const records = [...store.places.entries()].sort((a, b) => (a[0] < b[0] ? -1 : 1)).map(e => e[1]);
      expect(records.flatMap(r => r.periods)).toEqual(whole.periods);
      expect(records.flatMap(r => r.events)).toEqual(whole.events);
      expect(records.flatMap(r => r.figures)).toEqual(whole.figures);
      const discrepancies = [...records.flatMap(r => r.discrepancies), ...[...store.counted.values()].flat()];
      expect(discrepancies.sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual(
        [...whole.discrepancies].sort((a, b) => (a.id < b.id ? -1 : 1)),
      );
    }),
    { numRuns: 40 },
  );
});
