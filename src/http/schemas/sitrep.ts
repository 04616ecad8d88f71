import { z } from 'zod';
import { SITREP_FORMATS } from '../../model/index.ts';
import { country, date, moment } from './query.ts';

/** The situation report, as src/model/export.ts has it; and what an editor may send. */

const orNull = <Shape extends z.ZodType>(shape: Shape): z.ZodNullable<Shape> => shape.nullable();
const day = z.string().meta({ format: 'date' });

const Evidence = z.object({
  claim: z.string(),
  source: z.number(),
  who: z.string(),
  quote: z.string(),
  stance: z.enum(['for', 'against']),
});

const Sentence = z
  .object({
    id: z.string(),
    on: orNull(day),
    text: z.string(),
    original: orNull(z.string()),
    places: z.array(z.string()),
    evidence: z.array(Evidence),
  })
  .meta({ id: 'SitrepSentence' });

const Figure = Sentence.extend({
  term: z.string(),
  who: orNull(z.string()),
  unit: z.string(),
  place: orNull(z.string()),
  low: orNull(z.number()),
  high: orNull(z.number()),
  origins: z.number(),
}).meta({ id: 'SitrepFigure' });

const sign = { id: z.string(), name: z.string(), side: z.number(), contested: z.boolean() };
const SitrepMap = z
  .object({
    at: day,
    sides: z.array(z.object({ side: z.string(), name: z.string(), mark: z.string() })),
    areas: z.array(
      z.object({
        ...sign,
        polygons: z.array(z.array(z.array(z.array(z.number())))),
        basis: orNull(z.string()),
        by: z.enum(['own', 'seat', 'none']),
      }),
    ),
    points: z.array(
      z.object({
        ...sign,
        lat: z.number(),
        lon: z.number(),
        basis: z.string(),
        changed: z.boolean(),
        rank: z.number(),
      }),
    ),
  })
  .meta({ id: 'SitrepMap' });

export const Sitrep = z
  .object({
    title: z.string(),
    from: day,
    to: day,
    country: orNull(z.object({ code: z.string(), name: z.string() })),
    knownAt: z.string().meta({ format: 'date-time' }),
    withheld: z.boolean(),
    note: orNull(z.string()),
    summary: z.array(Sentence),
    changes: z.array(Sentence),
    disputed: z.array(Sentence),
    figures: z.array(Figure),
    map: SitrepMap,
    sources: z.array(
      z.object({
        n: z.number(),
        report: z.string(),
        outlet: orNull(z.string()),
        title: orNull(z.string()),
        published: orNull(z.string()),
        url: orNull(z.string()),
      }),
    ),
  })
  .meta({ id: 'Sitrep' });

const words = (limit: number) =>
  z.string().max(limit, { error: `it has more than ${limit.toLocaleString('en-GB')} characters` });

const Edits = z.object({
  title: words(300).optional(),
  note: words(20_000).optional(),
  sentences: z
    .array(z.object({ id: z.string(), text: words(5000).optional(), drop: z.boolean().optional() }))
    .max(5000)
    .optional(),
});

/** A report to be written as a file: what it is of, its form, and an editor's words. */
export const SitrepFile = z.object({
  from: date,
  to: date,
  country: country.optional(),
  knownAt: moment.optional(),
  format: z.enum(SITREP_FORMATS, {
    error: issue => `"${issue.input}" is no format: write one of ${SITREP_FORMATS.join(', ')}`,
  }),
  edits: Edits.optional(),
});
