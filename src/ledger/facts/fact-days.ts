import { addDays, type CalendarDate, dateOf, type Instant } from '../../model/index.ts';
import { lapseOf } from '../fold/item.ts';
import type { Fact } from './fact.ts';

/** The days that a fact bears on. */
export interface FactDays {
  /** The first that it is said of, and the first that the fold hears of. */
  readonly first: CalendarDate;
  readonly folded: CalendarDate;
  readonly last: CalendarDate;
}

const least = (...days: (CalendarDate | null)[]): CalendarDate =>
  days.reduce<CalendarDate>((a, b) => (b != null && b < a ? b : a), '\uffff');
const most = (...days: (CalendarDate | null)[]): CalendarDate =>
  days.reduce<CalendarDate>((a, b) => (b != null && b > a ? b : a), '');

/** The days that a fact bears on: those it is dated to, and those of its word. */
export function daysOf(fact: Fact): FactDays {
  if (fact.kind === 'inner') {
    const day = dateOf(fact.known);
    return { first: day, folded: day, last: day };
  }
  const { word, told } = fact;
  if (fact.kind === 'figure') return { first: word, folded: word, last: told };
  if (fact.kind === 'control') {
    const lapse = fact.force === 'past' && fact.word > fact.day ? lapseOf(fact) : null;
    return {
      first: least(fact.day, fact.earliest, fact.onset, word),
      folded: least(fact.day, fact.onset),
      last: most(fact.day, lapse, word, told),
    };
  }
  const earliest = fact.kind === 'event' ? fact.earliest : null;
  return { first: least(fact.day, earliest, word), folded: fact.day, last: most(fact.day, word, told) };
}

/** Facts and findings so many days before the first day of what is new may bear on it. */
export const REACH_DAYS = 45;

/** What is new in a bucket: since when it may have changed what was found, and from which days on. */
export interface Reach {
  readonly instant: Instant;
  readonly first: CalendarDate;
  readonly folded: CalendarDate;
}

/** The reach of facts that came, went, or count no longer. Null for none. */
export function reachOfFacts(facts: readonly Fact[], instant: Instant): Reach {
  const days = facts.map(daysOf);
  return {
    instant,
    first: addDays(least(...days.map(d => d.first)), -REACH_DAYS),
    folded: least(...days.map(d => d.folded)),
  };
}
