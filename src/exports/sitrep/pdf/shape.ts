import bidiFactory, { type Bidi } from 'bidi-js';
import type PDFDocument from 'pdfkit';
import type { Faces, Style } from './fonts.ts';

// Its types say a default export of CommonJS, which Node hands over as it is.
const bidi = (bidiFactory as unknown as () => Bidi)();

/** A stretch of text of one look. */
export interface Span {
  readonly text: string;
  readonly style: Style;
  readonly size: number;
  readonly colour?: string;
  /** The name of a place in the document, or an address, that it leads to. */
  readonly goTo?: string;
  readonly link?: string;
}

/** What is drawn in one go: letters of one face and direction; a bar for masked letters, an arrow, or room. */
export interface Unit {
  readonly kind: 'letters' | 'mask' | 'arrow' | 'space';
  readonly text: string;
  readonly face: string;
  readonly width: number;
  readonly level: number;
  readonly span: Span;
}

export interface Line {
  /** From left to right, as seen. */
  readonly units: readonly Unit[];
  readonly width: number;
}
export interface Shaped {
  readonly lines: readonly Line[];
  /** Whether its first strong letter is of a script that runs from right to left. */
  readonly isRightToLeft: boolean;
}

type Doc = InstanceType<typeof PDFDocument>;

/** Letters that no face here has are told by their number, so that nothing shows as an empty box. */
const unknownLetter = (codePoint: number): string =>
  `[U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}]`;

/** A paragraph broken into lines of a width, each in the order in which it is seen (Unicode Bidirectional Algorithm). */
export function shape(doc: Doc, faces: Faces, given: readonly Span[], width: number): Shaped {
  const spans = given.map(span => ({ ...span, text: readable(span, faces) }));
  const text = spans.map(span => span.text).join('');
  const { levels, paragraphs } = bidi.getEmbeddingLevels(text);
  const mirrored = bidi.getMirroredCharactersMap(text, levels);
  const units = unitsOf(doc, faces, spans, levels, mirrored);
  return {
    lines: linesOf(doc, units, width).map(line => ({
      units: inVisualOrder(line),
      width: line.reduce((sum, unit) => sum + unit.width, 0),
    })),
    isRightToLeft: ((paragraphs[0]?.level ?? 0) & 1) === 1,
  };
}

const MASK = '█',
  ARROW = '→';

/** The text with what no face can show written out; controls and line ends become spaces. */
function readable({ text, style }: Span, faces: Faces): string {
  let out = '';
  for (const letter of text.normalize('NFC').replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')) {
    const isKnown =
      letter === MASK ||
      letter === ARROW ||
      /[\s\p{Cf}]/u.test(letter) ||
      faces.faceFor(style, letter.codePointAt(0)!) != null;
    out += isKnown ? letter : unknownLetter(letter.codePointAt(0)!);
  }
  return out;
}

function unitsOf(
  doc: Doc,
  faces: Faces,
  spans: readonly Span[],
  levels: Uint8Array,
  mirrored: ReadonlyMap<number, string>,
): Unit[] {
  const units: Omit<Unit, 'width'>[] = [];
  let at = 0;
  for (const span of spans)
    for (const letter of span.text) {
      const last = units.at(-1);
      const text = mirrored.get(at) ?? letter;
      const kind = kindOf(letter);
      const isMark = last?.kind === 'letters' && last.span === span && /[\p{M}\p{Cf}]/u.test(letter);
      const face = isMark
        ? last.face
        : (faces.faceFor(span.style, letter.codePointAt(0)!) ?? faces.faceFor(span.style, 97)!);
      const next = { kind, text, face, level: levels[at] ?? 0, span };
      at += letter.length;
      if (last != null && joins(last, next)) units[units.length - 1] = { ...last, text: last.text + text };
      else units.push(next);
    }
  return units.map(u => ({ ...u, width: widthOf(doc, u.kind, u.text, u.face, u.span.size) }));
}

const kindOf = (letter: string): Unit['kind'] =>
  letter === MASK ? 'mask' : letter === ARROW ? 'arrow' : /\s/u.test(letter) ? 'space' : 'letters';

const joins = (a: Omit<Unit, 'width'>, b: Omit<Unit, 'width'>): boolean =>
  a.kind === b.kind && b.kind !== 'arrow' && a.face === b.face && a.level === b.level && a.span === b.span;

function widthOf(doc: Doc, kind: Unit['kind'], text: string, face: string, size: number): number {
  if (kind === 'mask') return text.length * size * 0.52;
  if (kind === 'arrow') return size * 0.95;
  if (kind === 'space') return text.length * size * 0.24;
  return doc.font(face).fontSize(size).widthOfString(text);
}

/** Lines of whole words; a word wider than the line is cut where it must be. */
function linesOf(doc: Doc, units: readonly Unit[], width: number): Unit[][] {
  const lines: Unit[][] = [];
  let line: Unit[] = [],
    used = 0;
  const end = (): void => {
    while (line.at(-1)?.kind === 'space') line.pop();
    if (line.length > 0) lines.push(line);
    line = [];
    used = 0;
  };
  for (const word of wordsOf(units)) {
    const wide = word.reduce((sum, unit) => sum + unit.width, 0);
    if (word[0]!.kind === 'space') {
      if (used > 0 && used + wide <= width) {
        line.push(...word);
        used += wide;
      } else if (used > 0) end();
      continue;
    }
    if (used > 0 && used + wide > width) end();
    for (const unit of wide > width ? word.flatMap(unit => cut(doc, unit, width)) : word) {
      if (used > 0 && used + unit.width > width + 0.01) end();
      line.push(unit);
      used += unit.width;
    }
  }
  end();
  return lines;
}

/** Units between which no line may end. */
function wordsOf(units: readonly Unit[]): Unit[][] {
  const words: Unit[][] = [];
  for (const unit of units) {
    const last = words.at(-1);
    if (last != null && unit.kind !== 'space' && last[0]!.kind !== 'space') last.push(unit);
    else words.push([unit]);
  }
  return words;
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

function cut(doc: Doc, unit: Unit, width: number): Unit[] {
  if (unit.width <= width || unit.kind === 'arrow') return [unit];
  const pieces: Unit[] = [];
  let text = '';
  const measure = (t: string): number => widthOf(doc, unit.kind, t, unit.face, unit.span.size);
  const push = (): void => {
    if (text !== '') pieces.push({ ...unit, text, width: measure(text) });
  };
  for (const { segment } of graphemes.segment(unit.text)) {
    if (text !== '' && measure(text + segment) > width) {
      push();
      text = '';
    }
    text += segment;
  }
  push();
  return pieces;
}

/** Rule L2 of the algorithm: from the highest level down to the lowest odd one, every run at that level or above is turned round. */
function inVisualOrder(line: readonly Unit[]): Unit[] {
  const out = [...line];
  const highest = Math.max(0, ...out.map(u => u.level));
  for (let level = highest; level > 0; level--)
    for (let i = 0; i < out.length; ) {
      let end = i;
      while (end < out.length && out[end]!.level >= level) end++;
      if (end > i) out.splice(i, end - i, ...out.slice(i, end).reverse());
      i = Math.max(end, i + 1);
    }
  return out;
}
