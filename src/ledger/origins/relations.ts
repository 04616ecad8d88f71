import type { FiledReport, Reading, Relation } from '../../model/index.ts';
import { wordDay } from '../statements/word-day.ts';
import { CARRIED_DAYS } from './link-prints.ts';
import { isNearDuplicate, type Print } from './print-text.ts';
import { relationKeys } from './relation-keys.ts';

/**
 * The keys of a report with their days. Of reports that share a key of text (a band), those are related that lie at most
 * `RELATED_DAYS` apart and share text (`sharesText`): bands alone also join what is alike by chance.
 * @example relationsOf(report, reading) // [{ key: 'v:r0123456789abcdef', day: null }, { key: 'b:0.1x2y3z', day: '2021-08-10' }, …]
 */
export function relationsOf(report: FiledReport, reading: Reading | null): Relation[] {
  const day = wordDay(report);
  return relationKeys(report, reading).map(key => ({ key, day: key.startsWith('b:') ? day : null }));
}

/** Text repeated later than this is nobody's copy and not carried over. */
export const RELATED_DAYS = CARRIED_DAYS;

/** Whether a paragraph or quotation of one text is a near-duplicate of one of the other, whichever came first. */
export function sharesText(a: readonly Print[], b: readonly Print[]): boolean {
  return a.some(x => b.some(y => isNearDuplicate(x, y) || isNearDuplicate(y, x)));
}
