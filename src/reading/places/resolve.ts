import { type Candidate, distanceKm, foldName } from '../../gazetteer/index.ts';
import type { Place, PlaceKind } from '../../model/index.ts';
import type { PlaceMention, ReportContext } from '../annotations.ts';
import { actorCountries } from './actor-countries.ts';
import { type Countries, countryEvidence, toShares } from './evidence.ts';
import type { Lookup } from './lookup.ts';
import { offsetIn, pointFrom } from './offset.ts';
import type { Spot } from './spot.ts';

/** What the name of an armed group at home in a country counts for it, and all such names together at most. */
const BY_ACTOR = 0.8,
  MOST_BY_ACTORS = 4;

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
  /** The countries of the report, itself left out. */
  shares: Countries;
  /** The place that the words say holds it ("Holliday, Missouri"), where there is one. */
  holder: Candidate | null;
}

const SETTLED: readonly PlaceKind[] = ['city', 'town', 'village'];
/** Weights of the log-linear score; set on the development data (docs/places.md). */
const W = {
  prior: 0.6,
  share: 1.6,
  other: 0.015,
  country: 2,
  capital: 1.5,
  great: 1.2,
  province: -1.2,
  district: -2,
  key: -1,
  ruled: 0.7,
  said: 2.5,
  heldAfter: 6,
  heldIn: 3,
  heldBefore: 3,
  near: 1,
  told: 3,
} as const;

/** Groups the spots of a report by name, and scores what each can mean by all the others. */
export class Resolver {
  readonly groups: Group[] = [];
  private readonly lookup: Lookup;
  private readonly spots: readonly Spot[];
  private readonly text: string;
  private readonly named: Map<string, number>;
  private readonly bySpot = new Map<Spot, Group>();
  private readonly order = new Map<Spot, number>();

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
    for (const [code, n] of actorCountries(text, context.published))
      this.named.set(code, (this.named.get(code) ?? 0) + Math.min(MOST_BY_ACTORS, n * BY_ACTOR));
    for (const m of earlier)
      if (m.place.country) this.named.set(m.place.country, (this.named.get(m.place.country) ?? 0) + 0.5);
    const byKey = new Map<string, Group>(),
      districts = districtsIn(spots);
    for (const s of spots) {
      if (s.use === 'demonym' || s.site) continue;
      const key = keyOf(s, districts);
      let group = byKey.get(key);
      if (!group) {
        group = { key, spots: [], scored: [], shares: new Map(), holder: null };
        byKey.set(key, group);
        this.groups.push(group);
      }
      group.spots.push(s);
      this.bySpot.set(s, group);
    }
    spots.forEach((s, i) => {
      this.order.set(s, i);
    });
    for (const g of this.groups) g.holder = this.holderOf(g);
  }

  groupOf = (spot: Spot): Group | undefined => this.bySpot.get(spot);

  /** Three rounds, each with what the one before settled. */
  run(): Countries {
    for (let round = 0; round < 3; round++) {
      const sum = this.counts();
      for (const g of this.groups) {
        const others = new Map(sum);
        for (const [code, n] of votes(g)) others.set(code, Math.max(0, others.get(code)! - n));
        g.shares = toShares(others);
        g.scored = this.score(g, g.shares, round);
      }
    }
    return toShares(this.counts());
  }

  /** What is named outright, and what the groups stand for by now. */
  private counts(): Map<string, number> {
    const sum = new Map(this.named);
    for (const g of this.groups) for (const [code, n] of votes(g)) sum.set(code, (sum.get(code) ?? 0) + n);
    return sum;
  }

  private score(group: Group, shares: Countries, round: number): Scored[] {
    const first = group.spots[0]!,
      found = first.id ? this.lookup.byId(first.id) : this.lookup.find(first.name);
    if (found.length === 0) return [];
    const told = group.spots.map(s => (s.use === 'place' ? this.toldFrom(s) : null)).find(t => t !== null);
    const words = { told, said: new Set(group.spots.flatMap(s => s.countries)) };
    const logs = found.map(c => this.logScore(c, group, shares, round, found, words));
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
    { told, said }: { told: { lat: number; lon: number } | null | undefined; said: ReadonlySet<string> },
  ): number {
    const place = c.place;
    let log = W.prior * Math.log(c.score + 1e-9);
    log += W.share * Math.log(W.other + (shares.get(place.country ?? '') ?? 0));
    if (place.kind === 'country' || place.country === null) log += W.country;
    if (place.seatOf === 'country' && c.fit === 'exact') log += W.capital;
    else if (place.population > 5e5 && c.fit === 'exact' && !c.alternate) log += W.great;
    else if (place.population > 1e5 && c.fit === 'exact' && !c.alternate) log += W.great / 2;
    for (const s of group.spots) log += kindFit(place, s) / Math.sqrt(group.spots.length);
    if (said.size > 0) log += said.has(place.country ?? '') ? W.said : -W.said;
    // a bare name that a city and its province share: the city, unless the words say otherwise
    const isSeat = (o: Candidate): boolean =>
      o.place.seatOf === 'admin1' && o.place.admin1 === place.id && o.fit === 'exact' && !o.alternate;
    if (place.kind === 'province' && group.spots.some(s => s.use === 'place') && all.some(isSeat))
      log += W.province;
    // "the Quebec government": a division has one, a city seldom
    if (place.kind === 'province' && group.spots.every(s => s.use === 'metonym')) log += W.ruled;
    if (c.fit !== 'exact') log += W.key;
    if (place.kind === 'district') log += W.district;
    if (told && place.lat != null)
      log += distanceKm(place.lat, place.lon!, told.lat, told.lon) < 40 ? W.told : -W.told;
    let held = 0;
    for (const s of group.spots) held = Math.max(held, this.containment(place, s));
    log += held;
    if (round > 0) log += W.near * this.nearness(place, group);
    return log;
  }

  /** "Paris, Texas"; "Sake, in North Kivu"; "Syria's Aleppo": the place beside it holds it. */
  private containment(place: Place, spot: Spot): number {
    const i = this.order.get(spot)!,
      after = this.spots[i + 1],
      before = this.spots[i - 1];
    if (after && after.use !== 'demonym') {
      const between = this.text.slice(spot.end, after.start);
      if (/^,\s+$/.test(between) && this.holds(after, place)) return W.heldAfter;
      if (IN.test(between) && this.holds(after, place)) return W.heldIn;
    }
    if (before && /^[’']s?\s+(?:\p{Ll}+\s+){0,4}$/u.test(this.text.slice(before.end, spot.start)))
      if (this.holds(before, place)) return W.heldBefore;
    return 0;
  }

  /** "Holliday, Missouri": the division or country that follows after a comma. */
  private holderOf(group: Group): Candidate | null {
    for (const s of group.spots) {
      const after = this.spots[this.order.get(s)! + 1];
      if (!after || after.use === 'demonym' || !/^,\s+$/.test(this.text.slice(s.end, after.start))) continue;
      if (LIST_GOES_ON.test(this.text.slice(after.end, after.end + LIST_REACH))) continue;
      const best = (after.id ? this.lookup.byId(after.id) : this.lookup.find(after.name))[0];
      if (
        best &&
        best.fit === 'exact' &&
        ['province', 'country'].includes(best.place.kind) &&
        best.score > 0.5
      )
        return best;
    }
    return null;
  }

  /** Whether a spot can mean a place that holds another. */
  private holds(spot: Spot, place: Place): boolean {
    if (spot.id) return spot.id === place.admin1;
    const above = new Set([`iso:${place.country}`, place.admin1, place.parent]);
    above.delete(place.id);
    return this.lookup.find(spot.name).some(c => c.score > 0.005 && above.has(c.place.id));
  }

  /** "Sake, 25 km west of Goma": the place told from, and the point that follows. */
  toldFrom(spot: Spot): { from: Place; lat: number; lon: number } | null {
    const after = this.spots[this.order.get(spot)! + 1],
      told = after && offsetIn(this.text.slice(spot.end, after.start)),
      from = after && this.bySpot.get(after)?.scored[0]?.candidate.place;
    const point = told && from ? pointFrom(from, told) : null;
    return point && from ? { from, ...point } : null;
  }

  /** Whether a group's best place lies near another sure one of the report. */
  isNear = (group: Group): boolean => this.nearness(group.scored[0]!.candidate.place, group) > 0;

  /** How near the surest other places of the report lie. */
  private nearness(place: Place, group: Group): number {
    if (place.lat == null || place.kind === 'country') return 0;
    let best = 0;
    for (const g of this.groups) {
      const other = g.scored[0];
      if (g === group || !other || other.score < 0.6) continue;
      const at = other.candidate.place;
      if (at.lat == null || at.kind === 'country' || at.country === null || at.id === place.id) continue;
      const km = distanceKm(place.lat, place.lon!, at.lat, at.lon!);
      best = Math.max(best, nearWeight(km) * other.score);
    }
    return best;
  }
}

/** "Baraza, Kend and Torma": what follows a comma is the next of a list, and holds nothing. */
const LIST_GOES_ON = /^(?:,\s+\p{Lu}[^\s,]*(?:\s\p{Lu}[^\s,]*)?)*\s+and\s/u,
  LIST_REACH = 100;
const IN =
  /^(?:\s+(?:city|town|village|district|province))?,?\s+(?:in|capital of|the capital of|of)\s+(?:the\s+)?(?:[\p{Ll}-]+\s+){0,3}(?:of\s+)?$/u;
const nearWeight = (km: number): number =>
  km < 30 ? 1.6 : km < 100 ? 1.2 : km < 250 ? 0.7 : km < 500 ? 0.3 : 0;

/** What a group adds to the count of countries. */
function votes(g: Group): Map<string, number> {
  const out = new Map<string, number>();
  for (const { candidate, score } of g.scored) {
    const { country, kind } = candidate.place;
    if (country === null || kind === 'country') continue;
    out.set(country, (out.get(country) ?? 0) + score * Math.min(3, g.spots.length) * 0.7);
  }
  return out;
}

/** Names that the report gives to a district and to no settlement: bare, they mean the district too. */
function districtsIn(spots: readonly Spot[]): ReadonlySet<string> {
  const named = (fits: (s: Spot) => boolean): string[] => spots.filter(fits).map(s => foldName(s.name));
  const towns = new Set(named(s => s.kind !== null && SETTLED.includes(s.kind)));
  return new Set(named(s => s.kind === 'district').filter(n => !towns.has(n)));
}

function keyOf(s: Spot, districts: ReadonlySet<string>): string {
  const name = foldName(s.name);
  return `${name}|${s.kind === null && districts.has(name) ? 'district' : broad(s.kind)}`;
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
