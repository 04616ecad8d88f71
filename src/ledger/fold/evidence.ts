import type { CalendarDate, Instant } from '../../model/index.ts';
import { type Statement, UNKNOWN_PARTY } from '../statements/statement.ts';
import { isSame } from './same.ts';

/** What one origin says for a holder or a status: its first claim, and the day of its last word. */
export interface Evidence {
  readonly origin: string;
  readonly claim: string;
  /** Whether the speaker gains by it, as far as all its words go. */
  readonly gains: boolean;
  readonly word: CalendarDate;
  readonly known: Instant;
  /** Whether it tells of a taking (or leaving), not only of holding. */
  readonly change: boolean;
  /** Whether an analyst ruled that it stands. */
  readonly accepted: boolean;
  /** Whether the side that loses by it said it. */
  readonly admitted: boolean;
  /** The sides that say it without gaining by it, each with the day of its last word. */
  readonly sides: readonly { readonly side: string; readonly word: CalendarDate }[];
}

/** Origins kept for one line of the record. More are not listed: no basis hangs on the sixty-fifth. */
export const MOST_ORIGINS = 64;

/** A statement against a holder: a denial of its taking, or another's hold. */
export interface Objection {
  readonly origin: string;
  readonly claim: string;
  readonly side: string | null;
  readonly speaker: string | null;
  readonly word: CalendarDate;
  readonly known: Instant;
  readonly kind: 'denial' | 'hold';
}

/** Whether a speaker is a party whose side is known. */
export const isParty = (speaker: string | null): boolean => speaker != null && speaker !== UNKNOWN_PARTY;

/**
 * What a statement says for a side: `gains` where its speaker is that side, `admitted` where it is the one that loses. A
 * party whose side nobody tells ("a security official") is not known to gain.
 */
export function toEvidence(s: Statement, gainer: string | null, loser: string | null): Evidence {
  const gains = s.speaker != null && s.speaker !== loser && s.speaker === gainer;
  return {
    origin: s.origin,
    claim: s.claim,
    gains,
    word: s.word,
    known: s.known,
    change: s.event !== 'hold',
    accepted: s.accepted,
    admitted: s.speaker != null && s.speaker === loser,
    sides: s.speaker == null || gains || !isParty(s.speaker) ? [] : [{ side: s.speaker, word: s.word }],
  };
}

const less = (a: Evidence, b: Evidence): boolean =>
  a.known < b.known || (a.known === b.known && a.claim < b.claim);

/** The list with one more word: an origin counts once, under its first claim that tells of the change. */
export function addEvidence(list: readonly Evidence[], one: Evidence): readonly Evidence[] {
  const at = list.findIndex(e => e.origin === one.origin);
  if (at < 0) return list.length >= MOST_ORIGINS ? list : [...list, one];
  const old = list[at]!;
  const first = old.change === one.change ? (less(one, old) ? one : old) : old.change ? old : one;
  const merged: Evidence = {
    ...first,
    gains: old.gains && one.gains,
    word: old.word > one.word ? old.word : one.word,
    accepted: old.accepted || one.accepted,
    admitted: old.admitted || one.admitted,
    sides: addSides(old.sides, one.sides),
  };
  if (
    merged.claim === old.claim &&
    merged.gains === old.gains &&
    merged.word === old.word &&
    merged.accepted === old.accepted &&
    merged.admitted === old.admitted &&
    isSame(merged.sides, old.sides)
  )
    return list;
  return list.with(at, merged);
}

/** Each side once, with its last word, in an order that no arrival changes. */
function addSides(a: Evidence['sides'], b: Evidence['sides']): Evidence['sides'] {
  if (b.length === 0) return a;
  const last = new Map(a.map(s => [s.side, s.word]));
  for (const { side, word } of b) if ((last.get(side) ?? '') < word) last.set(side, word);
  return [...last].map(([side, word]) => ({ side, word })).sort((x, y) => (x.side < y.side ? -1 : 1));
}
