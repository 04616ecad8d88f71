import PDFDocument from 'pdfkit';
import type { Sitrep, SitrepEvidence, SitrepFigure, SitrepSentence } from '../../../model/index.ts';
import { sayDate } from '../../words.ts';
import { safeUrl } from '../escape.ts';
import { measure } from '../markdown.ts';
import { sayRange } from '../say-range.ts';
import {
  HEADS,
  LEGEND,
  mapInWords,
  NOTHING,
  sayEvidence,
  sayNumbers,
  saySource,
  sayStanding,
  sourcesOf,
} from '../tell.ts';
import { drawMap } from './draw-map.ts';
import { ACCENT, Flow, INK, RULE, SOFT } from './flow.ts';
import { openFaces } from './fonts.ts';
import { type Span, shape } from './shape.ts';

const MARGIN = 54;
const A4 = { width: 595.28, height: 841.89 };

/**
 * The report as a PDF: A4, tagged, its fonts within it, the same bytes for the same report. Words of scripts that run from right to left
 * are set so; a letter that no font here has is told by its number.
 */
export function sitrepToPdf(sitrep: Sitrep): Promise<Uint8Array> {
  const doc = new PDFDocument({
    size: 'A4',
    margins: { top: MARGIN, left: MARGIN, right: MARGIN, bottom: 0 },
    tagged: true,
    lang: 'en',
    displayTitle: true,
    pdfVersion: '1.7',
    bufferPages: true,
    font: null as never,
    info: {
      Title: sitrep.title,
      Creator: 'Dateline',
      Producer: 'Dateline',
      CreationDate: new Date(sitrep.knownAt),
    },
  });
  const chunks: Uint8Array[] = [];
  const done = new Promise<Uint8Array>((resolve, reject) => {
    doc.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    doc.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    doc.on('error', reject);
  });
  const flow = new Flow(doc, openFaces(doc), {
    left: MARGIN,
    top: MARGIN,
    width: A4.width - 2 * MARGIN,
    bottom: A4.height - MARGIN - 14,
  });
  writeSections(flow, sitrep);
  writeFeet(flow, sitrep.title);
  doc.end();
  return done;
}

const text = (words: string, more: Partial<Span> = {}): Span => ({
  text: words,
  style: 'sans',
  size: 10,
  ...more,
});

function writeSections(flow: Flow, sitrep: Sitrep): void {
  flow.paragraph([text(sitrep.title, { style: 'bold', size: 21 })], { tag: 'H1', after: 2, leading: 1.2 });
  flow.paragraph([text(sayStanding(sitrep), { size: 9.5, colour: SOFT })], { after: 4 });
  if (sitrep.note != null)
    for (const line of sitrep.note.split('\n').filter(l => l.trim() !== ''))
      flow.paragraph([text(line, { size: 11 })], { indent: 10, side: 'broken', before: 6 });
  head(flow, HEADS.summary);
  for (const s of sitrep.summary)
    flow.paragraph([text(s.text, { size: 12 }), ...editedMark(s), ...references(s.evidence)], { after: 3 });
  head(flow, HEADS.map, 200);
  writeMap(flow, sitrep);
  head(flow, HEADS.changes);
  writeChanges(flow, sitrep.changes);
  head(flow, HEADS.disputed);
  for (const s of sitrep.disputed) writeSentence(flow, s);
  if (sitrep.disputed.length === 0) flow.paragraph([text(NOTHING.disputed)]);
  head(flow, HEADS.figures);
  for (const f of sitrep.figures) writeFigure(flow, f);
  if (sitrep.figures.length === 0) flow.paragraph([text(NOTHING.figures)]);
  head(flow, HEADS.sources);
  for (const s of sitrep.sources) {
    const url = safeUrl(s.url);
    flow.paragraph(
      [
        text(`${s.n}  `, { style: 'bold', size: 9.5 }),
        text(saySource(s), { size: 9.5 }),
        ...(url == null ? [] : [text(`  ${url}`, { size: 8.5, colour: ACCENT, link: url })]),
      ],
      { after: 2, name: `source-${s.n}` },
    );
  }
}

function head(flow: Flow, words: string, keep = 95): void {
  flow.need(34 + keep);
  if (flow.y > flow.box.top) flow.y += 16;
  const { doc, box, y } = flow;
  doc.markContent('Artifact', { type: 'Layout' });
  doc
    .moveTo(box.left, y)
    .lineTo(box.left + box.width, y)
    .lineWidth(1.2)
    .strokeColor(INK)
    .stroke();
  doc.endMarkedContent();
  flow.y += 6;
  flow.paragraph([text(words, { style: 'bold', size: 14 })], { tag: 'H2', after: 4, keep });
}

function writeMap(flow: Flow, { map }: Sitrep): void {
  const title = `Who held what on ${sayDate(map.at)}.`;
  const words = mapInWords(map);
  drawMap(flow, map, `${title} ${words.map(w => `${w.who}: ${w.places}.`).join(' ')}`);
  flow.paragraph([text(`${title} ${LEGEND.strength}`, { size: 9, colour: SOFT })], {
    tag: 'Caption',
    after: 4,
  });
  for (const { who, places } of words)
    flow.paragraph([text(`${who}  `, { style: 'bold', size: 9 }), text(places, { size: 9 })], { after: 1 });
  if (words.length === 0) flow.paragraph([text('Nothing is known.')]);
}

function writeChanges(flow: Flow, changes: readonly SitrepSentence[]): void {
  let day: string | null | undefined;
  for (const change of changes) {
    if (change.on !== day)
      flow.paragraph(
        [text(change.on == null ? 'Undated' : sayDate(change.on), { style: 'bold', colour: SOFT })],
        {
          tag: 'H3',
          before: day === undefined ? 0 : 6,
          after: 2,
          keep: 62,
        },
      );
    day = change.on;
    writeSentence(flow, change);
  }
  if (changes.length === 0) flow.paragraph([text(NOTHING.changes)]);
}

function writeSentence(flow: Flow, s: SitrepSentence): void {
  flow.paragraph([text(s.text, { style: 'bold', size: 10.5 }), ...editedMark(s)], { after: 1, keep: 26 });
  for (const e of s.evidence) writeEvidence(flow, e);
  flow.y += 6;
}

function writeEvidence(flow: Flow, e: SitrepEvidence): void {
  flow.paragraph(
    [
      text(`“${e.quote}”`, { style: 'serif', size: 9.5 }),
      text(`  ${sayEvidence(e)} `, { size: 9, colour: SOFT }),
      text(`[${e.source}]`, { size: 8.5, colour: ACCENT, goTo: `source-${e.source}` }),
    ],
    { indent: 12, side: e.stance === 'for' ? 'plain' : 'broken', after: 2 },
  );
}

function writeFigure(flow: Flow, f: SitrepFigure): void {
  flow.paragraph(
    [
      text(sayRange(f), { style: 'bold', size: 13 }),
      text(`  ${measure(f)}${f.place == null ? '' : `, ${f.place}`}`, { size: 9.5, colour: SOFT }),
    ],
    { after: 0, keep: 40 },
  );
  writeSentence(flow, f);
}

const editedMark = (s: SitrepSentence): Span[] =>
  s.original == null ? [] : [text(' (edited)', { size: 9, colour: SOFT })];

/** The numbers of sources; many are told as runs, which lead to the first. */
function references(evidence: readonly SitrepEvidence[]): Span[] {
  const numbers = sourcesOf(evidence);
  if (numbers.length === 0) return [];
  const runs = sayNumbers(numbers).split(', ');
  return [
    text('  [', { size: 8.5, colour: ACCENT }),
    ...runs.flatMap((run, i) => [
      ...(i === 0 ? [] : [text(', ', { size: 8.5, colour: ACCENT })]),
      text(run, { size: 8.5, colour: ACCENT, goTo: `source-${Number.parseInt(run, 10)}` }),
    ]),
    text(']', { size: 8.5, colour: ACCENT }),
  ];
}

/** At the foot of every page what it belongs to, and its number. */
function writeFeet({ doc, faces, box }: Flow, title: string): void {
  const { start, count } = doc.bufferedPageRange();
  for (let i = 0; i < count; i++) {
    doc.switchToPage(start + i);
    doc.markContent('Artifact', { type: 'Pagination' });
    const y = A4.height - 34;
    doc
      .moveTo(box.left, y - 12)
      .lineTo(box.left + box.width, y - 12)
      .lineWidth(0.6)
      .strokeColor(RULE)
      .stroke();
    const put = (words: string, isRight: boolean): void => {
      const [line] = shape(doc, faces, [text(words, { size: 8.5 })], box.width - 80).lines;
      let x = isRight ? box.left + box.width - (line?.width ?? 0) : box.left;
      for (const unit of line?.units ?? []) {
        if (unit.kind === 'letters')
          doc
            .font(unit.face)
            .fontSize(8.5)
            .fillColor(SOFT)
            .text(unit.text, x, y, { lineBreak: false, baseline: 'alphabetic' });
        x += unit.width;
      }
    };
    put(title, false);
    put(`${i + 1} of ${count}`, true);
    doc.endMarkedContent();
  }
}
