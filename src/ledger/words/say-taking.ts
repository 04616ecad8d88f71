import type { CalendarDate, Holder, Instant, Status } from '../../model/index.ts';
import { saySide } from './say-side.ts';

/** What a line of the record says, as far as a sentence needs it. */
export interface Line {
  readonly holder: Holder | null;
  readonly status: Status;
  readonly since: CalendarDate;
  readonly sinceEarliest: CalendarDate | null;
  readonly parts: readonly string[];
}

/** How a holder came by a place, given the line before and whether it had held it earlier. */
export type Coming = 'taken' | 'retaken' | 'taken over' | 'held';

/** How the holder of a line came by the place: from another, back again, from nobody, or as far as is known always. */
export function comingOf(line: Line, before: Line | null, earlier: readonly Line[]): Coming {
  if (before == null) return 'held';
  const mine = line.holder?.side;
  if (before.holder?.side === mine) return 'held';
  if (before.holder == null) return before.status === 'vacated' ? 'taken over' : 'held';
  return earlier.some(l => l.holder?.side === mine && l.status === 'held') ? 'retaken' : 'taken';
}

/** The holder of a line as a sentence has it. */
export const holderOf = (line: Pick<Line, 'holder'>): string =>
  line.holder == null ? 'nobody known' : saySide(line.holder.name);

/** The year is said only where it is not that of `beside`. */
export type Beside = CalendarDate | Instant | null;
