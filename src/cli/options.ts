import { InvalidArgumentError, Option } from 'commander';
import { isCalendarDate, isInstant } from '../model/index.ts';

/** Options that several commands share, so that they are called and explained the same everywhere. */

export function parseDate(value: string): string {
  if (isCalendarDate(value)) return value;
  throw new InvalidArgumentError('Write a date as YYYY-MM-DD.');
}

export function parseMoment(value: string): string {
  if (isCalendarDate(value) || isInstant(value)) return value;
  throw new InvalidArgumentError('Write a date as YYYY-MM-DD, or an instant such as 2021-08-10T14:00:00Z.');
}

export function parseCountry(value: string): string {
  if (/^[A-Za-z]{2}$/.test(value)) return value.toUpperCase();
  throw new InvalidArgumentError('Write the two letters of ISO 3166, such as AF.');
}

export function parsePort(value: string): number {
  const port = Number(value);
  if (/^\d+$/.test(value) && port <= 65535) return port;
  throw new InvalidArgumentError('Write a number from 0 (any free port) to 65535.');
}

export const at = (): Option =>
  new Option(
    '--at <date>',
    'on the ground at the end of this day (default: the ledger’s last day, or today)',
  ).argParser(parseDate);

export const knownAt = (): Option =>
  new Option('--known-at <date>', 'as known at this date or instant (default: all that is known)').argParser(
    parseMoment,
  );

export const country = (): Option =>
  new Option('--country <cc>', 'this country only, by its two ISO letters').argParser(parseCountry);

export const json = (): Option => new Option('--json', 'print JSON instead of text');

export function parseLimit(value: string): number {
  const limit = Number(value);
  if (/^\d+$/.test(value) && limit >= 1 && limit <= 200) return limit;
  throw new InvalidArgumentError('Write a number from 1 to 200.');
}

export const limit = (): Option => new Option('--limit <n>', 'at most so many of each').argParser(parseLimit);

export const published = (): Option =>
  new Option(
    '--published <date>',
    'publication date (or instant), where the report does not say it itself',
  ).argParser(parseMoment);

export const outlet = (): Option =>
  new Option('--outlet <name>', 'who published it, where the report does not say');

export const title = (): Option => new Option('--title <text>', 'its title, where the report does not say');

export const database = (): Option =>
  new Option('--database <where>', 'the ledger: a folder, or a postgres:// address').env('DATELINE_DATABASE');

export const from = (): Option => new Option('--from <date>', 'first day').argParser(parseDate);

export const to = (): Option => new Option('--to <date>', 'last day').argParser(parseDate);

export const status = (): Option =>
  new Option('--status <status>', 'how it is held').choices(['held', 'contested', 'vacated']);

export const out = (): Option => new Option('--out <file>', 'write to this file instead of standard output');

export const withNames = (): Option =>
  new Option('--with-names', 'do not mask private persons who spoke; it is noted in the audit log');
