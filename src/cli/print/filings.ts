import type { Filing } from '../../model/index.ts';
import type { Page } from './claim.ts';
import { block } from './layout.ts';
import { count } from './words.ts';

/** Names what came in: its title, else where it came from. */
const nameOf = (filing: Filing, from: string): string =>
  filing.outcome === 'refused' ? from : (filing.title ?? from);

/** One line for a filing. @example 'filed  Farah falls: 12 claims' */
export function printFiling(filing: Filing, from: string, { style, width }: Page): string {
  const name = nameOf(filing, from);
  const line = {
    filed: () => {
      const { claims, copyOf, discrepancies } = filing as Extract<Filing, { outcome: 'filed' }>;
      const more = [
        copyOf ? 'a copy' : null,
        discrepancies ? count(discrepancies, 'discrepancy', 'discrepancies') : null,
      ];
      return `${style.good('filed  ')}  ${name}: ${[count(claims, 'claim'), ...more].filter(Boolean).join(', ')}`;
    },
    known: () => `${style.dim('known  ')}  ${name}: filed before, nothing changed`,
    unread: () => `${style.doubt('unread ')}  ${name}: kept, not read: ${(filing as { why: string }).why}`,
    refused: () => `${style.bad('refused')}  ${name}: ${(filing as { why: string }).why}`,
  }[filing.outcome]();
  return block(line, width, '         ', '');
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
