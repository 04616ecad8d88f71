import { expect, test } from 'vitest';
import { ledgerStream } from '../bench/ledger-stream.ts';
import {
  bucketOf,
  type Checkpoint,
  daysOf,
  type Fact,
  type Kept,
  type KeptEvent,
  makeFacts,
  makeRulings,
  type PlaceMemory,
  relationKeys,
  seriesOf,
  type Weighed,
  weighOn,
  weighPlace,
} from '../src/ledger/index.ts';
import type { ControlPeriod, FigureSeries, LedgerInput } from '../src/model/index.ts';

const rulings = makeRulings([], []);
const naming = { spacing: 3 };

/** What a store keeps of one place, in lists. */
class Memory implements PlaceMemory {
  facts: Fact[] = [];
  lines: ControlPeriod[] = [];
  checkpoints: Checkpoint[] = [];
  kept: Kept[] = [];
  events: KeptEvent[] = [];
  figures: FigureSeries[] = [];
  looked = 0;
  #give(facts: Fact[]): Promise<Fact[]> {
    this.looked += facts.length;
    return Promise.resolve(structuredClone(facts));
  }
  factsKnownFrom = (t: string) =>
    this.#give(this.facts.filter(f => f.live.from >= t || (f.live.to ?? '') >= t));
  factsFrom = (day: string) => this.#give(this.facts.filter(f => daysOf(f).last >= day));
  factsOfClaims = (claims: readonly string[]) =>
    this.#give(this.facts.filter(f => claims.includes(f.kind === 'inner' ? f.claims[0]! : f.claim)));
  factsOfSeries = (ids: readonly string[]) =>
    this.#give(this.facts.filter(f => f.kind === 'figure' && ids.includes(seriesOf(f))));
  checkpoint = (day: string, before: string) =>
    Promise.resolve(this.checkpoints.filter(c => c.day <= day && c.known < before).at(-1) ?? null);
  periods = (from: string, after: string, days: readonly string[]) =>
    Promise.resolve(
      this.lines.filter(
        p =>
          (p.knownTo == null || p.knownTo >= from) &&
          ((p.validTo ?? '\uffff') > after ||
            days.some(d => p.validFrom <= d && (p.validTo == null || d < p.validTo))),
      ),
    );
  open = (before: string, from: string) =>
    Promise.resolve(
      this.kept.filter(
        ({ discrepancy: d, trail }) =>
          d.knownSince < before &&
          (d.settledBy == null || d.settledBy.known >= before) &&
          (trail!.until == null || trail!.until >= from),
      ),
    );
  keptOf = (ids: readonly string[], before: string) =>
    Promise.resolve(
      this.kept.filter(k => ids.includes(k.discrepancy.id) && k.discrepancy.knownSince < before),
    );
  eventsFrom = (day: string) => Promise.resolve(this.events.filter(e => e.last >= day));

  put(w: Weighed): void {
    this.lines = [
      ...this.lines.filter(p => (p.knownTo != null && p.knownTo < w.instant) || p.validFrom < w.firstLine),
      ...w.periods,
    ];
    this.checkpoints = [...this.checkpoints.filter(c => c.day <= w.base), ...w.checkpoints];
    const ids = new Set(w.kept.map(k => k.discrepancy.id));
    this.kept = [
      ...this.kept.filter(k => k.discrepancy.knownSince < w.instant && !ids.has(k.discrepancy.id)),
      ...w.kept,
    ];
    this.events = [...this.events.filter(e => !w.eventsGone.includes(e.event.id)), ...w.events];
    this.figures = [...this.figures.filter(f => !w.figuresGone.includes(f.id)), ...w.figures];
  }
}

const byText = (list: readonly unknown[]): string[] => list.map(x => JSON.stringify(x)).sort();

/** Files a stream one report at a time, each time looking at what lies near only. */
async function fileAll(seed: number, claims: number, places: number, days: number) {
  const filed = new Map<string, { input: LedgerInput; keys: readonly string[]; facts: readonly Fact[] }>();
  const byKey = new Map<string, Set<string>>();
  const memories = new Map<string, Memory>();
  const looked: number[] = [];
  let fallbacks = 0,
    weighed = 0;
  for (const { report, reading } of ledgerStream({ seed, claims, places, days })) {
    const keys = relationKeys(report, reading);
    filed.set(report.id, {
      input: { reports: [report], readings: [reading], decisions: [] },
      keys,
      facts: [],
    });
    for (const key of keys) byKey.set(key, (byKey.get(key) ?? new Set()).add(report.id));
    const related = new Set([report.id]);
    for (const id of related)
      for (const key of filed.get(id)!.keys) for (const o of byKey.get(key)!) related.add(o);
    const inputs = [...related].map(id => filed.get(id)!.input);
    const made = makeFacts({
      reports: inputs.flatMap(i => i.reports),
      readings: inputs.flatMap(i => i.readings),
      decisions: [],
    });
    const before = new Map([...related].flatMap(id => filed.get(id)!.facts).map(f => [JSON.stringify(f), f]));
    const after = new Map([...made.facts.values()].flat().map(f => [JSON.stringify(f), f]));
    for (const [id, facts] of made.facts) filed.get(id)!.facts = facts;
    const gone = [...before].filter(([k]) => !after.has(k));
    const come = [...after].filter(([k]) => !before.has(k));
    const changed = new Map<string, Fact[]>();
    for (const [, f] of [...gone, ...come])
      changed.set(bucketOf(f), [...(changed.get(bucketOf(f)) ?? []), f]);
    for (const [place, list] of changed) {
      const memory = memories.get(place) ?? new Memory();
      memories.set(place, memory);
      const texts = new Set(gone.map(([k]) => k));
      memory.facts = [
        ...memory.facts.filter(f => !texts.has(JSON.stringify(f))),
        ...come.map(([, f]) => f).filter(f => bucketOf(f) === place),
      ];
      const start = memory.looked;
      const on = await weighOn(place, list, memory, rulings, naming);
      looked.push(memory.looked - start);
      weighed++;
      if (on == null) fallbacks++;
      memory.put(on ?? whole(place, memory.facts));
    }
  }
  return { memories, fallbacks, weighed, looked };
}

function whole(place: string, facts: readonly Fact[]): Weighed {
  const record = weighPlace(place, facts, rulings, naming);
  return {
    instant: '',
    firstLine: '',
    periods: record.periods,
    base: '',
    checkpoints: record.checkpoints,
    kept: record.kept,
    eventsGone: [],
    events: record.keptEvents,
    figuresGone: [],
    figures: record.figures,
  };
}

test.each([1, 2, 3, 4])(
  'weighing on from what is kept, report by report, is weighing everything at once (stream %i)',
  async seed => {
    const { memories, fallbacks, weighed } = await fileAll(seed, 700, 3, 900);
    for (const [place, memory] of memories) {
      const all = weighPlace(place, memory.facts, rulings, naming);
      expect(byText(memory.lines)).toEqual(byText(all.periods));
      expect(byText(memory.kept.map(k => k.discrepancy))).toEqual(byText(all.discrepancies));
      expect(byText(memory.events.map(k => k.event))).toEqual(byText(all.events));
      expect(byText(memory.figures)).toEqual(byText(all.figures));
    }
    expect(fallbacks / weighed).toBeLessThan(0.02);
  },
);

test('how many facts a filing looks at does not grow with what is known of the place', async () => {
  const { looked } = await fileAll(5, 1000, 1, 5000);
  const quarter = Math.floor(looked.length / 4);
  const median = (list: readonly number[]): number => [...list].sort((a, b) => a - b)[list.length >> 1]!;
  const early = median(looked.slice(quarter, 2 * quarter)),
    late = median(looked.slice(3 * quarter));
  expect(late).toBeLessThanOrEqual(1.5 * early);
  expect(late).toBeLessThan(200);
});
