import { LedgerError } from '../model/index.ts';
import type { Context } from './context.ts';

/** A country as asked for, by code or name, as ISO 3166-1 alpha-2. @example countryOf(context, 'Mali') // 'ML' */
export function countryOf(context: Context, asked: string | undefined): string | undefined {
  if (asked == null || asked === '') return undefined;
  const gazetteer = context.gazetteer();
  const code = asked.toUpperCase();
  if (gazetteer.meta.countries.includes(code)) return code;
  const found = gazetteer.countryByName(asked);
  if (found == null)
    throw new LedgerError('invalid', `unknown country "${asked}": write a name or an ISO code such as AF`);
  return found;
}

/** The name of a country for people. @example countryName('AF') // 'Afghanistan' */
export function countryName(code: string): string {
  try {
    return new Intl.DisplayNames('en', { type: 'region' }).of(code) ?? code;
  } catch {
    return code;
  }
}
