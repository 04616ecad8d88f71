import { type ClaimActor, type ClaimDraft, type ClaimTime, isTake } from '../../model/index.ts';
import type { Drafted } from './drafted.ts';

/** Frames by whose words a place is lost: who says so is not the one who took it. */
const LOSING = new Set(['lose', 'lose-control', 'fall', 'fall-noun', 'surrender', 'fall-into-hands']);

/**
 * What the other statements of a report make plain: who took a place that merely "fell", and when. A take without a doer is
 * that of the side which announces it, or of the one that the report elsewhere names as the taker; a change of hands without
 * a time word was when the report elsewhere dates it. Nothing that a statement itself says is changed.
 */
export function settleClaims(drafted: readonly Drafted[]): Drafted[] {
  const withSpeakers = drafted.map(d => bySpeaker(d, drafted));
  const withTakers = withSpeakers.map(d => byOtherTakes(d, withSpeakers));
  return withTakers.map(d => byOtherTimes(d, withTakers));
}

/** Frames of a hold by the words "ours", "our hands". */
const OURS = new Set(['be-ours', 'in-hands', 'hands-noun', 'under-control']);

const lacksTaker = ({ draft }: Drafted): boolean =>
  draft.kind === 'control' &&
  draft.actor == null &&
  !draft.attributive &&
  (isTake(draft.event) || draft.event === 'besiege' || OURS.has(draft.frame ?? ''));

const sameKind = (a: string | undefined, b: string | undefined): boolean => (isTake(a) ? isTake(b) : a === b);

const sideOf = (actor: ClaimActor | null | undefined): string | null =>
  actor ? (actor.side ?? actor.id ?? actor.name.toLowerCase()) : null;

function change(d: Drafted, fields: Partial<ClaimDraft>, rule: string): Drafted {
  return { ...d, draft: { ...d.draft, ...fields }, rules: [...d.rules, rule] };
}

/** "The town has been freed, the army says": the army freed it. */
function bySpeaker(d: Drafted, all: readonly Drafted[]): Drafted {
  const source = d.draft.attribution[0];
  const side = source?.actor?.side;
  if (!lacksTaker(d) || d.draft.polarity === 'denied' || source == null || side == null) return d;
  if (source.kind !== 'party' || LOSING.has(d.draft.frame ?? '') || side === sideOf(d.draft.target)) return d;
  const lost = all.some(
    o => isTake(o.draft.event) && sideOf(o.draft.target) === side && shares(o.draft, d.draft),
  );
  if (lost) return d;
  const known = all.find(o => o.draft.actor?.id != null && o.draft.actor.id === source.actor?.id)?.draft
    .actor;
  return change(
    d,
    { actor: known ?? { id: source.actor?.id ?? null, name: source.name, side } },
    'actor: who says so',
  );
}

const shares = (a: ClaimDraft, b: ClaimDraft): boolean =>
  a.places.some(p => b.places.some(q => (p.id != null && p.id === q.id) || p.name === q.name));

/** "The fall of the city": to the only side that the report has taking it. */
function byOtherTakes(d: Drafted, all: readonly Drafted[]): Drafted {
  if (!lacksTaker(d)) return d;
  const takes = all.filter(
    o =>
      o !== d &&
      o.draft.kind === 'control' &&
      sameKind(o.draft.event, d.draft.event) &&
      o.draft.actor != null &&
      o.draft.modality !== 'past' &&
      sideOf(o.draft.actor) !== sideOf(d.draft.target) &&
      shares(o.draft, d.draft),
  );
  const sides = new Set(takes.map(o => sideOf(o.draft.actor)));
  const actor = takes[0]?.draft.actor;
  return sides.size === 1 && actor && d.draft.modality !== 'past'
    ? change(d, { actor }, 'actor: the taker told of elsewhere')
    : d;
}

const KINDRED: Record<string, string> = {
  capture: 'in',
  recapture: 'in',
  handover: 'in',
  enter: 'in',
  withdraw: 'out',
};

/** "Has captured the city", dated further down. */
function byOtherTimes(d: Drafted, all: readonly Drafted[]): Drafted {
  const { draft } = d;
  const kin = draft.kind === 'control' ? KINDRED[draft.event ?? ''] : undefined;
  if (kin == null || draft.time != null || draft.modality !== 'actual' || draft.polarity === 'denied')
    return d;
  const dated = all.filter(
    o =>
      o.draft.kind === 'control' &&
      KINDRED[o.draft.event ?? ''] === kin &&
      o.draft.time?.from != null &&
      o.draft.modality === 'actual' &&
      o.draft.polarity === 'affirmed' &&
      shares(o.draft, draft) &&
      (sideOf(o.draft.actor) === sideOf(draft.actor) || o.draft.actor == null || draft.actor == null),
  );
  const best = dated.find(o => o.draft.event === draft.event) ?? dated[0];
  return best ? change(d, { time: withoutWords(best.draft.time!) }, 'time: told elsewhere') : d;
}

const withoutWords = ({ from, to, precision }: ClaimTime): ClaimTime => ({ from, to, precision });
