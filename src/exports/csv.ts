export type Cell = string | number | boolean | null | undefined;

/** A spreadsheet would run these as formulas. */
const FORMULA = /^[=+\-@\t\r]/;
/** "-69.2" is a number, whoever wrote it: no formula can be made of it. */
const NUMBER = /^[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i;

/**
 * A text that no spreadsheet runs: an apostrophe before what begins like a formula makes it show it instead.
 * @example defuse('=HYPERLINK("http://x")') // `'=HYPERLINK("http://x")`
 */
export const defuse = (text: string): string =>
  FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;

function cellText(cell: Cell): string {
  if (cell == null) return '';
  if (typeof cell !== 'string') return String(cell);
  const text = defuse(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** One line of CSV by RFC 4180, ended by CR LF. @example csvLine(['a,b', 3]) // '"a,b",3\r\n' */
export const csvLine = (cells: readonly Cell[]): string => `${cells.map(cellText).join(',')}\r\n`;
