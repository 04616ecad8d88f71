import type { parseFeed } from 'feedsmith';

/** An item in the words that all kinds of feeds share. `content` may be HTML. */
export interface PlainItem {
  readonly id: string | null;
  readonly link: string | null;
  readonly title: string | null;
  readonly published: string | null;
  readonly updated: string | null;
  readonly authors: readonly string[];
  readonly content: string | null;
}

export interface PlainFeed {
  readonly title: string | null;
  readonly language: string | null;
  readonly wait: number | null;
  readonly items: readonly PlainItem[];
}

/** Seconds of `sy:updatePeriod`. */
const PERIODS: Readonly<Record<string, number>> = { hourly: 3600, daily: 86_400, weekly: 604_800 };

/** A parsed feed of any kind as one kind. */
export function plainItems(parsed: ReturnType<typeof parseFeed>): PlainFeed {
  switch (parsed.format) {
    case 'rss':
    case 'rdf':
      return ofRss(parsed.feed as Loose);
    case 'atom':
      return ofAtom(parsed.feed as Loose);
    default:
      return ofJson(parsed.feed as Loose);
  }
}

/** What a library made of somebody's file: nothing in it is sure. */
// biome-ignore lint/suspicious/noExplicitAny: every value is checked where it is taken
type Loose = any;

const text = (...values: unknown[]): string | null => {
  for (const value of values) {
    const given = typeof value === 'number' ? String(value) : value;
    if (typeof given === 'string' && given.trim() !== '') return given.trim();
  }
  return null;
};
const list = (value: unknown): Loose[] => (Array.isArray(value) ? value : value == null ? [] : [value]);
const names = (values: unknown): string[] =>
  list(values)
    .map(value => text(value, value?.name))
    // RSS writes "ada@example.org (Ada Brook)".
    .map(name => name?.replace(/^\S+@\S+\s*\((.*)\)$/, '$1') ?? '')
    .filter(name => name !== '' && !name.includes('@'));
const language = (value: unknown): string | null => text(value)?.slice(0, 2).toLowerCase() ?? null;

function ofRss(feed: Loose): PlainFeed {
  const period = PERIODS[String(feed.sy?.updatePeriod ?? '').toLowerCase()];
  const often = Number(feed.sy?.updateFrequency) || 1;
  const ttl = Number(feed.ttl) * 60;
  return {
    title: text(feed.title),
    language: language(feed.language ?? list(feed.dc?.languages)[0]),
    wait: ttl > 0 ? ttl : period == null ? null : Math.round(period / often),
    items: list(feed.items).map(item => {
      const isLink = item.guid?.isPermaLink !== false && /^https?:/.test(item.guid?.value ?? '');
      return {
        id: text(item.guid?.value, item.link, item.rdf?.about),
        link: text(item.link, isLink ? item.guid?.value : null, item.rdf?.about),
        title: text(item.title, list(item.dc?.titles)[0]),
        published: text(item.pubDate, list(item.dc?.dates)[0], list(item.dcterms?.issued)[0]),
        updated: text(list(item.dcterms?.modified)[0], item.atom?.updated),
        authors: names([...list(item.dc?.creators), ...list(item.authors)]),
        content: text(item.content?.encoded, item.description),
      };
    }),
  };
}

function ofAtom(feed: Loose): PlainFeed {
  return {
    title: text(feed.title?.value, feed.title),
    language: language(feed.xml?.lang),
    wait: null,
    items: list(feed.entries).map(entry => {
      const links = list(entry.links);
      const link = links.find(each => each.rel == null || each.rel === 'alternate') ?? links[0];
      return {
        id: text(entry.id),
        link: text(link?.href),
        title: text(entry.title?.value, entry.title),
        published: text(entry.published),
        updated: text(entry.updated),
        authors: names(entry.authors ?? feed.authors),
        content: text(entry.content?.value, entry.summary?.value),
      };
    }),
  };
}

function ofJson(feed: Loose): PlainFeed {
  return {
    title: text(feed.title),
    language: language(feed.language),
    wait: null,
    items: list(feed.items).map(item => ({
      id: text(item.id, item.url),
      link: text(item.url, item.external_url),
      title: text(item.title),
      published: text(item.date_published),
      updated: text(item.date_modified),
      authors: names(item.authors ?? item.author ?? feed.authors),
      content: text(item.content_html, item.content_text),
    })),
  };
}
