export { type FoundCount, findCounts } from './find-counts.ts';
