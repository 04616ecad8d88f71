import type PDFDocument from 'pdfkit';
import type { Faces } from './fonts.ts';
import { type Line, type Span, shape, type Unit } from './shape.ts';

type Doc = InstanceType<typeof PDFDocument>;

export const INK = '#1d1b18',
  SOFT = '#5c5850',
  RULE = '#cfc9bc',
  ACCENT = '#8a2b0d';

export interface ParagraphLook {
  readonly indent?: number;
  readonly before?: number;
  readonly after?: number;
  readonly leading?: number;
  /** Room that must be left on the page after it begins, so that a head is not left alone at the foot. */
  readonly keep?: number;
  /** A line at its side: plain for what speaks for a sentence, broken for what speaks against it. */
  readonly side?: 'plain' | 'broken';
  /** What it is in the document's structure. @example 'H1' */
  readonly tag?: string;
  /** Its name, for what leads to it. */
  readonly name?: string;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly bottom: number;
}

/** Text flowing down the pages of a document. */
export class Flow {
  y: number;
  readonly doc: Doc;
  readonly faces: Faces;
  readonly box: Box;
  constructor(doc: Doc, faces: Faces, box: Box) {
    this.doc = doc;
    this.faces = faces;
    this.box = box;
    this.y = box.top;
  }

  /** Begins a new page where less room is left than is needed. */
  need(height: number): void {
    if (this.y + height <= this.box.bottom) return;
    this.doc.continueOnNewPage();
    this.y = this.box.top;
  }

  paragraph(spans: readonly Span[], look: ParagraphLook = {}): void {
    const { doc, box } = this;
    const indent = look.indent ?? 0,
      width = box.width - indent;
    const size = Math.max(...spans.map(span => span.size));
    const height = size * (look.leading ?? 1.38);
    const { lines, isRightToLeft } = shape(doc, this.faces, spans, width);
    if (this.y > box.top) this.y += look.before ?? 0;
    const draw = (): void => {
      this.need(Math.min(lines.length, 2) * height + (look.keep ?? 0));
      if (look.name != null) doc.addNamedDestination(look.name, 'XYZ', box.left, this.y - 6, null as never);
      for (const line of lines) {
        this.need(height);
        const x = box.left + indent + (isRightToLeft ? width - line.width : 0);
        const side = isRightToLeft ? box.left + box.width + 6 : box.left + indent - 8;
        if (look.side != null) this.sideLine(side, height, look.side);
        this.line(line, x, this.y + size * 1.02);
        this.y += height;
      }
    };
    // What a screen reader and a copy get: letters in the order in which they are read.
    const actual = spans.map(span => span.text).join('');
    doc.addStructure(
      doc.struct(look.tag ?? 'P', isRightToLeft || /[\u0590-\u08ff█]/.test(actual) ? { actual } : {}, draw),
    );
    this.y += look.after ?? 0;
  }

  private sideLine(x: number, height: number, side: 'plain' | 'broken'): void {
    const { doc } = this;
    doc
      .save()
      .lineWidth(1.2)
      .strokeColor(side === 'plain' ? RULE : ACCENT);
    if (side === 'broken') doc.dash(2.5, { space: 2 });
    doc
      .moveTo(x, this.y + 1)
      .lineTo(x, this.y + height - 1)
      .stroke()
      .restore();
  }

  private line({ units }: Line, left: number, baseline: number): void {
    let x = left;
    for (const unit of units) {
      this.unit(unit, x, baseline);
      x += unit.width;
    }
  }

  private unit({ kind, text, face, width, span }: Unit, x: number, baseline: number): void {
    const { doc } = this;
    const { size } = span;
    const colour = span.colour ?? INK;
    if (kind === 'mask') doc.rect(x, baseline - size * 0.72, width - 0.6, size * 0.86).fill(colour);
    if (kind === 'arrow')
      arrow(doc, x + size * 0.12, baseline - size * 0.28, width - size * 0.26, size, colour);
    if (kind === 'letters')
      doc
        .font(face)
        .fontSize(size)
        .fillColor(colour)
        .text(text, x, baseline, { lineBreak: false, baseline: 'alphabetic' });
    if (kind === 'space') return;
    const top = baseline - size * 0.8;
    if (span.goTo != null) doc.goTo(x, top, width, size, span.goTo);
    if (span.link != null) doc.link(x, top, width, size, span.link);
  }
}

function arrow(doc: Doc, x: number, y: number, length: number, size: number, colour: string): void {
  const head = size * 0.18;
  doc
    .save()
    .lineWidth(size * 0.07)
    .strokeColor(colour);
  doc
    .moveTo(x, y)
    .lineTo(x + length, y)
    .stroke();
  doc
    .moveTo(x + length - head, y - head)
    .lineTo(x + length, y)
    .lineTo(x + length - head, y + head)
    .stroke()
    .restore();
}
