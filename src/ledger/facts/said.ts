import type { FiledReport } from '../../model/index.ts';
import type { Version } from '../decisions/apply.ts';
import { intersect } from '../decisions/live.ts';
import type { NameOfSide } from '../fold/to-period.ts';
import type { Origins } from '../origins/origins.ts';
import { speakerOf } from '../statements/side-of.ts';
import type { KnownInterval } from '../statements/statement.ts';
import { wordDay } from '../statements/word-day.ts';
import { saySource } from '../words/say-source.ts';
import type { Said } from './fact.ts';

/** What making facts of one report needs beside its claims. */
export interface Making {
  readonly report: FiledReport;
  readonly origins: Origins;
  /** Since when a later version of the report no longer says a claim. */
  readonly withdrawn: ReadonlyMap<string, string>;
  /** The decision that changes a claim at an instant, null where none does. */
  readonly decisionAt: (claim: string, instant: string) => string | null;
  readonly nameOfSide: NameOfSide;
}

/** Whose word a version of a claim is and since when it counts; null where it never does. */
export function makeSaid(version: Version, making: Making): Said | null {
  const { claim } = version;
  const { report, origins } = making;
  const lasts: KnownInterval = { from: report.known, to: making.withdrawn.get(claim.id) ?? null };
  const live = intersect(version.live, lasts);
  if (live == null || version.verdict === 'rejected') return null;
  return {
    claim: claim.id,
    report: report.id,
    outlet: report.outlet,
    sayer: saySource(claim, report.outlet, making.nameOfSide),
    speaker: speakerOf(claim),
    origins: origins.originsOf(claim, report),
    word: wordDay(origins.firstTold(claim, report)),
    told: wordDay(report),
    known: report.known,
    live,
    endedBy: live.to == null ? null : making.decisionAt(claim.id, live.to),
    carried: origins.carriedFrom(claim, report)?.id ?? null,
    accepted: version.accepted,
    denied: claim.polarity === 'denied',
    modality: claim.modality,
  };
}
