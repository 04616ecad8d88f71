import type { Filing } from '../../model/index.ts';
import type { Page } from './claim.ts';
import { block } from './layout.ts';
import { count } from './words.ts';

/** Names what came in: its title, else where it came from. */
const nameOf = (filing: Filing, from: string): string =>
  filing.outcome === 'refused' ? from : (filing.title ?? from);

/** One line for a filing. @example 'filed    Farah falls: 12 claims' */
export function printFiling(filing: Filing, from: string, { style, width }: Page): string {
  const mark = { filed: style.good, known: style.dim, unread: style.doubt, refused: style.bad }[
    filing.outcome
  ];
  const lead = mark(filing.outcome) + ' '.repeat(LEAD.length - filing.outcome.length);
  return block(`${nameOf(filing, from)}: ${whatBecame(filing)}`, width, LEAD, lead);
}

/** As wide as the longest outcome and two spaces. */
const LEAD = ' '.repeat(9);

function whatBecame(filing: Filing): string {
  switch (filing.outcome) {
    case 'filed': {
      const { claims, copyOf, discrepancies } = filing;
      const open = discrepancies ? count(discrepancies, 'open discrepancy', 'open discrepancies') : null;
      return [count(claims, 'claim'), copyOf ? 'a copy' : null, open].filter(Boolean).join(', ');
    }
    case 'known':
      return 'filed before, nothing changed';
    case 'unread':
      return `kept, not read: ${filing.why}`;
    case 'refused':
      return filing.why;
  }
}

/** How many of each outcome there were. @example '12 filed with 140 claims, 2 known before, 1 refused' */
export function printSummary(filings: readonly Filing[]): string {
  const of = (outcome: Filing['outcome']): number =>
    filings.filter(filing => filing.outcome === outcome).length;
  const claims = filings.reduce((sum, filing) => sum + (filing.outcome === 'filed' ? filing.claims : 0), 0);
  const parts = [
    of('filed') ? `${count(of('filed'), 'report')} filed with ${count(claims, 'claim')}` : null,
    of('known') ? `${of('known')} known before` : null,
    of('unread') ? `${of('unread')} kept unread` : null,
    of('refused') ? `${of('refused')} refused` : null,
  ].filter(part => part != null);
  return parts.length ? parts.join(', ') : 'nothing filed';
}
