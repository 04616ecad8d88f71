export { type Amount, readAmount } from './amounts.ts';
export { findQuantities } from './find-quantities.ts';
export { digitsOf, NUMBERS, readNumber, readOrdinal } from './number-words.ts';
