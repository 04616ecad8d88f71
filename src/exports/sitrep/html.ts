import type { Sitrep, SitrepEvidence, SitrepFigure, SitrepSentence } from '../../model/index.ts';
import { sideColour } from '../../model/palette.ts';
import { sayDate } from '../words.ts';
import { safeUrl, escapeXml as x } from './escape.ts';
import { makeScene } from './map/scene.ts';
import { sceneToSvg } from './map/svg.ts';
import { measure } from './markdown.ts';
import { sayRange } from './say-range.ts';
import { STYLE } from './style.ts';
import {
  HEADS,
  LEGEND,
  mapInWords,
  NOTHING,
  sayEvidence,
  saySource,
  sayStanding,
  sourcesOf,
} from './tell.ts';

/** The report as one HTML page, whole in itself: no script, nothing from elsewhere. It prints as a document. */
export function sitrepToHtml(sitrep: Sitrep): string {
  const { title, summary, changes, disputed, figures, sources } = sitrep;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>${x(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<header><h1 dir="auto">${x(title)}</h1>
<p class="standing">${x(sayStanding(sitrep))}</p></header>
${sitrep.note == null ? '' : `<p class="note" dir="auto">${x(sitrep.note).replaceAll('\n', '<br>')}</p>`}
${section('summary', summary.map(s => `<p class="brief" id="${x(s.id)}">${x(s.text)}${edited(s)} ${refs(s.evidence)}</p>`).join('\n'))}
${section('map', mapOf(sitrep))}
${section('changes', byDay(changes) || `<p>${NOTHING.changes}</p>`)}
${section('disputed', disputed.map(item).join('\n') || `<p>${NOTHING.disputed}</p>`)}
${section('figures', figures.length === 0 ? `<p>${NOTHING.figures}</p>` : figures.map(figureItem).join('\n'))}
${section('sources', `<ol>${sources.map(s => `<li id="s${s.n}" dir="auto">${link(saySource(s), s.url)}</li>`).join('\n')}</ol>`)}
</main>
</body>
</html>
`;
}

const section = (id: keyof typeof HEADS, body: string): string =>
  `<section aria-labelledby="h-${id}"><h2 id="h-${id}">${HEADS[id]}</h2>\n${body}\n</section>`;

const ref = (n: number): string => `<a href="#s${n}" class="ref">${n}</a>`;
const refs = (evidence: readonly SitrepEvidence[]): string => sourcesOf(evidence).map(ref).join(' ');
const edited = (s: SitrepSentence): string =>
  s.original == null ? '' : ' <span class="edited">(edited)</span>';

function link(text: string, url: string | null): string {
  const safe = safeUrl(url);
  return safe == null ? x(text) : `<a href="${x(safe)}" rel="noreferrer">${x(text)}</a>`;
}

const item = (s: SitrepSentence): string =>
  `<article id="${x(s.id)}"><p class="sentence" dir="auto">${x(s.text)}${edited(s)}</p>${evidenceOf(s.evidence)}</article>`;

const evidenceOf = (evidence: readonly SitrepEvidence[]): string =>
  evidence
    .map(
      e =>
        `<blockquote class="${e.stance}"><q dir="auto">${x(e.quote)}</q> <cite>${x(sayEvidence(e))}</cite> ${ref(e.source)}</blockquote>`,
    )
    .join('');

function byDay(changes: readonly SitrepSentence[]): string {
  const days = [...new Set(changes.map(c => c.on ?? ''))];
  return days
    .map(
      day =>
        `<h3>${day === '' ? 'Undated' : x(sayDate(day))}</h3>\n${changes
          .filter(c => (c.on ?? '') === day)
          .map(item)
          .join('\n')}`,
    )
    .join('\n');
}

const figureItem = (f: SitrepFigure): string =>
  `<article id="${x(f.id)}" class="figure"><p class="range"><b>${x(sayRange(f))}</b> ${x(measure(f))}${f.place == null ? '' : ` · ${x(f.place)}`}</p><div><p class="sentence">${x(f.text)}${edited(f)}</p>${evidenceOf(f.evidence)}</div></article>`;

function mapOf({ map }: Sitrep): string {
  const title = `Who held what on ${sayDate(map.at)}`;
  const scene = makeScene(map, 680, 520);
  const sides = map.sides.map(
    (side, i) =>
      `<li><i style="background:${sideColour(i, 'light')}">${x(side.mark)}</i> ${x(side.name)}</li>`,
  );
  const words = mapInWords(map).map(({ who, places }) => `<dt>${x(who)}</dt><dd>${x(places)}</dd>`);
  return `<figure>${scene == null ? '' : sceneToSvg(scene, title)}
<figcaption><p>${x(title)}. ${LEGEND.strength}</p><ul class="legend">${sides.join('')}<li><i class="ring"></i> ${LEGEND.ring}</li><li><i class="hatch"></i> ${LEGEND.hatch}</li></ul></figcaption></figure>
<details><summary>The map in words</summary><dl>${words.join('') || '<dd>Nothing is known.</dd>'}</dl></details>`;
}
