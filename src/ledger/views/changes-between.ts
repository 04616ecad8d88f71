import type { CalendarDate, Change, ControlPeriod, Instant, StatusRow } from '../../model/index.ts';
import { groupBy } from '../group-by.ts';
import { sayWhen } from '../words/say-day.ts';
import { sentenceOf } from '../words/say-number.ts';
import { comingOf, holderOf } from '../words/say-taking.ts';
import { sayBasis, type Telling } from './evidence-words.ts';
import { comparePlaces, isBelieved, type PlaceLookup, toStatusRow } from './status-at.ts';

/**
 * What changed on the ground from one day to another, both included, as known at an instant (null: as known now), by day
 * and place: every line of the record that begins in those days with another holder or status than the one before it. A
 * baseline, which only says where the record begins, is no change.
 * @example changesBetween(record.periods, { from: '2021-08-09', to: '2021-08-10', knownAt: null }, placeOf, { claimOf })[0].sentence
 * // 'Farah fell to the Taliban on 10 August; reported by three origins; the Afghan government denies it.'
 */
export function changesBetween(
  periods: readonly ControlPeriod[],
  query: { readonly from: CalendarDate; readonly to: CalendarDate; readonly knownAt: Instant | null },
  placeOf: PlaceLookup,
  telling: Telling = {},
): Change[] {
  const byPlace = groupBy(
    periods.filter(p => isBelieved(p, query.knownAt)),
    p => p.place,
  );
  const beside = query.from.slice(0, 4) === query.to.slice(0, 4) ? query.to : null;
  const out: Change[] = [];
  for (const list of byPlace.values()) {
    const rows = list
      .sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1))
      .map(p => ({ row: toStatusRow(p, placeOf), known: p.believedFrom }));
    rows.forEach(({ row, known }, i) => {
      if (row.since < query.from || row.since > query.to) return;
      const last = rows[i - 1]?.row;
      const before = last != null && last.until === row.since ? last : null;
      if (before == null ? row.basis === 'assumed' : isSameLine(before, row)) return;
      const sentence = sayChange(
        row,
        before,
        rows.slice(0, i).map(r => r.row),
        beside,
        telling,
      );
      out.push({
        place: row.place,
        on: row.since,
        known,
        before: before == null ? null : { holder: before.holder, status: before.status },
        after: row,
        sentence,
      });
    });
  }
  return out.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : comparePlaces(a.place, b.place)));
}

const isSameLine = (a: StatusRow, b: StatusRow): boolean =>
  a.holder?.side === b.holder?.side && a.status === b.status;

function sayChange(
  row: StatusRow,
  before: StatusRow | null,
  earlier: readonly StatusRow[],
  beside: CalendarDate | null,
  telling: Telling,
): string {
  const when = sayWhen(row.sinceEarliest, row.since, beside);
  const name = telling.nameOfPlace?.(row.place) ?? row.place.name;
  const what = sayHappening(row, before, earlier, name, when);
  return sentenceOf([what, ...sayBasis(row, telling)].join('; '));
}

function sayHappening(
  row: StatusRow,
  before: StatusRow | null,
  earlier: readonly StatusRow[],
  name: string,
  when: string,
): string {
  const loser = before?.holder == null ? null : holderOf(before);
  if (row.status === 'contested') {
    const still = row.holder == null ? '' : `; it was still held by ${holderOf(row)}`;
    if (row.basis === 'disputed') return `${name} was claimed taken ${when}${still}`;
    const parts = row.parts.length === 0 ? '' : ` (${row.parts.join(', ')})`;
    return `${name} was fought over from ${when.replace(/^on /, '')}${parts}${still}`;
  }
  if (row.status === 'vacated')
    return loser == null
      ? `${name} was left by its holder ${when}`
      : `${capital(loser)} left ${name} ${when}`;
  if (row.status === 'unknown' || row.holder == null)
    return loser == null
      ? `${name} fell ${when}, it is not known to whom`
      : `${capital(loser)} lost ${name} ${when}, it is not known to whom`;
  switch (comingOf(row, before, earlier)) {
    case 'taken':
      return `${name} fell to ${holderOf(row)} ${when}`;
    case 'retaken':
      return `${name} was retaken by ${holderOf(row)} ${when}`;
    case 'taken over':
      return `${name} was taken over by ${holderOf(row)} ${when}`;
    default:
      return before?.status === 'contested'
        ? `fighting for ${name} ended ${when}; it is held by ${holderOf(row)}`
        : `${name} was held by ${holderOf(row)} from ${when.replace(/^on /, '')}`;
  }
}

const capital = (text: string): string => text[0]!.toUpperCase() + text.slice(1);
