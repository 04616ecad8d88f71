import type { ClaimActor } from './actor.ts';
import type { Attribution } from './attribution.ts';
import { hashId } from './hash.ts';
import type { ClaimPlace } from './place.ts';
import type { Quote } from './span.ts';
import type { ClaimTime } from './time.ts';

/** The ten control words of `GOLD.md`. */
export const CONTROL_EVENTS = [
  'capture',
  'recapture',
  'handover',
  'withdraw',
  'enter',
  'advance',
  'besiege',
  'clash',
  'hold',
  'repel',
] as const;
export type ControlEvent = (typeof CONTROL_EVENTS)[number];

/** What is counted of people and homes; the list of `GOLD.md`. */
export const FIGURE_TERMS = [
  'displaced',
  'fled',
  'returned',
  'refugees',
  'evacuated',
  'killed',
  'wounded',
  'killed-or-wounded',
  'treated',
  'detained',
  'captured-people',
  'missing',
  'besieged-people',
  'in-need',
  'sheltered',
  'in-camp',
  'relocated',
  'homeless',
  'housing-destroyed',
  'housing-damaged',
] as const;
export type FigureTerm = (typeof FIGURE_TERMS)[number];

export type Qualifier = 'exactly' | 'about' | 'more-than' | 'at-least' | 'up-to' | 'range' | 'vague';
export type FigureUnit = 'people' | 'households' | 'houses';

/** How many people. `min` and `max` are null where no number can be given ("quite a few"). */
export interface Figure {
  readonly term: FigureTerm;
  readonly min: number | null;
  readonly max: number | null;
  readonly qualifier: Qualifier;
  readonly unit: FigureUnit;
  /** civilians, children, soldiers, fighters, police, aid-workers… where said. */
  readonly who?: string;
}

/** How many places of a kind: "the seventh provincial capital" (ordinal), "five out of 34". */
export interface Count {
  readonly n: number;
  readonly outOf?: number | null;
  /** The plural of what is counted: "provincial capitals". */
  readonly set: string;
  readonly ordinal: boolean;
}

export type Polarity = 'affirmed' | 'denied';
export type Modality = 'actual' | 'possible' | 'planned' | 'past';
export type ClaimKind = 'control' | 'event' | 'count' | 'figure';

/** One statement of one report. Immutable; made by `makeClaim` alone. Absent and null mean the same. */
export interface Claim {
  readonly id: string;
  readonly report: string;
  readonly in: 'text' | 'title';
  readonly kind: ClaimKind;
  /** A `ControlEvent` for kind control; for kind event the slug of the ACLED sub-event; absent for counts and figures. */
  readonly event?: string;
  readonly places: readonly ClaimPlace[];
  readonly actor?: ClaimActor | null;
  readonly target?: ClaimActor | null;
  readonly time?: ClaimTime | null;
  readonly polarity: Polarity;
  readonly modality: Modality;
  /** Said in passing: "rebel-held Idlib". */
  readonly attributive?: boolean;
  readonly attribution: Attribution;
  readonly figure?: Figure;
  readonly count?: Count;
  readonly acled?: { readonly event: string; readonly subEvent: string };
  readonly plover?: { readonly type: string; readonly mode?: string };
  readonly quote: Quote;
  /** The frame that read it, for `--explain`. */
  readonly frame?: string;
}

/** A claim before it has its id: what the reader finds. */
export type ClaimDraft = Omit<Claim, 'id' | 'report'>;

/**
 * The claims of one report, with their ids: hash of (report id, title or text, quote span, kind, event, place as written,
 * polarity, ordinal among equals). No resolved id is in it, so a better gazetteer does not rename a claim.
 */
export function makeClaims(report: string, drafts: readonly ClaimDraft[]): Claim[] {
  const seen = new Map<string, number>();
  return drafts.map(draft => {
    const place = draft.places.map(p => p.name).join('|');
    const fields = [
      report,
      draft.in,
      draft.quote.start,
      draft.quote.end,
      draft.kind,
      draft.event,
      place,
      draft.polarity,
    ];
    const key = fields.join('\u001f');
    const ordinal = seen.get(key) ?? 0;
    seen.set(key, ordinal + 1);
    return Object.freeze({ id: hashId('c', [...fields, ordinal]), report, ...draft });
  });
}

/** Whether a claim says that a place was taken. */
export const isTake = (event: string | undefined): boolean =>
  event === 'capture' || event === 'recapture' || event === 'handover';
