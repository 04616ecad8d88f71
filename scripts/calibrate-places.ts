/**
 * How true the probabilities of places are: on the toponym set, the share of right places (within 161 km) among those
 * given a probability between two bounds. Prints the curve of docs/places.md.
 *   npx tsx scripts/calibrate-places.ts [FOLDER]      default ../shared/eval
 */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { distanceKm, loadGazetteer } from '../src/gazetteer/index.ts';
import { parseText } from '../src/language/index.ts';
import { findPlaces } from '../src/reading/places/index.ts';

const folder = process.argv[2] ?? resolve(import.meta.dirname, '../../shared/eval');
const BOUNDS = [0, 0.5, 0.7, 0.85, 0.95, 0.99, 1.0001];
const NEAR_KM = 161;

interface Toponym {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly lat: number | null;
  readonly lon: number | null;
}
const rows = readFileSync(join(folder, 'toponyms-dev.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map(l => JSON.parse(l) as { text: string; toponyms: Toponym[] });
const gazetteer = loadGazetteer(),
  bins = BOUNDS.slice(1).map(() => ({ n: 0, sum: 0, right: 0 }));
for (const row of rows) {
  const doc = parseText(row.text);
  const places = findPlaces(doc, { title: null, outlet: null, published: '2017-01-01' }, gazetteer);
  for (const t of row.toponyms) {
    const m = places.find(p => p.how === 'name' && p.start < t.end && p.end > t.start);
    if (t.lat == null || row.text.slice(t.start, t.end) !== t.text || m?.place.lat == null) continue;
    if (m.place.precision !== 'exact') continue;
    const score = m.place.candidates?.[0]?.score ?? 1,
      bin = bins[BOUNDS.findIndex(b => score < b) - 1]!;
    bin.n++;
    bin.sum += score;
    if (distanceKm(t.lat, t.lon!, m.place.lat, m.place.lon!) <= NEAR_KM) bin.right++;
  }
}
console.log('probability      places  mean said  share right');
bins.forEach((b, i) => {
  const from = BOUNDS[i]!.toFixed(2),
    to = Math.min(1, BOUNDS[i + 1]!).toFixed(2);
  if (b.n > 0)
    console.log(
      `${from}–${to}     ${String(b.n).padStart(6)}     ${(b.sum / b.n).toFixed(3)}      ${(b.right / b.n).toFixed(3)}`,
    );
});
