import type { ControlEvent } from '../../model/index.ts';

/** ACLED's event and sub-event type (codebook, 2023). */
export interface AcledCode {
  readonly event: string;
  readonly subEvent: string;
}
/** PLOVER's type and mode (Open Event Data Alliance, 2023). */
export interface PloverCode {
  readonly type: string;
  readonly mode?: string;
}

const CLASH: AcledCode = { event: 'Battles', subEvent: 'Armed clash' };
const TRANSFER: AcledCode = {
  event: 'Strategic developments',
  subEvent: 'Non-violent transfer of territory',
};
const OTHER: AcledCode = { event: 'Strategic developments', subEvent: 'Other' };

/**
 * The ACLED code of a control statement. Only a government regains territory; whoever else takes a place overtakes it;
 * taken without resistance, handed over or left, it is a non-violent transfer. To hold a place is no event.
 */
export function acledOf(event: ControlEvent, byGovernment: boolean): AcledCode | null {
  switch (event) {
    case 'capture':
    case 'recapture':
      return {
        event: 'Battles',
        subEvent: byGovernment ? 'Government regains territory' : 'Non-state actor overtakes territory',
      };
    case 'handover':
    case 'withdraw':
      return TRANSFER;
    case 'clash':
    case 'enter':
    case 'repel':
      return CLASH;
    case 'advance':
    case 'besiege':
      return OTHER;
    case 'hold':
      return null;
  }
}

const PLOVER: Record<ControlEvent, PloverCode | null> = {
  capture: { type: 'COERCE', mode: 'seize' },
  recapture: { type: 'COERCE', mode: 'seize' },
  handover: { type: 'RETREAT', mode: 'withdraw' },
  withdraw: { type: 'RETREAT', mode: 'withdraw' },
  enter: { type: 'MOBILIZE', mode: 'troops' },
  advance: { type: 'MOBILIZE', mode: 'troops' },
  besiege: { type: 'COERCE', mode: 'restrict' },
  clash: { type: 'ASSAULT', mode: 'firearms' },
  hold: null,
  repel: { type: 'ASSAULT', mode: 'firearms' },
};

/** The PLOVER code of a control statement. */
export const ploverOf = (event: ControlEvent): PloverCode | null => PLOVER[event];

/** The codes of an event that other statements of the report have changed; a government is not among its doers. */
export function codesOf(event: ControlEvent): { acled?: AcledCode; plover?: PloverCode } {
  const acled = acledOf(event, false);
  const plover = ploverOf(event);
  return { ...(acled ? { acled } : {}), ...(plover ? { plover } : {}) };
}
