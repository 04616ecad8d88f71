import type { ReportInput } from '../model/index.ts';
import { IntakeError } from './intake-error.ts';
import { checkMarkup } from './page/check-markup.ts';
import { pageFacts } from './page-facts.ts';
import { type DomNode, pageText } from './page-text.ts';

/** More elements than this are no article. */
const ELEMENTS = 100_000;
/** Browsers stop nesting here; what goes deeper is made to keep a parser busy. */
const DEPTH = 512;
/** A page whose own text is shorter than this and than what its data carries is filled by a script. */
const THIN = 400;

/**
 * The report that a web page carries: its article without the furniture around it, with what the page says of itself.
 * The libraries are loaded at the first page. Throws an IntakeError where the page has no text or cannot be taken apart.
 * @example await readPage('<article><h1>…</h1><p>…</p></article>', 'https://example.org/a')
 */
export async function readPage(html: string, address: string | null): Promise<ReportInput> {
  checkMarkup(html);
  const [{ parseHTML }, { Readability }] = await Promise.all([
    import('linkedom'),
    import('@mozilla/readability'),
  ]);
  try {
    // Without a root element linkedom takes the first one for it, and loses the rest.
    const { document } = parseHTML(/<html[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`);
    if (isDeeper(document as unknown as DomNode, DEPTH))
      throw new IntakeError('the page is nested deeper than any article');
    const facts = pageFacts(document as never, address);
    const article = new Readability(document as never, {
      maxElemsToParse: ELEMENTS,
      serializer: node => node as unknown as DomNode,
    }).parse();
    const own = article?.content == null ? '' : pageText(article.content);
    const text = own.length < THIN && (facts.body?.length ?? 0) > own.length * 1.5 ? facts.body! : own;
    if (text === '') throw new IntakeError('the page has no article text');
    const outlet = facts.outlet ?? article?.siteName ?? null;
    return {
      text,
      title: withoutOutlet(facts.title ?? article?.title?.trim() ?? null, outlet),
      outlet,
      published: facts.published,
      updated: facts.updated,
      authors: facts.authors,
      url: facts.url,
    };
  } catch (error) {
    if (error instanceof IntakeError) throw error;
    // Two libraries that other people's markup can trip: nested without end, or made to be broken.
    throw new IntakeError(`the page cannot be taken apart: ${(error as Error).message.split('\n')[0]}`);
  }
}

/** Many pages call themselves "Hill taken | Ridge Post". */
function withoutOutlet(title: string | null, outlet: string | null): string | null {
  if (title == null || outlet == null || !title.toLowerCase().endsWith(outlet.toLowerCase())) return title;
  const [, bare] = /^(.*\S)\s+[|\u2013\u2014\u00b7-]\s*$/.exec(title.slice(0, -outlet.length)) ?? [];
  return bare ?? title;
}

/** Whether nodes lie in one another deeper than that. Without recursion, for it might. */
function isDeeper(root: DomNode, most: number): boolean {
  let level: DomNode[] = [root];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > most) return true;
    level = level.flatMap(node => [...node.childNodes]);
  }
  return false;
}
