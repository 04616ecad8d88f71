export { FetchError } from './fetch-error.ts';
export { type Fetched, type FetchOptions, fetchGuarded } from './fetch-guarded.ts';
export { AGENT, type FetchLimits, LIMITS } from './limits.ts';
export { createPoliteFetcher, type PoliteFetcher } from './polite/polite-fetcher.ts';
export { insideHost, isPublicAddress } from './public-address.ts';
export { openRemoteLedger, type RemoteAddress } from './remote-ledger.ts';
