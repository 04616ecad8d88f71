import type { ReportInput } from '../../model/index.ts';
import { IntakeError } from '../intake-error.ts';
import { joinLines, type PdfItem } from './pdf-lines.ts';

/** Most pages that are read of one document. */
const PAGES = 500;

/**
 * The report that a PDF with a text layer carries, paragraphs put together again; its title from the document's own facts. The date
 * of the file is not the day of publication and is left out. Throws an IntakeError where it has no text layer, wants a password or
 * is broken.
 */
export async function readPdf(bytes: Uint8Array): Promise<ReportInput> {
  const { getDocumentProxy, extractTextItems, getMeta } = await import('unpdf');
  try {
    // The library takes the bytes over for itself.
    const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0, stopAtErrors: false });
    if (pdf.numPages > PAGES)
      throw new IntakeError(`the PDF has ${pdf.numPages} pages: ${PAGES} at most are read`);
    const { items } = await extractTextItems(pdf);
    const { info } = await getMeta(pdf);
    await pdf.loadingTask.destroy();
    const text = joinLines(items as PdfItem[][]);
    if (text === '')
      throw new IntakeError('the PDF has no text layer, only pictures: have its letters recognised first');
    return { text, title: titleOf(info) };
  } catch (error) {
    if (error instanceof IntakeError) throw error;
    const { name, message } = error as Error;
    throw new IntakeError(
      name === 'PasswordException'
        ? 'the PDF wants a password'
        : `the PDF cannot be read: ${message.split('\n')[0]}`,
    );
  }
}

/** What programs write where nobody gave a title is none. */
function titleOf(info: Readonly<Record<string, unknown>>): string | null {
  const title = typeof info.Title === 'string' ? info.Title.trim() : '';
  return title === '' || /^(untitled|microsoft word|document\d*)\b|\.(docx?|indd|pdf|qxd)$/i.test(title)
    ? null
    : title;
}
