import {
  type CalendarDate,
  type Claim,
  CONTROL_EVENTS,
  type ControlEvent,
  daysBetween,
} from '../../model/index.ts';
import { intersect } from '../decisions/live.ts';
import { type Dating, dateStatement } from '../statements/date-statement.ts';
import { sideOf } from '../statements/side-of.ts';
import type { Statement } from '../statements/statement.ts';
import type { ControlFact, EventFact, Said } from './fact.ts';

const CONTROL: ReadonlySet<string> = new Set(CONTROL_EVENTS);

/** Whether a claim is one that the fold takes: about control. */
export const isControl = (claim: Claim): boolean =>
  claim.kind === 'control' && claim.event != null && CONTROL.has(claim.event);

/** Dates this wide apart at most are told apart from others. */
const EXACT_DAYS = 2;

/**
 * The facts of a control claim: one for each of its places. Text that stood in an earlier report holds as of that one, so
 * that its dates never go beyond that one's publication.
 */
export function controlFacts(claim: Claim, said: Said): ControlFact[] {
  const dating = dateStatement(claim.event!, claim.time, said.word);
  return eachPlace(claim).map(place => ({
    kind: 'control',
    ...said,
    origin: said.origins[0]!.origin,
    place: place.id!,
    placeName: place.name,
    event: claim.event as ControlEvent,
    force: forceOf(claim, dating, said.word),
    attributive: claim.attributive === true,
    part: place.part ?? null,
    side: sideOf(claim.actor),
    name: claim.actor?.name ?? null,
    target: sideOf(claim.target),
    ...dating,
    exact:
      dating.dated &&
      dating.onset == null &&
      (dating.earliest == null || daysBetween(dating.earliest, dating.day) <= EXACT_DAYS),
  }));
}

/** What is dated longer ago than this, and has not lasted since, is background, whatever the words. */
const BACKGROUND_DAYS = 366;

function forceOf(claim: Claim, dating: Dating, word: CalendarDate): ControlFact['force'] {
  if (claim.modality !== 'actual') return claim.modality === 'past' ? 'past' : 'word';
  const isOld = dating.dated && dating.onset == null && daysBetween(dating.day, word) > BACKGROUND_DAYS;
  return isOld ? 'past' : 'actual';
}

/** The facts of a claim of any other happening: one for each of its places. */
export function eventFacts(claim: Claim, said: Said): EventFact[] {
  const { day, earliest, dated } = dateStatement(claim.event ?? '', claim.time, said.word);
  return eachPlace(claim).map(place => ({
    kind: 'event',
    ...said,
    place: place.id!,
    event: claim.event ?? 'event',
    side: sideOf(claim.actor),
    day,
    earliest,
    dated,
  }));
}

/** The places of a claim that have an id, each once. */
const eachPlace = (claim: Claim): Claim['places'] =>
  claim.places.filter((p, i) => p.id != null && claim.places.findIndex(q => q.id === p.id) === i);

/** The statements of a control fact as the fold takes them: one for each stretch of known time with one origin. */
export function toStatements(fact: ControlFact): Statement[] {
  if (fact.origins.length === 1) return [fact];
  return fact.origins.flatMap(({ from, origin }, i) => {
    const live = intersect(fact.live, { from, to: fact.origins[i + 1]?.from ?? null });
    return live == null ? [] : [{ ...fact, origin, live }];
  });
}
