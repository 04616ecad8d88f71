import type { ClaimView } from '../model/index.ts';

/** Who died, as data sets of events part them. */
export type Dead = 'civilians' | 'state' | 'fighters' | 'unknown';

/** How many died by one origin's last word: the least and the most that it leaves open, and who they were where it says. */
export interface Word {
  readonly origin: string;
  readonly low: number;
  readonly high: number;
  /** No party to the fighting said it. */
  readonly isImpartial: boolean;
  readonly isVague: boolean;
  readonly by: Readonly<Record<Dead, number>>;
  readonly claims: readonly ClaimView[];
}

const DEAD: Readonly<Record<string, Dead>> = {
  civilians: 'civilians',
  children: 'civilians',
  women: 'civilians',
  'aid-workers': 'civilians',
  journalists: 'civilians',
  teachers: 'civilians',
  medics: 'civilians',
  students: 'civilians',
  soldiers: 'state',
  police: 'state',
  peacekeepers: 'state',
  fighters: 'fighters',
};

/** The words of each origin on how many were killed, in a fixed order. */
export function wordsOn(killed: readonly ClaimView[]): Word[] {
  const byOrigin = new Map<string, ClaimView[]>();
  for (const claim of [...killed].sort(byKnown))
    byOrigin.set(claim.origin, [...(byOrigin.get(claim.origin) ?? []), claim]);
  return [...byOrigin.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([origin, claims]) => wordOf(origin, claims))
    .filter(word => word.high > 0);
}

const byKnown = (a: ClaimView, b: ClaimView): number =>
  a.known < b.known ? -1 : a.known > b.known ? 1 : a.id < b.id ? -1 : 1;

/**
 * What one origin says. "12 people, among them 5 children" has 12 dead, not 17; "9 soldiers and 4 fighters" has 13. Of numbers for the
 * same people the last counts.
 */
function wordOf(origin: string, claims: readonly ClaimView[]): Word {
  const last = new Map(claims.map(claim => [claim.figure?.who ?? '', claim]));
  const whole = last.get('');
  const parts: Record<Dead, Range> = {
    civilians: civiliansOf(last),
    state: sum([...last].filter(([who]) => DEAD[who] === 'state').map(([, c]) => rangeOf(c))),
    fighters: sum([...last].filter(([who]) => DEAD[who] === 'fighters').map(([, c]) => rangeOf(c))),
    unknown: sum([...last].filter(([who]) => who !== '' && DEAD[who] == null).map(([, c]) => rangeOf(c))),
  };
  const told = sum(Object.values(parts));
  const all = whole == null ? told : max(rangeOf(whole), told);
  return {
    origin,
    low: all.low,
    high: all.high,
    isImpartial: claims.some(c => c.attribution[0]?.kind !== 'party'),
    isVague: claims.every(c => c.figure?.qualifier === 'vague'),
    by: {
      civilians: parts.civilians.low,
      state: parts.state.low,
      fighters: parts.fighters.low,
      unknown: parts.unknown.low + Math.max(0, all.low - told.low),
    },
    claims,
  };
}

interface Range {
  readonly low: number;
  readonly high: number;
}

/** Children and women are civilians: they are no more than the civilians of the same count. */
function civiliansOf(last: ReadonlyMap<string, ClaimView>): Range {
  const kinds = [...last].filter(([who]) => DEAD[who] === 'civilians' && who !== 'civilians');
  const all = last.get('civilians');
  const told = sum(kinds.map(([, claim]) => rangeOf(claim)));
  return all == null ? told : max(rangeOf(all), told);
}

const sum = (ranges: readonly Range[]): Range =>
  ranges.reduce((a, b) => ({ low: a.low + b.low, high: a.high + b.high }), { low: 0, high: 0 });
const max = (a: Range, b: Range): Range => ({
  low: Math.max(a.low, b.low),
  high: Math.max(a.high, b.high),
});

/** The least and the most that a figure says; a number that bounds one end stands for both. */
function rangeOf({ figure }: ClaimView): Range {
  const low = figure?.min ?? figure?.max ?? 0;
  return { low, high: Math.max(low, figure?.max ?? low) };
}
