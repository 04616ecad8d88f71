import type { Filing } from '../../model/index.ts';
import type { Io } from '../io.ts';
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

/** Counts what became of reports, and keeps none of them. */
export interface Tally {
  add(filing: Filing): Promise<void>;
  of(outcome: Filing['outcome']): number;
  /** @example '12 reports filed with 140 claims, 2 known before, 1 refused' */
  summary(): string;
}

/** @example const tally = makeTally(filing => print(filing)); await tally.add(filing); tally.summary() */
export function makeTally(onEach: (filing: Filing) => Promise<void> | undefined = () => undefined): Tally {
  const counts = { filed: 0, known: 0, unread: 0, refused: 0 };
  let claims = 0;
  return {
    async add(filing) {
      counts[filing.outcome]++;
      if (filing.outcome === 'filed') claims += filing.claims;
      await onEach(filing);
    },
    of: outcome => counts[outcome],
    summary() {
      const parts = [
        counts.filed ? `${count(counts.filed, 'report')} filed with ${count(claims, 'claim')}` : null,
        counts.known ? `${counts.known} known before` : null,
        counts.unread ? `${counts.unread} kept unread` : null,
        counts.refused ? `${counts.refused} refused` : null,
      ].filter(part => part != null);
      return parts.length ? parts.join(', ') : 'nothing filed';
    },
  };
}

/** The summary of filings that are all there. */
export function printSummary(filings: readonly Filing[]): string {
  const tally = makeTally();
  for (const filing of filings) void tally.add(filing);
  return tally.summary();
}

/** A JSON array that is written as its values come. */
export function printList(io: Pick<Io, 'out'>): {
  add(value: unknown): Promise<void>;
  end(): Promise<void>;
} {
  let isFirst = true;
  return {
    async add(value) {
      const lines = JSON.stringify(value, null, 2).replaceAll('\n', '\n  ');
      await io.out(`${isFirst ? '[\n' : ',\n'}  ${lines}`);
      isFirst = false;
    },
    end: () => io.out(isFirst ? '[]\n' : '\n]\n'),
  };
}
