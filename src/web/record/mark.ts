import type { BASES } from './index-periods.ts';

/** What a place's mark says: who (colour and letter), on whose word (strength and line), contested (rays), stale (faded). */
export interface MarkSpec {
  readonly colour: string;
  readonly paper: string;
  readonly letter: string;
  readonly basis: (typeof BASES)[number];
  readonly contested: boolean;
  readonly stale: boolean;
}

export type MarkShape =
  | {
      readonly kind: 'disc' | 'square';
      readonly r: number;
      readonly fill: string | null;
      readonly alpha: number;
      readonly stroke: string | null;
      readonly width: number;
      readonly dash: readonly number[];
    }
  | {
      readonly kind: 'ray';
      readonly x1: number;
      readonly y1: number;
      readonly x2: number;
      readonly y2: number;
      readonly stroke: string;
      readonly width: number;
    }
  | { readonly kind: 'letter'; readonly text: string; readonly size: number; readonly fill: string };

/**
 * The shapes of a mark of radius `r` around (0, 0), lowest first; the map's canvas and the lists' SVG draw the same ones. Confirmed is a
 * disc in a ring (two origins), reported a disc, decided a square, claimed an open ring, disputed a broken ring, assumed a pale dotted one.
 */
export function markShapes(spec: MarkSpec, r: number): MarkShape[] {
  const { colour, paper, basis } = spec;
  const shapes: MarkShape[] = [];
  const disc = (
    radius: number,
    fill: string | null,
    alpha: number,
    stroke: string | null,
    width = 1.5,
    dash: number[] = [],
  ): void => {
    shapes.push({
      kind: basis === 'decided' ? 'square' : 'disc',
      r: radius,
      fill,
      alpha,
      stroke,
      width,
      dash,
    });
  };
  const ringed = basis === 'confirmed' ? r + 2.5 : r;
  disc(ringed + 1.5, paper, 1, null);
  if (spec.contested)
    for (let i = 0; i < 12; i++) {
      const [x, y] = [Math.cos((i * Math.PI) / 6), Math.sin((i * Math.PI) / 6)];
      const [a, b] = [ringed + 1.5, ringed + 4.5];
      shapes.push({ kind: 'ray', x1: x * a, y1: y * a, x2: x * b, y2: y * b, stroke: colour, width: 1.5 });
    }
  const solid = basis === 'confirmed' || basis === 'reported' || basis === 'decided';
  if (basis === 'confirmed') disc(r + 2.25, null, 1, colour, 1.25);
  if (solid) disc(r, colour, 1, null);
  else if (basis === 'claimed') disc(r - 0.75, paper, 1, colour, 1.75);
  else if (basis === 'disputed') disc(r - 0.75, paper, 1, colour, 1.75, [3.2, 2.2]);
  else {
    disc(r, colour, 0.22, null);
    disc(r - 0.5, null, 1, colour, 1.25, [1.2, 2]);
  }
  if (r >= 5)
    shapes.push({
      kind: 'letter',
      text: spec.letter,
      size: spec.letter.length > 1 ? r * 1.05 : r * 1.35,
      fill: solid ? paper : colour,
    });
  return shapes;
}

/** How far a mark reaches from its middle. */
export const markReach = (r: number): number => r + 8;
/** How strongly a stale mark shows. */
export const STALE_ALPHA = 0.5;
/** Days without a word after which a place fades. */
export const STALE_DAYS = 14;
