import type { FiledReport, Reading } from '../../model/index.ts';
import { printText } from './print-text.ts';
import { privateKeyOf, privateNameOf } from './private-sources.ts';

/**
 * The keys under which a report is related to others: those of its paragraphs and quotations, of its address and versions,
 * and of the private persons whom it names. Two reports bear on each other's origins only where a chain of reports that
 * share keys joins them, so that a store need hand `makeFacts` no more than that. For an index only, never shown.
 * @example relationKeys(report, reading) // ['v:r0123456789abcdef', 'b:0.1x2y3z', …]
 */
export function relationKeys(report: FiledReport, reading: Reading | null): string[] {
  const keys = new Set<string>([`v:${report.id}`]);
  if (report.url != null) keys.add(`v:${report.url}`);
  if (report.version != null) keys.add(`v:${report.version.of}`);
  for (const print of printText(report)) for (const band of print.bands) keys.add(`b:${band}`);
  for (const claim of reading?.claims ?? []) {
    const name = privateNameOf(claim);
    if (name != null) keys.add(privateKeyOf(name));
  }
  return [...keys];
}
