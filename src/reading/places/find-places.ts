import { loadActors } from '../../actors/index.ts';
import { foldName, type Gazetteer } from '../../gazetteer/index.ts';
import type { Document } from '../../language/index.ts';
import type { ClaimPlace, Place } from '../../model/index.ts';
import type { Annotated, PlaceMention, ReportContext } from '../annotations.ts';
import { areasOf } from './areas.ts';
import { describedPlaces } from './descriptions.ts';
import type { Countries } from './evidence.ts';
import { groundsOf } from './grounds.ts';
import { seatedSite, siteIn } from './known-sites.ts';
import { Lookup } from './lookup.ts';
import { withParts } from './parts.ts';
import { type Group, Resolver } from './resolve.ts';
import { seatsOf } from './seats.ts';
import { seatOf } from './site-seat.ts';
import { sitesOf } from './sites.ts';
import type { Spot } from './spot.ts';
import { NameSpotter } from './spot-names.ts';
import { knownPlace, placeFields, unknownPlace } from './to-place.ts';
import { TYPES } from './words.ts';

/** Least share of a country in the report for a small place of it to be meant. */
const AT_HOME = 0.1;
/** Share from which a small place needs no word of place beside it. */
const WHOLLY = 0.4;
/** Probability from which a name that only one place bears is that place, though the report names its country nowhere. */
const SURE = 0.9;
const WELL_KNOWN = 100_000;
/** Least share of a country for what is named next to lie there too. */
const NEAR_HOME = 0.25;

/**
 * The places that a text names or means. Requires: document. Adds: names resolved by all else in the report, sites as
 * children of their places, descriptions ("the city"), and names that no gazetteer knows as unresolved places.
 * `earlier` is an annotated text of the same report: its places are this one's.
 */
export function findPlaces(
  doc: Document,
  context: ReportContext,
  gazetteer: Gazetteer,
  earlier?: Annotated,
): PlaceMention[] {
  const lookup = new Lookup(gazetteer),
    spots = new NameSpotter(doc, lookup).run(),
    resolver = new Resolver(spots, doc.text, context, lookup, earlier?.places ?? []),
    shares = resolver.run(),
    naming = new Naming(doc, resolver, shares, lookup, earlier?.places ?? []);
  const plain = areasOf(doc, withoutQualifiers(doc, withoutOutlet(naming.run(spots), context)), gazetteer);
  // "the Grand Mosque", with no place beside it
  const named = plain.map(m => {
    const seat = naming.loose.has(m.first) ? seatOf(doc, m.first, plain, context.title) : null;
    const { name } = m.place;
    return seat ? { ...m, place: seatedSite(gazetteer, shares, name, name, seat) } : m;
  });
  const sites = sitesOf(doc, named, gazetteer, shares, context.title);
  const all = [
    ...named.filter(m => !sites.some(s => s.first <= m.first && m.last <= s.last && s.how === 'site')),
    ...named
      .filter(m => sites.some(s => s.first <= m.first && m.last <= s.last && s.how === 'site'))
      .map(m => ({ ...m, locative: false })),
    ...sites,
  ].sort(inOrder);
  const described = [...all, ...describedPlaces(doc, all, gazetteer)].sort(inOrder);
  const seated = seatsOf(doc, described, gazetteer);
  return withParts(doc, [...seated, ...groundsOf(doc, seated)].sort(inOrder));
}

/** "confirmed to Al Jazeera": the newsroom's own name is no place, whatever province bears it. */
function withoutOutlet(named: readonly PlaceMention[], { outlet }: ReportContext): readonly PlaceMention[] {
  const own = outlet === null ? '' : foldName(outlet);
  return own === ''
    ? named
    : named.map(m => (foldName(m.place.name) === own ? { ...m, locative: false } : m));
}

const SETTLEMENT = /^(?:village|town|city|suburb|hamlet|settlement|neighbou?rhood|quarter|stronghold)$/;

/** "the Kend province village of Baraza", "the Kend suburb of Baraza": the first name only says where the second lies. */
function withoutQualifiers({ tokens }: Document, named: readonly PlaceMention[]): readonly PlaceMention[] {
  const isPlaceAt = (i: number): boolean =>
    named.some(m => m.first === i && m.locative && !/^(?:country|province|area)$/.test(m.place.kind));
  return named.map(m => {
    const noun =
      TYPES.has(tokens[m.last]?.lower ?? '') && !SETTLEMENT.test(tokens[m.last]!.lower) ? m.last + 1 : m.last;
    const tells =
      m.locative &&
      SETTLEMENT.test(tokens[noun]?.lower ?? '') &&
      tokens[noun + 1]?.lower === 'of' &&
      isPlaceAt(noun + 2);
    return tells ? { ...m, locative: false } : m;
  });
}

const inOrder = (a: PlaceMention, b: PlaceMention): number => a.first - b.first || b.last - a.last;

/** Gives every spot its meaning; one name means one place throughout. */
class Naming {
  readonly out: PlaceMention[] = [];
  /** Where the names of sites begin that have no place in or behind them. */
  readonly loose = new Set<number>();
  private readonly unknowns = new Map<Group, ClaimPlace>();
  private readonly doc: Document;
  private readonly resolver: Resolver;
  private readonly lookup: Lookup;
  private readonly earlier: readonly PlaceMention[];
  private readonly main: ClaimPlace | null;
  private readonly shares: Countries;
  private spots: readonly Spot[] = [];

  constructor(
    doc: Document,
    resolver: Resolver,
    shares: Countries,
    lookup: Lookup,
    earlier: readonly PlaceMention[],
  ) {
    this.doc = doc;
    this.resolver = resolver;
    this.lookup = lookup;
    this.earlier = earlier;
    this.main = mainPlace(shares, lookup);
    this.shares = shares;
  }

  run(spots: readonly Spot[]): PlaceMention[] {
    this.spots = spots;
    for (const s of spots) {
      const place = this.placeOf(s);
      if (!place) continue;
      const { first, last, head, start, end } = s;
      this.out.push({ first, last, head, start, end, how: 'name', place, locative: s.use === 'place' });
    }
    return this.out;
  }

  private placeOf(s: Spot): ClaimPlace | null {
    if (s.use === 'demonym') {
      const place = this.lookup.gazetteer.byId(s.id ?? `iso:${s.countries[0]}`);
      return place ? placeFields(place) : null;
    }
    if (s.site) {
      const tied = this.within(s) ?? this.tiedTo(s);
      if (!tied) this.loose.add(s.first);
      return siteIn(this.lookup.gazetteer, this.shares, s.name, s.name, tied ?? this.main);
    }
    const known = this.earlier.find(
      m => m.how === 'name' && m.place.name === s.name && m.place.kind !== 'site',
    );
    return known?.place ?? this.resolved(s, this.resolver.groupOf(s)!);
  }

  /** What a name means: a known place, an unknown one where the words say so, or no place at all. */
  private resolved(s: Spot, group: Group): ClaimPlace | null {
    const best = group.scored[0],
      held = best && group.holder ? holds(group.holder.place, best.candidate.place) : false,
      locative = held ? 2 : Math.max(...group.spots.map(x => x.locative));
    if (!best) return locative > 0 ? this.unknown(s, group, locative) : null;
    const { place, fit, alternate } = best.candidate,
      known = knownPlace(s.name, group.scored),
      home = group.shares.get(place.country ?? '') ?? 0;
    if (s.id !== null || held) return known;
    if (isGreat(place) && fit === 'exact' && !(alternate && home < AT_HOME)) return known;
    if (group.holder && !isGreat(place) && group.holder.place.id !== place.id)
      return this.unknown(s, group, locative);
    if (locative === 0 && !(home >= WHOLLY && fit === 'exact' && !alternate)) return null;
    if (locative === 1 && home < AT_HOME) return null;
    if (home >= AT_HOME && (fit === 'exact' || (s.kind === place.kind && this.resolver.isNear(group))))
      return known;
    if (home >= WHOLLY && locative === 2 && this.resolver.isNear(group)) return known;
    if (fit === 'exact' && !alternate && best.score > 0.6 && home > 0) return known;
    if (fit === 'exact' && !alternate && best.score > SURE && this.isNextDoor(place.country)) return known;
    return this.unknown(s, group, locative);
  }

  /** Whether a country borders on one that the report is about. */
  private isNextDoor = (country: string | null): boolean =>
    country !== null &&
    this.lookup.gazetteer.neighbours(country).some(c => (this.shares.get(c) ?? 0) >= NEAR_HOME);

  /** A name that the gazetteer lacks, or knows only far from what the report is about. */
  private unknown(s: Spot, group: Group, locative: number): ClaimPlace | null {
    const had = this.unknowns.get(group);
    if (had) return had;
    if (group.holder)
      return this.keep(group, unknownPlace(s.name, s.kind ?? 'area', placeFields(group.holder.place), true));
    const told = this.resolver.toldFrom(s);
    if (told && s.use === 'place') {
      const from = placeFields(told.from),
        { lat, lon } = told;
      return this.keep(group, {
        ...unknownPlace(s.name, s.kind ?? 'village', from),
        lat: Math.round(lat * 1e4) / 1e4,
        lon: Math.round(lon * 1e4) / 1e4,
        precision: 'approximate',
      });
    }
    if (locative < 2 || s.use !== 'place' || !isNominal(this.doc, s) || isActorName(s.name)) return null;
    if (isCommon(this.doc, s)) return null;
    const near = this.lastBefore(s),
      sure = near !== null && this.doc.tokens[near.first]!.sentence === this.doc.tokens[s.first]!.sentence;
    return this.keep(group, unknownPlace(s.name, s.kind ?? 'area', near?.place ?? this.main, sure));
  }

  private keep(group: Group, place: ClaimPlace): ClaimPlace {
    this.unknowns.set(group, place);
    return place;
  }

  /** The place in a site's own name: "Adair County Regional Jail". */
  private within = (s: Spot): ClaimPlace | null =>
    this.out.find(m => m.first >= s.first && m.last <= s.last)?.place ?? null;

  /** "the Grand Mosque in Baraza": the place right behind a site's name. */
  private tiedTo(s: Spot): ClaimPlace | null {
    const tie = this.doc.tokens[s.last]?.lower ?? '';
    const behind = this.doc.tokens[s.last + 1]?.lower === 'the' ? s.last + 2 : s.last + 1;
    const next = /^(?:in|at|of|near|outside)$/.test(tie)
      ? this.spots.find(o => o.first === behind)
      : undefined;
    return next && !next.site && next.use === 'place' ? this.placeOf(next) : null;
  }

  /** The place named before it, in a country that the report is about: what is said of Moscow says not where a village lies. */
  private lastBefore = (s: Spot): PlaceMention | null =>
    this.out.findLast(
      m =>
        m.locative &&
        m.start < s.start &&
        m.place.kind !== 'country' &&
        m.place.lat != null &&
        (m.place.country === this.main?.country ||
          (this.shares.get(m.place.country ?? '') ?? 0) >= NEAR_HOME),
    ) ?? null;
}

const isGreat = (p: Place): boolean =>
  p.kind === 'country' || p.kind === 'province' || p.country === null || p.population >= WELL_KNOWN;

const holds = (above: Place, place: Place): boolean =>
  above.id !== place.id && (above.id === place.admin1 || above.id === `iso:${place.country}`);

/** "Houthi hands": an unknown name that only tells of the next noun is no place's, unless that noun says so. */
function isNominal(doc: Document, s: Spot): boolean {
  const t = doc.tokens[s.head]!,
    next = doc.tokens[s.last];
  return (
    s.kind !== null ||
    !(next?.upos === 'NOUN' && /^(?:compound|amod|nmod)$/.test(t.deprel) && t.head >= s.last)
  );
}

/** "Civilians were hit": a noun that only begins a sentence is no name. */
function isCommon({ tokens, sentences }: Document, s: Spot): boolean {
  const t = tokens[s.first]!;
  return (
    s.last === s.first + 1 && s.kind === null && t.xpos === 'NNS' && sentences[t.sentence]!.first === s.first
  );
}

function isActorName(name: string): boolean {
  const actors = loadActors();
  return actors.findByName(name).length > 0 || actors.findByLeader(name) !== null;
}

function mainPlace(shares: Countries, lookup: Lookup): ClaimPlace | null {
  const [code] = [...shares].sort((a, b) => b[1] - a[1])[0] ?? [];
  const country = code ? lookup.gazetteer.byId(`iso:${code}`) : null;
  return country ? placeFields(country) : null;
}
