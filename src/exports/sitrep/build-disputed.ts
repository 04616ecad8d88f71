import type {
  CalendarDate,
  ClaimView,
  DiscrepancyRow,
  SitrepSentence,
  StatusRow,
} from '../../model/index.ts';
import { sayDate, sentenceOf } from '../words.ts';
import { placed } from './placed.ts';
import { evidenceFor, type Numbering, onePerOrigin } from './sources.ts';

export interface DisputedInput {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly discrepancies: readonly DiscrepancyRow[];
  /** As held on the last day. */
  readonly rows: readonly StatusRow[];
  readonly claimOf: (id: string) => ClaimView | undefined;
  readonly placeName: (id: string) => string | null;
  readonly saySide: (name: string) => string;
}

/** What does not add up about the time reported on, and whose hold of a place is in doubt on its last day. */
export function buildDisputed(input: DisputedInput, numbering: Numbering): SitrepSentence[] {
  const notes = [...input.discrepancies]
    .filter(d => touches(d, input))
    .map(d => fromDiscrepancy(d, input, numbering));
  const told = new Set(notes.flatMap(n => (n.places.length === 1 ? n.places : [])));
  const holds = input.rows
    .filter(row => !told.has(row.place.id) && isInDoubt(row))
    .map(row => fromRow(row, input, numbering));
  return [...notes, ...holds];
}

const dayOf = (claim: ClaimView): string | null =>
  claim.time?.to ?? claim.time?.from ?? claim.published?.slice(0, 10) ?? null;

/** Whether any of its claims is of the days reported on. */
const touches = (d: DiscrepancyRow, { from, to, claimOf }: DisputedInput): boolean =>
  d.claims.some(id => {
    const claim = claimOf(id);
    const day = claim == null ? null : dayOf(claim);
    return day != null && from <= day && day <= to;
  });

function fromDiscrepancy(
  d: DiscrepancyRow,
  { claimOf }: DisputedInput,
  numbering: Numbering,
): SitrepSentence {
  const claims = d.claims.flatMap(id => claimOf(id) ?? []);
  const denied = claims.filter(c => c.polarity === 'denied');
  return {
    id: `disputed:${d.id}`,
    on: null,
    text: d.settledBy == null ? d.note : `${d.note} Since settled: ${lowerFirst(d.settledBy.note)}`,
    original: null,
    places: d.places.map(p => p.id),
    evidence: evidenceFor(
      claims.filter(c => c.polarity !== 'denied'),
      denied,
      numbering,
    ),
  };
}

const lowerFirst = (text: string): string =>
  /^\p{Lu}\p{Ll}+ /u.test(text) && /^(?:The|A|An|It|Later|Another|Both|One) /.test(text)
    ? text[0]!.toLowerCase() + text.slice(1)
    : text;

const isInDoubt = (row: StatusRow): boolean =>
  row.status === 'contested' || row.basis === 'disputed' || row.basis === 'claimed';

function fromRow(
  row: StatusRow,
  { claimOf, placeName, saySide, to }: DisputedInput,
  numbering: Numbering,
): SitrepSentence {
  const claims = row.claims.flatMap(id => claimOf(id) ?? []);
  const against = row.against.flatMap(id => claimOf(id) ?? []);
  return {
    id: `doubt:${row.place.id}`,
    on: to,
    text: placed(sentenceOf(sayDoubt(row, against, saySide)), row.place, placeName),
    original: null,
    places: [row.place.id],
    evidence: evidenceFor(claims, against, numbering),
  };
}

function sayDoubt(row: StatusRow, against: readonly ClaimView[], saySide: (name: string) => string): string {
  const { name } = row.place;
  const holder = row.holder == null ? null : saySide(row.holder.name);
  const since = sayDate(row.since);
  if (row.status === 'contested') {
    const parts = row.parts.length === 0 ? '' : ` (${row.parts.join(', ')})`;
    const still = holder == null ? 'nobody is known to hold it' : `it is still counted as held by ${holder}`;
    return `${name} has been fought over since ${since}${parts}; ${still}`;
  }
  if (holder == null) return `${name} has had no known holder since ${since}; only one side says so`;
  if (row.basis === 'claimed')
    return `${name} has been held by ${holder} since ${since}, on the word of ${holder} alone`;
  const deniers = onePerOrigin(against).map(speaker);
  const said =
    deniers.length === 0
      ? 'it is disputed'
      : `${list(deniers)} ${deniers.length === 1 ? 'says' : 'say'} otherwise`;
  return `${name} is counted as held by ${holder} since ${since}; ${said}`;
}

const speaker = (claim: ClaimView): string => claim.attribution[0]?.name ?? claim.outlet ?? 'a report';
const list = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
