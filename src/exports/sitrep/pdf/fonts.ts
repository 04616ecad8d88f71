import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { create, type Font } from 'fontkit';
import type PDFDocument from 'pdfkit';

export type Style = 'sans' | 'bold' | 'serif';

interface FontTable {
  readonly styles: Readonly<
    Record<Style, { readonly west: readonly string[]; readonly scripts: Readonly<Record<string, string>> }>
  >;
}

/** Which face has a letter, in one document: faces are opened when a letter needs them. */
export interface Faces {
  /** The name of the face that has a code point; null where none has. */
  faceFor(style: Style, codePoint: number): string | null;
}

export function openFaces(doc: InstanceType<typeof PDFDocument>): Faces {
  const table = JSON.parse(readFileSync(new URL('./data/fonts.json', import.meta.url), 'utf8')) as FontTable;
  const opened = new Map<string, Font>();
  const known = new Map<string, string | null>();
  const open = (file: string): Font => {
    const was = opened.get(file);
    if (was != null) return was;
    const bytes = readFileSync(pathOf(file));
    const font = create(bytes) as Font;
    doc.registerFont(file, bytes);
    opened.set(file, font);
    return font;
  };
  const find = (style: Style, codePoint: number): string | null => {
    const { west, scripts } = table.styles[style];
    const letter = String.fromCodePoint(codePoint);
    const script = Object.keys(scripts).find(name => new RegExp(`\\p{scx=${name}}`, 'u').test(letter));
    const own = script == null ? [] : [scripts[script]!];
    return [...west, ...own].find(file => open(file).hasGlyphForCodePoint(codePoint)) ?? null;
  };
  return {
    faceFor(style, codePoint) {
      const key = `${style}${codePoint}`;
      if (!known.has(key)) known.set(key, find(style, codePoint));
      return known.get(key)!;
    },
  };
}

/** A font's file: beside the built code, or in the package it comes from. */
function pathOf(file: string): string {
  const beside = fileURLToPath(new URL(`./fonts/${basename(file)}`, import.meta.url));
  return existsSync(beside) ? beside : createRequire(import.meta.url).resolve(`@fontsource/${file}`);
}
