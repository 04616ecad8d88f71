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

/**
 * A dot as pixels: which ones it covers, counted from its top left along a canvas of a width, and what it puts there. Signed numbers: an
 * engine keeps those above 2^31 as fractions, which takes it twice as long.
 */
interface Stamp {
  readonly reach: number;
  readonly size: number;
  readonly places: Int32Array;
  readonly pixels: Int32Array;
}

const rgb = (hex: string): number => Number.parseInt(hex.slice(1), 16);
const stamps = new Map<number, Stamp>();

/** Forgets the stamps: when the theme, the canvas or the screen's density changes. */
export const forgetStamps = (): void => stamps.clear();

/** A disc of `fill` strength in a ring, with soft edges. Pixels are ABGR, as a canvas has them on every machine of today. */
function makeStamp(colour: string, fill: number, ring: number, ratio: number, width: number): Stamp {
  const inner = 3 * ratio,
    outer = inner + ring * ratio;
  const reach = Math.ceil(outer + 1),
    size = reach * 2 + 1;
  const value = rgb(colour);
  const bgr = ((value & 255) << 16) | (value & 0xff00) | (value >> 16);
  const places: number[] = [],
    pixels: number[] = [];
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) {
      const d = Math.hypot(x - reach, y - reach);
      const edge = Math.max(0, Math.min(1, outer + 0.5 - d));
      const inRing = Math.max(0, Math.min(1, d - inner + 0.5));
      const alpha = edge * (inRing + (1 - inRing) * fill);
      const level = Math.round(alpha * 255);
      if (level <= 0) continue;
      places.push(y * width + x);
      pixels.push((level << 24) | bgr);
    }
  return { reach, size, places: Int32Array.from(places), pixels: Int32Array.from(pixels) };
}

function stampOf(moment: Moment, period: number, theme: Theme, ratio: number, width: number): Stamp {
  const { index, day } = moment;
  const side = index.side[period]!,
    stale = isStale(index, period, day);
  const code = (((side + 1) * 8 + index.basis[period]!) * 4 + index.status[period]!) * 2 + (stale ? 1 : 0);
  let stamp = stamps.get(code);
  if (stamp == null) {
    const contested = index.status[period] === CONTESTED;
    const fill = STRENGTH[BASES[index.basis[period]!]!] * (stale ? 0.5 : 1) * (contested ? 0.3 : 1);
    stamp = makeStamp(sideColour(side, theme), fill, contested ? 2 : 1, ratio, width);
    stamps.set(code, stamp);
  }
  return stamp;
}

let sheet: ImageData | null = null;
let words = new Int32Array(0);

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
    words = new Int32Array(sheet.data.buffer);
    forgetStamps();
  } else words.fill(0);
  for (let i = 0; i < moment.state.length; i++) {
    const period = moment.state[i]!;
    if (period < 0 || !isDot(moment, i)) continue;
    const { reach, size, places, pixels } = stampOf(moment, period, theme, ratio, width);
    const left = Math.round(at[i * 2]! * ratio) - reach,
      top = Math.round(at[i * 2 + 1]! * ratio) - reach;
    if (left < 0 || top < 0 || left + size > width || top + size > height) continue;
    const from = top * width + left;
    for (let k = 0; k < places.length; k++) {
      const to = from + places[k]!,
        pixel = pixels[k]!;
      // The stronger of two pixels stays: dots that overlap keep their rings.
      if (pixel >>> 24 > words[to]! >>> 24) words[to] = pixel;
    }
  }
  canvas.getContext('2d')!.putImageData(sheet, 0, 0);
}

export const clearDots = (canvas: HTMLCanvasElement): void => {
  canvas.getContext('2d')!.clearRect(0, 0, canvas.width, canvas.height);
};
