import type { SitrepMap } from '../../../model/index.ts';
import { NOBODY, sideColour } from '../../../model/palette.ts';
import { fitMap, type Point, type Projection, projectRing } from './project.ts';

/** What is drawn, on paper: two drawers make SVG and PDF of it. */
export interface Scene {
  readonly width: number;
  readonly height: number;
  readonly areas: readonly SceneArea[];
  readonly dots: readonly SceneDot[];
  readonly labels: readonly SceneLabel[];
  readonly scale: { readonly km: number; readonly length: number };
}
export interface SceneArea {
  readonly name: string;
  readonly rings: readonly (readonly Point[])[];
  readonly colour: string;
  /** 0 to 1: the surer, the stronger. */
  readonly strength: number;
  readonly hatch: boolean;
}
export interface SceneDot {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly r: number;
  readonly colour: string;
  readonly mark: string;
  readonly ring: boolean;
  readonly hatch: boolean;
}
export interface SceneLabel {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly bold: boolean;
  /** The dot that a name beside it would not fit: a thin line leads there. */
  readonly leader: readonly [from: Point, to: Point] | null;
}

/** How strongly a division is filled, by how sure its line is. Its seat's line tints it, no more. */
const STRENGTH: Readonly<Record<string, number>> = {
  confirmed: 0.72,
  decided: 0.72,
  reported: 0.52,
  claimed: 0.32,
  disputed: 0.32,
  assumed: 0.24,
};
const TINT = 0.22;

/** The scene of a map on paper of a width; null where there is nothing to show. */
export function makeScene(map: SitrepMap, width: number, maxHeight: number): Scene | null {
  const projection = fitMap(map, width, maxHeight);
  if (projection == null) return null;
  const dots = dotsOf(map, projection);
  return {
    width: projection.width,
    height: projection.height,
    areas: map.areas.map(area => ({
      name: area.name,
      rings: area.polygons
        .flat()
        .map(ring => projectRing(ring, projection))
        .filter(ring => ring.length > 2),
      colour: area.by === 'none' ? NOBODY.light : sideColour(area.side, 'light'),
      strength: area.by === 'none' ? 0.06 : area.by === 'seat' ? TINT : (STRENGTH[area.basis ?? ''] ?? TINT),
      hatch: area.contested,
    })),
    dots,
    labels: labelsFor(dots, projection),
    scale: scaleOf(projection),
  };
}

const RADIUS = 5.2;

/** Dots, the least important first so that the others lie upon them. One place hides another only where they touch. */
function dotsOf({ points, sides }: SitrepMap, projection: Projection): SceneDot[] {
  const taken: Point[] = [];
  const dots: SceneDot[] = [];
  for (const point of points) {
    const [x, y] = projection.at(point.lon, point.lat);
    if (x < 0 || y < 0 || x > projection.width || y > projection.height) continue;
    if (taken.some(([a, b]) => Math.hypot(a - x, b - y) < RADIUS)) continue;
    taken.push([x, y]);
    dots.push({
      name: point.name,
      x,
      y,
      r: point.rank <= 2 ? RADIUS : RADIUS - 1,
      colour: sideColour(point.side, 'light'),
      mark: sides[point.side]?.mark ?? '',
      ring: point.changed,
      hatch: point.contested,
    });
  }
  return dots;
}

const SIZE = 8.5;
/** An average letter of the sans, as a share of its size; names are measured roughly and given room. */
const LETTER = 0.54;

/** Names beside their dots, where they cover neither dot nor name; the more important ones choose first. */
function labelsFor(dots: readonly SceneDot[], { width, height }: Projection): SceneLabel[] {
  const boxes = dots.map(d => [d.x - d.r, d.y - d.r, d.x + d.r, d.y + d.r] as const);
  const labels: SceneLabel[] = [];
  for (const dot of dots) {
    const wide = dot.name.length * SIZE * LETTER,
      gap = dot.r + (dot.ring ? 4.2 : 2.5);
    const fits = ([x, y]: Point): boolean => {
      const box = boxOf(x, y, wide);
      if (box[0] < 0 || box[1] < 0 || box[2] > width || box[3] > height) return false;
      return !boxes.some(
        other => box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3],
      );
    };
    const beside = besideDot(dot, gap, wide).find(fits);
    const away = beside == null && dot.ring ? awayFrom(dot, wide).find(({ spot }) => fits(spot)) : undefined;
    const spot = beside ?? away?.spot;
    if (spot == null) continue;
    const [x, y] = spot;
    boxes.push(boxOf(x, y, wide));
    labels.push({ text: dot.name, x, y, size: SIZE, bold: dot.ring, leader: away?.leader ?? null });
  }
  return labels;
}

type Box = readonly [left: number, top: number, right: number, bottom: number];
const boxOf = (x: number, y: number, wide: number): Box => [
  x - 1,
  y - SIZE * 0.8,
  x + wide + 1,
  y + SIZE * 0.25,
];

/** Right, left, above and below a dot. */
const besideDot = (dot: SceneDot, gap: number, wide: number): Point[] => [
  [dot.x + gap, dot.y + SIZE * 0.35],
  [dot.x - gap - wide, dot.y + SIZE * 0.35],
  [dot.x - wide / 2, dot.y - gap],
  [dot.x - wide / 2, dot.y + gap + SIZE * 0.7],
];

/** Farther off, all round, nearest first, with the line that leads there. */
function awayFrom(dot: SceneDot, wide: number): { spot: Point; leader: readonly [Point, Point] }[] {
  const spots = [];
  for (let far = 22; far <= 70; far += 8)
    for (let turn = 0; turn < 12; turn++) {
      const [dx, dy] = [Math.cos((turn * Math.PI) / 6), Math.sin((turn * Math.PI) / 6)];
      const end: Point = [dot.x + dx * far, dot.y + dy * far];
      const start: Point = [dot.x + dx * (dot.r + 2), dot.y + dy * (dot.r + 2)];
      const x = dx > 0.3 ? end[0] + 1.5 : dx < -0.3 ? end[0] - wide - 1.5 : end[0] - wide / 2;
      const y = end[1] + (dy > 0.7 ? SIZE * 0.8 : dy < -0.7 ? -2 : SIZE * 0.3);
      spots.push({ spot: [x, y] as Point, leader: [start, end] as const });
    }
  return spots;
}

/** A round number of kilometres that is about a sixth of the map. */
function scaleOf({ width, kmPerUnit }: Projection): Scene['scale'] {
  const wanted = (width / 6) * kmPerUnit;
  const power = 10 ** Math.floor(Math.log10(wanted));
  const km = [5, 2, 1].map(n => n * power).find(n => n <= wanted) ?? power;
  return { km, length: km / kmPerUnit };
}
