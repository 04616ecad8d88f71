import type { Gazetteer } from '../../gazetteer/index.ts';
import type { Document } from '../../language/index.ts';
import type { ClaimPlace } from '../../model/index.ts';
import type { Annotated, PlaceMention, ReportContext } from '../annotations.ts';
import { describedPlaces } from './descriptions.ts';
import type { Countries } from './evidence.ts';
import { Lookup } from './lookup.ts';
import { Resolver } from './resolve.ts';
import { sitesOf } from './sites.ts';
import type { Spot } from './spot.ts';
import { NameSpotter } from './spot-names.ts';
import { knownPlace, placeFields, sitePlace, unknownPlace } from './to-place.ts';

/** Least share of a country in the report for a small place of it to be meant without a word of place before it. */
const AT_HOME = 0.15;
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
    if (s.use === 'demonym') {
      const country = lookup.gazetteer.byId(`iso:${s.countries[0]}`);
      if (country) mention(s, { ...placeFields(country), name: country.name });
      continue;
    }
    const near = () => lastBefore(out, s) ?? main;
    if (s.site) {
      mention(s, sitePlace(s.name, s.name, near()));
      continue;
    }
    const known = earlier.find(m => m.how === 'name' && m.place.name === s.name && m.place.kind !== 'site');
    if (known) {
      mention(s, known.place);
      continue;
    }
    const scored = resolver.groupOf(s)?.scored ?? [],
      best = scored[0];
    if (!best) {
      if (s.locative && s.use === 'place' && worthy(s))
        mention(s, unknownPlace(s.name, s.kind ?? 'area', near()));
      continue;
    }
    const place = best.candidate.place,
      home = shares.get(place.country ?? '') ?? 0;
    const great = place.kind === 'country' || place.kind === 'province' || place.population >= WELL_KNOWN;
    if (great && best.candidate.fit === 'exact') mention(s, knownPlace(s.name, scored));
    else if (home >= AT_HOME && (s.locative || best.candidate.fit === 'exact'))
      mention(s, knownPlace(s.name, scored));
    else if (s.locative && best.candidate.fit === 'exact') mention(s, knownPlace(s.name, scored));
    else if (s.locative && s.use === 'place' && worthy(s))
      mention(s, unknownPlace(s.name, s.kind ?? 'area', near()));
  }
  return out;
}

/** Whether an unknown name is surely a place's: the words beside it say what kind of place it is. */
const worthy = (s: Spot): boolean => s.kind !== null || s.settled;

const lastBefore = (out: readonly PlaceMention[], s: Spot): ClaimPlace | null =>
  out.filter(m => m.locative && m.start < s.start && m.place.kind !== 'country' && m.place.lat != null).at(-1)
    ?.place ?? null;

function mainPlace(shares: Countries, lookup: Lookup): ClaimPlace | null {
  const [code] = [...shares].sort((a, b) => b[1] - a[1])[0] ?? [];
  const country = code ? lookup.gazetteer.byId(`iso:${code}`) : null;
  return country ? placeFields(country) : null;
}
