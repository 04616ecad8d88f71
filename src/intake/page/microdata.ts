import type { ArticleFacts } from './linked-data.ts';
import type { PageElement, Queryable } from './queryable.ts';

/** What the page's microdata (schema.org, `itemprop`) says of its article, dates as written. */
export function microdataFacts(document: Queryable): ArticleFacts {
  const scope = document.querySelector(
    '[itemtype*="Article"], [itemtype*="BlogPosting"], [itemtype*="ReportageNewsArticle"]',
  );
  const prop = (name: string): string | null => wordsOf(scope?.querySelector(`[itemprop~="${name}"]`));
  const authors = [...(scope == null ? [] : document.querySelectorAll('[itemprop~="author"]'))];
  return {
    title: prop('headline') ?? prop('name'),
    outlet: nameIn(scope?.querySelector('[itemprop~="publisher"]')),
    authors: authors.map(nameIn).filter(name => name != null),
    published: prop('datePublished'),
    updated: prop('dateModified'),
  };
}

/** What an element with `itemprop` says: its attribute for machines, else its words. */
const wordsOf = (element: PageElement | null | undefined): string | null =>
  element?.getAttribute('content')?.trim() ||
  element?.getAttribute('datetime')?.trim() ||
  element?.textContent?.replace(/\s+/g, ' ').trim() ||
  null;

const nameIn = (element: PageElement | null | undefined): string | null =>
  wordsOf(element?.querySelector('[itemprop~="name"]')) ?? wordsOf(element);
