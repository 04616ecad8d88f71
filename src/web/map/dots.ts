import { sideColour, type Theme } from '../../model/palette.ts';
import { BASES, CONTESTED } from '../record/index-periods.ts';
import { isStale } from '../record/say.ts';
import type { Moment } from '../state/record-store.ts';

/** Above so many places in sight, those that are no capitals are drawn as dots, not as marks. */
export const MOST_MARKS = 400;

/** How wide a dot is from its middle to its outer edge, in CSS pixels: the same for all, so that which dot has which pixel hangs on where they lie alone. */
const RADIUS = 4;
const STRENGTH: Record<(typeof BASES)[number], number> = {
  confirmed: 1,
  decided: 1,
  reported: 0.85,
  claimed: 0.25,
  disputed: 0.25,
  assumed: 0.2,
};

type Places = Moment['index']['places'];
let asked: { readonly places: Places; readonly country: string | null; readonly are: Uint8Array } | null =
  null;

/** Whether a place is drawn as a dot where there are many; worked out once for a record and country, as it is asked of each in each frame. */
export function isDot({ index: { places }, country }: Moment, place: number): boolean {
  if (asked == null || asked.places !== places || asked.country !== country) {
    const are = Uint8Array.from(places, p => {
      if (p.seatOf === 'country' || p.seatOf === 'admin1') return 0;
      if (p.kind === 'province' || p.kind === 'country' || p.kind === 'site') return 0;
      return country == null || p.country === country ? 1 : 0;
    });
    asked = { places, country, are };
  }
  return asked.are[place] === 1;
}

/** The pixels of a dot, counted from its top left along a canvas of a width, and how much of each it covers (1 to 255). */
interface Footprint {
  readonly reach: number;
  readonly size: number;
  readonly places: Int32Array;
  readonly covered: Uint8Array;
  /** How far each pixel lies from the middle. */
  readonly away: Float32Array;
}

function makeFootprint(ratio: number, width: number): Footprint {
  const outer = RADIUS * ratio,
    reach = Math.ceil(outer + 1),
    size = reach * 2 + 1;
  const places: number[] = [],
    covered: number[] = [],
    away: number[] = [];
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) {
      const d = Math.hypot(x - reach, y - reach);
      const level = Math.round(clamp(outer + 0.5 - d) * 255);
      if (level <= 0) continue;
      places.push(y * width + x);
      covered.push(level);
      away.push(d);
    }
  return {
    reach,
    size,
    places: Int32Array.from(places),
    covered: Uint8Array.from(covered),
    away: Float32Array.from(away),
  };
}

const clamp = (x: number): number => Math.max(0, Math.min(1, x));

/**
 * What a dot puts on the pixels of its footprint: a disc of `fill` strength in a ring, with soft edges. Pixels are ABGR, as a canvas has
 * them on every machine of today, in signed numbers: an engine keeps those above 2^31 as fractions, which takes it twice as long.
 */
function paintOf(print: Footprint, colour: string, fill: number, ring: number, ratio: number): Int32Array {
  const inner = (RADIUS - ring) * ratio;
  const value = Number.parseInt(colour.slice(1), 16);
  const bgr = ((value & 255) << 16) | (value & 0xff00) | (value >> 16);
  return Int32Array.from(print.places, (_, k) => {
    const inRing = clamp(print.away[k]! - inner + 0.5);
    const level = Math.round(print.covered[k]! * (inRing + (1 - inRing) * fill));
    return (level << 24) | bgr;
  });
}

/** How a dot looks, as a number above nought: side, basis, status, and whether it has faded. */
function lookOf({ index, day }: Moment, period: number): number {
  const stale = isStale(index, period, day) ? 1 : 0;
  return 1 + (((index.side[period]! + 1) * 8 + index.basis[period]!) * 4 + index.status[period]!) * 2 + stale;
}

export interface Dots {
  /**
   * Draws every dot of the moment as pixels. `at` has the places on the canvas, in CSS pixels; while it is the same array and no dot goes,
   * only those that look otherwise than in the last frame are drawn anew. What else was on the canvas is gone after it.
   */
  draw(moment: Moment, at: Float32Array, theme: Theme, ratio: number): void;
}

/**
 * Thousands of dots on a canvas, without a path or a state to upload. Each pixel belongs to the dot that covers most of it, the earlier of
 * two that cover as much: dots that overlap keep their rings, and one that changes writes only its own pixels.
 */
export function makeDots(canvas: HTMLCanvasElement): Dots {
  let sheet = new ImageData(1, 1),
    words = new Int32Array(0),
    owner = new Int32Array(0),
    cover = new Uint8Array(0),
    /** The look that each place was drawn with, 0 for none. */
    drawn = new Int32Array(0),
    print = makeFootprint(1, 1),
    paints: Int32Array[] = [],
    basis: readonly unknown[] = [];

  function begin(places: number, ratio: number): void {
    const { width, height } = canvas;
    if (sheet.width !== width || sheet.height !== height) {
      sheet = new ImageData(width, height);
      words = new Int32Array(sheet.data.buffer);
      owner = new Int32Array(words.length);
      cover = new Uint8Array(words.length);
    } else {
      words.fill(0);
      cover.fill(0);
    }
    drawn = new Int32Array(places);
    print = makeFootprint(ratio, width);
    paints = [];
  }

  /** Where the footprint of a place begins, -1 where it would reach over the canvas's edge. */
  function startOf(i: number, at: Float32Array, ratio: number): number {
    const { width, height } = canvas;
    const left = Math.round(at[i * 2]! * ratio) - print.reach,
      top = Math.round(at[i * 2 + 1]! * ratio) - print.reach;
    return left < 0 || top < 0 || left + print.size > width || top + print.size > height
      ? -1
      : top * width + left;
  }

  /** A dot that was not there takes the pixels that it covers more of than others do. */
  function take(i: number, start: number, paint: Int32Array): void {
    const { places, covered } = print;
    for (let k = 0; k < places.length; k++) {
      const to = start + places[k]!;
      if (covered[k]! <= cover[to]!) continue;
      cover[to] = covered[k]!;
      owner[to] = i;
      words[to] = paint[k]!;
    }
  }

  /** A dot that was there shows its new look on the pixels that are its own. */
  function repaint(i: number, start: number, paint: Int32Array): void {
    const { places } = print;
    for (let k = 0; k < places.length; k++) {
      const to = start + places[k]!;
      if (owner[to] === i) words[to] = paint[k]!;
    }
  }

  function hasGone({ state }: Moment): boolean {
    for (let i = 0; i < drawn.length; i++) if (drawn[i] !== 0 && state[i]! < 0) return true;
    return false;
  }

  return {
    draw(moment, at, theme, ratio) {
      const { width, height } = canvas;
      if (width === 0 || height === 0) return;
      const { index, state, country } = moment;
      const next = [index, country, at, theme, ratio, width, height];
      if (next.some((x, i) => x !== basis[i]) || hasGone(moment)) begin(state.length, ratio);
      basis = next;
      for (let i = 0; i < state.length; i++) {
        const period = state[i]!;
        if (period < 0 || !isDot(moment, i)) continue;
        const look = lookOf(moment, period);
        if (look === drawn[i]) continue;
        const start = startOf(i, at, ratio);
        if (start >= 0) {
          paints[look] ??= lookPaint(moment, period, theme, ratio);
          (drawn[i] === 0 ? take : repaint)(i, start, paints[look]);
        }
        drawn[i] = look;
      }
      canvas.getContext('2d')!.putImageData(sheet, 0, 0);
    },
  };

  function lookPaint({ index, day }: Moment, period: number, theme: Theme, ratio: number): Int32Array {
    const contested = index.status[period] === CONTESTED;
    const fade = (isStale(index, period, day) ? 0.5 : 1) * (contested ? 0.3 : 1);
    const fill = STRENGTH[BASES[index.basis[period]!]!] * fade;
    return paintOf(print, sideColour(index.side[period]!, theme), fill, contested ? 2 : 1, ratio);
  }
}
