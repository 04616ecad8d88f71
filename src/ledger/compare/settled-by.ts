import type { CalendarDate, ControlPeriod, Instant } from '../../model/index.ts';
import { isBelieved } from '../views/status-at.ts';
import { saySide } from '../words/say-side.ts';
import type { Settled } from './found.ts';
import { believedFrom, firstThat, knownFrom, type PlaceCase } from './place-case.ts';

function* takeWhile<T>(items: Iterable<T>, test: (item: T) => boolean): Generator<T> {
  for (const item of items) {
    if (!test(item)) return;
    yield item;
  }
}

/** What ended a dispute at an instant: the words that came then and bear on the line of a day, and what it says now. */
export function settledAt(one: PlaceCase, day: CalendarDate, instant: Instant): Settled {
  const now = one.periodAt(day, instant);
  const fresh = [...takeWhile(knownFrom(one, instant), f => f.live.from === instant)].filter(
    f => f.force === 'actual',
  );
  const lines = [...takeWhile(believedFrom(one, instant), p => p.knownFrom === instant)];
  const bearing = fresh.filter(f => lines.some(p => p.claims.includes(f.claim)));
  const claims = (bearing.length > 0 ? bearing : fresh).map(f => f.claim);
  const holder = now?.holder == null ? 'nobody' : saySide(now.holder.name);
  const state = now?.status === 'contested' ? `contested, held by ${holder}` : `held by ${holder}`;
  return {
    claims: [...new Set(claims)].sort(),
    decision: one.rulingAt(instant),
    known: instant,
    note: `Since then the record says that it is ${state}${now?.basis === 'confirmed' ? ', confirmed by another origin' : ''}.`,
  };
}

/** Whether a line after `day` is believed at an instant that was not yet when another instant came. */
export function isOvertaken(one: PlaceCase, day: CalendarDate, at: Instant, since: Instant): boolean {
  const after = one.periodsByKnown.filter(p => endsDispute(p, day));
  return (
    after.some(p => isBelieved(p, at)) &&
    !after.some(p => p.knownFrom < since && (p.knownTo == null || p.knownTo >= since))
  );
}

const endsDispute = (p: ControlPeriod, day: CalendarDate): boolean =>
  p.validFrom > day && p.basis !== 'disputed' && p.status !== 'contested';

/** The first instant after `since` at which another line than the disputed one began after `day`: what was disputed is past. */
export function overtakenAt(one: PlaceCase, day: CalendarDate, since: Instant): Settled | null {
  const next = firstThat(believedFrom(one, since, { after: true }), p => endsDispute(p, day));
  return next == null ? null : settledAt(one, next.validFrom, next.knownFrom);
}
