import { type Candidate, distanceKm, foldName } from '../../gazetteer/index.ts';
import type { Place, PlaceKind } from '../../model/index.ts';
import type { PlaceMention, ReportContext } from '../annotations.ts';
import { type Countries, countryEvidence, toShares } from './evidence.ts';
import type { Lookup } from './lookup.ts';
import type { Spot } from './spot.ts';
import { DIRECTIONS } from './words.ts';

/** A candidate with its probability in context. */
export interface Scored {
  readonly candidate: Candidate;
  readonly score: number;
}

/** All spots of one name and kind: they mean one place. */
export interface Group {
  readonly key: string;
  readonly spots: Spot[];
  scored: readonly Scored[];
}

const SETTLED: readonly PlaceKind[] = ['city', 'town', 'village'];
const PRIOR = 0.6;
const SHARE = 1.6;
const OTHER = 0.015;

/** Groups the spots of a report by name, and scores what each can mean by all the others. */
export class Resolver {
  readonly groups: Group[] = [];
  private readonly lookup: Lookup;
  private readonly spots: readonly Spot[];
  private readonly text: string;
  private readonly named: Map<string, number>;
  private readonly bySpot = new Map<Spot, Group>();

  constructor(
    spots: readonly Spot[],
    text: string,
    context: ReportContext,
    lookup: Lookup,
    earlier: readonly PlaceMention[],
  ) {
    this.lookup = lookup;
    this.spots = spots;
    this.text = text;
    this.named = countryEvidence(spots, context, lookup);
    for (const m of earlier)
      if (m.place.country) this.named.set(m.place.country, (this.named.get(m.place.country) ?? 0) + 0.5);
    const byKey = new Map<string, Group>();
    for (const s of spots) {
      if (s.use === 'demonym' || s.site) continue;
      const key = `${foldName(s.name)}|${broad(s.kind)}`;
      let group = byKey.get(key);
      if (!group) {
        group = { key, spots: [], scored: [] };
        byKey.set(key, group);
        this.groups.push(group);
      }
      group.spots.push(s);
      this.bySpot.set(s, group);
    }
  }

  groupOf = (spot: Spot): Group | undefined => this.bySpot.get(spot);

  /** Three rounds, each with what the one before settled. */
  run(): Countries {
    let shares = toShares(this.named);
    for (let round = 0; round < 3; round++) {
      for (const g of this.groups) g.scored = this.score(g, shares, round);
      const sum = new Map(this.named);
      for (const g of this.groups)
        for (const { candidate, score } of g.scored)
          if (candidate.place.country && candidate.place.kind !== 'country')
            sum.set(
              candidate.place.country,
              (sum.get(candidate.place.country) ?? 0) + score * Math.min(3, g.spots.length) * 0.7,
            );
      shares = toShares(sum);
    }
    return shares;
  }

  private score(group: Group, shares: Countries, round: number): Scored[] {
    const found = this.lookup.find(group.spots[0]!.name);
    if (found.length === 0) return [];
    const logs = found.map(c => this.logScore(c, group, shares, round, found));
    const top = Math.max(...logs),
      weights = logs.map(l => Math.exp(l - top)),
      total = weights.reduce((a, b) => a + b, 0);
    return found
      .map((candidate, i) => ({ candidate, score: weights[i]! / total }))
      .sort((a, b) => b.score - a.score || (a.candidate.place.id < b.candidate.place.id ? -1 : 1));
  }

  private logScore(
    c: Candidate,
    group: Group,
    shares: Countries,
    round: number,
    all: readonly Candidate[],
  ): number {
    const place = c.place;
    let log = PRIOR * Math.log(c.score + 1e-9);
    log += SHARE * Math.log(OTHER + (shares.get(place.country ?? '') ?? 0));
    if (place.kind === 'country') log += 2;
    for (const s of group.spots) log += kindFit(place, s) / Math.sqrt(group.spots.length);
    const said = new Set(group.spots.flatMap(s => s.countries));
    if (said.size > 0) log += said.has(place.country ?? '') ? 2 : -2;
    // a bare name that a city and its province share: the city, unless the words say otherwise
    if (
      place.kind === 'province' &&
      all.some(o => o.place.seatOf === 'admin1' && o.place.admin1 === place.id && o.fit === c.fit)
    )
      log -= 1.2;
    if (place.kind === 'district') log -= 1;
    for (const s of group.spots) log += this.containment(place, s);
    if (round > 0) log += this.nearness(place, group);
    return log;
  }

  /** "Paris, Texas"; "Sake, in North Kivu": the place beside it holds it. */
  private containment(place: Place, spot: Spot): number {
    const i = this.spots.indexOf(spot);
    const after = this.spots[i + 1];
    if (
      after &&
      after.use !== 'demonym' &&
      /^(?:\s+\p{L}+){0,2},?\s+(?:(?:in|capital of|of)\s+(?:the\s+)?(?:\p{Ll}+\s+){0,3})?$/u.test(
        this.text.slice(spot.end, after.start),
      )
    )
      if (this.holds(after, place)) return /^,/.test(this.text.slice(spot.end)) ? 3 : 1.5;
    const before = this.spots[i - 1];
    if (before && /^[’']s?\s+(?:\p{Ll}+\s+){0,4}$/u.test(this.text.slice(before.end, spot.start)))
      if (this.holds(before, place)) return 2;
    return 0;
  }

  /** Whether a spot can mean a place that holds another. */
  private holds(spot: Spot, place: Place): boolean {
    const above = new Set([`iso:${place.country}`, place.admin1, place.parent]);
    above.delete(place.id);
    return this.lookup.find(spot.name).some(c => c.score > 0.01 && above.has(c.place.id));
  }

  /** How near the surest other places of the report lie. */
  private nearness(place: Place, group: Group): number {
    if (place.lat == null || place.kind === 'country') return 0;
    let best = 0;
    for (const g of this.groups) {
      const other = g.scored[0];
      if (
        g === group ||
        !other ||
        other.score < 0.6 ||
        other.candidate.place.lat == null ||
        other.candidate.place.kind === 'country'
      )
        continue;
      if (other.candidate.place.id === place.id) continue;
      const km = distanceKm(place.lat, place.lon!, other.candidate.place.lat, other.candidate.place.lon!);
      best = Math.max(
        best,
        (km < 30 ? 1.6 : km < 100 ? 1.2 : km < 250 ? 0.7 : km < 500 ? 0.3 : 0) * other.score,
      );
    }
    return best;
  }
}

const broad = (kind: PlaceKind | null): string =>
  kind === 'province' || kind === 'district' || kind === 'area' ? kind : '';

/** How well a place is what the words beside its name say. */
function kindFit(place: Place, s: Spot): number {
  if (s.kind === null) return s.settled && !SETTLED.includes(place.kind) ? -2 : 0;
  if (s.kind === 'province')
    return place.kind === 'province' ? 3 : place.kind === 'area' ? 2 : place.kind === 'district' ? 0 : -2;
  if (s.kind === 'district') return place.kind === 'district' ? 3 : place.kind === 'province' ? -1 : 0;
  if (s.kind === 'area') return place.kind === 'area' ? 1 : 0;
  return SETTLED.includes(place.kind) ? 1 + (place.kind === s.kind ? 0.5 : 0) : -2;
}

export const isDirection = (word: string): boolean => DIRECTIONS.has(word.toLowerCase());
