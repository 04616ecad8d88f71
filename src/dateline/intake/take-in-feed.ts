import type { PoliteFetcher } from '../../fetching/index.ts';
import {
  BROKEN_OFF,
  decodeText,
  type FeedItem,
  IntakeError,
  readBytes,
  readFeed,
  readOpml,
} from '../../intake/index.ts';
import type { ReportInput } from '../../model/index.ts';
import type { TakeInOptions } from './options.ts';
import { refusal, type Taken } from './taken.ts';

/** The reports of a feed, newest first; an article that the feed carries only in part is fetched. */
export async function* takeInFeed(
  bytes: Uint8Array,
  address: string,
  options: TakeInOptions,
): AsyncGenerator<Taken> {
  const feed = await readFeed(decodeText(bytes), address);
  const polite = options.polite ?? (await politely());
  for (const item of feed.items) {
    const from = item.link ?? `${address}, ${item.id}`;
    try {
      yield { kind: 'report', from, input: await articleOf(item, feed.title, polite) };
    } catch (error) {
      yield refusal(from, error);
    }
  }
  if (feed.brokenOff) yield refusal(address, new IntakeError(BROKEN_OFF));
}

/** A fetcher of its own, loaded when first needed: most sources need no network. */
const politely = async (): Promise<PoliteFetcher> =>
  (await import('../../fetching/index.ts')).createPoliteFetcher();

/** The reports of all feeds that an OPML list names, one feed after the other. */
export async function* takeInOpml(bytes: Uint8Array, options: TakeInOptions): AsyncGenerator<Taken> {
  const polite = options.polite ?? (await politely());
  for (const { address } of await readOpml(decodeText(bytes)))
    try {
      const page = await polite.fetch(address);
      yield* takeInFeed(page.bytes, page.address, { ...options, polite });
    } catch (error) {
      yield refusal(address, error);
    }
}

/**
 * The report of one item: the article that the feed carries, else the page it leads to. What the page does not say, the feed does.
 * Rejects with a FetchError or IntakeError.
 */
export async function articleOf(
  item: FeedItem,
  outlet: string | null,
  polite: PoliteFetcher,
): Promise<ReportInput> {
  const { link, title, published, updated, authors, language } = item;
  if (item.text != null) {
    const url = link ?? (URL.canParse(item.id) ? item.id : null);
    return { text: item.text, title, outlet, published, updated, authors, language, url };
  }
  const page = await polite.fetch(link!);
  const [input] = await readBytes(page.bytes, { address: page.address, charset: page.charset });
  return {
    ...input!,
    title: input!.title ?? title,
    outlet: input!.outlet ?? outlet,
    published: input!.published ?? published,
    updated: input!.updated ?? (input!.published == null ? updated : null),
    authors: input!.authors?.length ? input!.authors : authors,
    fetched: new Date().toISOString(),
  };
}
