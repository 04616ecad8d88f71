import { sideColour, type Theme } from '../../model/palette.ts';
import { BASES, CONTESTED } from '../record/index-periods.ts';
import { isStale } from '../record/say.ts';
import type { Moment } from '../state/record-store.ts';

/** How a division is filled: by its own period if it has one, else a pale tint by its seat's. */
export interface DivisionPaint {
  readonly by: 'own' | 'seat' | 'none';
  readonly period: number;
  readonly colour: string;
  readonly fill: number;
  readonly hatch: number;
  readonly line: 'solid' | 'dashed' | 'dotted' | 'none';
  readonly width: number;
}

const STRENGTH: Record<(typeof BASES)[number], number> = {
  confirmed: 0.78,
  decided: 0.78,
  reported: 0.56,
  claimed: 0.34,
  disputed: 0.34,
  assumed: 0.24,
};
const LINE: Record<(typeof BASES)[number], DivisionPaint['line']> = {
  confirmed: 'solid',
  decided: 'solid',
  reported: 'solid',
  claimed: 'dashed',
  disputed: 'dashed',
  assumed: 'dotted',
};
const TINT = 0.2;
const NONE: DivisionPaint = {
  by: 'none',
  period: -1,
  colour: '#888',
  fill: 0,
  hatch: 0,
  line: 'none',
  width: 0,
};

/** The paint of a division with place number `own` (-1: not in the record) and its seat's number `seat`. */
export function paintDivision(moment: Moment, own: number, seat: number, theme: Theme): DivisionPaint {
  const { index, state, day } = moment;
  const ownPeriod = own < 0 ? -1 : state[own]!;
  const period = ownPeriod >= 0 ? ownPeriod : seat < 0 ? -1 : state[seat]!;
  if (period < 0) return NONE;
  const fade = isStale(index, period, day) ? 0.5 : 1;
  const basis = BASES[index.basis[period]!]!;
  const contested = index.status[period] === CONTESTED;
  const colour = sideColour(index.side[period]!, theme);
  if (ownPeriod < 0)
    return {
      by: 'seat',
      period,
      colour,
      fill: TINT * fade,
      hatch: contested ? 0.45 : 0,
      line: 'none',
      width: 0,
    };
  return {
    by: 'own',
    period,
    colour,
    fill: STRENGTH[basis] * fade,
    hatch: contested ? 0.8 : 0,
    line: LINE[basis],
    width: basis === 'confirmed' || basis === 'decided' ? 2.5 : 1.5,
  };
}
