export { MOST_TRIES, waitAfter } from './back-off.ts';
export { deleteFeed, EVERY, insertFeed, loadFeed, notePoll, pollNow, type WatchedFeed } from './feeds.ts';
export { listFeeds, listImports, listJobs, loadImport, reviveJobs, saveImport } from './list.ts';
export {
  addJobs,
  countJobs,
  type Job,
  type JobEnd,
  type NewJob,
  type Statements,
  together,
} from './queue.ts';
export { type Handled, type Runner, type RunnerOptions, startRunner } from './runner.ts';
