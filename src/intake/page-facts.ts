import { isCalendarDate, isInstant } from '../model/index.ts';

/** What a page says about itself. */
export interface PageFacts {
  readonly title: string | null;
  readonly outlet: string | null;
  readonly published: string | null;
  readonly url: string | null;
  readonly language: string | null;
}

/** The queries that a document must answer. */
interface Queryable {
  querySelector(
    selector: string,
  ): { getAttribute(name: string): string | null; textContent: string | null } | null;
  querySelectorAll(selector: string): Iterable<{ textContent: string | null }>;
}

type LinkedData = Record<string, unknown>;

/** Title, outlet and publication date from JSON-LD, then OpenGraph and its like, then the page itself; the web's own words only. */
export function pageFacts(document: Queryable, address: string | null): PageFacts {
  const article = linkedData(document).find(isArticle);
  const meta = (...names: string[]): string | null => {
    for (const name of names) {
      const found = document.querySelector(
        `meta[property="${name}"], meta[name="${name}"], meta[itemprop="${name}"]`,
      );
      const content = found?.getAttribute('content')?.trim();
      if (content) return content;
    }
    return null;
  };
  const published = [
    text(article?.datePublished),
    meta(
      'article:published_time',
      'datePublished',
      'date',
      'dc.date',
      'DC.date.issued',
      'pubdate',
      'parsely-pub-date',
    ),
    document
      .querySelector('article time[datetime], time[pubdate], time[itemprop="datePublished"]')
      ?.getAttribute('datetime'),
  ];
  const canonical =
    document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? meta('og:url') ?? address;
  return {
    title: text(article?.headline) ?? meta('og:title', 'twitter:title'),
    outlet: publisher(article) ?? meta('og:site_name', 'application-name') ?? hostOf(address),
    published: published.map(readableDate).find(date => date != null) ?? null,
    url: absolute(canonical, address),
    language: document.querySelector('html')?.getAttribute('lang')?.slice(0, 2).toLowerCase() ?? null,
  };
}

/** All objects of the page's JSON-LD blocks, graphs opened; broken blocks are passed over. */
function linkedData(document: Queryable): LinkedData[] {
  return [...document.querySelectorAll('script[type="application/ld+json"]')].flatMap(script => {
    try {
      return open(JSON.parse(script.textContent ?? ''));
    } catch {
      return [];
    }
  });
}

function open(value: unknown): LinkedData[] {
  if (Array.isArray(value)) return value.flatMap(open);
  if (value == null || typeof value !== 'object') return [];
  const data = value as LinkedData;
  return [data, ...open(data['@graph'])];
}

const isArticle = (data: LinkedData): boolean =>
  [data['@type']].flat().some(type => typeof type === 'string' && /(Article|Posting|Report)$/.test(type));

const text = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : null;

function publisher(article: LinkedData | undefined): string | null {
  const named = [article?.publisher].flat()[0];
  return text(named) ?? text((named as LinkedData | undefined)?.name);
}

/** A date or an instant as the model takes them; null for anything else: no date is guessed. */
export function readableDate(value: string | null | undefined): string | null {
  const given: string = value?.trim() ?? '';
  const shaped = given
    .replace(/^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2})/, '$1T$2')
    .replace(/ ?([+-]\d{2}):?(\d{2})$/, '$1:$2');
  if (isInstant(shaped)) return shaped;
  // RFC 822, as feeds write it: it says its zone, so the instant is certain.
  const isMailDate = /\d{1,2} \w{3} \d{4} \d{2}:\d{2}(:\d{2})? ([A-Z]{1,4}|[+-]\d{4})$/.test(given);
  if (isMailDate && !Number.isNaN(Date.parse(given))) return new Date(given).toISOString();
  const date = given.slice(0, 10);
  return isCalendarDate(date) ? date : null;
}

const hostOf = (address: string | null): string | null =>
  address != null && URL.canParse(address) ? new URL(address).hostname.replace(/^www\./, '') : null;

const absolute = (address: string | null, base: string | null): string | null =>
  address == null
    ? null
    : URL.canParse(address, base ?? undefined)
      ? new URL(address, base ?? undefined).href
      : base;
