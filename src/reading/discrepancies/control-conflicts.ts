import { agree, type Claim, isTake, type ReportDiscrepancy } from '../../model/index.ts';
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

/** The first pair of each place and of each second claim, the same place before a part of it: the rest says the same again. */
function firstOfEach(
  found: readonly [Indexed, Indexed][],
  kind: ReportDiscrepancy['kind'],
  say: (a: Indexed, b: Indexed) => string,
): ReportDiscrepancy[] {
  const seen = new Set<string | number>();
  const [whole, parts] = [true, false].map(same =>
    found.filter(([a, b]) => samePlace(a.claim, b.claim) === same),
  );
  return [...whole!, ...parts!].flatMap(([a, b]) => {
    const key = placeName(a.claim);
    if (seen.has(key) || seen.has(b.index)) return [];
    seen.add(key).add(b.index);
    return [{ kind, claims: [a.index, b.index], note: sentence(say(a, b)) }];
  });
}

/** Being taken by a side and being held by it are one thing for who denies it. */
const familyOf = (event: string | undefined): string =>
  isTake(event) || event === 'hold' ? 'have' : (event ?? '');

/** Places are one, or one lies in the other: a terminal and its airport. */
const meets = (a: Claim, b: Claim): boolean =>
  samePlace(a, b) ||
  a.places.some(p =>
    b.places.some(q => (q.in != null && q.in === p.name) || (p.in != null && p.in === q.name)),
  );

/** Whether one claim says that the place is not in the hands, or not under the attack, that the other one tells of. */
function contradicts({ claim: a }: Indexed, { claim: b }: Indexed): boolean {
  if (!otherSide(a.actor, b.actor) || !mayCoincide(a, b)) return false;
  if (b.event === 'hold') return isTake(a.event) && samePlace(a, b);
  const comes = isTake(a.event) || a.event === 'enter' || a.event === 'advance';
  return b.event === 'repel' && comes && meets(a, b);
}

/** One origin affirms, another denies the same; or another has the place in the hands of the other side. */
export function findDenials(list: readonly Indexed[]): ReportDiscrepancy[] {
  const actual = list.filter(isActual);
  const found = pairs(actual, (a, b) => {
    if (a.claim.polarity !== 'affirmed' || sameOrigin(a.claim, b.claim)) return false;
    if (b.claim.polarity === 'denied')
      return (
        meets(a.claim, b.claim) &&
        familyOf(a.claim.event) === familyOf(b.claim.event) &&
        sameSide(a.claim.actor, b.claim.actor)
      );
    return contradicts(a, b) && !saysBoth(actual, a, b);
  });
  return firstOfEach(found, 'denial', (a, b) =>
    b.claim.polarity === 'denied'
      ? `${says(a.claim)} that ${placeName(a.claim)} was ${told(a)}${by(a)}, ${originOf(b.claim)} ${agree(originOf(b.claim), 'denies', 'deny')} it`
      : `${says(a.claim)} that ${placeName(a.claim)} was ${told(a)}${by(a)}, ${originOf(b.claim)} that it was ${told(b)}${by(b)}`,
  );
}

/** Whether the one who tells of the place in other hands also tells that it was taken: then before, or after. */
const says = (claim: Claim): string => `${originOf(claim)} ${agree(originOf(claim), 'says', 'say')}`;

const saysBoth = (list: readonly Indexed[], a: Indexed, b: Indexed): boolean =>
  list.some(
    c =>
      c.claim.polarity === 'affirmed' &&
      sameOrigin(c.claim, b.claim) &&
      familyOf(c.claim.event) === familyOf(a.claim.event) &&
      c.claim.event !== 'hold' &&
      sameSide(c.claim.actor, a.claim.actor) &&
      samePlace(c.claim, a.claim),
  );

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
