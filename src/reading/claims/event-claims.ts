import { makeQuote, overlaps } from '../../model/index.ts';
import type { Annotated } from '../annotations.ts';
import { slugOf } from '../events/event-rows.ts';
import { type EventDraft, findEvents } from '../events/find-events.ts';
import { prominenceOf } from '../events/prominence.ts';
import { Fillers } from '../frames/fillers.ts';
import { scopeOf } from '../scope/scope.ts';
import type { Attributor } from '../speech/attribute.ts';
import { modalityOf, timeAt } from './dates.ts';
import type { Drafted } from './drafted.ts';
import { tenseOf } from './tense.ts';

/** The claims of events that change no control: strikes, bombings, abductions, protests, by ACLED's sub-event types. */
export const eventClaims = (a: Annotated, attributor: Attributor, control: readonly Drafted[]): Drafted[] =>
  findEvents(a, new Fillers(a))
    .map(event => claimOf(a, event, attributor))
    .filter(event => !control.some(c => tellsTheSame(c, event)));

/** One statement is one claim: a battle, ground taken, or an attack beaten off that a control claim tells of has its code there. */
const tellsTheSame = (control: Drafted, { draft }: Drafted): boolean =>
  (CONTROL_TOO.test(draft.event ?? '') || (draft.event === 'attack' && control.draft.event === 'repel')) &&
  !control.draft.attributive &&
  overlaps(control.draft.quote, draft.quote);
const CONTROL_TOO = /^armed-clash$|-territory$/;

function claimOf(a: Annotated, e: EventDraft, attributor: Attributor): Drafted {
  const scope = scopeOf(a.document, e.trigger);
  const time = timeAt(a, attributor, e.trigger);
  return {
    draft: {
      in: a.in,
      kind: 'event',
      event: slugOf(e.row.subEvent),
      places: e.places.map(p => p.place),
      ...(e.actor ? { actor: e.actor.actor } : {}),
      ...(e.target ? { target: e.target.actor } : {}),
      ...(time ? { time } : {}),
      polarity: scope.polarity,
      modality: modalityOf(scope, time, a, { tense: tenseOf(a.document, e.trigger) }),
      attribution: attributor.chains(a.document.tokens[e.trigger]!)[0]!,
      ...(scope.polarity === 'affirmed' ? { acled: { event: e.row.event, subEvent: e.row.subEvent } } : {}),
      plover: e.row.plover,
      quote: makeQuote(a.document.text, e.span),
      frame: `event.${e.row.id}`,
    },
    rules: [`word: ${a.document.tokens[e.trigger]!.text}`, ...scope.rules],
    ongoing: false,
    prominence: prominenceOf(a.document, e.trigger),
  };
}
