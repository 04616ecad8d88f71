import { sideColour, type Theme } from '../../model/palette.ts';
import { BASES, CONTESTED } from '../record/index-periods.ts';
import { isStale } from '../record/say.ts';
import type { Moment } from '../state/record-store.ts';

/** Above so many places in sight, those that are no capitals are drawn as dots, not as marks. */
export const MOST_MARKS = 400;

const STRENGTH: Record<(typeof BASES)[number], number> = {
  confirmed: 1,
  decided: 1,
  reported: 0.85,
  claimed: 0.25,
  disputed: 0.25,
  assumed: 0.2,
};

export function isDot(moment: Moment, place: number): boolean {
  const { kind, seatOf, country } = moment.index.places[place]!;
  if (seatOf === 'country' || seatOf === 'admin1') return false;
  if (kind === 'province' || kind === 'country' || kind === 'site') return false;
  return moment.country == null || country === moment.country;
}

/** A dot as pixels: where it covers the canvas, how strongly, in one colour. */
interface Stamp {
  readonly reach: number;
  readonly size: number;
  readonly pixels: Uint32Array;
}

const rgb = (hex: string): number => Number.parseInt(hex.slice(1), 16);
const stamps = new Map<number, Stamp>();

/** Forgets the stamps: when the theme or the screen's density changes. */
export const forgetStamps = (): void => stamps.clear();

/** A disc of `fill` strength in a ring, with soft edges. Pixels are ABGR, as a canvas has them on every machine of today. */
function makeStamp(colour: string, fill: number, ring: number, ratio: number): Stamp {
  const inner = 3 * ratio,
    outer = inner + ring * ratio;
  const reach = Math.ceil(outer + 1),
    size = reach * 2 + 1;
  const value = rgb(colour);
  const bgr = ((value & 255) << 16) | (value & 0xff00) | (value >> 16);
  const pixels = new Uint32Array(size * size);
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) {
      const d = Math.hypot(x - reach, y - reach);
      const edge = Math.max(0, Math.min(1, outer + 0.5 - d));
      const inRing = Math.max(0, Math.min(1, d - inner + 0.5));
      const alpha = edge * (inRing + (1 - inRing) * fill);
      pixels[y * size + x] = alpha <= 0 ? 0 : ((Math.round(alpha * 255) << 24) | bgr) >>> 0;
    }
  return { reach, size, pixels };
}

function stampOf(moment: Moment, period: number, theme: Theme, ratio: number): Stamp {
  const { index, day } = moment;
  const side = index.side[period]!,
    stale = isStale(index, period, day);
  const code = (((side + 1) * 8 + index.basis[period]!) * 4 + index.status[period]!) * 2 + (stale ? 1 : 0);
  let stamp = stamps.get(code);
  if (stamp == null) {
    const contested = index.status[period] === CONTESTED;
    const fill = STRENGTH[BASES[index.basis[period]!]!] * (stale ? 0.5 : 1) * (contested ? 0.3 : 1);
    stamp = makeStamp(sideColour(side, theme), fill, contested ? 2 : 1, ratio);
    stamps.set(code, stamp);
  }
  return stamp;
}

let sheet: ImageData | null = null;
let words = new Uint32Array(0);

/**
 * Draws every dot of the moment as pixels. `at` has the places on the canvas, in CSS pixels. Thousands of dots take a millisecond or two:
 * no path is made, no state is uploaded.
 */
export function drawDots(
  canvas: HTMLCanvasElement,
  moment: Moment,
  at: Float32Array,
  theme: Theme,
  ratio: number,
): void {
  const { width, height } = canvas;
  if (width === 0 || height === 0) return;
  if (sheet == null || sheet.width !== width || sheet.height !== height) {
    sheet = new ImageData(width, height);
    words = new Uint32Array(sheet.data.buffer);
  } else words.fill(0);
  for (let i = 0; i < moment.state.length; i++) {
    const period = moment.state[i]!;
    if (period < 0 || !isDot(moment, i)) continue;
    const { reach, size, pixels } = stampOf(moment, period, theme, ratio);
    const left = Math.round(at[i * 2]! * ratio) - reach,
      top = Math.round(at[i * 2 + 1]! * ratio) - reach;
    if (left < 0 || top < 0 || left + size > width || top + size > height) continue;
    for (let y = 0, from = 0; y < size; y++) {
      let to = (top + y) * width + left;
      for (let x = 0; x < size; x++, from++, to++) {
        const pixel = pixels[from]!;
        // The stronger of two pixels stays: dots that overlap keep their rings.
        if (pixel >>> 24 > words[to]! >>> 24) words[to] = pixel;
      }
    }
  }
  canvas.getContext('2d')!.putImageData(sheet, 0, 0);
}

export const clearDots = (canvas: HTMLCanvasElement): void => {
  canvas.getContext('2d')!.clearRect(0, 0, canvas.width, canvas.height);
};
