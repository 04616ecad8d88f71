import type { Report } from '../model/index.ts';

const plain = (s: string): string =>
  s
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Whether a report's text begins with its title, so that the title's claims are found in the text. */
export function titleInText(report: Pick<Report, 'title' | 'text'>): boolean {
  if (report.title == null) return false;
  return plain(report.text.slice(0, report.title.length * 2 + 40)).startsWith(plain(report.title));
}
