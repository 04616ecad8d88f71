import type { Queryable } from './queryable.ts';

type LinkedData = Readonly<Record<string, unknown>>;

/** What a page's data says of its article, dates as written. */
export interface ArticleFacts {
  readonly title: string | null;
  readonly outlet: string | null;
  readonly authors: readonly string[];
  readonly published: string | null;
  readonly updated: string | null;
}

/** How deep graphs may lie in one another. */
const DEPTH = 6;

/** All objects of the page's JSON-LD blocks, graphs and main entities opened; broken blocks are passed over. */
export function linkedData(document: Queryable): LinkedData[] {
  return [...document.querySelectorAll('script[type="application/ld+json"]')].flatMap(script => {
    try {
      return open(JSON.parse((script.textContent ?? '').replace(/^\s*<!--|-->\s*$/g, '')), DEPTH);
    } catch {
      return [];
    }
  });
}

function open(value: unknown, depth: number): LinkedData[] {
  if (value == null || typeof value !== 'object' || depth === 0) return [];
  if (Array.isArray(value)) return value.slice(0, 200).flatMap(each => open(each, depth - 1));
  const data = value as LinkedData;
  return [data, ...open(data['@graph'], depth - 1), ...open(data.mainEntity, depth - 1)];
}

const isArticle = (data: LinkedData): boolean =>
  [data['@type']].flat().some(type => typeof type === 'string' && /(Article|Posting|Report)$/.test(type));

/** Title, outlet, authors and dates of the first article among a page's data (schema.org). */
export function articleFacts(data: readonly LinkedData[]): ArticleFacts {
  const article = data.find(isArticle);
  return {
    title: text(article?.headline) ?? text(article?.name),
    outlet: named(article?.publisher, data) ?? named(article?.sourceOrganization, data),
    authors: [article?.author ?? article?.creator]
      .flat()
      .map(each => named(each, data))
      .filter(name => name != null && !/^https?:/.test(name)) as string[],
    published: text(article?.datePublished) ?? text(article?.dateCreated),
    updated: text(article?.dateModified),
  };
}

export const articleBody = (data: readonly LinkedData[]): string | null =>
  text(data.find(isArticle)?.articleBody);

const text = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : null;

/** A name, given as such, as an object with one, or as the id of another object of the page. */
function named(value: unknown, data: readonly LinkedData[]): string | null {
  const first = [value].flat()[0] as LinkedData | string | undefined;
  if (first == null || typeof first !== 'object') return text(first);
  const other =
    text(first['@id']) == null ? undefined : data.find(each => each['@id'] === first['@id'] && each.name);
  return text([first.name].flat()[0]) ?? text(other?.name);
}
