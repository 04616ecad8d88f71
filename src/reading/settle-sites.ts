import type { Document, Token } from '../language/index.ts';
import type { PlaceMention } from './annotations.ts';
import { sitePlace } from './places/to-place.ts';

/** Words for sites that newsrooms use in turn for one site. */
const CLASSES: readonly RegExp[] = [
  /^(?:base|airbase|airport|airfield|airstrip|aerodrome)$/,
  /^(?:base|camp|garrison|barracks|outpost|post|position)$/,
  /^(?:prison|jail)$/,
  /^(?:crossing|border|gate|checkpoint)$/,
  /^(?:road|highway|route|motorway)$/,
  /^(?:plant|station|refinery)$/,
  /^(?:port|harbou?r)$/,
];
/** How many sentences back a site may lie to be "the base". */
const REACH = 12;
/** The first sentences, which may speak of a site before they name it. */
const LEAD = 3;
const TIES = /^(?:at|of|in|near|outside|to|from)$/;

/**
 * Sites spoken of again without their name: "the base", of Tabqa air base; "an air base", in a lead that names it further down. Requires: places; `earlier` are those
 * of the body, where the text is the title.
 */
export function settleSites(
  doc: Document,
  found: readonly PlaceMention[],
  earlier: readonly PlaceMention[],
): PlaceMention[] {
  const places = withWholeNames(doc, found);
  const sites = places.filter(isSite);
  if (!sites.length) return [...places];
  const named = underOneName(
    doc,
    sites.filter(m => isNamed(doc, m, places)),
  );
  const namedAt = new Map(named.map(m => [m.first, m]));
  const listed = sharingAnEnd(doc, places);
  return places.map(m => {
    if (!isSite(m)) return m;
    const joint = listed.get(m);
    if (joint) return joint;
    const share = shareOf(doc, m, places);
    if (share) return share;
    const own = namedAt.get(m.first);
    if (own || isTied(doc, m)) return own ?? m;
    const meant = meantBy(doc, m, named, places) ?? inBody(headOf(doc, m), earlier);
    return meant ? { ...m, place: meant.place } : m;
  });
}

const isSite = (m: PlaceMention): boolean => m.how === 'site' || m.place.kind === 'site';
const headOf = (doc: Document, m: PlaceMention): string => doc.tokens[m.head]!.lower;

const JOINT = /^(?:,|and|or|the|its|their|an?|both|as|well|two|three|several)$/;

/** "the station and the mill in Baraza": what ties the last site of a list ties those before it that have no name. */
function sharingAnEnd(doc: Document, places: readonly PlaceMention[]): Map<PlaceMention, PlaceMention> {
  const out = new Map<PlaceMention, PlaceMention>(),
    sites = places.filter(m => m.how === 'site');
  for (let i = sites.length - 2; i >= 0; i--) {
    const site = sites[i]!,
      next = sites[i + 1]!,
      between = doc.tokens.slice(site.last, next.first);
    const isList = between.some(t => /^(?:,|and)$/.test(t.lower)) && between.every(t => JOINT.test(t.lower));
    if (!isList || isTied(doc, site) || /\p{Lu}/u.test(doc.text.slice(site.start, site.end))) continue;
    const around = out.get(next)?.place.in ?? (isTied(doc, next) ? next.place.in : null);
    const parent = around == null ? undefined : places.find(m => m.place.name === around && !isSite(m));
    if (parent) out.set(site, { ...site, place: sitePlace(site.place.name, site.place.name, parent.place) });
  }
  return out;
}

/** Whether a name tells a site from others: "Tabqa air base", "the 8th Brigade's base"; not "the Syrian base". */
function isNamed(doc: Document, m: PlaceMention, places: readonly PlaceMention[]): boolean {
  if (m.how === 'name') return true;
  const countries = places.filter(p => p.place.kind === 'country');
  const names = (t: Token): boolean =>
    /^\p{Lu}/u.test(t.text) &&
    t.index !== doc.sentences[t.sentence]!.first &&
    !countries.some(p => p.first <= t.index && t.index < p.last);
  return (
    doc.tokens.slice(m.first, m.last).some(names) ||
    (isTied(doc, m) && !/^(?:north|south|east|west|central)/i.test(m.place.in ?? ''))
  );
}

/** "Hamra airbase", of "Wadi Hamra airbase": the name as the text has it, where no list knows the words before. */
function withWholeNames(doc: Document, places: readonly PlaceMention[]): PlaceMention[] {
  const taken = new Set(places.flatMap(p => Array.from({ length: p.last - p.first }, (_, i) => p.first + i)));
  return places.map(m => {
    if (m.how !== 'site') return m;
    let first = m.first;
    while (isOfName(doc, first - 1, m.first) && !taken.has(first - 1)) first--;
    if (first === m.first) return m;
    const { start } = doc.tokens[first]!;
    const name = `${doc.text.slice(start, m.start).replace(/\s+/g, ' ')}${m.place.name}`;
    return { ...m, first, start, place: { ...m.place, name } };
  });
}

/** Whether a word belongs to the name that a site's words end: "Wadi", "46th". */
function isOfName(doc: Document, i: number, site: number): boolean {
  const t = doc.tokens[i];
  if (!t || t.sentence !== doc.tokens[site]!.sentence) return false;
  if (/^\d+(?:st|nd|rd|th)$/.test(t.lower)) return true;
  return t.upos === 'PROPN' && /^\p{Lu}\p{Ll}/u.test(t.text) && /^(?:compound|flat|nmod)/.test(t.deprel);
}

/** Sites of which a place has many: some of them are a part of it. */
const MANY = /^(?:buildings|positions|posts|outposts|checkpoints|points|blocks|streets|farms|houses)$/;

/** "several buildings in Baraza", "two positions near Baraza": no site of its own, but a part of the place that it lies in. */
function shareOf(doc: Document, m: PlaceMention, places: readonly PlaceMention[]): PlaceMention | null {
  if (m.how !== 'site' || !MANY.test(headOf(doc, m)) || m.place.in == null) return null;
  if (/\p{Lu}/u.test(doc.text.slice(m.start, m.end))) return null;
  const around = places.findLast(
    p =>
      p.place.name === m.place.in &&
      !isSite(p) &&
      doc.tokens[p.first]!.sentence <= doc.tokens[m.first]!.sentence,
  );
  if (!around || around.place.kind === 'country') return null;
  let first = m.first;
  while (
    /^(?:several|some|many|two|three|four|five|six|most|all|key|its|their|a|number|of|dozens|\d+)$/.test(
      doc.tokens[first - 1]?.lower ?? '',
    )
  )
    first--;
  const part = doc.text.slice(doc.tokens[first]!.start, m.end).replace(/^(?:of|its|their|a) /, '');
  return { ...m, how: 'name', place: { ...around.place, part } };
}

/** "Tabqa base" and "Tabqa air base": one site, under the longest of its names. */
function underOneName(doc: Document, named: readonly PlaceMention[]): PlaceMention[] {
  return named.map(m => {
    const longer = named.find(
      o =>
        o.place.in != null &&
        o.place.in === m.place.in &&
        m.place.name.startsWith(m.place.in) &&
        o.place.name.startsWith(o.place.in) &&
        o.place.name.length > m.place.name.length &&
        isAlike(headOf(doc, m), headOf(doc, o)),
    );
    return longer ? { ...m, place: longer.place } : m;
  });
}

/** "the camp at Baraza", "a base in the north": where it lies is told right behind it. */
function isTied(doc: Document, m: PlaceMention): boolean {
  const next = doc.tokens[m.last];
  return (
    next !== undefined && TIES.test(next.lower) && m.place.in != null && follows(doc, m.last, m.place.in)
  );
}

/** Whether a name stands within the next few words. */
const follows = (doc: Document, from: number, name: string): boolean =>
  doc.text
    .slice(doc.tokens[from]!.start, doc.tokens[Math.min(from + 6, doc.tokens.length - 1)]!.end)
    .includes(name);

/** The site with a name that a bare one stands for: the last before it, or the only one of the report that the lead can mean. */
function meantBy(
  doc: Document,
  m: PlaceMention,
  named: readonly PlaceMention[],
  places: readonly PlaceMention[],
): PlaceMention | null {
  const word = headOf(doc, m),
    sentence = doc.tokens[m.first]!.sentence;
  const alike = named.filter(o => isAlike(word, headOf(doc, o)) && o.last - o.first > 1);
  const definite = /^(?:the|this|that|its|their)$/.test(doc.tokens[m.first - 1]?.lower ?? '');
  const before = alike.findLast(
    o => o.last <= m.first && sentence - doc.tokens[o.first]!.sentence <= REACH && definite,
  );
  if (before) return before;
  const only = new Set(alike.map(o => o.place.name)).size === 1 ? alike[0]! : null;
  const elsewhere = places.some(
    p => !/^(?:country|site|area)$/.test(p.place.kind) && p.last <= m.first && p.locative,
  );
  return only && sentence < LEAD && only.first > m.first && !elsewhere ? only : null;
}

/** "Syrian air base" of a title: the site of such a kind that the body names, where it names but one. */
function inBody(word: string, earlier: readonly PlaceMention[]): PlaceMention | null {
  const alike = earlier.filter(
    o => isSite(o) && isAlike(word, o.place.name.split(' ').at(-1)!.toLowerCase()),
  );
  return new Set(alike.map(o => o.place.name)).size === 1 ? alike[0]! : null;
}

const isAlike = (a: string, b: string): boolean => a === b || CLASSES.some(c => c.test(a) && c.test(b));
