import type { Sitrep, SitrepFormat } from '../../model/index.ts';

/** The report in a form. What makes the PDF is loaded when one is asked for. */
export async function writeSitrep(
  sitrep: Sitrep,
  format: SitrepFormat,
): Promise<{ readonly mediaType: string; readonly bytes: Uint8Array }> {
  const text = new TextEncoder();
  switch (format) {
    case 'md': {
      const { sitrepToMarkdown } = await import('./markdown.ts');
      return { mediaType: 'text/markdown; charset=utf-8', bytes: text.encode(sitrepToMarkdown(sitrep)) };
    }
    case 'html': {
      const { sitrepToHtml } = await import('./html.ts');
      return { mediaType: 'text/html; charset=utf-8', bytes: text.encode(sitrepToHtml(sitrep)) };
    }
    case 'pdf': {
      const { sitrepToPdf } = await import('./pdf/write.ts');
      return { mediaType: 'application/pdf', bytes: await sitrepToPdf(sitrep) };
    }
  }
}
