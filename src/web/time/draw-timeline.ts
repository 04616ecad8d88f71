import type { ChangeAt } from '../record/changes-of.ts';
import { CONTESTED, type PeriodIndex } from '../record/index-periods.ts';
import { sideColour, type Theme } from '../record/palette.ts';
import { daysPerBar, type Scale } from './scale.ts';

/** What one bar of the timeline counts: changes to each side (contested ones apart, as side + half), in the order of the sides. */
type Bars = Map<number, Map<number, number>>;

function barsOf(index: PeriodIndex, changes: readonly ChangeAt[], scale: Scale): Bars {
  const per = daysPerBar(scale);
  const bars: Bars = new Map();
  for (const change of changes) {
    if (change.day < scale.first || change.day > scale.last) continue;
    const bar = scale.first + Math.floor((change.day - scale.first) / per) * per;
    const sides = bars.get(bar) ?? new Map<number, number>();
    const side = index.side[change.after]! + (index.status[change.after] === CONTESTED ? 0.5 : 0);
    sides.set(side, (sides.get(side) ?? 0) + 1);
    bars.set(bar, sides);
  }
  return bars;
}

const totalOf = (sides: Map<number, number>): number => [...sides.values()].reduce((a, b) => a + b, 0);

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
  index: PeriodIndex,
  believed: readonly ChangeAt[],
  later: readonly ChangeAt[],
  scale: Scale,
  day: number,
  look: TimelineLook,
): void {
  const { height } = look;
  const c = contextOf(canvas, scale.width, height, look.ratio);
  const solid = barsOf(index, believed, scale),
    all = barsOf(index, later, scale);
  let most = 3;
  for (const bars of [solid, all]) for (const sides of bars.values()) most = Math.max(most, totalOf(sides));
  const unit = Math.min(10, (height - 4) / most);
  const per = daysPerBar(scale);
  const w = Math.max(2, Math.min(16, scale.perDay * per - 2));
  const stack = (bars: Bars, hollow: boolean): void => {
    for (const [bar, sides] of bars) {
      const x = scale.x(bar + (per - 1) / 2) - w / 2;
      let y = height;
      for (const [side, n] of [...sides].sort((a, b) => a[0] - b[0])) {
        const colour = sideColour(Math.floor(side), look.theme),
          contested = side % 1 !== 0;
        const blocks = unit >= 4 ? n : 1,
          h = unit >= 4 ? unit : unit * n;
        for (let i = 0; i < blocks; i++) {
          y -= h;
          if (hollow) {
            c.strokeStyle = colour;
            c.globalAlpha = 0.55;
            c.lineWidth = 1;
            c.strokeRect(x + 0.5, y + 1, w - 1, Math.max(1, h - 2));
          } else {
            c.fillStyle = look.paper;
            c.globalAlpha = 1;
            c.fillRect(x - 0.5, y, w + 1, h);
            c.fillStyle = colour;
            c.globalAlpha = bar > day ? 0.45 : 1;
            if (contested) hatchRect(c, colour, x, y + 0.5, w, Math.max(1, h - 1));
            else c.fillRect(x, y + 0.5, w, Math.max(1, h - 1));
          }
        }
      }
      c.globalAlpha = 1;
    }
  };
  stack(all, true);
  stack(solid, false);
}

/** A block in stripes: contested. */
function hatchRect(
  c: CanvasRenderingContext2D,
  colour: string,
  x: number,
  y: number,
  w: number,
  h: number,
): void {
  c.save();
  c.beginPath();
  c.rect(x, y, w, h);
  c.clip();
  c.strokeStyle = colour;
  c.lineWidth = 1.5;
  c.beginPath();
  for (let at = -h; at < w + h; at += 4) {
    c.moveTo(x + at, y + h);
    c.lineTo(x + at + h, y);
  }
  c.stroke();
  c.restore();
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
