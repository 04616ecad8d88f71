import { type ClaimActor, isTake } from '../../model/index.ts';
import type { Drafted } from './drafted.ts';
import { change, fightingSides, opponentOf, sameKind, shares, sideOf } from './sides.ts';

/** Frames by whose words a place is lost: who says so is not the one who took it. */
export const LOSING = /^(?:lose|lose-control|fall|fall-noun|surrender|fall-into-hands)(?:\.denied)?$/;
/** Frames of a hold by the words "ours", "our hands". */
const OURS = new Set(['be-ours', 'in-hands', 'hands-noun', 'under-control']);

const lacksDoer = ({ draft }: Drafted): boolean =>
  draft.kind === 'control' && draft.actor == null && !draft.attributive;
const lacksTaker = (d: Drafted): boolean =>
  lacksDoer(d) &&
  (isTake(d.draft.event) || /^(?:besiege|repel)$/.test(d.draft.event ?? '') || OURS.has(d.draft.frame ?? ''));

/** Fills who took a place: the side that announces it, the one told of elsewhere, or the other side of the one that denies. */
export function fillTakers(drafted: readonly Drafted[]): Drafted[] {
  const spoken = drafted.map(d => bySpeaker(d, drafted));
  const told = spoken.map(d => byOtherTakes(d, spoken));
  const held = told.map(d => byHolder(d, told));
  const denied = held.map(d => byDenier(d, held)).map((d, _, all) => byOnlyTaker(d, all));
  return denied.map(d => byDefender(byAttackers(d, denied), denied));
}

/** "The town has been freed, the army says": the army freed it. */
function bySpeaker(d: Drafted, all: readonly Drafted[]): Drafted {
  const source = d.draft.attribution[0];
  const side = source?.actor?.side;
  if (!lacksTaker(d) || d.draft.polarity === 'denied' || source == null || side == null) return d;
  if (source.kind !== 'party' || LOSING.test(d.draft.frame ?? '') || side === sideOf(d.draft.target))
    return d;
  const lost = all.some(
    o => isTake(o.draft.event) && sideOf(o.draft.target) === side && shares(o.draft, d.draft),
  );
  if (lost || (d.draft.modality !== 'actual' && isThere(side, d, all))) return d;
  if (!fightingSides(all).has(side) && attackersOf(d, all).length > 0) return d;
  const known = all.find(o => o.draft.actor?.id != null && o.draft.actor.id === source.actor?.id)?.draft
    .actor;
  const actor: ClaimActor = known ?? { id: source.actor?.id ?? null, name: source.name, side };
  return change(d, { actor }, 'actor: who says so');
}

/** Whether a side is told of as holding the place, or as having lost it: it does not take it. */
const isThere = (side: string, d: Drafted, all: readonly Drafted[]): boolean =>
  d.draft.modality !== 'actual' || /^(?:liberate|capture-noun|recapture-noun)$/.test(d.draft.frame ?? '')
    ? all.some(
        o =>
          o !== d &&
          shares(o.draft, d.draft) &&
          ((o.draft.event === 'hold' && sideOf(o.draft.actor) === side) ||
            (o.draft.modality !== 'past' && sideOf(o.draft.target) === side)),
      )
    : false;

/** Events by which a side comes closer to a place that is not its own. */
const ATTACKS = new Set(['enter', 'advance', 'besiege', 'clash', 'capture', 'recapture']);

/** Who is told of as going for the same place, one a side. */
function attackersOf(d: Drafted, all: readonly Drafted[]): ClaimActor[] {
  const out = new Map<string, ClaimActor>();
  for (const o of all) {
    const side = sideOf(o.draft.actor);
    if (o === d || o.draft.kind !== 'control' || side == null || o.draft.modality === 'past') continue;
    if (!ATTACKS.has(o.draft.event ?? '') || side === sideOf(d.draft.target) || !shares(o.draft, d.draft))
      continue;
    if (!out.has(side) && !isThere(side, d, all)) out.set(side, o.draft.actor!);
  }
  return [...out.values()];
}

/** "Headquarters in the city was captured": by the only side that the report has going for it. */
function byAttackers(d: Drafted, all: readonly Drafted[]): Drafted {
  if (!lacksDoer(d) || d.draft.modality === 'past') return d;
  if (!isTake(d.draft.event) && !/^(?:besiege|advance)$/.test(d.draft.event ?? '')) return d;
  const attackers = attackersOf(d, all);
  return attackers.length === 1
    ? change(d, { actor: attackers[0]! }, 'actor: the only one who goes for it')
    : d;
}

/** "The attack was beaten off": by the only enemy of those who made it, whom it names or who are told of as going for the place. */
function byDefender(d: Drafted, all: readonly Drafted[]): Drafted {
  if (!lacksDoer(d) || d.draft.event !== 'repel' || d.draft.modality === 'past') return d;
  const attackers = d.draft.target ? [d.draft.target] : attackersOf(d, all);
  const side = attackers.length === 1 ? sideOf(attackers[0]) : null;
  const actor = side == null ? null : opponentOf(side, all);
  return actor ? change(d, { actor }, 'actor: the other side of the report') : d;
}

/** "The fall of the city": to the only side that the report has taking it. */
function byOtherTakes(d: Drafted, all: readonly Drafted[]): Drafted {
  if (!lacksTaker(d) || d.draft.modality === 'past') return d;
  const takes = all.filter(
    o =>
      o !== d &&
      o.draft.kind === 'control' &&
      sameKind(o.draft.event, d.draft.event) &&
      o.draft.actor != null &&
      o.draft.modality !== 'past' &&
      (d.draft.modality !== 'actual' || o.draft.modality === 'actual') &&
      sideOf(o.draft.actor) !== sideOf(d.draft.target) &&
      shares(o.draft, d.draft),
  );
  const sides = new Set(takes.map(o => sideOf(o.draft.actor)));
  const actor = takes[0]?.draft.actor;
  return sides.size === 1 && actor ? change(d, { actor }, 'actor: the taker told of elsewhere') : d;
}

/** "The fall of the city": to the side that the report has holding it now. */
function byHolder(d: Drafted, all: readonly Drafted[]): Drafted {
  if (
    !lacksTaker(d) ||
    d.draft.polarity === 'denied' ||
    d.draft.modality !== 'actual' ||
    !LOSING.test(d.draft.frame ?? '')
  )
    return d;
  const holds = all.filter(
    o =>
      o.draft.event === 'hold' &&
      o.draft.polarity === 'affirmed' &&
      o.draft.modality === 'actual' &&
      (o.ongoing || o.draft.attribution.length > 0) &&
      o.draft.actor != null &&
      sideOf(o.draft.actor) !== sideOf(d.draft.target) &&
      shares(o.draft, d.draft),
  );
  const sides = new Set(holds.map(o => sideOf(o.draft.actor)));
  const actor = holds[0]?.draft.actor;
  return sides.size === 1 && actor ? change(d, { actor }, 'actor: who holds it now') : d;
}

/** "The mayor denied that the town had fallen": to the only side that the report has taking places. */
function byOnlyTaker(d: Drafted, all: readonly Drafted[]): Drafted {
  if (
    !lacksTaker(d) ||
    d.draft.polarity !== 'denied' ||
    !isTake(d.draft.event) ||
    d.draft.modality === 'past'
  )
    return d;
  const loser = sideOf(d.draft.target) ?? d.draft.attribution[0]?.actor?.side ?? null;
  const takers = all.filter(
    o =>
      isTake(o.draft.event) &&
      o.draft.modality === 'actual' &&
      o.draft.polarity === 'affirmed' &&
      sideOf(o.draft.actor) !== null &&
      sideOf(o.draft.actor) !== loser,
  );
  const sides = new Set(takers.map(o => sideOf(o.draft.actor)));
  const actor = takers[0]?.draft.actor;
  return sides.size === 1 && actor ? change(d, { actor }, 'actor: the only one who takes places') : d;
}

/** "The ministry denied that the city had fallen": to its only enemy in the report. */
function byDenier(d: Drafted, all: readonly Drafted[]): Drafted {
  const loser =
    sideOf(d.draft.target) ?? (d.draft.polarity === 'denied' ? d.draft.attribution[0]?.actor?.side : null);
  if (!lacksTaker(d) || loser == null || d.draft.modality === 'past' || !isTake(d.draft.event)) return d;
  const actor = opponentOf(loser, all);
  return actor ? change(d, { actor }, 'actor: the other side of the report') : d;
}
