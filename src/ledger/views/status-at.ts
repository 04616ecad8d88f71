import type { CalendarDate, ControlPeriod, Instant, PlaceView, StatusRow } from '../../model/index.ts';

/** A place by its id, as views give it. */
export type PlaceLookup = (id: string) => PlaceView;

/** Whether a period was believed at an instant; null: whether it still is. */
export const isBelieved = (
  p: Pick<ControlPeriod, 'knownFrom' | 'knownTo'>,
  knownAt: Instant | null,
): boolean =>
  knownAt == null ? p.knownTo == null : p.knownFrom <= knownAt && (p.knownTo == null || knownAt < p.knownTo);

/** Whether a period covers a day. */
export const coversDay = (p: Pick<ControlPeriod, 'validFrom' | 'validTo'>, day: CalendarDate): boolean =>
  p.validFrom <= day && (p.validTo == null || day < p.validTo);

/** A period as a line of the record. */
export const toStatusRow = (
  p: Omit<ControlPeriod, 'knownFrom' | 'knownTo'>,
  placeOf: PlaceLookup,
): StatusRow => ({
  place: placeOf(p.place),
  holder: p.holder,
  status: p.status,
  basis: p.basis,
  since: p.validFrom,
  sinceEarliest: p.sinceEarliest,
  until: p.validTo,
  knownSince: p.believedFrom,
  origins: p.origins,
  claims: p.claims,
  against: p.against,
  parts: p.parts,
  pressure: p.pressure,
  lastWord: p.lastWord,
});

/**
 * Who held what on a day, as known at an instant (null: as known now): at most one line a place, by country, division,
 * name. `periods` are any places' periods, in any order.
 * @example statusAt(record.periods, { at: '2021-08-08', knownAt: '2021-08-09T23:59:59.999Z' }, placeOf)
 */
export const statusAt = (
  periods: readonly ControlPeriod[],
  query: { readonly at: CalendarDate; readonly knownAt: Instant | null },
  placeOf: PlaceLookup,
): StatusRow[] =>
  periods
    .filter(p => coversDay(p, query.at) && isBelieved(p, query.knownAt))
    .map(p => toStatusRow(p, placeOf))
    .sort((a, b) => comparePlaces(a.place, b.place));

/** By country, division, name, id; code point by code point, so that every machine agrees. */
export const comparePlaces = (a: PlaceView, b: PlaceView): number =>
  compare(a.country ?? '', b.country ?? '') ||
  compare(a.admin1Name ?? '', b.admin1Name ?? '') ||
  compare(a.name, b.name) ||
  compare(a.id, b.id);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
