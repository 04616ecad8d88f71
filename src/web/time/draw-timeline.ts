import { sideColour, type Theme } from '../../model/palette.ts';
import { eachChangeOf } from '../record/changes-of.ts';
import { CONTESTED, knownAround, type PeriodIndex } from '../record/index-periods.ts';
import { daysPerBar, type Scale } from './scale.ts';

/**
 * How many changes each bar counts: for bar `b` and lane `l` (twice the side, plus one where contested; the first two are nobody's)
 * `counts[b * lanes + l]`.
 */
export interface Bars {
  readonly counts: Int32Array;
  readonly lanes: number;
  readonly bars: number;
  readonly most: number;
}

/**
 * Counts the changes believed at a known time into bars, time after time: only the places of which something became known or was given up
 * between the last time and this one are counted anew. The bars are the same object, filled anew.
 */
export function makeCounter(index: PeriodIndex, mask: Uint8Array, scale: Scale): (known: number) => Bars {
  const per = daysPerBar(scale);
  const lanes = (index.sides.length + 1) * 2,
    bars = Math.floor((scale.last - scale.first) / per) + 1;
  const counts = new Int32Array(bars * lanes);
  // The known times from and to which what was counted of a place holds.
  const holdsFrom = new Float64Array(index.places.length).fill(Number.POSITIVE_INFINITY),
    holdsTo = new Float64Array(index.places.length);
  let last: number | null = null;
  const add = (place: number, known: number, by: 1 | -1): void =>
    eachChangeOf(index, place, known, after => {
      const bar = Math.floor((index.from[after]! - scale.first) / per);
      if (bar < 0 || bar >= bars) return;
      counts[bar * lanes + (index.side[after]! + 1) * 2 + (index.status[after] === CONTESTED ? 1 : 0)]! += by;
    });
  return known => {
    for (let p = 0; p < holdsFrom.length; p++) {
      if (mask[p] === 0 || (holdsFrom[p]! <= known && known < holdsTo[p]!)) continue;
      if (last != null) add(p, last, -1);
      add(p, known, 1);
      [holdsFrom[p], holdsTo[p]] = knownAround(index, p, known);
    }
    last = known;
    return { counts, lanes, bars, most: mostOf(counts, lanes) };
  };
}

/** The most that any bar counts. */
function mostOf(counts: Int32Array, lanes: number): number {
  let most = 0;
  for (let from = 0; from < counts.length; from += lanes) {
    let total = 0;
    for (let l = 0; l < lanes; l++) total += counts[from + l]!;
    most = Math.max(most, total);
  }
  return most;
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

/** How blocks are laid: their height, their width, and the look of the lane. */
interface Blocks {
  readonly unit: number;
  readonly w: number;
  readonly scale: Scale;
  readonly look: TimelineLook;
}

/** Calls `block` with the box of each block, bar by bar from the foot up. */
function eachBlock(
  { counts, lanes, bars }: Bars,
  { unit, w, scale, look }: Blocks,
  block: (lane: number, first: number, x: number, y: number, h: number) => void,
): void {
  const per = daysPerBar(scale);
  for (let b = 0; b < bars; b++) {
    const first = scale.first + b * per;
    const x = scale.x(first + (per - 1) / 2) - w / 2;
    let y = look.height;
    for (let lane = 0; lane < lanes; lane++) {
      const n = counts[b * lanes + lane]!;
      const blocks = unit >= 4 ? n : Math.min(n, 1),
        h = unit >= 4 ? unit : unit * n;
      for (let i = 0; i < blocks; i++) {
        y -= h;
        block(lane, first, x, y, h);
      }
    }
  }
}

const colourOf = (lane: number, theme: Theme): string => sideColour((lane >> 1) - 1, theme);

let hollows: { readonly of: readonly unknown[]; readonly canvas: HTMLCanvasElement } | null = null;

/** The hollow blocks of all that is ever known, as a picture: they stay as they are while the handles move. */
function hollowBlocks(ever: Bars, blocks: Blocks): HTMLCanvasElement {
  const { unit, w, scale, look } = blocks;
  const of = [ever, unit, scale, look.theme, look.height, look.ratio];
  if (hollows?.of.every((x, i) => x === of[i])) return hollows.canvas;
  const canvas = document.createElement('canvas');
  const c = contextOf(canvas, scale.width, look.height, look.ratio);
  c.globalAlpha = 0.55;
  c.lineWidth = 1;
  eachBlock(ever, blocks, (lane, _, x, y, h) => {
    c.strokeStyle = colourOf(lane, look.theme);
    c.strokeRect(x + 0.5, y + 1, w - 1, Math.max(1, h - 2));
  });
  hollows = { of, canvas };
  return canvas;
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
  const { height, theme } = look;
  const c = contextOf(canvas, scale.width, height, look.ratio);
  const unit = Math.min(10, (height - 4) / Math.max(3, believed.most, ever.most));
  const w = Math.max(2, Math.min(16, scale.perDay * daysPerBar(scale) - 2));
  const blocks: Blocks = { unit, w, scale, look };
  c.drawImage(hollowBlocks(ever, blocks), 0, 0, scale.width, height);
  eachBlock(believed, blocks, (lane, first, x, y, h) => {
    const colour = colourOf(lane, theme);
    c.globalAlpha = 1;
    c.fillStyle = look.paper;
    c.fillRect(x - 0.5, y, w + 1, h);
    c.fillStyle = (lane & 1) === 1 ? stripesOf(c, colour) : colour;
    c.globalAlpha = first > day ? 0.45 : 1;
    c.fillRect(x, y + 0.5, w, Math.max(1, h - 1));
  });
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
