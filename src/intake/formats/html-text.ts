import { checkMarkup } from '../page/check-markup.ts';
import { type DomNode, pageText } from '../page-text.ts';

/** The text of a piece of HTML that is all article, as agencies and feeds send it. @example await htmlText('<p>Farah fell.</p>') */
export async function htmlText(html: string): Promise<string> {
  checkMarkup(html);
  const { parseHTML } = await import('linkedom');
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`);
  return pageText(document.body as unknown as DomNode);
}

/** Whether a string is HTML and not plain text: it has a tag or an entity. */
export const looksLikeHtml = (text: string): boolean => /<\/?[a-z][^>]*>|&(?:#\d+|[a-z]+);/i.test(text);
