import { isCalendarDate, isInstant } from '../model/index.ts';
import { articleBody, articleFacts, linkedData } from './page/linked-data.ts';
import { microdataFacts } from './page/microdata.ts';
import type { Queryable } from './page/queryable.ts';

/** What a page says about itself. */
export interface PageFacts {
  readonly title: string | null;
  readonly outlet: string | null;
  readonly authors: readonly string[];
  readonly published: string | null;
  readonly updated: string | null;
  readonly url: string | null;
  readonly language: string | null;
  /** The text that its data carries, for pages that a script fills. */
  readonly body: string | null;
}

const PUBLISHED = [
  'article:published_time',
  'og:article:published_time',
  'datePublished',
  'date',
  'dc.date',
  'DC.date.issued',
  'dcterms.created',
  'pubdate',
  'publishdate',
  'parsely-pub-date',
  'sailthru.date',
];
const UPDATED = ['article:modified_time', 'og:updated_time', 'dateModified', 'lastmod', 'dcterms.modified'];

/** Title, outlet, authors and dates from JSON-LD, then OpenGraph and its like, then microdata, then the page itself; its own words only. */
export function pageFacts(document: Queryable, address: string | null): PageFacts {
  const data = linkedData(document);
  const linked = articleFacts(data),
    micro = microdataFacts(document);
  const meta = metaOf(document);
  const time = document
    .querySelector('article time[datetime], main time[datetime], time[pubdate], header time[datetime]')
    ?.getAttribute('datetime');
  const published = firstDate(linked.published, meta(...PUBLISHED), micro.published, time);
  const updated = firstDate(linked.updated, meta(...UPDATED), micro.updated);
  const canonical =
    document.querySelector('link[rel="canonical"]')?.getAttribute('href') || meta('og:url') || address;
  return {
    title: linked.title ?? meta('og:title', 'twitter:title') ?? micro.title,
    outlet: linked.outlet ?? meta('og:site_name', 'application-name') ?? micro.outlet ?? hostOf(address),
    authors: firstNames(linked.authors, authorsOfMeta(document), micro.authors, bylines(document)),
    published,
    updated: published != null && updated === published ? null : updated,
    url: absolute(canonical, address),
    language: document.querySelector('html')?.getAttribute('lang')?.slice(0, 2).toLowerCase() || null,
    body: articleBody(data),
  };
}

const metaOf =
  (document: Queryable) =>
  (...names: string[]): string | null => {
    for (const name of names) {
      const found = document.querySelector(
        `meta[property="${name}"], meta[name="${name}"], meta[itemprop="${name}"]`,
      );
      const content = found?.getAttribute('content')?.trim();
      if (content) return content;
    }
    return null;
  };

const firstDate = (...values: readonly (string | null | undefined)[]): string | null =>
  values.map(readableDate).find(date => date != null) ?? null;

const firstNames = (...lists: readonly (readonly string[])[]): readonly string[] =>
  lists.map(list => [...new Set(list)].slice(0, 20)).find(list => list.length > 0) ?? [];

/** Some pages name the author's page there, not the author. */
const authorsOfMeta = (document: Queryable): string[] =>
  [
    ...document.querySelectorAll(
      'meta[name="author"], meta[property="article:author"], meta[name="parsely-author"], meta[name="dc.creator"]',
    ),
  ]
    .map(element => element.getAttribute('content')?.trim() ?? '')
    .filter(isName);

const bylines = (document: Queryable): string[] =>
  [...document.querySelectorAll('[rel="author"], .byline .author, .author-name')]
    .map(element => (element.textContent ?? '').replace(/\s+/g, ' ').trim())
    .filter(isName);

const isName = (text: string): boolean => text !== '' && text.length < 80 && !/^https?:|@/.test(text);

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
