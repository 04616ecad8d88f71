import type { Sitrep, SitrepFigure, SitrepSentence } from '../../model/index.ts';
import { sayDate } from '../words.ts';
import { escapeMarkdown as md, safeUrl } from './escape.ts';
import { makeScene } from './map/scene.ts';
import { sceneToSvg } from './map/svg.ts';
import { sayRange } from './say-range.ts';
import {
  HEADS,
  mapInWords,
  NOTHING,
  sayEvidence,
  sayNumbers,
  saySource,
  sayStanding,
  sourcesOf,
} from './tell.ts';

/** The report in Markdown (CommonMark, tables of GFM); the map is an image within it. */
export function sitrepToMarkdown(sitrep: Sitrep): string {
  return `${[
    `# ${md(sitrep.title)}`,
    `*${md(sayStanding(sitrep))}*`,
    sitrep.note == null
      ? ''
      : sitrep.note
          .split('\n')
          .map(line => `> ${md(line)}`)
          .join('\n'),
    section(HEADS.summary, sitrep.summary.map(s => `${md(s.text)}${refs(s)}`).join('\n\n')),
    section(HEADS.map, mapOf(sitrep)),
    section(HEADS.changes, byDay(sitrep.changes) || NOTHING.changes),
    section(HEADS.disputed, sitrep.disputed.map(item).join('\n') || NOTHING.disputed),
    section(HEADS.figures, sitrep.figures.length === 0 ? NOTHING.figures : figuresOf(sitrep.figures)),
    section(HEADS.sources, sitrep.sources.map(s => `${s.n}. ${link(md(saySource(s)), s.url)}`).join('\n')),
  ]
    .filter(part => part !== '')
    .join('\n\n')}\n`;
}

const section = (head: string, body: string): string => `## ${head}\n\n${body}`;
const refs = (s: SitrepSentence): string =>
  s.evidence.length === 0 ? '' : ` [${sayNumbers(sourcesOf(s.evidence))}]`;

function link(text: string, url: string | null): string {
  const safe = safeUrl(url);
  return safe == null ? text : `[${text}](<${safe.replace(/[<>]/g, encodeURIComponent)}>)`;
}

/** A sentence, and under it the words it stands on. */
const item = (s: SitrepSentence): string =>
  [
    `- ${md(s.text)}${s.original == null ? '' : ' *(edited)*'}`,
    ...s.evidence.map(e => `  - “${md(e.quote)}” — ${md(sayEvidence(e))} [${e.source}]`),
  ].join('\n');

function byDay(changes: readonly SitrepSentence[]): string {
  const days = [...new Set(changes.map(c => c.on ?? ''))];
  return days
    .map(
      day =>
        `### ${day === '' ? 'Undated' : sayDate(day)}\n\n${changes
          .filter(c => (c.on ?? '') === day)
          .map(item)
          .join('\n')}`,
    )
    .join('\n\n');
}

const figuresOf = (figures: readonly SitrepFigure[]): string =>
  [
    '| | Where | Range | Origins |\n| --- | --- | ---: | ---: |',
    ...figures.map(f => `| ${md(measure(f))} | ${md(f.place ?? '')} | ${sayRange(f)} | ${f.origins} |`),
    '',
    ...figures.map(item),
  ].join('\n');

export const measure = ({ term, who, unit }: SitrepFigure): string =>
  `${(who ?? unit).replaceAll('-', ' ')} ${term.replaceAll('-', ' ')}`;

function mapOf(sitrep: Sitrep): string {
  const title = `Who held what on ${sayDate(sitrep.map.at)}`;
  const scene = makeScene(sitrep.map, 680, 520);
  const words = mapInWords(sitrep.map).map(({ who, places }) => `- **${md(who)}**: ${md(places)}`);
  const picture =
    scene == null
      ? ''
      : `![${md(title)}](data:image/svg+xml;base64,${Buffer.from(sceneToSvg(scene, title)).toString('base64')})\n\n`;
  return `${picture}${md(title)}:\n\n${words.join('\n') || 'Nothing is known.'}`;
}
