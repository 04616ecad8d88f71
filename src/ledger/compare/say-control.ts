import { isTake } from '../../model/index.ts';
import type { ControlFact } from '../facts/fact.ts';
import { sayWhen } from '../words/say-day.ts';
import type { Names } from './place-case.ts';

const TOLD: Readonly<Record<string, string>> = {
  capture: 'was taken',
  recapture: 'was retaken',
  handover: 'was handed over',
  enter: 'was entered',
  advance: 'was closed in on',
  besiege: 'was besieged',
  clash: 'was fought over',
  hold: 'was held',
  repel: 'was defended',
};

/** What a control fact says, for a sentence. @example sayControl(fact, names) // 'Farah was taken by the Taliban on 10 August' */
export function sayControl(
  fact: ControlFact,
  names: Names,
  { dated = true }: { dated?: boolean } = {},
): string {
  const place =
    fact.part == null
      ? names.place(fact.place, fact.placeName)
      : `${fact.part} of ${names.place(fact.place, fact.placeName)}`;
  const side = fact.side == null ? null : names.side(fact.side);
  const when = dated && fact.dated ? ` ${sayWhen(fact.earliest, fact.day, fact.told)}` : '';
  if (fact.event === 'withdraw') return `${side ?? 'the side that held it'} left ${place}${when}`;
  const to = fact.event === 'handover' ? 'to' : 'by';
  return `${place} ${TOLD[fact.event] ?? 'changed hands'}${side == null || fact.event === 'clash' ? '' : ` ${to} ${side}`}${when}`;
}

/** Takings are one class, whatever their word. */
export const classOf = (event: string): string => (isTake(event) ? 'take' : event);
