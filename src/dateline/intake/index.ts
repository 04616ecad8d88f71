export { checkPublished, readCsv, readRecord, whyUnread } from '../../intake/index.ts';
export { type Defaults, isAddress, type Taken, takeIn, takeInLines } from './take-in.ts';
export { takeInStdin } from './take-in-stdin.ts';
