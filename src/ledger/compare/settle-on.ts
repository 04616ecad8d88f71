import type { Instant } from '../../model/index.ts';
import type { Found, Settled, Undone } from './found.ts';
import type { PlaceCase } from './place-case.ts';

/** How a kind of discrepancy is settled by what comes after an instant, and whether it is open again at one. */
export interface Course {
  settle(found: Found, one: PlaceCase, since: Instant): Settled | null;
  /** Whether what was settled no longer is, at the instant at which a ruling on the place was undone. */
  isOpenAgain(found: Found, one: PlaceCase, undone: Instant, settled: Settled): boolean;
}

/**
 * What settles a discrepancy, where a ruling on the place that was in force when it was settled may have been undone since:
 * it is then looked at again, and where it is open again, what settled it has held until then.
 */
export function settleOn(found: Found, one: PlaceCase, course: Course): Pick<Found, 'settled' | 'undone'> {
  let settled = course.settle(found, one, found.knownSince);
  const undone: Undone[] = [];
  for (const { from, to } of one.undone) {
    if (settled == null) break;
    if (settled.known < from || settled.known >= to) continue;
    if (!course.isOpenAgain(found, one, to, settled)) continue;
    const next = course.settle(found, one, to);
    if (next != null && next.known <= to) continue;
    undone.push({ ...settled, until: to });
    settled = next;
  }
  return undone.length === 0 ? { settled } : { settled, undone };
}
