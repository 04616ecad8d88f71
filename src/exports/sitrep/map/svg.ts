import { escapeXml } from '../escape.ts';
import type { Point } from './project.ts';
import type { Scene, SceneDot, SceneLabel } from './scene.ts';

const n = (value: number): string => String(Math.round(value * 10) / 10);

/** The map as SVG, whole in itself: no script, no style sheet, no address but its own. */
export function sceneToSvg(scene: Scene, title: string): string {
  const { width, height } = scene;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${n(width)} ${n(height)}" role="img" aria-label="${escapeXml(title)}" font-family="'Source Sans 3', 'Helvetica Neue', Arial, sans-serif">`,
    `<title>${escapeXml(title)}</title>`,
    '<defs><pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0V5" stroke="#1d1b18" stroke-width="1.3"/></pattern></defs>',
    ...scene.areas.flatMap(area => {
      const d = area.rings.map(pathOf).join('');
      return [
        `<path d="${d}" fill="${area.colour}" fill-opacity="${area.strength}" stroke="#fff" stroke-width="0.8"><title>${escapeXml(area.name)}</title></path>`,
        ...(area.hatch ? [`<path d="${d}" fill="url(#hatch)" fill-opacity="0.5"/>`] : []),
      ];
    }),
    ...[...scene.dots].reverse().map(dotOf),
    ...scene.labels.map(labelOf),
    scaleBar(scene),
    '</svg>',
  ].join('');
}

const pathOf = (ring: readonly Point[]): string => `M${ring.map(([x, y]) => `${n(x)} ${n(y)}`).join('L')}Z`;

function dotOf({ x, y, r, colour, mark, ring, hatch, name }: SceneDot): string {
  return [
    `<g><title>${escapeXml(name)}</title>`,
    ring
      ? `<circle cx="${n(x)}" cy="${n(y)}" r="${n(r + 1.7)}" fill="none" stroke="#1d1b18" stroke-width="1.1"/>`
      : '',
    `<circle cx="${n(x)}" cy="${n(y)}" r="${n(r)}" fill="${colour}" stroke="#fff" stroke-width="0.9"/>`,
    hatch ? `<circle cx="${n(x)}" cy="${n(y)}" r="${n(r)}" fill="url(#hatch)"/>` : '',
    `<text x="${n(x)}" y="${n(y + r * 0.42)}" font-size="${n(r * (mark.length > 1 ? 0.95 : 1.25))}" font-weight="700" fill="#fff" text-anchor="middle">${escapeXml(mark)}</text></g>`,
  ].join('');
}

/** Begins with a letter of a script that runs from right to left. */
const RIGHT_TO_LEFT = /^\P{L}*[\p{sc=Arab}\p{sc=Hebr}\p{sc=Syrc}\p{sc=Thaa}\p{sc=Nkoo}]/u;
/** A name that runs from right to left ends where its label begins: its signs stand on their right side, and it lies where it was put. */
const directionOf = (text: string): string =>
  RIGHT_TO_LEFT.test(text) ? ' direction="rtl" text-anchor="end"' : '';

const labelOf = ({ text, x, y, size, bold, leader }: SceneLabel): string =>
  `${leader == null ? '' : `<path d="M${leader.map(([a, b]) => `${n(a)} ${n(b)}`).join('L')}" stroke="#1d1b18" stroke-width="0.6"/>`}<text x="${n(x)}" y="${n(y)}" font-size="${size}"${directionOf(text)}${bold ? ' font-weight="600"' : ''} fill="#1d1b18" stroke="#fff" stroke-width="2" stroke-opacity="0.75" paint-order="stroke">${escapeXml(text)}</text>`;

function scaleBar({ height, scale: { km, length } }: Scene): string {
  const y = height - 8;
  return `<g stroke="#1d1b18" stroke-width="1" fill="none"><path d="M8 ${n(y - 3)}V${n(y)}H${n(8 + length)}V${n(y - 3)}"/></g><text x="${n(12 + length)}" y="${n(y)}" font-size="7.5" fill="#1d1b18">${km} km</text>`;
}
