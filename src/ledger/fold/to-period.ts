import type { ControlPeriod, Holder } from '../../model/index.ts';
import { sayDay } from '../words/say-day.ts';
import { basisOf, wordsOf } from './basis.ts';
import type { Evidence } from './evidence.ts';
import type { Pressure, Row } from './state.ts';

/** What a row says, without its known interval. */
export type Belief = Omit<ControlPeriod, 'knownFrom' | 'knownTo' | 'believedFrom'>;

/** The name of a side for people. */
export type NameOfSide = (side: string) => string;

/** Claims listed with a row: the first of each origin. The others are in the place's history. */
export const MOST_CLAIMS = 32;

/** A row as the record gives it. */
export function toBelief(place: string, row: Row, nameOfSide: NameOfSide): Belief {
  const { pro, con } = wordsOf(row);
  const claims = [...pro].sort(byWeight).map(e => e.claim);
  const against = [...con].sort((a, b) =>
    a.known < b.known || (a.known === b.known && a.claim < b.claim) ? -1 : 1,
  );
  const earliest = row.contest == null ? (row.tenure?.earliest ?? null) : null;
  return {
    place,
    holder: holderOf(row, nameOfSide),
    status: row.status,
    basis: basisOf(row),
    validFrom: row.from,
    validTo: row.to,
    sinceEarliest: row.tenure?.since === row.from ? earliest : null,
    origins: pro.length,
    claims: [...new Set(claims)].slice(0, MOST_CLAIMS),
    against: [...new Set(against.map(o => o.claim))].slice(0, MOST_CLAIMS),
    parts: row.contest?.parts ?? [],
    pressure: row.pressure.map(p => sayPressure(p, nameOfSide)),
    lastWord: row.lastWord,
  };
}

const holderOf = (row: Row, nameOfSide: NameOfSide): Holder | null =>
  row.side == null ? null : { side: row.side, name: nameOfSide(row.side) };

const byWeight = (a: Evidence, b: Evidence): number =>
  Number(b.change) - Number(a.change) ||
  (a.known < b.known ? -1 : a.known > b.known ? 1 : a.claim < b.claim ? -1 : a.claim > b.claim ? 1 : 0);

function sayPressure(p: Pressure, nameOfSide: NameOfSide): string {
  const who = p.side == null ? null : nameOfSide(p.side);
  const since = ` since ${sayDay(p.since)}`;
  if (p.event === 'besiege') return (who == null ? 'besieged' : `besieged by ${who}`) + since;
  return (who == null ? 'closed in on' : `closed in on by ${who}`) + since;
}
