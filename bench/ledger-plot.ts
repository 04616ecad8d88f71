import { readFileSync, writeFileSync } from 'node:fs';
import type { StoreFigures } from './ledger-store.ts';

// npx tsx bench/ledger-plot.ts [ROWS [OUT]]: draws how filing and the world's status grow with the claims in a store.

type Kind = StoreFigures['store'];

/** One panel: what is drawn of a row, and what was asked for. */
interface Panel {
  readonly title: string;
  readonly value: (row: StoreFigures) => number;
  readonly high: (row: StoreFigures) => number;
}

const PANELS: readonly Panel[] = [
  { title: 'Filing one report', value: r => r.fileMedian, high: r => r.fileP95 },
  { title: 'The world’s status', value: r => r.statusMedian, high: r => r.statusP95 },
];
const STORES: readonly { readonly kind: Kind; readonly name: string; readonly below: number }[] = [
  { kind: 'postgres', name: 'Postgres', below: -10 },
  { kind: 'pglite', name: 'PGlite', below: 20 },
];

const WIDTH = 850;
const HEIGHT = 340;
const BOX = { width: 330, height: 220, top: 62, left: 56, gap: 80 };

const STYLE = `
  text { font: 13px system-ui, sans-serif; fill: #333; }
  .title { font-weight: 600; font-size: 14px; }
  .axis { stroke: #8a8a8a; } .grid { stroke: #e4e4e4; }
  .postgres { --ink: #0b62a8; } .pglite { --ink: #b3540a; }
  .line { stroke: var(--ink); stroke-width: 2; fill: none; } .pglite .line { stroke-dasharray: 6 4; }
  .dot { fill: var(--ink); } .spread { stroke: var(--ink); stroke-width: 1; opacity: .6; } .name { fill: var(--ink); }
  .paper { fill: #fff; }
  @media (prefers-color-scheme: dark) {
    text { fill: #d8d8d8; } .paper { fill: #16181c; } .axis { stroke: #8a8a8a; } .grid { stroke: #33363c; }
    .postgres { --ink: #6db7f2; } .pglite { --ink: #f2a65a; }
  }`;

/** The growth as a picture, readable on light and dark paper: medians as lines, from there to the 95th percentile as strokes. */
export function plotGrowth(rows: readonly StoreFigures[]): string {
  const panels = PANELS.map((panel, i) => drawPanel(panel, rows, BOX.left + i * (BOX.width + BOX.gap)));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-labelledby="t d">
<title id="t">What filing and the world’s status cost as a store grows</title>
<desc id="d">${rows.map(say).join(' ')}</desc>
<style>${STYLE}
</style>
<rect class="paper" width="${WIDTH}" height="${HEIGHT}"/>
${panels.join('\n')}
</svg>
`;
}

const say = (r: StoreFigures): string =>
  `${r.store === 'pglite' ? 'PGlite' : 'Postgres'}, ${count(r.claims)} claims: filing ${r.fileMedian} ms, status ${r.statusMedian} ms.`;
const count = (n: number): string => n.toLocaleString('en-GB');

function drawPanel({ title, value, high }: Panel, rows: readonly StoreFigures[], left: number): string {
  const sizes = [...new Set(rows.map(r => r.claims))].sort((a, b) => a - b);
  const first = Math.log10(sizes[0]!),
    last = Math.log10(sizes.at(-1)!);
  const step = stepFor(Math.max(...rows.map(high)));
  const top = Math.ceil(Math.max(...rows.map(high)) / step) * step;
  const x = (claims: number): number =>
    round(left + ((Math.log10(claims) - first) / (last - first)) * BOX.width);
  const y = (ms: number): number => round(BOX.top + BOX.height - (ms / top) * BOX.height);
  const bottom = BOX.top + BOX.height;
  const out = [`<text class="title" x="${left}" y="24">${title}</text>`];
  out.push(`<text x="${left}" y="44">ms; dot: median, stroke: to the 95th percentile</text>`);
  for (let ms = 0; ms <= top; ms += step) {
    out.push(`<path class="${ms === 0 ? 'axis' : 'grid'}" d="M${left} ${y(ms)}h${BOX.width}"/>`);
    out.push(`<text x="${left - 8}" y="${y(ms) + 4}" text-anchor="end">${ms}</text>`);
  }
  for (const size of sizes)
    out.push(`<text x="${x(size)}" y="${bottom + 20}" text-anchor="middle">${count(size)}</text>`);
  out.push(
    `<text x="${left + BOX.width / 2}" y="${bottom + 42}" text-anchor="middle">claims in the store</text>`,
  );
  for (const { kind, name, below } of STORES) {
    const mine = rows.filter(r => r.store === kind).sort((a, b) => a.claims - b.claims);
    const end = mine.at(-1);
    if (end == null) continue;
    const dots = mine.map(
      r =>
        `<path class="spread" d="M${x(r.claims)} ${y(value(r))}V${y(high(r))}"/>` +
        `<circle class="dot" cx="${x(r.claims)}" cy="${y(value(r))}" r="4"/>`,
    );
    const line = mine.map(r => `${x(r.claims)} ${y(value(r))}`).join('L');
    const anchor = end.claims === sizes.at(-1) ? 'end' : 'start';
    const shift = anchor === 'end' ? -8 : 8;
    out.push(
      `<g class="${kind}"><path class="line" d="M${line}"/>${dots.join('')}` +
        `<text class="name" x="${x(end.claims) + shift}" y="${y(value(end)) + below}" text-anchor="${anchor}">${name}</text></g>`,
    );
  }
  return out.join('\n');
}

/** The distance of the lines across: 1, 2 or 5 and noughts, four to eight of them. */
function stepFor(most: number): number {
  const size = 10 ** Math.floor(Math.log10(most / 4));
  return [1, 2, 5, 10].map(n => n * size).find(n => most / n <= 8)!;
}

const round = (n: number): number => Math.round(n * 10) / 10;

const [rows = 'docs/ledger-growth.jsonl', out = 'docs/ledger-growth.svg'] = process.argv.slice(2);
const read = readFileSync(rows, 'utf8').split('\n').filter(Boolean);
writeFileSync(out, plotGrowth(read.map(line => JSON.parse(line) as StoreFigures)));
console.log(`${out}: ${read.length} rows`);
