import { lookup } from 'node:dns';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isPublicAddress } from './public-address.ts';

export interface PostOptions {
  readonly headers: Readonly<Record<string, string>>;
  /** Most milliseconds until the answer's head. */
  readonly ms?: number;
  /** Whether an IP address may be connected to; the open internet's alone unless told. */
  readonly allows?: (address: string) => boolean;
}

/**
 * Posts a body to an address and gives the status of the answer, whose body is not read. Redirects are not followed, and
 * only addresses of the open internet are connected to, checked at the very address of the connection. Rejects with an
 * Error in one line.
 * @example await postGuarded('https://desk.example/hook', '{}', { headers: { 'content-type': 'application/json' } }) // 200
 */
export function postGuarded(
  address: string,
  body: string,
  { headers, ms = 10_000, allows = isPublicAddress }: PostOptions,
): Promise<number> {
  const url = new URL(address);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) && !allows(host)) return Promise.reject(inside(host));
  return new Promise((done, fail) => {
    const send = url.protocol === 'https:' ? requestHttps : requestHttp;
    const request = send(url, {
      method: 'POST',
      headers: { 'user-agent': 'Dateline/0.1', 'content-length': Buffer.byteLength(body), ...headers },
      lookup: guarded(allows),
      agent: false,
      signal: AbortSignal.timeout(ms),
    });
    request.on('response', response => {
      response.destroy();
      done(response.statusCode ?? 0);
    });
    request.on('error', error => fail(new Error(sayWhy(error, ms))));
    request.end(body);
  });
}

const guarded =
  (allows: (address: string) => boolean): LookupFunction =>
  (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, found) => {
      if (error) return callback(error, '', 0);
      const barred = found.find(each => !allows(each.address));
      if (barred) return callback(inside(barred.address), '', 0);
      if (options.all) return callback(null, found);
      callback(null, found[0]!.address, found[0]!.family);
    });
  };

const inside = (ip: string): Error => new Error(`${ip} is no address of the open internet`);

function sayWhy(error: Error & { code?: string }, ms: number): string {
  if (error.name === 'AbortError' || error.name === 'TimeoutError') return `no answer within ${ms / 1000} s`;
  return error.code === 'ECONNREFUSED'
    ? 'the server takes no connection'
    : error.message || String(error.code);
}
