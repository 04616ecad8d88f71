/** Days laid along the timeline: the middle of day `d` lies at `x(d)`. Half a thumb is left free at each end, as range inputs do. */
export interface Scale {
  readonly first: number;
  readonly last: number;
  readonly width: number;
  readonly inset: number;
  readonly x: (day: number) => number;
  readonly perDay: number;
}

export const THUMB = 18;

export function makeScale(first: number, last: number, width: number): Scale {
  const inset = THUMB / 2;
  const days = Math.max(1, last - first);
  const perDay = (width - inset * 2) / days;
  return { first, last, width, inset, perDay, x: day => inset + (day - first) * perDay };
}

/** Where dates are written: at days, weeks (Mondays), firsts of months, quarters or years, whatever leaves about 64 pixels between them. */
export function ticksOf(scale: Scale): { day: number; kind: 'day' | 'month' | 'year' }[] {
  const room = 64 / scale.perDay;
  const ticks: { day: number; kind: 'day' | 'month' | 'year' }[] = [];
  if (room <= 14) {
    const step = [1, 2, 3, 7, 14].find(s => s >= room) ?? 14;
    for (let day = scale.last; day >= scale.first; day -= step) ticks.unshift({ day, kind: 'day' });
    return ticks;
  }
  const months = [1, 2, 3, 6, 12, 24, 60, 120].find(m => m * 30 >= room) ?? 120;
  const start = new Date(scale.first * 86_400_000);
  for (let m = start.getUTCFullYear() * 12; ; m += months) {
    const day = Date.UTC(Math.floor(m / 12), m % 12, 1) / 86_400_000;
    if (day > scale.last) break;
    if (day >= scale.first) ticks.push({ day, kind: months >= 12 ? 'year' : 'month' });
  }
  return ticks;
}

/** How many days one bar covers, so that bars are at least four pixels wide. */
export const daysPerBar = (scale: Scale): number => Math.max(1, Math.ceil(4 / scale.perDay));
