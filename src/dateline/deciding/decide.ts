import {
  type Asker,
  type Decision,
  hashId,
  type Instant,
  LedgerError,
  type Ruling,
} from '../../model/index.ts';
import { insertAudit, insertDecision, loadDecisions } from '../../store/index.ts';
import { noteChanges } from '../changes/note-changes.ts';
import type { Context } from '../context.ts';
import { reweigh } from '../filing/reweigh.ts';
import { knownAtOf } from '../moment.ts';
import { changeOf } from './change-of.ts';
import { checkRuling } from './check-ruling.ts';

/**
 * Appends a decision and weighs the record again, in one transaction. It is known from `at` on (now, unless told; a
 * baseline from its own date: that of its first row). The same ruling with the same `at` and reason, taken twice, is one.
 */
export async function decide(
  context: Context,
  by: Asker,
  ruling: Ruling,
  why: string,
  at?: Instant,
): Promise<Decision> {
  if (by.role === 'viewer') throw new LedgerError('forbidden', `${by.name} may view, but not decide`);
  if (why.trim() === '') throw new LedgerError('invalid', 'a decision needs a reason: say why');
  const taken = context.now();
  const known = knownAtOf(at) ?? defaultKnown(ruling) ?? taken;
  const id = hashId('d', [by.id, known, why, JSON.stringify(ruling)]);
  const decision: Decision = { id, by: by.id, why, at: known, ruling };
  await context.store.write(async tx => {
    await checkRuling(tx, ruling);
    const before = await loadDecisions(tx);
    if (before.some(d => d.id === id)) return;
    await insertDecision(tx, decision, taken);
    await insertAudit(tx, by, taken, 'decide', { decision: id, kind: ruling.kind });
    await reweigh(context, tx, await changeOf(tx, decision, [...before, decision]));
    await noteChanges(context, tx, taken, [
      { body: { kind: 'decision', decision: id, ruling: ruling.kind } },
    ]);
  });
  return decision;
}

/** A baseline is known from its own date. */
const defaultKnown = (ruling: Ruling): Instant | null => {
  if (ruling.kind !== 'baseline') return null;
  const [first] = ruling.rows.map(row => row.from).sort();
  return first == null ? null : knownAtOf(first);
};
