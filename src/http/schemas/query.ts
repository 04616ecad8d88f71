import { z } from 'zod';
import { isCalendarDate, isInstant } from '../../model/index.ts';

/** What queries are made of: each refuses a bad value by quoting it. */

export const date = z
  .string()
  .refine(isCalendarDate, { error: issue => `"${issue.input}" is no date: write YYYY-MM-DD` })
  .meta({ format: 'date', examples: ['2021-08-10'] });

export const moment = z
  .string()
  .refine(value => isCalendarDate(value) || isInstant(value), {
    error: issue =>
      `"${issue.input}" is no date: write YYYY-MM-DD, or an instant such as 2021-08-10T14:00:00Z`,
  })
  .meta({
    description: 'A date (its end is meant) or an instant.',
    examples: ['2021-08-10', '2021-08-10T14:00:00Z'],
  });

export const country = z
  .string()
  .regex(/^[A-Za-z]{2}$/, {
    error: issue => `"${issue.input}" is no country: write the two letters of ISO 3166, such as AF`,
  })
  .transform(code => code.toUpperCase())
  .meta({ description: 'ISO 3166-1 alpha-2.', examples: ['AF'] });

export const flag = z
  .enum(['true', 'false', '1', '0'], { error: issue => `"${issue.input}" is neither true nor false` })
  .transform(value => value === 'true' || value === '1');

export const at = date.optional().describe('On the ground at the end of this day.');
export const knownAt = moment.optional().describe('As known at this date (its end) or instant.');
export const inCountry = country.optional();
export const format = z
  .enum(['json', 'geojson'], { error: issue => `"${issue.input}" is no format here: write json or geojson` })
  .optional()
  .describe('GeoJSON instead of JSON; "Accept: application/geo+json" does the same.');
/** The two times of a read. */
export const moments = { at, knownAt };
