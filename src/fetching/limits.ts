import { isPublicAddress } from './public-address.ts';

export interface FetchLimits {
  /** Most bytes of a body, after decompression. */
  readonly bytes: number;
  /** Most milliseconds from the first request to the last byte, redirects and all. */
  readonly ms: number;
  readonly redirects: number;
  /** Whether an IP address may be connected to. Tests let their own server in; nothing else should. */
  readonly allows: (address: string) => boolean;
}

/**
 * A switch for tests alone: lets 127.0.0.1 in beside the open internet, where a stand-in newsroom listens. Whoever could set it for
 * a server could also reach 127.0.0.1 without it.
 */
const isTesting = (): boolean => process.env.DATELINE_TEST_NEWSROOM === '127.0.0.1';

export const LIMITS: FetchLimits = {
  bytes: 20_000_000,
  ms: 30_000,
  redirects: 5,
  allows: address => isPublicAddress(address) || (address === '127.0.0.1' && isTesting()),
};

/** How Dateline calls itself to servers, and in their robots.txt. */
export const AGENT_NAME = 'Dateline';
export const AGENT = `${AGENT_NAME}/0.1 (keeps a record of conflict reporting; fetches what its user names)`;
