import { insideHost, LIMITS } from '../../fetching/index.ts';
import { LedgerError } from '../../model/index.ts';

/**
 * The address of a feed as it is kept. Throws a `LedgerError` for what is no web address, or none of the open
 * internet, quoting it.
 * @example checkFeedAddress('https://News.example/feed.xml#top') // 'https://news.example/feed.xml'
 */
export function checkFeedAddress(address: string): string {
  const given = address
    .trim()
    .replace(/^feed:(\/\/)?(?=https?:)/i, '')
    .replace(/^feed:\/\//i, 'http://');
  if (!URL.canParse(given) || !/^https?:$/.test(new URL(given).protocol))
    throw new LedgerError(
      'invalid',
      `"${address}" is no web address: write one such as https://news.example/feed.xml`,
    );
  const url = new URL(given);
  if (url.username !== '' || url.password !== '')
    throw new LedgerError(
      'invalid',
      `the address of ${url.host} has a name or password in it: those are not kept`,
    );
  const host = insideHost(url, LIMITS.allows);
  if (host != null)
    throw new LedgerError(
      'invalid',
      `"${address}" is not watched: ${host} is no address of the open internet, and nothing else is fetched`,
    );
  url.hash = '';
  return url.href;
}
