import {
  type ClaimReference,
  CONTROL_EVENTS,
  isCalendarDate,
  LedgerError,
  type Ruling,
} from '../../model/index.ts';
import { loadClaims, loadDecisions, loadDiscrepancies, type Tx } from '../../store/index.ts';

const invalid = (message: string): never => {
  throw new LedgerError('invalid', message);
};

/** Rejects with a `LedgerError` a ruling that names what is not there or cannot be, quoting it. */
export async function checkRuling(tx: Tx, ruling: Ruling): Promise<void> {
  switch (ruling.kind) {
    case 'accept':
    case 'reject':
      return checkClaims(tx, [ruling.claim]);
    case 'correct':
      return checkCorrection(tx, ruling);
    case 'merge-events':
    case 'split-events':
      if (ruling.claims.length < (ruling.kind === 'merge-events' ? 2 : 1))
        invalid(
          ruling.kind === 'merge-events'
            ? 'merging events needs claims of two events at least'
            : 'splitting an event needs a claim at least',
        );
      return checkClaims(tx, ruling.claims);
    case 'merge-places':
      if (ruling.from === ruling.into) invalid(`a place cannot be merged into itself: "${ruling.from}"`);
      return;
    case 'rule':
      checkDays(ruling.from, ruling.to);
      return ruling.settles == null ? undefined : checkDiscrepancy(tx, ruling.settles);
    case 'baseline':
      if (ruling.rows.length === 0) invalid('the baseline has no rows');
      for (const row of ruling.rows) checkDays(row.from, null);
      return;
    case 'settle':
      return checkDiscrepancy(tx, ruling.discrepancy);
    case 'undo':
      if (!(await loadDecisions(tx)).some(d => d.id === ruling.decision))
        throw new LedgerError('not-found', `there is no decision with the id "${ruling.decision}"`);
      return;
    default:
      return invalid(`unknown kind of ruling "${(ruling as { kind: string }).kind}"`);
  }
}

async function checkCorrection(tx: Tx, ruling: Extract<Ruling, { kind: 'correct' }>): Promise<void> {
  const { claim, place, actor, time, event } = ruling;
  if (place === undefined && actor === undefined && time === undefined && event === undefined)
    invalid('the correction changes nothing: give a place, an actor, a time or an event');
  await checkClaims(tx, [claim]);
  const isControl = (CONTROL_EVENTS as readonly string[]).includes(event ?? '');
  if (event !== undefined && claim.kind === 'control' && !isControl)
    invalid(`unknown event "${event}" for a claim of control: write one of ${CONTROL_EVENTS.join(', ')}`);
  if (event !== undefined && claim.kind === 'event' && isControl)
    invalid(`"${event}" is of control, and the claim "${claim.claim}" is of another happening`);
  const [from, to] = [time?.from ?? null, time?.to ?? null];
  for (const day of [from, to])
    if (day != null && !isCalendarDate(day)) invalid(`invalid date "${day}": write YYYY-MM-DD`);
  if (from != null && to != null && to < from)
    invalid(`the time ends on "${to}", before it begins on "${from}"`);
}

async function checkClaims(tx: Tx, references: readonly ClaimReference[]): Promise<void> {
  const ids = references.map(r => r.claim);
  const found = new Set((await loadClaims(tx, { ids })).map(s => s.claim.id));
  const missing = ids.find(id => !found.has(id));
  if (missing != null) throw new LedgerError('not-found', `there is no claim with the id "${missing}"`);
}

async function checkDiscrepancy(tx: Tx, id: string): Promise<void> {
  if ((await loadDiscrepancies(tx, { id })).length === 0)
    throw new LedgerError('not-found', `there is no discrepancy with the id "${id}"`);
}

function checkDays(from: string, to: string | null): void {
  for (const day of [from, to])
    if (day != null && !isCalendarDate(day)) invalid(`invalid date "${day}": write YYYY-MM-DD`);
  if (to != null && to <= from) invalid(`the ruling ends on "${to}", before it begins on "${from}"`);
}
