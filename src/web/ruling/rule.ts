import { post, refresh } from '../api/client.ts';
import { paths } from '../api/paths.ts';
import { currentRecord } from '../state/record-store.ts';
import type { ClaimReference, ClaimView, Decision, Ruling } from '../types.ts';

/**
 * When a ruling is taken: now; in the sample collection a moment after all that is known there, or its timeline would reach from its
 * August to this day.
 */
function takenAt(): string | undefined {
  const record = currentRecord();
  if (record.state !== 'here' || !record.moment.extent.demo) return undefined;
  const { lastKnown } = record.moment.extent;
  return lastKnown == null ? undefined : new Date(Date.parse(lastKnown) + 1).toISOString();
}

/** Appends a decision and asks for the record again. Throws an Error whose message is a sentence for people. */
export async function decide(ruling: Ruling, why: string): Promise<Decision> {
  const at = takenAt();
  const decision = await post<Decision>(paths.decisions, { ruling, why, ...(at == null ? {} : { at }) });
  refresh();
  return decision;
}

/** Takes a decision back: a decision of its own. */
export const undo = (decision: string, why: string): Promise<Decision> =>
  decide({ kind: 'undo', decision }, why);

/** How a decision names a claim: by id, and by its words so that it outlives a new reading. */
export const referenceTo = (claim: ClaimView): ClaimReference => ({
  claim: claim.id,
  report: claim.report,
  in: claim.in,
  span: { start: claim.quote.start, end: claim.quote.end },
  kind: claim.kind,
  place: claim.places[0]?.id ?? null,
});
