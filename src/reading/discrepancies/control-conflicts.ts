import { type Claim, isTake, type ReportDiscrepancy } from '../../model/index.ts';
import {
  mayCoincide,
  originOf,
  otherSide,
  placeName,
  sameOrigin,
  samePlace,
  sameSide,
  sentence,
} from './wording.ts';

interface Indexed {
  readonly claim: Claim;
  readonly index: number;
}
const isActual = ({ claim }: Indexed): boolean =>
  claim.kind === 'control' && claim.modality === 'actual' && !claim.attributive;
const classOf = (event: string | undefined): string => (isTake(event) ? 'take' : (event ?? ''));

const VERBS: Record<string, string> = {
  capture: 'taken',
  recapture: 'retaken',
  handover: 'handed over',
  withdraw: 'left',
  enter: 'entered',
  advance: 'advanced on',
  besiege: 'besieged',
  clash: 'fought over',
  hold: 'held',
  repel: 'defended',
};
const told = ({ claim }: Indexed): string => VERBS[claim.event ?? ''] ?? 'changed';
const by = ({ claim }: Indexed): string => (claim.actor ? ` by ${claim.actor.name}` : '');

function pairs(list: readonly Indexed[], test: (a: Indexed, b: Indexed) => boolean): [Indexed, Indexed][] {
  return list.flatMap(a => list.filter(b => a !== b && test(a, b)).map((b): [Indexed, Indexed] => [a, b]));
}

/** The first pair of each place: the rest says the same again. */
function firstOfEach(
  found: readonly [Indexed, Indexed][],
  kind: ReportDiscrepancy['kind'],
  say: (a: Indexed, b: Indexed) => string,
): ReportDiscrepancy[] {
  const seen = new Set<string>();
  return found.flatMap(([a, b]) => {
    const key = placeName(a.claim);
    if (seen.has(key)) return [];
    seen.add(key);
    return [{ kind, claims: [a.index, b.index], note: sentence(say(a, b)) }];
  });
}

/** One origin affirms, another denies the same; or another has the place in the hands of the other side. */
export function findDenials(list: readonly Indexed[]): ReportDiscrepancy[] {
  const actual = list.filter(isActual);
  const found = pairs(actual, (a, b) => {
    if (a.claim.polarity !== 'affirmed' || sameOrigin(a.claim, b.claim) || !samePlace(a.claim, b.claim))
      return false;
    if (b.claim.polarity === 'denied')
      return classOf(a.claim.event) === classOf(b.claim.event) && sameSide(a.claim.actor, b.claim.actor);
    const contradicts = b.claim.event === 'hold' || b.claim.event === 'repel';
    return (
      contradicts &&
      isTake(a.claim.event) &&
      otherSide(a.claim.actor, b.claim.actor) &&
      mayCoincide(a.claim, b.claim)
    );
  });
  return firstOfEach(found, 'denial', (a, b) =>
    b.claim.polarity === 'denied'
      ? `${originOf(a.claim)} says that ${placeName(a.claim)} was ${told(a)}${by(a)}, ${originOf(b.claim)} denies it`
      : `${originOf(a.claim)} says that ${placeName(a.claim)} was ${told(a)}${by(a)}, ${originOf(b.claim)} that it was ${told(b)}${by(b)}`,
  );
}

/** A place both taken and still fought for, in the report's own voice. `ongoing` tells of a claim whether it is going on. */
export function findStatusConflicts(
  list: readonly Indexed[],
  ongoing: (index: number) => boolean,
): ReportDiscrepancy[] {
  const own = list.filter(
    x => isActual(x) && x.claim.polarity === 'affirmed' && x.claim.attribution.length === 0,
  );
  const found = pairs(
    own,
    (a, b) =>
      isTake(a.claim.event) && b.claim.event === 'clash' && ongoing(b.index) && samePlace(a.claim, b.claim),
  );
  return firstOfEach(
    found,
    'status-conflict',
    a => `the report says that ${placeName(a.claim)} has been taken, and also that it is still fought for`,
  );
}

/** The same change of hands on two days. */
export function findDateConflicts(list: readonly Indexed[]): ReportDiscrepancy[] {
  const dated = list.filter(
    x =>
      x.claim.kind === 'control' &&
      x.claim.polarity === 'affirmed' &&
      (x.claim.modality === 'actual' || x.claim.modality === 'past') &&
      (isTake(x.claim.event) || x.claim.event === 'enter') &&
      x.claim.time?.precision === 'day',
  );
  const found = pairs(
    dated,
    (a, b) =>
      a.index < b.index &&
      a.claim.event === b.claim.event &&
      a.claim.actor != null &&
      sameSide(a.claim.actor, b.claim.actor) &&
      samePlace(a.claim, b.claim) &&
      !mayCoincide(a.claim, b.claim) &&
      Math.abs(Date.parse(a.claim.time!.from!) - Date.parse(b.claim.time!.from!)) <= 3 * 86_400_000,
  );
  return firstOfEach(
    found,
    'date-conflict',
    (a, b) =>
      `${placeName(a.claim)} was ${told(a)} on ${a.claim.time!.from} in one place of the report and on ${b.claim.time!.from} in another`,
  );
}
