import { addDays } from '../../../model/index.ts';
import type { Statement } from '../../statements/statement.ts';
import { addEvidence, type Evidence, toEvidence } from '../evidence.ts';
import type { State, Tenure } from '../state.ts';
import { supportHolder } from '../support.ts';

/** How long after a taking a fall that names no taker is heard as the same one. */
const RETOLD_DAYS = 30;

/**
 * Capture, recapture, handover: the place becomes the actor's side's. Every statement of one day by one side is one
 * taking; one by the holder's own side supports it, and ends a contest.
 */
export function take(state: State, s: Statement): State {
  if (s.side == null) return fall(state, s);
  const held = state.tenure;
  if (held != null && held.side === s.side && held.by !== 'told') {
    const next = supportHolder(state, s, { endsContest: true, change: true });
    return next.tenure?.taken === s.day ? next : { ...next, tenure: { ...next.tenure!, taken: s.day } };
  }
  const before = held?.side ?? held?.before ?? null;
  const left = isOneNight(state, s) ? held : null;
  return {
    ...state,
    tenure: {
      side: s.side,
      name: s.name,
      since: left?.since ?? s.day,
      earliest: left == null ? s.earliest : null,
      by: 'take',
      taken: s.day,
      evidence: addEvidence(admissionsOf(held, s), toEvidence(s, s.side, before)),
      objections: [],
      before,
    },
    contest: null,
    pressure: [],
    fallback: { ...state, fallback: null, pending: [] },
  };
}

/** How long after a side says that it left another may come, for its word to admit the taking. */
const ADMITTED_DAYS = 3;

/** The word of the side that left a place shortly before another took it. */
const admissionsOf = (held: Tenure | null, s: Statement): readonly Evidence[] =>
  held?.by !== 'withdraw' || held.before === s.side || s.day > addDays(held.since, ADMITTED_DAYS)
    ? []
    : held.evidence.filter(e => e.admitted);

/**
 * Whether a taking dated by an interval and the other side's leaving are one event: it left inside that interval, which
 * tells the day.
 */
export const isOneNight = (state: State, s: Statement): boolean =>
  s.earliest != null &&
  state.contest == null &&
  state.tenure?.by === 'withdraw' &&
  state.tenure.before !== s.side &&
  state.tenure.since >= s.earliest &&
  state.tenure.since < s.day &&
  state.rowFrom === state.tenure.since;

/** A fall that names no taker: the taking already known, or else the holder's loss to nobody knows whom. */
function fall(state: State, s: Statement): State {
  const held = state.tenure;
  if (held?.side != null) {
    const retold = held.taken != null && s.target !== held.side && s.day <= addDays(held.taken, RETOLD_DAYS);
    if (retold) return supportHolder(state, s, { endsContest: false, change: true });
    if (s.target != null && s.target !== held.side) return state;
  } else if (held?.by === 'nobody') {
    const evidence = addEvidence(held.evidence, toEvidence(s, null, held.before));
    return evidence === held.evidence ? state : { ...state, tenure: { ...held, evidence } };
  }
  const before = held?.side ?? held?.before ?? s.target;
  return {
    ...state,
    tenure: {
      side: null,
      name: null,
      since: s.day,
      earliest: s.earliest,
      by: 'nobody',
      taken: null,
      evidence: [toEvidence(s, null, before)],
      objections: [],
      before,
    },
    contest: null,
    pressure: [],
    fallback: null,
  };
}
