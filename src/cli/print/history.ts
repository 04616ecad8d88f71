import {
  type BeliefStep,
  type ClaimView,
  isTake,
  overlaps,
  type PlaceHistory,
  type StatusRow,
} from '../../model/index.ts';
import { claimLine, type Page, printQuote } from './claim.ts';
import { printDiscrepancies } from './discrepancies.ts';
import { block, type Column, table } from './layout.ts';
import { markBasis, moreWords, sinceWords } from './status.ts';
import { count, day, holderWords, instant, sourceWords, whereWords } from './words.ts';

const periodColumns = ({ style }: Page): readonly Column<StatusRow>[] => [
  { head: 'FROM', cell: sinceWords },
  { head: 'UNTIL', cell: row => (row.until ? day(row.until) : 'now') },
  { head: 'HELD BY', cell: holderWords, mark: style.bold, shrinks: true },
  {
    head: 'STATUS',
    cell: row => row.status,
    mark: (text, row) => (row.status === 'held' ? text : style.doubt(text)),
  },
  { head: 'BASIS', cell: row => row.basis, mark: (text, row) => markBasis(text, row.basis, style) },
  { head: 'ORIGINS', cell: row => (row.origins ? String(row.origins) : ''), align: 'right' },
  { head: 'LAST WORD', cell: row => (row.lastWord ? day(row.lastWord) : 'none'), mark: style.dim },
];

/** One place through time: its periods, how belief in them changed, and the words that each step stands on. */
export function printHistory(history: PlaceHistory, page: Page): string {
  const { style, width } = page;
  const claims = new Map(history.claims.map(claim => [claim.id, claim]));
  const parts = [
    `${style.bold(history.place.name)}  ${style.dim(`${whereWords(history.place)} · ${history.place.id}`)}`,
    history.periods.length
      ? `${style.accent('Who held it')}\n${table(history.periods, periodColumns(page), width, style.dim, moreWords)}`
      : 'Nothing is on record for it.',
    history.steps.length
      ? `${style.accent('What was known when')}\n${history.steps.map(step => printStep(step, claims, page)).join('\n\n')}`
      : '',
    history.discrepancies.length
      ? `${style.doubt('Does not add up')}\n${printDiscrepancies(history.discrepancies, page)}`
      : '',
  ];
  return `${parts.filter(Boolean).join('\n\n').trimEnd()}\n`;
}

/** Most words shown for one step; `--json` has them all. */
const MOST_QUOTES = 4;

function printStep(step: BeliefStep, claims: ReadonlyMap<string, ClaimView>, page: Page): string {
  const { style, width } = page;
  const told = evidenceOf(step.claims.map(id => claims.get(id)).filter(claim => claim != null));
  const lines = [block(`${style.bold(instant(step.known))}: ${step.note}`, width, '    ', '  ')];
  for (const claim of told.slice(0, MOST_QUOTES)) lines.push(printEvidence(claim, page));
  const more = told.length - MOST_QUOTES;
  if (more > 0) lines.push(style.dim(`      and ${count(more, 'more statement')}`));
  return lines.join('\n');
}

/** Statements of control before all others, and no words twice: an event often stands on those of a control claim. */
function evidenceOf(claims: readonly ClaimView[]): ClaimView[] {
  const control = claims.filter(claim => claim.kind === 'control');
  const others = claims.filter(
    claim =>
      claim.kind !== 'control' &&
      !control.some(c => c.report === claim.report && overlaps(c.quote, claim.quote)),
  );
  return [
    ...control.filter(claim => isTake(claim.event)),
    ...control.filter(claim => !isTake(claim.event)),
    ...others,
  ];
}

/** A claim as evidence: what it says, its words, who said it, and in which report. */
export function printEvidence(claim: ClaimView, page: Page): string {
  const { style, width } = page;
  const where = [
    sourceWords(claim.attribution) || claim.outlet,
    claim.reportTitle,
    claim.published ? day(claim.published) : null,
    claim.carriedFrom ? 'carried over' : null,
    claim.verdict,
    claim.id,
  ].filter(Boolean);
  return [
    block(claimLine(claim, style), width, '      ', '    - '),
    printQuote(claim.quote.text, '      ', page),
    block(where.join(' · '), width, '      ', '      ', style.dim),
  ].join('\n');
}
