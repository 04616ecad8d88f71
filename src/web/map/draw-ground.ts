import type { Theme } from '../../model/palette.ts';
import type { DivisionShapes } from '../types.ts';
import type { DivisionPaint } from './division-paint.ts';
import { GROUND, hatchImage } from './map-style.ts';

type Point = { readonly x: number; readonly y: number };

const DASHES: Record<DivisionPaint['line'], readonly number[]> = {
  solid: [],
  dashed: [3, 2],
  dotted: [1, 1.5],
  none: [],
};

/**
 * Draws the divisions as the style of the map does (map-style.ts), without WebGL: what that has drawn is gone by the time a page is
 * printed.
 */
export function drawGround(
  context: CanvasRenderingContext2D,
  shapes: DivisionShapes,
  outline: GeoJSON.FeatureCollection,
  paintOf: (division: DivisionShapes['features'][number]['properties']) => DivisionPaint,
  project: (position: [number, number]) => Point,
  theme: Theme,
): void {
  const g = GROUND[theme];
  const line = (path: Path2D, colour: string, width: number, dash: readonly number[] = []): void => {
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.setLineDash(dash.map(d => d * width));
    context.stroke(path);
  };
  const hatch = context.createPattern(canvasOf(hatchImage(theme)), 'repeat')!;
  hatch.setTransform(new DOMMatrix().scale(0.5));
  context.lineJoin = 'round';
  const drawn = shapes.features.map(({ geometry, properties }) => ({
    path: pathOf(geometry as GeoJSON.Geometry, project),
    paint: paintOf(properties),
  }));
  for (const { path, paint } of drawn) {
    const fill = (style: string | CanvasPattern, alpha: number): void => {
      context.globalAlpha = alpha;
      context.fillStyle = style;
      context.fill(path, 'evenodd');
    };
    fill(g.land, 1);
    fill(paint.colour, paint.fill);
    fill(hatch, paint.hatch);
    context.globalAlpha = 1;
  }
  for (const { path } of drawn) line(path, g.border, 1.25);
  for (const { path, paint } of drawn)
    if (paint.line !== 'none') line(path, paint.colour, paint.width, DASHES[paint.line]);
  for (const { geometry } of outline.features) line(pathOf(geometry, project), g.coast, 1);
  context.setLineDash([]);
}

/** A shape's rings or lines on the canvas. */
function pathOf(geometry: GeoJSON.Geometry, project: (position: [number, number]) => Point): Path2D {
  const path = new Path2D();
  const visit = (part: unknown[]): void => {
    if (!Array.isArray((part[0] as unknown[])?.[0])) {
      for (const [i, at] of part.entries()) {
        const { x, y } = project(at as [number, number]);
        if (i === 0) path.moveTo(x, y);
        else path.lineTo(x, y);
      }
      return;
    }
    for (const inner of part) visit(inner as unknown[]);
  };
  if ('coordinates' in geometry && geometry.type !== 'Point') visit(geometry.coordinates as unknown[]);
  return path;
}

function canvasOf(image: ImageData): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = image.width;
  canvas.height = image.height;
  canvas.getContext('2d')!.putImageData(image, 0, 0);
  return canvas;
}
