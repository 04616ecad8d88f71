import type { Gazetteer } from '../../gazetteer/index.ts';
import type { Document } from '../../language/index.ts';
import type { ClaimPlace, Place } from '../../model/index.ts';
import type { Annotated, PlaceMention, ReportContext } from '../annotations.ts';
import { describedPlaces } from './descriptions.ts';
import type { Countries } from './evidence.ts';
import { Lookup } from './lookup.ts';
import { type Group, Resolver } from './resolve.ts';
import { sitesOf } from './sites.ts';
import type { Spot } from './spot.ts';
import { NameSpotter } from './spot-names.ts';
import { knownPlace, placeFields, sitePlace, unknownPlace } from './to-place.ts';

/** Least share of a country in the report for a small place of it to be meant. */
const AT_HOME = 0.1;
/** Share from which a small place needs no word of place beside it. */
const WHOLLY = 0.4;
const WELL_KNOWN = 100_000;

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
    shares = resolver.run();
  const named = nameMentions(spots, resolver, shares, lookup, earlier?.places ?? []);
  const sites = sitesOf(doc, named);
  const all = [
    ...named.filter(m => !sites.some(s => s.first <= m.first && m.last <= s.last && s.how === 'site')),
    ...named
      .filter(m => sites.some(s => s.first <= m.first && m.last <= s.last && s.how === 'site'))
      .map(m => ({ ...m, locative: false })),
    ...sites,
  ].sort(inOrder);
  return [...all, ...describedPlaces(doc, all, gazetteer)].sort(inOrder);
}

const inOrder = (a: PlaceMention, b: PlaceMention): number => a.first - b.first || b.last - a.last;

function nameMentions(
  spots: readonly Spot[],
  resolver: Resolver,
  shares: Countries,
  lookup: Lookup,
  earlier: readonly PlaceMention[],
): PlaceMention[] {
  const out: PlaceMention[] = [],
    main = mainPlace(shares, lookup);
  const mention = (s: Spot, place: ClaimPlace): void => {
    const { first, last, head, start, end } = s;
    out.push({ first, last, head, start, end, how: 'name', place, locative: s.use === 'place' });
  };
  for (const s of spots) {
    const near = (): ClaimPlace | null => lastBefore(out, s) ?? main;
    if (s.use === 'demonym') {
      const place = lookup.gazetteer.byId(s.id ?? `iso:${s.countries[0]}`);
      if (place) mention(s, placeFields(place));
    } else if (s.site) mention(s, sitePlace(s.name, s.name, within(out, s) ?? near()));
    else {
      const known = earlier.find(m => m.how === 'name' && m.place.name === s.name && m.place.kind !== 'site');
      const place = known?.place ?? resolved(s, resolver.groupOf(s)!, near);
      if (place) mention(s, place);
    }
  }
  return out;
}

/** What a name means: a known place, an unknown one where the words say so, or no place at all. */
function resolved(s: Spot, group: Group, near: () => ClaimPlace | null): ClaimPlace | null {
  const best = group.scored[0],
    held = best && group.holder ? holds(group.holder.place, best.candidate.place) : false,
    locative = held ? 2 : Math.max(...group.spots.map(x => x.locative));
  const unknown = (within: ClaimPlace | null): ClaimPlace | null =>
    locative === 2 && s.use === 'place' && isWorthy(group.spots)
      ? unknownPlace(s.name, s.kind ?? 'area', within)
      : null;
  if (!best)
    return group.holder && locative > 0
      ? unknownPlace(s.name, s.kind ?? 'area', placeFields(group.holder.place))
      : unknown(near());
  const { place, fit, alternate } = best.candidate,
    known = knownPlace(s.name, group.scored),
    home = group.shares.get(place.country ?? '') ?? 0;
  if (s.id !== null || held) return known;
  if (isGreat(place) && fit === 'exact' && !(alternate && home < AT_HOME)) return known;
  if (group.holder && !isGreat(place) && group.holder.place.id !== place.id)
    return unknownPlace(s.name, s.kind ?? 'area', placeFields(group.holder.place));
  if (locative === 0 && !(home >= WHOLLY && fit === 'exact' && !alternate)) return null;
  if (locative === 1 && home < AT_HOME) return null;
  if (home >= AT_HOME && (fit === 'exact' || locative === 2)) return known;
  if (fit === 'exact' && !alternate && best.score > 0.6 && home > 0) return known;
  return unknown(near());
}

const isGreat = (p: Place): boolean =>
  p.kind === 'country' || p.kind === 'province' || p.country === null || p.population >= WELL_KNOWN;

const holds = (above: Place, place: Place): boolean =>
  above.id !== place.id && (above.id === place.admin1 || above.id === `iso:${place.country}`);

/** Whether an unknown name is surely a place's: the words beside it say what kind of place it is. */
const isWorthy = (spots: readonly Spot[]): boolean => spots.some(s => s.kind !== null || s.settled);

/** The place in a site's own name: "Adair County Regional Jail". */
const within = (out: readonly PlaceMention[], s: Spot): ClaimPlace | null =>
  out.find(m => m.first >= s.first && m.last <= s.last)?.place ?? null;

const lastBefore = (out: readonly PlaceMention[], s: Spot): ClaimPlace | null =>
  out.filter(m => m.locative && m.start < s.start && m.place.kind !== 'country' && m.place.lat != null).at(-1)
    ?.place ?? null;

function mainPlace(shares: Countries, lookup: Lookup): ClaimPlace | null {
  const [code] = [...shares].sort((a, b) => b[1] - a[1])[0] ?? [];
  const country = code ? lookup.gazetteer.byId(`iso:${code}`) : null;
  return country ? placeFields(country) : null;
}
