import { htmlText } from '../formats/html-text.ts';
import { IntakeError } from '../intake-error.ts';
import { readableDate } from '../page-facts.ts';
import { type PlainItem, plainItems } from './plain-items.ts';
import { wholeItems } from './whole-items.ts';

/** One item of a feed. `text` is its whole article, null where the feed carries only a summary. */
export interface FeedItem {
  readonly id: string;
  readonly link: string | null;
  readonly title: string | null;
  readonly published: string | null;
  readonly updated: string | null;
  readonly authors: readonly string[];
  readonly language: string | null;
  readonly text: string | null;
}

export interface Feed {
  readonly title: string | null;
  /** Seconds that the feed asks to wait between two polls; null where it does not say. */
  readonly wait: number | null;
  /** Newest first; without dates in the feed's own order. */
  readonly items: readonly FeedItem[];
  /** Whether it stopped halfway: its items are those that came whole. */
  readonly brokenOff: boolean;
}

/** What is said of a feed that stopped halfway, once its whole items are taken. */
export const BROKEN_OFF = 'the feed stops halfway: the items before that were taken, the others did not come';

/** Fewer letters than this are a summary, whatever the feed calls them. */
const ARTICLE = 700;
/** Most items that are looked at. */
const ITEMS = 1000;

/**
 * Reads a feed: RSS, Atom, RDF or JSON Feed; of one that stops halfway the items that came whole. Throws an IntakeError where it is none.
 * @example (await readFeed(text, 'https://example.org/feed.xml')).items[0]?.title
 */
export async function readFeed(text: string, address: string): Promise<Feed> {
  const { parseFeed } = await import('feedsmith');
  const mended = wholeItems(text);
  let parsed: ReturnType<typeof parseFeed>;
  try {
    parsed = parseFeed(mended ?? text);
  } catch (error) {
    throw new IntakeError(`it is no feed that can be read: ${(error as Error).message}`);
  }
  const { title, items, language, wait } = plainItems(parsed);
  const made: FeedItem[] = [];
  for (const item of items.slice(0, ITEMS)) made.push(...(await makeItem(item, address, language)));
  const dated = made.map((item, order) => ({
    item,
    order,
    at: Date.parse(item.updated ?? item.published ?? '') || 0,
  }));
  dated.sort((a, b) => b.at - a.at || a.order - b.order);
  return {
    title: await plain(title),
    wait,
    items: dated.map(({ item }) => item),
    brokenOff: mended !== null,
  };
}

async function makeItem(item: PlainItem, address: string, language: string | null): Promise<FeedItem[]> {
  const link = item.link == null ? null : resolve(item.link, address);
  const isWeb = link != null && /^https?:/.test(link);
  // What leads nowhere is all that there is of it, however short.
  const text = (await articleOf(item)) ?? (isWeb ? null : await plain(item.content));
  const id = item.id ?? link ?? item.title;
  if (id == null || (!isWeb && text == null)) return [];
  const published = readableDate(item.published);
  const updated = readableDate(item.updated);
  return [
    {
      id,
      link: isWeb ? link : null,
      title: await plain(item.title),
      published: published ?? updated,
      updated: published == null || updated === published ? null : updated,
      authors: item.authors,
      language,
      text,
    },
  ];
}

/** A link's address, against that of the feed; a feed that lies in a file has none. */
function resolve(link: string, address: string): string | null {
  const base = URL.canParse(address) ? address : undefined;
  return URL.canParse(link, base) ? new URL(link, base).href : null;
}

/** The article, where the feed has it whole: long enough, and not broken off. */
async function articleOf({ content }: PlainItem): Promise<string | null> {
  if (content == null || content.length < ARTICLE) return null;
  const text = await htmlText(content);
  const isCut =
    /(\u2026|\.{3}|\[\.\.\.\]|\[\u2026\]|(continue reading|read more|read the full story)\W*)$/i.test(text);
  return text.length < ARTICLE || isCut ? null : text;
}

async function plain(html: string | null): Promise<string | null> {
  const text = html != null && /[<&]/.test(html) ? await htmlText(html) : html;
  return text?.replace(/\s+/g, ' ').trim() || null;
}
