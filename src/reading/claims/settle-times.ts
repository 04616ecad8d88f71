import type { ClaimDraft, ClaimTime } from '../../model/index.ts';
import type { Drafted } from './drafted.ts';
import { change, shares, sideOf } from './sides.ts';

/** Coming in and going out: what happened at one place by one actor in one report happened once. */
const KINDRED: Record<string, string> = {
  capture: 'in',
  recapture: 'in',
  handover: 'in',
  enter: 'in',
  withdraw: 'out',
};

/** "Has captured the city", dated further down. */
export function byOtherTimes(d: Drafted, all: readonly Drafted[]): Drafted {
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
      (shares(o.draft, draft) || liesIn(draft, o.draft)) &&
      (sideOf(o.draft.actor) === sideOf(draft.actor) || o.draft.actor == null || draft.actor == null),
  );
  const best = dated.find(o => o.draft.event === draft.event) ?? dated[0];
  return best ? change(d, { time: withoutWords(best.draft.time!) }, 'time: told elsewhere') : d;
}

/** Whether a claim is of a site in the place of another. */
const liesIn = (site: ClaimDraft, place: ClaimDraft): boolean =>
  site.places.some(p => p.kind === 'site' && place.places.some(q => q.name === p.in));

const withoutWords = ({ from, to, precision }: ClaimTime): ClaimTime => ({ from, to, precision });
