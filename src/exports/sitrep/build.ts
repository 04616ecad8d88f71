import type {
  CalendarDate,
  Change,
  ClaimView,
  DiscrepancyRow,
  DivisionShapes,
  FigureSeries,
  Instant,
  SideView,
  Sitrep,
  SitrepSentence,
  StatusRow,
} from '../../model/index.ts';
import { sayDates, sayNumber } from '../words.ts';
import { buildDisputed } from './build-disputed.ts';
import { buildFigures } from './build-figures.ts';
import { buildMap } from './build-map.ts';
import { placed } from './placed.ts';
import { evidenceFor, type Numbering, numberSources } from './sources.ts';

/** What a situation report is made of: views of the ledger, masked already. */
export interface SitrepInput {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly country: { readonly code: string; readonly name: string } | null;
  readonly knownAt: Instant;
  readonly withheld: boolean;
  readonly changes: readonly Change[];
  /** As held on the last day. */
  readonly rows: readonly StatusRow[];
  readonly discrepancies: readonly DiscrepancyRow[];
  readonly series: readonly FigureSeries[];
  readonly claims: ReadonlyMap<string, ClaimView>;
  readonly sides: readonly SideView[];
  readonly shapes: readonly DivisionShapes[];
  /** "The Taliban holds 29 of 34 provincial capitals.", with the claims it stands on. */
  readonly shares: readonly {
    readonly id: string;
    readonly text: string;
    readonly claims: readonly string[];
  }[];
  readonly placeName: (id: string) => string | null;
  /** A side as a sentence has it: "the Taliban". */
  readonly saySide: (name: string) => string;
  readonly urlOf: (report: string) => string | null;
}

/** The situation report of some views: sections in their order, each sentence with what it stands on, sources numbered as they come. */
export function buildSitrep(input: SitrepInput): Sitrep {
  const numbering = numberSources();
  const claimOf = (id: string): ClaimView | undefined => input.claims.get(id);
  const { from, to } = input;
  const changes = input.changes.map(change => fromChange(change, claimOf, input.placeName, numbering));
  const disputed = buildDisputed({ ...input, claimOf }, numbering);
  const figures = buildFigures({ ...input, claimOf }, numbering);
  const summary = summarise(input, changes, claimOf, numbering);
  return {
    title: `${input.country?.name ?? 'Situation report'}: ${sayDates(from, to)}`,
    from,
    to,
    country: input.country,
    knownAt: input.knownAt,
    withheld: input.withheld,
    note: null,
    summary,
    changes,
    disputed,
    figures,
    map: buildMap(input),
    sources: numbering.list(input.urlOf),
  };
}

function fromChange(
  { place, on, sentence, after }: Change,
  claimOf: (id: string) => ClaimView | undefined,
  placeName: (id: string) => string | null,
  numbering: Numbering,
): SitrepSentence {
  const find = (ids: readonly string[]): ClaimView[] => ids.flatMap(id => claimOf(id) ?? []);
  return {
    id: `change:${place.id}:${on}`,
    on,
    text: placed(sentence, place, placeName),
    original: null,
    places: [place.id],
    evidence: evidenceFor(find(after.claims), find(after.against), numbering),
  };
}

/** The report in a few sentences: how many places changed hands and to whom, and who holds how many of what is counted. */
function summarise(
  input: SitrepInput,
  changes: readonly SitrepSentence[],
  claimOf: (id: string) => ClaimView | undefined,
  numbering: Numbering,
): SitrepSentence[] {
  const hands = input.changes.filter(
    c => c.place.kind !== 'site' && c.before?.holder?.side !== c.after.holder?.side,
  );
  const taken = new Map<string, number>();
  for (const { after } of hands)
    if (after.holder != null) taken.set(after.holder.name, (taken.get(after.holder.name) ?? 0) + 1);
  const to = [...taken]
    .sort((a, b) => b[1] - a[1])
    .map(([name, n]) => `${sayNumber(n)} to ${input.saySide(name)}`);
  const when = sayDates(input.from, input.to);
  const text =
    hands.length === 0
      ? `No place is known to have changed hands, ${when}.`
      : `${sayNumber(hands.length)} ${hands.length === 1 ? 'place' : 'places'} changed hands, ${when}${to.length === 0 ? '' : `: ${to.join(', ')}`}.`;
  const places = hands.map(c => c.place.id);
  const first = changes.flatMap(c => (c.places.some(p => places.includes(p)) ? c.evidence.slice(0, 1) : []));
  return [
    { id: 'summary:hands', on: input.to, text, original: null, places, evidence: first },
    ...input.shares.map(share => ({
      id: `summary:${share.id}`,
      on: input.to,
      text: share.text,
      original: null,
      places: [],
      evidence: share.claims.flatMap(id => {
        const claim = claimOf(id);
        return claim == null ? [] : evidenceFor([claim], [], numbering);
      }),
    })),
  ];
}
