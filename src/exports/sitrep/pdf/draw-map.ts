import type { SitrepMap } from '../../../model/index.ts';
import { sideColour } from '../../../model/palette.ts';
import { makeScene, type Scene, type SceneDot } from '../map/scene.ts';
import { LEGEND } from '../tell.ts';
import { type Flow, INK, SOFT } from './flow.ts';
import { shape } from './shape.ts';

const MOST_HIGH = 360;

/** The map, drawn, with what its signs mean below it. `alt` is the map in words. */
export function drawMap(flow: Flow, map: SitrepMap, alt: string): void {
  const scene = makeScene(map, flow.box.width, MOST_HIGH);
  if (scene == null) return;
  const { doc, box } = flow;
  flow.need(scene.height + 40);
  const top = flow.y;
  doc.addStructure(
    doc.struct('Figure', { alt }, () => {
      doc.save().translate(box.left, top);
      drawAreas(flow, scene);
      for (const dot of [...scene.dots].reverse()) drawDot(flow, dot);
      for (const label of scene.labels) {
        if (label.leader != null) {
          const [[a, b], [c, d]] = label.leader;
          doc.moveTo(a, b).lineTo(c, d).lineWidth(0.5).strokeColor(INK).stroke();
        }
        drawText(flow, label.text, label.x, label.y, label.size, label.bold ? 'bold' : 'sans', INK);
      }
      drawScale(flow, scene);
      doc.restore();
      flow.y = top + scene.height + 8;
      drawLegend(flow, map);
    }),
  );
}

function drawAreas({ doc }: Flow, scene: Scene): void {
  for (const { rings, colour, strength, hatch } of scene.areas) {
    const path = rings
      .map(ring => `M${ring.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}Z`)
      .join('');
    if (path === '') continue;
    doc.save().path(path).fillColor(colour).fillOpacity(strength).fill('even-odd').restore();
    doc.save().path(path).lineWidth(0.7).strokeColor('#ffffff').stroke().restore();
    if (!hatch) continue;
    doc.save().path(path).clip('even-odd');
    hatchOver(doc, rings.flat());
    doc.restore();
  }
}

/** Slanted lines over all of a shape; what lies outside is clipped by the caller. */
function hatchOver(doc: Flow['doc'], points: readonly (readonly [number, number])[]): void {
  const xs = points.map(p => p[0]),
    ys = points.map(p => p[1]);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  doc.lineWidth(0.9).strokeColor(INK).strokeOpacity(0.5);
  for (let x = left - (bottom - top); x < right; x += 5)
    doc
      .moveTo(x, bottom)
      .lineTo(x + (bottom - top), top)
      .stroke();
  doc.strokeOpacity(1);
}

function drawDot(flow: Flow, { x, y, r, colour, mark, ring, hatch }: SceneDot): void {
  const { doc } = flow;
  if (ring)
    doc
      .circle(x, y, r + 1.7)
      .lineWidth(0.9)
      .strokeColor(INK)
      .stroke();
  doc.circle(x, y, r).lineWidth(0.8).fillAndStroke(colour, '#ffffff');
  if (hatch) {
    doc.save().circle(x, y, r).clip();
    hatchOver(doc, [
      [x - r, y - r],
      [x + r, y + r],
    ]);
    doc.restore();
  }
  const size = r * (mark.length > 1 ? 0.95 : 1.25);
  drawText(flow, mark, x, y + size * 0.34, size, 'bold', '#ffffff', true);
}

/** A few words on one line; `middle`: with their middle at x. */
function drawText(
  { doc, faces }: Flow,
  text: string,
  x: number,
  y: number,
  size: number,
  style: 'sans' | 'bold',
  colour: string,
  middle = false,
): number {
  const [line] = shape(doc, faces, [{ text, style, size }], 1000).lines;
  if (line == null) return x;
  let at = middle ? x - line.width / 2 : x;
  for (const unit of line.units) {
    if (unit.kind === 'letters')
      doc
        .font(unit.face)
        .fontSize(size)
        .fillColor(colour)
        .text(unit.text, at, y, { lineBreak: false, baseline: 'alphabetic' });
    at += unit.width;
  }
  return at;
}

function drawScale(flow: Flow, { height, scale: { km, length } }: Scene): void {
  const y = height - 6;
  flow.doc
    .moveTo(4, y - 3)
    .lineTo(4, y)
    .lineTo(4 + length, y)
    .lineTo(4 + length, y - 3);
  flow.doc.lineWidth(0.8).strokeColor(INK).stroke();
  drawText(flow, `${km} km`, 8 + length, y, 7.5, 'sans', SOFT);
}

function drawLegend(flow: Flow, { sides }: SitrepMap): void {
  const { doc, box } = flow;
  const entries: { text: string; draw: (x: number, y: number) => void }[] = [
    ...sides.map((side, i) => ({
      text: side.name,
      draw: (x: number, y: number) =>
        drawDot(flow, {
          name: '',
          x,
          y,
          r: 5,
          colour: sideColour(i, 'light'),
          mark: side.mark,
          ring: false,
          hatch: false,
        }),
    })),
    { text: LEGEND.ring, draw: (x, y) => void doc.circle(x, y, 5).lineWidth(0.9).strokeColor(INK).stroke() },
    {
      text: LEGEND.hatch,
      draw: (x, y) => {
        doc
          .save()
          .rect(x - 5, y - 5, 10, 10)
          .clip();
        hatchOver(doc, [
          [x - 5, y - 5],
          [x + 5, y + 5],
        ]);
        doc.restore();
      },
    },
  ];
  let x = box.left;
  for (const { text, draw } of entries) {
    const wide = 14 + (shape(doc, flow.faces, [{ text, style: 'sans', size: 9 }], 1000).lines[0]?.width ?? 0);
    if (x > box.left && x + wide > box.left + box.width) {
      x = box.left;
      flow.y += 16;
    }
    draw(x + 5, flow.y + 6);
    drawText(flow, text, x + 14, flow.y + 9, 9, 'sans', INK);
    x += wide + 16;
  }
  flow.y += 22;
}
