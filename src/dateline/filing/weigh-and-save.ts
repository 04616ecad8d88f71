import type { Actors } from '../../actors/index.ts';
import { weigh } from '../../ledger/index.ts';
import type { LedgerInput, LedgerRecord } from '../../model/index.ts';
import {
  bumpRevision,
  saveDiscrepancies,
  saveEvents,
  saveFigures,
  saveOrigins,
  saveOrphans,
  savePeriods,
  savePlaces,
  saveWeighedClaims,
  type Tx,
} from '../../store/index.ts';
import type { Context } from '../context.ts';
import { gatherPlaces } from '../places/gather-places.ts';
import { numberVersions } from './load-input.ts';

/** Weighs an input and makes the record in the store what comes of it. Only rows that differ are written. */
export async function weighAndSave(context: Context, tx: Tx, stored: LedgerInput): Promise<LedgerRecord> {
  const input = { ...stored, reports: numberVersions(stored.reports) };
  const record = weigh(input, { nameOfSide: nameSides(input, context.actors()) });
  const reports = new Map(input.reports.map(r => [r.id, r]));
  await savePlaces(tx, gatherPlaces(record.claims, reports, input.decisions, context.gazetteer()));
  await saveOrigins(tx, record.origins);
  await saveWeighedClaims(tx, record.claims, null);
  await savePeriods(tx, null, record.periods);
  await saveEvents(tx, record.events);
  await saveFigures(tx, record.figures);
  await saveDiscrepancies(tx, record.discrepancies);
  await saveOrphans(tx, record.orphans);
  await bumpRevision(tx);
  return record;
}

/** The name of a side for people: as the data has it, else as the first report that tells of it does. */
export function nameSides(input: LedgerInput, actors: Actors): (side: string) => string {
  const told = new Map<string, { readonly known: string; readonly name: string }>();
  const tell = (side: string | null | undefined, name: string, known: string): void => {
    if (side == null) return;
    const was = told.get(side);
    if (was == null || known < was.known) told.set(side, { known, name });
  };
  const knownOf = new Map(input.reports.map(r => [r.id, r.known]));
  for (const reading of input.readings)
    for (const claim of reading.claims)
      for (const actor of [claim.actor, claim.target])
        if (actor?.id != null) tell(actor.side, actor.name, `${knownOf.get(reading.report)} ${claim.id}`);
  for (const { at, ruling } of input.decisions)
    if (ruling.kind === 'baseline') for (const row of ruling.rows) tell(row.side, row.sideName, `${at} `);
  return side => {
    const name = actors.sideName(side);
    return name !== side ? name : (told.get(side)?.name ?? side);
  };
}
