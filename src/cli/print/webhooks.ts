import type { Webhook } from '../../model/index.ts';
import type { Page } from './claim.ts';
import { type Column, table } from './layout.ts';

/** Webhooks, a line each. */
export function printWebhooks(hooks: readonly Webhook[], { style, width }: Page): string {
  if (hooks.length === 0) return 'No server is told of changes: "dateline webhooks add" names one.\n';
  const columns: readonly Column<Webhook>[] = [
    { head: 'WEBHOOK', cell: h => h.id },
    { head: 'ADDRESS', cell: h => h.url, shrinks: true, mark: style.bold },
    { head: 'TOLD OF', cell: toldOf, shrinks: true },
    { head: 'WAITING', cell: h => String(h.waiting), align: 'right' },
    { head: 'GIVEN UP', cell: h => String(h.failed), align: 'right' },
    {
      head: 'NOTE',
      cell: h => (h.enabled ? (h.lastError ?? '') : 'off: it said that it is gone'),
      shrinks: true,
      mark: style.doubt,
    },
  ];
  return `${table(hooks, columns, width, style.dim)}\n`;
}

const toldOf = ({ kinds, places, sides, countries }: Webhook): string =>
  [kinds, places, sides, countries]
    .map(each => each.join(', '))
    .filter(each => each !== '')
    .join('; ') || 'all';
