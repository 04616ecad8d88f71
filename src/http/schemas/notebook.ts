import { z } from 'zod';
import { date, moment } from './query.ts';

/** What people keep for themselves, as src/model/notebook.ts has it. */

const instant = z.string().meta({ format: 'date-time' });

export const SavedSearch = z
  .object({
    id: z.string(),
    address: z.string().describe('Where the application shows it.'),
    words: z.string(),
    saved: instant,
    seen: instant.describe('When it was last looked at.'),
    asked: instant.describe(
      'When this was asked: hand it back as `until`, so that nothing filed meanwhile is missed.',
    ),
    fresh: z
      .array(z.string())
      .describe('Reports filed since `seen` that match, newest first, a hundred at most.'),
  })
  .meta({
    id: 'SavedSearch',
    description: 'A search that somebody keeps, to be told of what it finds anew.',
  });

export const SearchInput = z
  .strictObject({
    address: z.string().meta({ examples: ['/?view=search&q=kunduz'] }),
    words: z.string().meta({ examples: ['kunduz'] }),
  })
  .meta({ id: 'SearchInput' });

export const SeenInput = z
  .strictObject({ until: moment.optional().describe('Up to when it was looked at; now, unless told.') })
  .meta({ id: 'SeenInput' });

export const Deferral = z
  .strictObject({ discrepancy: z.string(), until: date.describe('The day on which it comes back.') })
  .meta({ id: 'Deferral', description: 'A discrepancy that somebody has put off.' });
