import { parseHttpMessage } from './http-message.ts';
import { warcRecords } from './records.ts';

/** A page that an archive holds, or why one was refused. */
export type ArchivedPage = { readonly number: number; readonly address: string } & (
  | {
      readonly bytes: Uint8Array;
      readonly charset: string | null;
      /** When it was crawled, as the archive writes it. */
      readonly crawled: string | null;
    }
  | { readonly why: string }
);

/** Most bytes of one archived page. */
const PAGE_LIMIT = 10_000_000;

/**
 * The web pages of a WARC stream (unpacked), in the archive's order, in constant memory: answers that succeeded and are HTML. What
 * else there is (requests, pictures, redirects, robots.txt) is passed over. `after` passes over all records up to that number.
 */
export async function* archivedPages(
  stream: AsyncIterable<Uint8Array>,
  after = 0,
): AsyncGenerator<ArchivedPage> {
  const wants = (headers: ReadonlyMap<string, string>, number: number): boolean =>
    number > after &&
    headers.get('warc-type') === 'response' &&
    /^https?:/i.test(addressOf(headers)) &&
    /^application\/http/i.test(headers.get('content-type') ?? 'application/http');
  for await (const { number, headers, block } of warcRecords(stream, wants, PAGE_LIMIT)) {
    const address = addressOf(headers);
    if (!(block instanceof Uint8Array)) {
      yield { number, address, why: block.why };
      continue;
    }
    const message = parseHttpMessage(block, PAGE_LIMIT);
    if (message == null) yield { number, address, why: 'it is no HTTP answer, or unpacks to too much' };
    else if (message.status === 200 && isPage(message.headers.get('content-type'), message.body))
      yield {
        number,
        address,
        bytes: message.body,
        charset: /charset=["']?([\w-]+)/i.exec(message.headers.get('content-type') ?? '')?.[1] ?? null,
        crawled: headers.get('warc-date') ?? null,
      };
  }
}

const addressOf = (headers: ReadonlyMap<string, string>): string =>
  (headers.get('warc-target-uri') ?? '').replace(/^<|>$/g, '');

const isPage = (type: string | undefined, body: Uint8Array): boolean =>
  type == null
    ? /^\s*<(!doctype html|html)/i.test(Buffer.from(body.subarray(0, 200)).toString('latin1'))
    : /^\s*(text\/html|application\/xhtml\+xml)/i.test(type);
