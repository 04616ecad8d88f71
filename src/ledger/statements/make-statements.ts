import { type Claim, CONTROL_EVENTS, type ControlEvent, type FiledReport } from '../../model/index.ts';
import type { Version } from '../decisions/apply.ts';
import { intersect } from '../decisions/live.ts';
import type { Origins } from '../origins/origins.ts';
import { dateStatement } from './date-statement.ts';
import { sideOf, speakerOf } from './side-of.ts';
import type { KnownInterval, Statement } from './statement.ts';
import { wordDay } from './word-day.ts';

const CONTROL: ReadonlySet<string> = new Set(CONTROL_EVENTS);

/** Whether a claim is one that the fold takes: about control. */
export const isControl = (claim: Claim): boolean =>
  claim.kind === 'control' && claim.event != null && CONTROL.has(claim.event);

/**
 * The control statements that a version of a claim makes during known time: one for each of its places, split where its
 * origin changes. `live` further bounds it (a later version of the report that withdraws it). Text that stood in an
 * earlier report holds as of that one, so that its dates never go beyond that one's publication.
 */
export function makeStatements(
  version: Version,
  report: FiledReport,
  origins: Origins,
  live: KnownInterval,
): Statement[] {
  const { claim } = version;
  const span = intersect(version.live, live);
  if (span == null || version.verdict === 'rejected' || !isControl(claim)) return [];
  const word = wordDay(origins.firstTold(claim, report));
  const dating = dateStatement(claim.event!, claim.time, word);
  const spans = origins.originsOf(claim, report);
  const ids = new Set<string>();
  const out: Statement[] = [];
  for (const place of claim.places) {
    if (place.id == null || ids.has(place.id)) continue;
    ids.add(place.id);
    spans.forEach(({ from, origin }, i) => {
      const part = intersect(span, { from, to: spans[i + 1]?.from ?? null });
      if (part == null) return;
      out.push({
        claim: claim.id,
        report: report.id,
        place: place.id!,
        event: claim.event as ControlEvent,
        denied: claim.polarity === 'denied',
        force: claim.modality === 'actual' ? 'actual' : claim.modality === 'past' ? 'past' : 'word',
        attributive: claim.attributive === true,
        part: place.part ?? null,
        side: sideOf(claim.actor),
        name: claim.actor?.name ?? null,
        target: sideOf(claim.target),
        ...dating,
        word,
        known: report.known,
        live: part,
        origin,
        speaker: speakerOf(claim),
        accepted: version.accepted,
      });
    });
  }
  return out;
}
