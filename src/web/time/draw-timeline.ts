import { sideColour, type Theme } from '../../model/palette.ts';
import { eachChange } from '../record/changes-of.ts';
import { CONTESTED, type PeriodIndex } from '../record/index-periods.ts';
import { daysPerBar, type Scale } from './scale.ts';

/**
 * How many changes each bar counts: for bar `b` and lane `l` (twice the side, plus one where contested; the first two are nobody's)
 * `counts[b * lanes + l]`.
 */
export interface Bars {
  readonly counts: Uint16Array;
  readonly lanes: number;
  readonly bars: number;
  readonly most: number;
}

/** Counts the changes believed at a known time into bars. */
export function countChanges(index: PeriodIndex, known: number, mask: Uint8Array, scale: Scale): Bars {
  const per = daysPerBar(scale);
  const lanes = (index.sides.length + 1) * 2,
    bars = Math.floor((scale.last - scale.first) / per) + 1;
  const counts = new Uint16Array(bars * lanes);
  eachChange(index, known, mask, after => {
    const bar = Math.floor((index.from[after]! - scale.first) / per);
    if (bar < 0 || bar >= bars) return;
    counts[bar * lanes + (index.side[after]! + 1) * 2 + (index.status[after] === CONTESTED ? 1 : 0)]!++;
  });
  let most = 0;
  for (let b = 0; b < bars; b++) {
    let total = 0;
    for (let l = 0; l < lanes; l++) total += counts[b * lanes + l]!;
    most = Math.max(most, total);
  }
  return { counts, lanes, bars, most };
}

export interface TimelineLook {
  readonly theme: Theme;
  readonly ink: string;
  readonly faint: string;
  readonly paper: string;
  readonly height: number;
  readonly ratio: number;
}

/** Prepares a canvas for a size in CSS pixels and gives its context. */
export function contextOf(
  canvas: HTMLCanvasElement,
  width: number,
  height: number,
  ratio: number,
): CanvasRenderingContext2D {
  const [w, h] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (canvas.width !== w || canvas.height !== h) {
    canvas.width = w;
    canvas.height = h;
  }
  const context = canvas.getContext('2d')!;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, width, height);
  return context;
}

/**
 * The upper lane: each change of hands or status as a block on the day it happened, in the colour of who held the place after it.
 * Filled: believed at the known time. Hollow: became known later.
 */
export function drawChanges(
  canvas: HTMLCanvasElement,
  believed: Bars,
  ever: Bars,
  scale: Scale,
  day: number,
  look: TimelineLook,
): void {
  const { height } = look;
  const c = contextOf(canvas, scale.width, height, look.ratio);
  const unit = Math.min(10, (height - 4) / Math.max(3, believed.most, ever.most));
  const per = daysPerBar(scale);
  const w = Math.max(2, Math.min(16, scale.perDay * per - 2));
  const stack = ({ counts, lanes, bars }: Bars, hollow: boolean): void => {
    for (let b = 0; b < bars; b++) {
      const first = scale.first + b * per;
      const x = scale.x(first + (per - 1) / 2) - w / 2;
      let y = height;
      for (let lane = 0; lane < lanes; lane++) {
        const n = counts[b * lanes + lane]!;
        const colour = sideColour((lane >> 1) - 1, look.theme),
          contested = (lane & 1) === 1;
        const blocks = unit >= 4 ? n : Math.min(n, 1),
          h = unit >= 4 ? unit : unit * n;
        for (let i = 0; i < blocks; i++) {
          y -= h;
          if (hollow) {
            c.strokeStyle = colour;
            c.globalAlpha = 0.55;
            c.lineWidth = 1;
            c.strokeRect(x + 0.5, y + 1, w - 1, Math.max(1, h - 2));
            continue;
          }
          c.globalAlpha = 1;
          c.fillStyle = look.paper;
          c.fillRect(x - 0.5, y, w + 1, h);
          c.fillStyle = contested ? stripesOf(c, colour) : colour;
          c.globalAlpha = first > day ? 0.45 : 1;
          c.fillRect(x, y + 0.5, w, Math.max(1, h - 1));
        }
      }
      c.globalAlpha = 1;
    }
  };
  stack(ever, true);
  stack(believed, false);
}

const stripes = new Map<string, CanvasPattern>();

/** Stripes of a colour: contested. */
function stripesOf(c: CanvasRenderingContext2D, colour: string): CanvasPattern {
  let pattern = stripes.get(colour);
  if (pattern == null) {
    const tile = document.createElement('canvas');
    tile.width = tile.height = 8;
    const t = tile.getContext('2d')!;
    t.strokeStyle = colour;
    t.lineWidth = 2.6;
    for (const shift of [-8, 0, 8]) {
      t.moveTo(shift, 8);
      t.lineTo(shift + 8, 0);
    }
    t.stroke();
    pattern = c.createPattern(tile, 'repeat')!;
    pattern.setTransform(new DOMMatrix().scale(0.5));
    stripes.set(colour, pattern);
  }
  return pattern;
}

/** The lower lane: how many reports became known on each day; those after the known time are hollow. */
export function drawReports(
  canvas: HTMLCanvasElement,
  days: readonly number[],
  scale: Scale,
  known: number,
  look: TimelineLook,
): void {
  const { height } = look;
  const c = contextOf(canvas, scale.width, height, look.ratio);
  const per = daysPerBar(scale);
  const bars = new Map<number, number>();
  for (const day of days) {
    if (day < scale.first || day > scale.last) continue;
    const bar = scale.first + Math.floor((day - scale.first) / per) * per;
    bars.set(bar, (bars.get(bar) ?? 0) + 1);
  }
  const most = Math.max(4, ...bars.values());
  const w = Math.max(2, Math.min(16, scale.perDay * per - 2));
  for (const [bar, n] of bars) {
    const x = scale.x(bar + (per - 1) / 2) - w / 2,
      h = Math.max(2, ((height - 3) * n) / most);
    if (bar > known) {
      c.strokeStyle = look.faint;
      c.strokeRect(x + 0.5, 0.5, w - 1, h - 1);
    } else {
      c.fillStyle = look.faint;
      c.fillRect(x, 0, w, h);
    }
  }
}
