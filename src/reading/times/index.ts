export { type AnchoredTime, findTimes } from './find-times.ts';
export { timeFor } from './time-for.ts';
