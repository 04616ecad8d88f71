/** A cell of sides with dates, "rsf;sudan@2024-10": first the side it begins with, then each with the day from which it holds. */
export interface DatedSide {
  readonly side: string;
  readonly from: string;
}

/** Reads such a cell. @example parseSides('rsf;sudan@2024-10') // [{ side: 'rsf', from: '' }, { side: 'sudan', from: '2024-10' }] */
export const parseSides = (cell: string): DatedSide[] =>
  cell.split(';').map(part => {
    const [side, from] = part.split('@') as [string, string | undefined];
    return { side, from: from ?? '' };
  });

/** The side at a date; without a date the last one. */
export function sideAt(sides: readonly DatedSide[], date: string | null | undefined): string {
  const reached = date == null ? sides : sides.filter(s => s.from === '' || s.from <= date);
  return (reached.at(-1) ?? sides[0]!).side;
}

/** Whether a date lies in a span of dates; a bare year or month is its first day (`from`) or its last (`to`). */
export const isWithin = (date: string | null | undefined, from: string, to: string): boolean =>
  date == null || ((from === '' || date >= from) && (to === '' || date.slice(0, to.length) <= to));
