import type { Attribution, Basis, ClaimPlace, ClaimTime, PlaceView, StatusRow } from '../../model/index.ts';

const DAY = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});
const COUNTRIES = new Intl.DisplayNames('en', { type: 'region' });

/** A calendar date for people. @example day('2021-08-10') // '10 Aug 2021' */
export const day = (date: string): string => DAY.format(new Date(`${date.slice(0, 10)}T00:00:00Z`));

/** Days from one to another, what they share said once. @example days('2021-08-10', '2021-08-11') // '10–11 Aug 2021' */
export function days(from: string, to: string): string {
  if (from === to) return day(from);
  if (from.slice(0, 7) === to.slice(0, 7)) return `${Number(from.slice(8, 10))}–${day(to)}`;
  return from.slice(0, 4) === to.slice(0, 4)
    ? `${day(from).slice(0, -5)} – ${day(to)}`
    : `${day(from)} – ${day(to)}`;
}

/** An instant for people, to the minute in UTC; the end of a day is the day alone. @example instant('2021-08-10T23:59:59.999Z') // '10 Aug 2021' */
export const instant = (value: string): string =>
  value.endsWith('T23:59:59.999Z') ? day(value) : `${day(value)}, ${value.slice(11, 16)} UTC`;

/** One of something or many. @example count(2, 'claim') // '2 claims' */
export const count = (n: number, one: string, many = `${one}s`): string =>
  `${n.toLocaleString('en-GB')} ${n === 1 ? one : many}`;

/** A country's English name by its ISO code. */
export function countryName(code: string | null | undefined): string | null {
  if (code == null) return null;
  try {
    return COUNTRIES.of(code.toUpperCase()) ?? code;
  } catch {
    return code;
  }
}

/** A claim's time: the days, then the words it was told in. */
export function timeWords(time: ClaimTime | null | undefined): string {
  if (time == null || (time.from == null && time.to == null)) return time?.text ? `“${time.text}”` : '';
  const { from, to } = time;
  const when =
    from != null && to != null ? days(from, to) : from == null ? `until ${day(to!)}` : `since ${day(from)}`;
  return time.text ? `${when} (“${time.text}”)` : when;
}

/** Who said it, innermost first. @example 'council member → AFP → Al Jazeera' */
export const sourceWords = (attribution: Attribution): string =>
  attribution.map(source => source.name).join(' → ');

/** The places of a claim in words. */
export function placeWords(places: readonly ClaimPlace[]): string {
  return places
    .map(place => {
      const unsure = place.kind === 'site' && (place.candidates?.length ?? 0) > 1;
      const inside = place.in ? ` (in ${place.in})` : unsure ? ' [in which place is not sure]' : '';
      const part = place.part ? `${place.part} of ` : '';
      const doubt = place.precision === 'unresolved' || place.id == null ? ' [place not known]' : '';
      return `${part}${place.name}${inside}${doubt}`;
    })
    .join(', ');
}

/** What and where a place is. @example 'city in Farah, Afghanistan' */
export function whereWords(place: PlaceView): string {
  const around = [place.admin1Name === place.name ? null : place.admin1Name, countryName(place.country)];
  const inside = around.filter(name => name != null && name !== place.name).join(', ');
  const seat =
    place.seatOf === 'admin1'
      ? ', seat of its province'
      : place.seatOf === 'country'
        ? ', seat of government'
        : '';
  return `${place.kind}${inside ? ` in ${inside}` : ''}${seat}`;
}

/** Who holds it, in words. */
export const holderWords = (row: Pick<StatusRow, 'holder' | 'status'>): string =>
  row.holder?.name ?? (row.status === 'vacated' ? 'nobody' : 'not known');

/** What each basis means, for people who meet the word the first time. */
export const BASIS_WORDS: Readonly<Record<Basis, string>> = {
  confirmed: 'two independent origins, or the loser’s own admission',
  reported: 'one origin that does not gain by it',
  claimed: 'only a side that gains by it says so',
  disputed: 'a live denial or contradiction stands against it',
  assumed: 'taken from a baseline',
  decided: 'ruled by an analyst',
};
