export {
  type ColumnMap,
  checkPublished,
  parseColumnMap,
  readCsv,
  readRecord,
  whyUnread,
} from '../../intake/index.ts';
export { listFeedsOf } from './list-feeds-of.ts';
export type { Defaults, TakeInOptions } from './options.ts';
export { isAddress, takeIn } from './take-in.ts';
export { takeInLines } from './take-in-archive.ts';
export { takeInStdin } from './take-in-stdin.ts';
export type { Mark, Taken } from './taken.ts';
