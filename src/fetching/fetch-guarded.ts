import { lookup } from 'node:dns';
import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { FetchError } from './fetch-error.ts';
import { AGENT, type FetchLimits, LIMITS } from './limits.ts';
import { readBody } from './read-body.ts';

export interface Fetched {
  readonly status: number;
  /** Where the last redirect led. */
  readonly address: string;
  readonly bytes: Uint8Array;
  readonly type: string | null;
  readonly charset: string | null;
  readonly headers: Readonly<Record<string, string | undefined>>;
}

export interface FetchOptions {
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly limits?: Partial<FetchLimits> | undefined;
  /** Asked before each request, redirects too; what it throws is the answer. */
  readonly check?: ((url: URL) => Promise<void>) | undefined;
}

/**
 * Fetches a web address. Only http and https, only addresses of the open internet (checked at the very address that is connected to,
 * so neither a redirect nor a changing DNS answer leads inside), within limits of size, time and redirects.
 * Rejects with a FetchError in one clear line. A status of 304 is an answer; other failures reject.
 * @example await fetchGuarded('https://example.org/feed.xml', { headers: { 'if-none-match': '"x"' } })
 */
export async function fetchGuarded(address: string, options: FetchOptions = {}): Promise<Fetched> {
  const limits = { ...LIMITS, ...options.limits };
  const signal = AbortSignal.timeout(limits.ms);
  let url = parseAddress(address);
  for (let redirects = 0; ; redirects++) {
    await options.check?.(url);
    const response = await send(url, options.headers ?? {}, limits, signal);
    const next = redirectOrNull(response, url);
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
  // A password in an address would end up in logs and messages.
  if (url.username !== '' || url.password !== '')
    throw new FetchError(
      `an address with a name or password in it is not fetched: ${url.host}${url.pathname}`,
    );
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new FetchError(`"${address}" is not fetched: only http and https addresses are`);
  return url;
}

function send(
  url: URL,
  headers: Readonly<Record<string, string>>,
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

function redirectOrNull(response: IncomingMessage, url: URL): URL | null {
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
    const said = (response.statusMessage ?? '').replace(/[^\x20-\x7e]/g, '').slice(0, 60);
    throw new FetchError(
      `${url.href} answered ${status} ${said}`.trim(),
      status >= 500 || status === 429 || status === 408 || status === 425,
      { status, after: retryAfter(response.headers['retry-after']) },
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

/** Seconds of a Retry-After header: a number, or a date. */
function retryAfter(header: string | undefined): number | null {
  if (header == null) return null;
  const seconds = /^\d+$/.test(header.trim()) ? Number(header) : (Date.parse(header) - Date.now()) / 1000;
  return Number.isFinite(seconds) && seconds > 0 ? Math.ceil(seconds) : null;
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
