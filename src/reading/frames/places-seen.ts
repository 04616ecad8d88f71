import type { Annotated, PlaceMention } from '../annotations.ts';
import { linkBefore } from '../places/grounds.ts';
import { sitePlace, unknownPlace } from '../places/to-place.ts';

/** Words by which one of a number is meant. */
export const ANY =
  /^(?:an?|another|each|every|any|no|some|several|many|other|first|second|third|last|next|(?:four|fif|six|seven|eigh|nin|ten|eleven|twelf|\w+teen|\w+tie)th|\d+(?:st|nd|rd|th))$/;
const MANY = /^(?:capitals|cities|towns|villages|districts|provinces|states|regions|governorates)$/;
const REGION = /^(?:rural|upper|lower|central|(?:north|south)?-?(?:east|west)?(?:ern)?)$/;

/** The places that frames can be filled with, by token: locative ones, each under the name that it goes by where it stands. */
export function placesSeen(a: Annotated): (PlaceMention | undefined)[] {
  const at: (PlaceMention | undefined)[] = [];
  for (const m of a.places.filter(p => p.locative && !isCounted(a, p)).map(p => tied(a, regional(a, p))))
    for (let i = m.first; i < m.last; i++) if (!at[i] || m.how === 'site') at[i] = m;
  return at;
}

/** "the seventh provincial capital", "another town": one of a number, and no place that the text has named. */
function isCounted(a: Annotated, m: PlaceMention): boolean {
  if (isOwnerOfMany(a, m)) return true;
  if (m.how !== 'description' || m.ahead) return false;
  const { tokens, children } = a.document;
  return children[m.head]!.some(c => ANY.test(tokens[c]!.lower) || tokens[c]!.deprel === 'nummod');
}

/** "five of Kenland's 34 provincial capitals", "five capitals of Kend": some of its places, not the country. */
function isOwnerOfMany({ document: { tokens } }: Annotated, m: PlaceMention): boolean {
  if (!/^(?:country|province|area)$/.test(m.place.kind)) return false;
  if (tokens[m.first - 1]?.lower === 'of' && MANY.test(tokens[m.first - 2]?.lower ?? '')) return true;
  if (!/^[’'`]s?$/.test(tokens[m.last]?.text ?? '')) return false;
  let i = m.last + 1;
  while (i < m.last + 5 && /^(?:ADJ|NUM)$/.test(tokens[i]?.upos ?? '')) i++;
  return MANY.test(tokens[i]?.lower ?? '');
}

/** "rural Kenland", "northern Kend province": a region of its own, whose name is both words. */
function regional(a: Annotated, m: PlaceMention): PlaceMention {
  const before = a.document.tokens[m.first - 1];
  const wide = m.place.kind === 'country' || m.place.kind === 'province';
  if (
    !wide ||
    m.how !== 'name' ||
    !before ||
    !REGION.test(before.lower) ||
    before.sentence !== a.document.tokens[m.first]!.sentence
  )
    return m;
  if (m.place.kind === 'province' && before.lower !== 'rural') return m;
  const name = `${before.text} ${m.place.name}`;
  return {
    ...m,
    first: m.first - 1,
    start: before.start,
    place: { ...unknownPlace(name, 'area', m.place), ...(m.place.part ? { part: m.place.part } : {}) },
  };
}

/** "the camp at Baraza", "a headquarters north of Baraza": a site that is called by where it is. */
function tied(a: Annotated, m: PlaceMention): PlaceMention {
  const { tokens, text } = a.document;
  if (m.how !== 'site' || m.place.in == null) return m;
  const beside = /^(?:at|of|in)$/.test(tokens[m.last]?.lower ?? '');
  const place = a.places.find(
    p =>
      p.how !== 'site' &&
      p.place.name === m.place.in &&
      p.first > m.last &&
      (beside
        ? p.how === 'name' && p.first === m.last + 1
        : linkBefore(a.document, p.first)?.first === m.last),
  );
  if (!place || place.place.kind === 'country') return m;
  // "the road south of the city" goes by the city's name
  const end = place.how === 'name' ? place.end : tokens[place.first - 1]!.end;
  const said = text
    .slice(m.start, end)
    .replace(/\s+/g, ' ')
    .replace(/^(?:the|its|their) /i, '');
  const name = place.how === 'name' ? said : `${said.replace(/ the$/, '')} ${place.place.name}`;
  return { ...m, place: { ...m.place, name } };
}

const PLURAL = /^(.*?)s (to|at|in|of|near|into) /;
/** Whether a site's words tell of many, each by where it is: "bases at Baraza". */
export const isPlural = (site: PlaceMention): boolean => site.how === 'site' && PLURAL.test(site.place.name);

/** "the bases at A", of those at A, B and C: the one at A. */
export const firstOf = (site: PlaceMention): PlaceMention => ({
  ...site,
  place: { ...site.place, name: site.place.name.replace(PLURAL, '$1 $2 ') },
});

/** "the roads to A, B and C", "the bases at A and B": one site for each place listed. */
export function eachOf(site: PlaceMention, place: PlaceMention): PlaceMention | null {
  const said = PLURAL.exec(site.place.name);
  if (site.how !== 'site' || !said || place.how !== 'name') return null;
  const name = `${said[1]} ${said[2]} ${place.place.name}`;
  const within = said[2] === 'to' || said[2] === 'into' ? site.place.in : place.place.name;
  return {
    ...place,
    how: 'site',
    place: sitePlace(name, name, within == null ? null : { ...place.place, name: within }),
  };
}

/** Parts that may lie in several places at once. */
const SPREAD =
  /(?:parts|portions|sections|chunks|swathe?s|stretches|outskirts|suburbs|territory|ground|much|most|half)$/;

/** "parts of Baraza and Kend": the part of the second, which the first's phrase takes in; null for a place by itself. */
export function partOfEach(first: PlaceMention, place: PlaceMention): PlaceMention | null {
  const { part } = first.place;
  if (!part || !SPREAD.test(part) || place.place.part || place.how !== 'name') return null;
  return { ...place, place: { ...place.place, part } };
}
