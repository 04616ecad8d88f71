import { sideColour, sideLetters, type Theme } from '../../model/palette.ts';
import { inSentence, strings } from '../strings.ts';
import type { Basis, Status } from '../types.ts';
import type { ChangeAt } from './changes-of.ts';
import { ASSUMED, BASES, CONTESTED, daysSilent, type PeriodIndex, STATUSES } from './index-periods.ts';
import { type MarkSpec, STALE_DAYS } from './mark.ts';

/** Paper behind marks, by theme; the style sheet's `--paper`. */
export const PAPER = { light: '#fdfcf9', dark: '#171614' } as const;

const letters = new WeakMap<PeriodIndex, string[]>();

/** The letters of the sides, in the order of the index. */
export function lettersOf(index: PeriodIndex): string[] {
  let found = letters.get(index);
  if (found == null) {
    found = sideLetters(index.sides.map(s => index.sideNames.get(s) ?? s));
    letters.set(index, found);
  }
  return found;
}

/** Whether a period has gone without a word for so long that it fades. Baselines do not fade: nobody spoke of them in the first place. */
export function isStale(index: PeriodIndex, period: number, day: number): boolean {
  if (index.basis[period] === ASSUMED) return false;
  const silent = daysSilent(index, period, day);
  return silent != null && silent >= STALE_DAYS;
}

/** How a period is drawn. */
export function markOf(index: PeriodIndex, period: number, day: number, theme: Theme): MarkSpec {
  const side = index.side[period]!;
  return {
    colour: sideColour(side, theme),
    paper: PAPER[theme],
    letter: side < 0 ? '–' : lettersOf(index)[side]!,
    basis: BASES[index.basis[period]!]!,
    contested: index.status[period] === CONTESTED,
    stale: isStale(index, period, day),
  };
}

/** How a holder, status and basis are drawn outside the index, for rows that the API gives. */
export function markOfRow(
  index: PeriodIndex,
  row: { holder: { side: string } | null; status: Status; basis: Basis },
  theme: Theme,
  stale = false,
): MarkSpec {
  const side = row.holder == null ? -1 : index.sides.indexOf(row.holder.side);
  return {
    colour: sideColour(side, theme),
    paper: PAPER[theme],
    letter: side < 0 ? '–' : lettersOf(index)[side]!,
    basis: row.basis,
    contested: row.status === 'contested',
    stale,
  };
}

export const sideName = (index: PeriodIndex, side: number): string =>
  side < 0 ? strings.nobody : (index.sideNames.get(index.sides[side]!) ?? index.sides[side]!);

/** "Taliban", "Taliban, contested", "held by nobody" for a period. */
export function holderText(index: PeriodIndex, period: number): string {
  const side = index.side[period]!,
    status = STATUSES[index.status[period]!]!;
  if (side < 0) return withoutHolder(status);
  const name = sideName(index, side);
  return status === 'held' ? name : `${name}, ${strings.statuses[status]}`;
}

const withoutHolder = (status: Status): string =>
  status === 'contested'
    ? strings.statuses.contested
    : status === 'unknown'
      ? strings.notKnown
      : strings.nobodyHolds;

/** The same for a row that the API gives. */
export function rowText(row: { holder: { name: string } | null; status: Status }): string {
  if (row.holder == null) return withoutHolder(row.status);
  return row.status === 'held' ? row.holder.name : `${row.holder.name}, ${strings.statuses[row.status]}`;
}

/** A place's name as it stands alone: a site takes the name of its place with it. @example 'airport, Kunduz' */
export function fullName(index: PeriodIndex, place: number): string {
  const { name, kind, parent } = index.places[place]!;
  if (kind !== 'site' || parent == null) return name;
  const of = index.placeAt.get(parent);
  const parentName = of == null ? null : index.places[of]!.name;
  return parentName == null || name.includes(parentName) ? name : `${name}, ${parentName}`;
}

/** A change in one plain sentence, in three parts: the place, what happened, the side. */
export function changeParts(
  index: PeriodIndex,
  change: Pick<ChangeAt, 'after' | 'before' | 'place'>,
): readonly [string, string, string] {
  const place = fullName(index, change.place);
  const { before, after } = change;
  const side = index.side[after]!,
    name = side < 0 ? '' : inSentence(sideName(index, side));
  const status = STATUSES[index.status[after]!]!;
  const was = before < 0 ? -1 : index.side[before]!;
  if (status === 'contested')
    return side < 0
      ? strings.changes.contested(place)
      : was === side
        ? strings.changes.contestedWith(place, name)
        : strings.changes.contestedBy(place, name);
  if (status === 'vacated' || side < 0)
    return was >= 0
      ? strings.changes.vacated(place, inSentence(sideName(index, was)))
      : strings.changes.unknown(place);
  if (before >= 0 && was === side) return strings.changes.again(place, name);
  if (before < 0) return strings.changes.holds(place, name);
  return strings.changes.took(place, name);
}

const masks = new WeakMap<PeriodIndex, Map<string | null, Uint8Array>>();

/** Which places lie in a country, 1 or 0 by number; made once for a record and country. */
export function maskOf(index: PeriodIndex, country: string | null): Uint8Array {
  const known = masks.get(index) ?? new Map<string | null, Uint8Array>();
  masks.set(index, known);
  let mask = known.get(country);
  if (mask == null) {
    mask = Uint8Array.from(index.places, p => (country == null || p.country === country ? 1 : 0));
    known.set(country, mask);
  }
  return mask;
}

/** The places that a country's map and lists show, by number. */
export function placesIn(index: PeriodIndex, country: string | null): number[] {
  const mask = maskOf(index, country);
  return index.places.flatMap((_, i) => (mask[i] === 1 ? [i] : []));
}
