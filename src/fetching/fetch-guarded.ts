import { lookup } from 'node:dns';
import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { FetchError } from './fetch-error.ts';
import { isPublicAddress } from './public-address.ts';
import { readBody } from './read-body.ts';

export interface FetchLimits {
  /** Most bytes of a body, after decompression. */
  readonly bytes: number;
  /** Most milliseconds from the first request to the last byte, redirects and all. */
  readonly ms: number;
  readonly redirects: number;
  /** Whether an IP address may be connected to. Tests let their own server in; nothing else should. */
  readonly allows: (address: string) => boolean;
}

export interface Fetched {
  readonly status: number;
  /** Where the last redirect led. */
  readonly address: string;
  readonly bytes: Uint8Array;
  readonly type: string | null;
  readonly charset: string | null;
  readonly headers: Readonly<Record<string, string | undefined>>;
}

const LIMITS: FetchLimits = { bytes: 20_000_000, ms: 30_000, redirects: 5, allows: isPublicAddress };
const AGENT = 'Dateline/0.1 (keeps a record of conflict reporting; fetches what its user names)';

/**
 * Fetches a web address. Only http and https, only addresses of the open internet (checked at the very address that is connected to,
 * so neither a redirect nor a changing DNS answer leads inside), within limits of size, time and redirects.
 * Rejects with a FetchError in one clear line. A status of 304 is an answer; other failures reject.
 * @example await fetchGuarded('https://example.org/feed.xml', { headers: { 'if-none-match': '"x"' } })
 */
export async function fetchGuarded(
  address: string,
  options: { readonly headers?: Record<string, string>; readonly limits?: Partial<FetchLimits> } = {},
): Promise<Fetched> {
  const limits = { ...LIMITS, ...options.limits };
  const signal = AbortSignal.timeout(limits.ms);
  let url = parseAddress(address);
  for (let redirects = 0; ; redirects++) {
    const response = await send(url, options.headers ?? {}, limits, signal);
    const next = redirectOf(response, url);
    if (next == null) return await finish(response, url, limits, signal);
    response.destroy();
    if (redirects >= limits.redirects)
      throw new FetchError(`${address} leads on and on: more than ${limits.redirects} redirects`);
    url = next;
  }
}

function parseAddress(address: string, base?: URL): URL {
  if (!URL.canParse(address, base?.href)) throw new FetchError(`"${address}" is no web address`);
  const url = new URL(address, base);
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new FetchError(`"${address}" is not fetched: only http and https addresses are`);
  return url;
}

function send(
  url: URL,
  headers: Record<string, string>,
  limits: FetchLimits,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) && !limits.allows(host)) return Promise.reject(inside(url.href, host));
  return new Promise((done, fail) => {
    const request = url.protocol === 'https:' ? requestHttps : requestHttp;
    request(url, {
      headers: {
        'user-agent': AGENT,
        accept: 'text/html, application/xhtml+xml, application/xml, application/json, text/plain, */*;q=0.1',
        'accept-encoding': 'gzip, deflate, br',
        ...headers,
      },
      lookup: guardedLookup(url.href, limits.allows),
      agent: false,
      signal,
    })
      .on('response', done)
      .on('error', error => fail(told(error, url, limits)))
      .end();
  });
}

/** Resolves a name and lets only the allowed addresses through: the connection is made to what was checked. */
const guardedLookup =
  (address: string, allows: FetchLimits['allows']): LookupFunction =>
  (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, found) => {
      if (error) return callback(error, '', 0);
      const barred = found.find(each => !allows(each.address));
      if (barred) return callback(inside(address, barred.address), '', 0);
      if (options.all) return callback(null, found);
      callback(null, found[0]!.address, found[0]!.family);
    });
  };

const inside = (address: string, ip: string): FetchError =>
  new FetchError(`${address} is not fetched: ${ip} is no address of the open internet`);

function redirectOf(response: IncomingMessage, url: URL): URL | null {
  const { statusCode = 0, headers } = response;
  return [301, 302, 303, 307, 308].includes(statusCode) && headers.location
    ? parseAddress(headers.location, url)
    : null;
}

async function finish(
  response: IncomingMessage,
  url: URL,
  limits: FetchLimits,
  signal: AbortSignal,
): Promise<Fetched> {
  const status = response.statusCode ?? 0;
  if (status !== 304 && (status < 200 || status > 299)) {
    response.destroy();
    throw new FetchError(
      `${url.href} answered ${status} ${response.statusMessage ?? ''}`.trim(),
      status >= 500 || status === 429,
    );
  }
  const [, type = null, charset = null] =
    /^\s*([^;\s]+)(?:.*charset=["']?([\w-]+))?/i.exec(response.headers['content-type'] ?? '') ?? [];
  try {
    const bytes = await readBody(response, limits.bytes);
    return {
      status,
      address: url.href,
      bytes,
      type,
      charset,
      headers: response.headers as Fetched['headers'],
    };
  } catch (error) {
    throw told(signal.aborted ? (signal.reason as Error) : (error as Error), url, limits);
  }
}

/** Any failure of the network in one line. */
function told(error: Error & { code?: string }, url: URL, limits: FetchLimits): FetchError {
  if (error instanceof FetchError) return error;
  if (error.name === 'AbortError' || error.name === 'TimeoutError')
    return new FetchError(`${url.href} took longer than ${limits.ms / 1000} s`, true);
  const why: Record<string, string> = {
    ENOTFOUND: `there is no host "${url.hostname}"`,
    EAI_AGAIN: `the name "${url.hostname}" cannot be looked up now`,
    ECONNREFUSED: `${url.host} takes no connection`,
    ECONNRESET: `${url.host} broke off`,
    ERR_STREAM_PREMATURE_CLOSE: `${url.host} broke off`,
  };
  return new FetchError(`${url.href} cannot be fetched: ${why[error.code ?? ''] ?? error.message}`, true);
}
