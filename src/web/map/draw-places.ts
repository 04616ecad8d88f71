import { type MarkSpec, markReach, markShapes, STALE_ALPHA } from '../record/mark.ts';
import { type Box, type Named, placeNames } from './place-name.ts';

/** A place to draw: where on the canvas, and how. */
export interface Spot {
  readonly place: number;
  readonly x: number;
  readonly y: number;
  readonly r: number;
  readonly spec: MarkSpec;
  /** Where it changed since the day compared with: the colour of who held it then, '' for nobody known; else null. */
  readonly was: string | null;
  readonly name: string;
  /** Larger is labelled first; 0 is never labelled. */
  readonly rank: number;
}

const sprites = new Map<string, HTMLCanvasElement>();

/** The mark as a picture, drawn once for each look. */
function spriteOf(spec: MarkSpec, r: number, ratio: number): HTMLCanvasElement {
  const key = `${spec.colour}${spec.paper}${spec.letter}${spec.basis}${spec.contested}${r}@${ratio}`;
  let canvas = sprites.get(key);
  if (canvas != null) return canvas;
  canvas = document.createElement('canvas');
  const reach = markReach(r);
  canvas.width = canvas.height = Math.ceil(reach * 2 * ratio);
  const c = canvas.getContext('2d')!;
  c.scale(ratio, ratio);
  c.translate(reach, reach);
  for (const s of markShapes(spec, r)) {
    c.beginPath();
    if (s.kind === 'ray') {
      c.setLineDash([]);
      c.moveTo(s.x1, s.y1);
      c.lineTo(s.x2, s.y2);
      c.strokeStyle = s.stroke;
      c.lineWidth = s.width;
      c.stroke();
    } else if (s.kind === 'letter') {
      c.font = `600 ${s.size}px ${FAMILY}`;
      c.textAlign = 'center';
      c.fillStyle = s.fill;
      c.fillText(s.text, 0, s.size * 0.35);
    } else {
      if (s.kind === 'disc') c.arc(0, 0, s.r, 0, Math.PI * 2);
      else c.roundRect(-s.r, -s.r, s.r * 2, s.r * 2, 1.5);
      c.globalAlpha = s.alpha;
      if (s.fill != null) {
        c.fillStyle = s.fill;
        c.fill();
      }
      if (s.stroke != null) {
        c.strokeStyle = s.stroke;
        c.lineWidth = s.width;
        c.setLineDash([...s.dash]);
        c.stroke();
      }
      c.globalAlpha = 1;
    }
  }
  sprites.set(key, canvas);
  return canvas;
}

/** Forgets what was drawn and measured: when fonts have come, or the theme changes. */
export function forgetSprites(): void {
  sprites.clear();
  widths.clear();
}

const FAMILY = '"Source Sans 3", "Noto Sans Arabic", "Noto Sans Hebrew", sans-serif';
/** Begins with a letter of a script that runs from right to left. */
const RIGHT_TO_LEFT = /^\P{L}*[\p{sc=Arab}\p{sc=Hebr}\p{sc=Syrc}\p{sc=Thaa}\p{sc=Nkoo}]/u;
const widths = new Map<string, number>();
const MOST_LABELS = 140;

/** Draws marks, then as many names as fit without covering a mark or another name; a name runs right to left where its first letter does. */
export function drawPlaces(
  context: CanvasRenderingContext2D,
  spots: readonly Spot[],
  look: { ink: string; paper: string; ratio: number; width: number; height: number; chosen: number },
): void {
  const { ratio, width, height } = look;
  const visible = spots.filter(s => s.x > -20 && s.y > -20 && s.x < width + 20 && s.y < height + 20);
  for (const s of visible) {
    const sprite = spriteOf(s.spec, s.r, ratio);
    const reach = sprite.width / ratio / 2;
    context.globalAlpha = s.spec.stale ? STALE_ALPHA : 1;
    context.drawImage(sprite, s.x - reach, s.y - reach, reach * 2, reach * 2);
  }
  context.globalAlpha = 1;
  for (const s of visible) if (s.was != null) drawChanged(context, s, s.was, look);
  const chosen = visible.find(s => s.place === look.chosen);
  if (chosen != null) {
    context.beginPath();
    context.arc(chosen.x, chosen.y, chosen.r + 6.5, 0, Math.PI * 2);
    context.strokeStyle = look.ink;
    context.lineWidth = 2;
    context.stroke();
  }
  drawNames(context, visible, look);
}

/** A ring round what changed, and who held it before as a small disc at its foot. */
function drawChanged(
  context: CanvasRenderingContext2D,
  s: Spot,
  was: string,
  look: { ink: string; paper: string },
): void {
  const r = s.r + 5.5;
  context.beginPath();
  context.arc(s.x, s.y, r, 0, Math.PI * 2);
  context.strokeStyle = look.ink;
  context.lineWidth = 1.5;
  context.stroke();
  context.beginPath();
  context.arc(s.x + r * 0.71, s.y + r * 0.71, 3.5, 0, Math.PI * 2);
  context.fillStyle = was === '' ? look.paper : was;
  context.fill();
  context.strokeStyle = look.paper;
  context.stroke();
}

let placed: {
  readonly named: readonly Named[];
  readonly width: number;
  readonly spots: ReturnType<typeof placeNames>;
} | null = null;

/** Where the names go; worked out anew only where a mark or a name is another: while time moves and the map rests, most often none is. */
function spotsFor(
  named: readonly Named[],
  width: number,
  marks: readonly Box[],
): ReturnType<typeof placeNames> {
  const same =
    placed != null &&
    placed.width === width &&
    placed.named.length === named.length &&
    placed.named.every((a, i) => {
      const b = named[i]!;
      return a.x === b.x && a.y === b.y && a.r === b.r && a.rank === b.rank && a.w === b.w;
    });
  if (placed == null || !same) placed = { named, width, spots: placeNames(named, width, marks) };
  return placed.spots;
}

function drawNames(
  context: CanvasRenderingContext2D,
  visible: readonly Spot[],
  look: { ink: string; paper: string; chosen: number; width: number },
): void {
  const named = visible
    .filter(s => s.rank > 0 || s.place === look.chosen)
    .sort(
      (a, b) =>
        Number(b.place === look.chosen) - Number(a.place === look.chosen) || b.rank - a.rank || a.y - b.y,
    )
    .slice(0, MOST_LABELS);
  const marks = named.map((s): Box => [s.x - s.r - 2, s.y - s.r - 2, s.x + s.r + 2, s.y + s.r + 2]);
  context.textAlign = 'left';
  context.lineJoin = 'round';
  const sizeOf = (s: Spot): number => (s.rank >= 3 ? 13 : 12);
  const fontOf = (s: Spot): string =>
    `${s.rank >= 3 || s.place === look.chosen ? 600 : 400} ${sizeOf(s)}px ${FAMILY}`;
  const widthOf = (s: Spot): number => {
    const key = `${fontOf(s)}${s.name}`;
    let w = widths.get(key);
    if (w == null) {
      context.font = fontOf(s);
      w = context.measureText(s.name).width;
      widths.set(key, w);
    }
    return w;
  };
  const spots = spotsFor(
    named.map((s, own) => ({
      x: s.x,
      y: s.y,
      r: s.r,
      rank: s.rank,
      own,
      w: widthOf(s),
      size: sizeOf(s),
    })),
    look.width,
    marks,
  );
  for (const [n, s] of named.entries()) {
    const spot = spots[n];
    if (spot == null) continue;
    context.font = fontOf(s);
    context.direction = RIGHT_TO_LEFT.test(s.name) ? 'rtl' : 'ltr';
    if (spot.tie != null) {
      const [x1, y1, x2, y2] = spot.tie;
      context.beginPath();
      context.moveTo(x1, y1);
      context.lineTo(x2, y2);
      context.strokeStyle = look.ink;
      context.lineWidth = 0.75;
      context.stroke();
    }
    context.strokeStyle = look.paper;
    context.globalAlpha = 0.85;
    context.lineWidth = 3.5;
    context.strokeText(s.name, spot.x, spot.y);
    context.globalAlpha = 1;
    context.fillStyle = look.ink;
    context.fillText(s.name, spot.x, spot.y);
  }
}
