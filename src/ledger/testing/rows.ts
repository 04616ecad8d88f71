import type { ControlPeriod, LedgerRecord } from '../../model/index.ts';

/** The periods of a place as believed at the end: `from–to holder status basis`, one a line. */
export function rowsOf(record: LedgerRecord, place: string): string[] {
  return record.periods.filter(p => p.place === place && p.knownTo == null).map(sayRow);
}

export const sayRow = (p: ControlPeriod): string =>
  `${p.validFrom}–${p.validTo ?? ''} ${p.holder?.side ?? 'nobody'} ${p.status} ${p.basis}`;
