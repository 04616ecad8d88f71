import { FetchError } from '../fetch-error.ts';
import { type Fetched, fetchGuarded } from '../fetch-guarded.ts';
import { AGENT_NAME, type FetchLimits } from '../limits.ts';
import { type Clock, createHostTurns } from './host-turns.ts';
import { ALLOW_ALL, parseRobots, type Robots } from './robots.ts';

export interface PoliteOptions {
  readonly limits?: Partial<FetchLimits> | undefined;
  /** Least milliseconds between two requests to one host; a second unless told. */
  readonly pauseMs?: number | undefined;
  readonly clock?: Clock | undefined;
}

/** Fetches what nobody asked for by hand: feeds and their articles, over and over. */
export interface PoliteFetcher {
  /**
   * Fetches an address when it is its host's turn: one request at a time, a pause between two, nothing that robots.txt forbids (redirects
   * too), nothing while the host asked to be left alone. Rejects with a FetchError that says whether later is better.
   */
  fetch(address: string, headers?: Readonly<Record<string, string>>): Promise<Fetched>;
}

const DAY_MS = 86_400_000;
/** Longest pause that a robots.txt is followed in, and longest time that a host is left alone for one answer, in seconds. */
const LONGEST_PAUSE = 30;
const LONGEST_REST = 86_400;

const realClock: Clock = {
  now: () => Date.now(),
  sleep: ms => new Promise(done => setTimeout(done, ms)),
};

/** @example const polite = createPoliteFetcher(); const feed = await polite.fetch('https://example.org/feed.xml'); */
export function createPoliteFetcher(options: PoliteOptions = {}): PoliteFetcher {
  const { limits, pauseMs = 1000, clock = realClock } = options;
  const turns = createHostTurns(clock);
  const robots = new Map<string, { readonly at: number; readonly found: Promise<Robots> }>();
  const resting = new Map<string, number>();

  const robotsOf = (origin: string): Promise<Robots> => {
    const known = robots.get(origin);
    if (known != null && clock.now() - known.at < DAY_MS) return known.found;
    const found = fetchRobots(origin, limits);
    robots.set(origin, { at: clock.now(), found });
    found.catch(() => robots.delete(origin));
    return found;
  };
  const check = async (url: URL): Promise<void> => {
    const until = resting.get(url.host) ?? 0;
    if (until > clock.now()) throw restingError(url, until - clock.now());
    const rules = await robotsOf(url.origin);
    if (!rules.allows(url.pathname + url.search))
      throw new FetchError(`${url.href} is not fetched: the site’s robots.txt asks not to`);
  };

  return {
    async fetch(address, headers = {}) {
      if (!URL.canParse(address)) throw new FetchError(`"${address}" is no web address`);
      const url = new URL(address);
      if (!/^https?:$/.test(url.protocol)) return fetchGuarded(address);
      const rules = await robotsOf(url.origin);
      const pause = Math.max(pauseMs, Math.min(rules.delay ?? 0, LONGEST_PAUSE) * 1000);
      return turns.take(url.host, pause, async () => {
        try {
          return await fetchGuarded(address, { headers, limits, check });
        } catch (error) {
          if (error instanceof FetchError && (error.status === 429 || error.status === 503))
            resting.set(url.host, clock.now() + Math.min(error.after ?? 60, LONGEST_REST) * 1000);
          throw error;
        }
      });
    },
  };
}

const restingError = (url: URL, ms: number): FetchError =>
  new FetchError(`${url.host} asked to be left alone for a while`, true, { after: Math.ceil(ms / 1000) });

/** No robots.txt allows everything; one that cannot be had now forbids everything until it can (RFC 9309, 2.3.1). */
async function fetchRobots(origin: string, limits: Partial<FetchLimits> | undefined): Promise<Robots> {
  try {
    const { bytes } = await fetchGuarded(`${origin}/robots.txt`, { limits: { ...limits, bytes: 1_000_000 } });
    return parseRobots(new TextDecoder().decode(bytes), AGENT_NAME);
  } catch (error) {
    const { status, retry } = error as FetchError;
    if (status != null && status >= 400 && status < 500 && status !== 429) return ALLOW_ALL;
    if (!retry && status == null) {
      // Redirects in circles, bombs and the like: as good as none. What is not of the open internet stays refused by itself.
      return ALLOW_ALL;
    }
    throw error;
  }
}
