import type {
  Claim,
  FiledReport,
  LedgerInput,
  Reading,
  ReportOrigin,
  WeighedClaim,
} from '../../model/index.ts';
import { applyDecisions, type Version } from '../decisions/apply.ts';
import type { NameOfSide } from '../fold/to-period.ts';
import { put } from '../group-by.ts';
import { knownBy } from '../known-by.ts';
import { findOrigins } from '../origins/origins.ts';
import { labelSources } from '../origins/private-sources.ts';
import { NO_SETS, type SetLookup } from '../sets/count-set.ts';
import { isRetold } from '../statements/titles.ts';
import { findWithdrawals } from '../statements/versions.ts';
import { controlFacts, eventFacts, isControl } from './control-facts.ts';
import { countFact } from './count-facts.ts';
import { decisionFinder } from './decision-finder.ts';
import type { Fact } from './fact.ts';
import { figureFact } from './figure-fact.ts';
import { innerFacts } from './inner-facts.ts';
import { type Making, makeSaid } from './said.ts';

export interface FactOptions {
  readonly nameOfSide?: NameOfSide | undefined;
  readonly sets?: SetLookup | undefined;
}

/** What reports, readings and decisions say, made ready to be weighed. */
export interface Facts {
  /** By report. */
  readonly facts: ReadonlyMap<string, readonly Fact[]>;
  /** Every claim as the ledger takes it, by id. */
  readonly claims: readonly WeighedClaim[];
  /** By report id. */
  readonly origins: readonly ReportOrigin[];
  readonly orphans: readonly string[];
}

/**
 * Origins, carried-over text and decisions, applied to the claims. The facts of a report hang on the reports that are
 * related to it (`relationKeys`) and on decisions, on nothing else: the facts of a set of reports closed under relation
 * are the same whatever else the ledger holds.
 */
export function makeFacts(input: LedgerInput, options: FactOptions = {}): Facts {
  const { reports: list, readings, decisions } = knownBy(input, null);
  const reports = new Map(list.map(r => [r.id, r]));
  const origins = findOrigins(list, labelSources(readings, reports));
  const { versions, orphans } = applyDecisions({ reports: list, readings, decisions });
  const withdrawn = findWithdrawals(list, readings);
  const decisionAt = decisionFinder(decisions, readings);
  const facts = new Map<string, Fact[]>();
  const claims: WeighedClaim[] = [];
  for (const reading of readings) {
    const report = reports.get(reading.report)!;
    const making: Making = {
      report,
      origins,
      withdrawn,
      decisionAt,
      nameOfSide: options.nameOfSide ?? (s => s),
    };
    facts.set(report.id, factsOf(reading, versions, making, options.sets ?? NO_SETS));
    for (const claim of reading.claims) claims.push(weighed(claim, report, versions, making));
  }
  return {
    facts,
    claims: claims.sort((a, b) => (a.claim.id < b.claim.id ? -1 : 1)),
    origins: [...origins.reports].sort((a, b) => (a.report < b.report ? -1 : 1)),
    orphans,
  };
}

function factsOf(
  reading: Reading,
  versions: ReadonlyMap<string, readonly Version[]>,
  making: Making,
  sets: SetLookup,
): Fact[] {
  const byClaim = new Map<string, Fact[]>();
  for (const claim of reading.claims) {
    const retold = isRetold(claim, reading.claims);
    for (const version of versions.get(claim.id) ?? []) {
      if (retold && version.verdict == null) continue;
      const said = makeSaid(version, making);
      if (said == null) continue;
      const made = factsOfClaim(version.claim, reading.claims, making.report, said, sets);
      for (const fact of made) put(byClaim, claim.id, fact);
    }
  }
  return [...[...byClaim.values()].flat(), ...innerFacts(reading, byClaim)];
}

function factsOfClaim(
  claim: Claim,
  all: readonly Claim[],
  report: FiledReport,
  said: NonNullable<ReturnType<typeof makeSaid>>,
  sets: SetLookup,
): Fact[] {
  if (isControl(claim)) return controlFacts(claim, said);
  if (claim.kind === 'event') return eventFacts(claim, said);
  const fact = claim.kind === 'count' ? countFact(claim, all, report, said, sets) : figureFact(claim, said);
  return fact == null ? [] : [fact];
}

/** A claim as the ledger takes it: its last version, origin and verdict. */
function weighed(
  claim: Claim,
  report: FiledReport,
  versions: ReadonlyMap<string, readonly Version[]>,
  { origins }: Making,
): WeighedClaim {
  const version = versions.get(claim.id)?.at(-1);
  return {
    claim: version?.claim ?? claim,
    origin: origins.originsOf(claim, report).at(-1)!.origin,
    carriedFrom: origins.carriedFrom(claim, report)?.id ?? null,
    verdict: version?.verdict ?? null,
  };
}
