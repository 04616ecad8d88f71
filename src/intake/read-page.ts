import type { ReportInput } from '../model/index.ts';
import { IntakeError } from './intake-error.ts';
import { pageFacts } from './page-facts.ts';
import { type DomNode, pageText } from './page-text.ts';

/**
 * The report that a web page carries: its article without the furniture around it, with what the page says of itself.
 * The libraries are loaded at the first page. Throws an IntakeError where the page has no text.
 * @example await readPage('<article><h1>…</h1><p>…</p></article>', 'https://example.org/a')
 */
export async function readPage(html: string, address: string | null): Promise<ReportInput> {
  const [{ parseHTML }, { Readability }] = await Promise.all([
    import('linkedom'),
    import('@mozilla/readability'),
  ]);
  const { document } = parseHTML(html);
  const facts = pageFacts(document as never, address);
  const article = new Readability(document as never, {
    serializer: node => node as unknown as DomNode,
  }).parse();
  const text = article?.content == null ? '' : pageText(article.content);
  if (text === '') throw new IntakeError('the page has no article text');
  return {
    text,
    title: facts.title ?? article?.title?.trim() ?? null,
    outlet: facts.outlet ?? article?.siteName ?? null,
    published: facts.published,
    url: facts.url,
  };
}
