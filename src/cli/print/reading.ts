import type { Claim, ClaimKind, Reading, Report } from '../../model/index.ts';
import { type Page, printClaim } from './claim.ts';
import { block } from './layout.ts';
import { count, day } from './words.ts';

/** Why each claim was made and what was turned down, as `--explain` gives it. */
export interface Reasons {
  readonly claims: readonly {
    readonly claim: number;
    readonly frame: string;
    readonly rules: readonly string[];
  }[];
  readonly rejected: readonly { readonly frame: string; readonly words: string; readonly why: string }[];
}

const HEADS: readonly (readonly [ClaimKind, string])[] = [
  ['control', 'Who holds what'],
  ['event', 'What happened'],
  ['count', 'Counts of places'],
  ['figure', 'People and homes'],
];

/** One report's reading for a person: its claims by kind, numbered as in the JSON, then what does not add up. */
export function printReading(
  report: Pick<Report, 'title' | 'outlet' | 'published'>,
  reading: Reading,
  page: Page,
  reasons?: Reasons,
): string {
  const { style, width } = page;
  const name = [report.outlet, report.title, report.published ? day(report.published) : null].filter(Boolean);
  const sum = [
    count(reading.claims.length, 'claim'),
    reading.discrepancies.length ? `${reading.discrepancies.length} that do not add up` : null,
  ].filter(Boolean);
  const parts = [
    [name.length ? style.bold(name.join(' · ')) : null, style.dim(sum.join(' · '))]
      .filter(Boolean)
      .join('\n'),
    ...HEADS.map(([kind, head]) => printKind(head, kind, reading, page, reasons)),
    printUnsettled(reading, page),
    reasons ? printRejected(reasons, page) : '',
  ];
  if (reading.claims.length === 0)
    parts.push(
      block(
        'Nothing in it is said about who holds a place, about fighting, or about people harmed or displaced.',
        width,
        '',
      ),
    );
  return `${parts.filter(part => part !== '').join('\n\n')}\n`;
}

function printKind(head: string, kind: ClaimKind, reading: Reading, page: Page, reasons?: Reasons): string {
  const lines = reading.claims.flatMap((claim, i) =>
    claim.kind === kind ? [printNumbered(claim, i, reading, page, reasons)] : [],
  );
  return lines.length ? `${page.style.accent(head)}\n${lines.join('\n')}` : '';
}

function printNumbered(claim: Claim, i: number, reading: Reading, page: Page, reasons?: Reasons): string {
  const printed = printClaim(claim, String(i + 1), page, [
    ...(claim.in === 'title' ? ['in the title'] : []),
    ...(reading.main === i ? ['main claim'] : []),
  ]);
  const why = reasons?.claims.find(reason => reason.claim === i);
  if (why == null) return printed;
  const rules = [`frame ${why.frame}`, ...why.rules].map(rule =>
    block(rule, page.width, '        ', '      · ', page.style.dim),
  );
  return [printed, ...rules].join('\n');
}

function printUnsettled(reading: Reading, { style, width }: Page): string {
  if (reading.discrepancies.length === 0) return '';
  const lines = reading.discrepancies.map(found => {
    const between = found.claims.map(claim => claim + 1).join(' and ');
    return block(
      `${found.note} ${style.dim(`(${found.kind}, claims ${between})`)}`,
      width,
      '      ',
      '   !  ',
    );
  });
  return `${style.doubt('Does not add up')}\n${lines.join('\n')}`;
}

function printRejected(reasons: Reasons, { style, width }: Page): string {
  if (reasons.rejected.length === 0) return '';
  const lines = reasons.rejected.map(({ frame, words, why }) =>
    block(`“${words.replace(/\s+/g, ' ')}” ${style.dim(`(${frame}): ${why}`)}`, width, '      ', '   -  '),
  );
  return `${style.accent('Considered and turned down')}\n${lines.join('\n')}`;
}
