export { FetchError } from './fetch-error.ts';
export { type Fetched, type FetchLimits, fetchGuarded } from './fetch-guarded.ts';
export { isPublicAddress } from './public-address.ts';
export { openRemoteLedger, type RemoteAddress } from './remote-ledger.ts';
