import {
  type Asker,
  type Decision,
  hashId,
  type Instant,
  LedgerError,
  type Ruling,
} from '../../model/index.ts';
import { insertAudit, insertDecision, loadDecisions, revisionOf } from '../../store/index.ts';
import type { Context } from '../context.ts';
import { extendInput, loadInput } from '../filing/load-input.ts';
import { weighAndSave } from '../filing/weigh-and-save.ts';
import { knownAtOf } from '../moment.ts';
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
  const done = await context.store.write(async tx => {
    await checkRuling(tx, ruling);
    if ((await loadDecisions(tx)).some(d => d.id === id)) return null;
    const input = extendInput(await loadInput(tx, context.cache), { decisions: [decision] });
    await insertDecision(tx, decision, taken);
    await insertAudit(tx, by, taken, 'decide', { decision: id, kind: ruling.kind });
    await weighAndSave(context, tx, input);
    return { revision: await revisionOf(tx), input };
  });
  if (done != null) context.cache.last = done;
  return decision;
}

/** A baseline is known from its own date. */
const defaultKnown = (ruling: Ruling): Instant | null => {
  if (ruling.kind !== 'baseline') return null;
  const [first] = ruling.rows.map(row => row.from).sort();
  return first == null ? null : knownAtOf(first);
};
