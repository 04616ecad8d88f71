import { isUnder } from '../../language/index.ts';
import { type ClaimTime, covers, daysBetween, type Modality } from '../../model/index.ts';
import type { Annotated } from '../annotations.ts';
import type { Scope } from '../scope/scope.ts';
import type { Attributor } from '../speech/attribute.ts';
import { timeFor } from '../times/index.ts';
import type { Tense } from './tense.ts';

/** A statement about something older than this is background (GOLD.md, Past). */
const BACKGROUND_DAYS = 31;

/**
 * When an event word's event was; "said on Sunday that they had taken it": else the day of the saying. What may or will happen
 * has only the time that its own words give it, and the story runs on to what is told in the past alone.
 */
export function timeAt(
  a: Annotated,
  attributor: Attributor,
  trigger: number,
  {
    modality = 'actual',
    tense = 'past',
    state = false,
    said = false,
    durations = false,
  }: Partial<Telling> & { modality?: Modality; said?: boolean; durations?: boolean } = {},
): ClaimTime | null {
  const real = modality === 'actual';
  const runOn = real && ((tense === 'past' && !(state && said)) || (tense === 'none' && !state));
  const lasting = state && /^(?:present|perfect)$/.test(tense);
  const own = sinceClause(a, trigger) ?? timeFor(trigger, a, { runOn, durations, lasting });
  if (!real) return own && isOfSaying(a, attributor, trigger, own) ? null : own;
  return own ?? speechTime(a, attributor, trigger);
}

/** Whether a time is that of the speech that tells of an event, outside of what is told. */
function isOfSaying(a: Annotated, attributor: Attributor, trigger: number, time: ClaimTime): boolean {
  return attributor.actsOver(a.document.tokens[trigger]!).some(act => {
    const said = act.cue === null ? null : timeFor(act.cue, a, { runOn: false });
    const inside = a.times.some(t => t.time === time && act.content.some(c => covers(c, t)));
    return said === time && !inside;
  });
}

/** "have gained ground since launching an offensive in May": from then on. */
function sinceClause({ document, times }: Annotated, trigger: number): ClaimTime | null {
  for (const c of document.children[trigger]!) {
    const since = document.children[c]!.some(
      k => document.tokens[k]!.deprel === 'mark' && document.tokens[k]!.lower === 'since',
    );
    if (!since || !document.tokens[c]!.deprel.startsWith('advcl')) continue;
    const time = times.find(t => t.time.from != null && isUnder(document, t.head, c));
    if (time) return { ...time.time, to: null, precision: 'open' };
  }
  return null;
}

function speechTime(a: Annotated, attributor: Attributor, trigger: number): ClaimTime | null {
  for (const act of attributor.actsOver(a.document.tokens[trigger]!)) {
    const time = act.cue == null ? null : timeFor(act.cue, a, { runOn: false });
    if (time) return time;
  }
  return null;
}

/** What a statement is, beside its scope: its event word's tense, and what the word itself says of the time. */
export interface Telling {
  readonly tense: Tense;
  /** "a town that they once held" */
  readonly former?: boolean;
  /** A state (held, besieged), which lasts, or something that happens once. */
  readonly state?: boolean;
  /** A state that goes on until it is told to have ended: "had surrounded the town". */
  readonly lasting?: boolean;
}

/** What ended more than a month before publication is background, unless it is told as going on or as just done. */
export function modalityOf(
  scope: Scope,
  time: ClaimTime | null,
  a: Annotated,
  { tense, former = false, state = false, lasting = false }: Telling = { tense: 'none' },
): Modality {
  if (scope.modality !== 'actual') return scope.modality;
  if (former || (state && tense === 'pluperfect' && !lasting)) return 'past';
  if ((tense === 'perfect' && state) || (tense === 'present' && state)) return 'actual';
  const end = time?.precision === 'open' && time.to == null ? null : (time?.to ?? time?.from);
  const published = a.context.published;
  const old = end != null && published != null && daysBetween(end, published) > BACKGROUND_DAYS;
  return old ? 'past' : 'actual';
}
