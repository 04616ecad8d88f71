import { z } from 'zod';
import { isCalendarDate, isInstant, type Ruling as ModelRuling } from '../../model/index.ts';
import { ClaimActor, ClaimPlace, ClaimTime } from './claim.ts';
import { date } from './query.ts';

const text = z.string().nullish();

/** Longest text of one report, as the intake has it. */
const TEXT_LIMIT = 1_000_000;

export const ReportInput = z
  .object({
    text: z
      .string({ error: 'the report has no "text"' })
      .refine(value => value.trim() !== '', { error: 'its text is empty' })
      .refine(value => value.length <= TEXT_LIMIT, { error: 'its text has more than 1,000,000 characters' }),
    id: text,
    title: text,
    outlet: text,
    published: z
      .string()
      .refine(value => value.trim() === '' || isCalendarDate(value) || isInstant(value), {
        error: issue =>
          `the publication date "${issue.input}" cannot be read: write YYYY-MM-DD, or an instant`,
      })
      .nullish(),
    url: text,
    language: text,
    authors: z.array(z.string()).nullish(),
    updated: z
      .string()
      .refine(value => value.trim() === '' || isCalendarDate(value) || isInstant(value), {
        error: issue =>
          `the date of the update "${issue.input}" cannot be read: write YYYY-MM-DD, or an instant`,
      })
      .nullish(),
    fetched: z.iso.datetime().nullish(),
  })
  .meta({ id: 'ReportInput', description: 'A report to read. Only the text must be there.' });

const ClaimReference = z
  .object({
    claim: z.string(),
    report: z.string(),
    in: z.enum(['text', 'title']),
    span: z.object({ start: z.int(), end: z.int() }),
    kind: z.string(),
    place: z.string().nullable(),
  })
  .meta({
    id: 'ClaimReference',
    description: 'A claim by id, and by its words so that the decision outlives a new reading.',
  });

const BaselineRow = z.object({
  place: z.string(),
  placeName: z.string(),
  side: z.string(),
  sideName: z.string(),
  from: date,
});

const of = <Kind extends string>(kind: Kind): z.ZodLiteral<Kind> => z.literal(kind);

const RulingShape = z
  .discriminatedUnion('kind', [
    z.object({ kind: of('accept'), claim: ClaimReference }),
    z.object({ kind: of('reject'), claim: ClaimReference }),
    z.object({
      kind: of('correct'),
      claim: ClaimReference,
      place: ClaimPlace.optional(),
      actor: ClaimActor.nullish(),
      time: ClaimTime.nullish(),
      event: z.string().optional(),
    }),
    z.object({ kind: of('merge-events'), claims: z.array(ClaimReference) }),
    z.object({ kind: of('split-events'), claims: z.array(ClaimReference) }),
    z.object({ kind: of('merge-places'), from: z.string(), into: z.string() }),
    z.object({
      kind: of('rule'),
      place: z.string(),
      side: z.string().nullable(),
      from: date,
      to: date.nullable(),
      status: z.enum(['held', 'contested', 'vacated']),
      settles: z.string().optional(),
    }),
    z.object({ kind: of('baseline'), name: z.string(), rows: z.array(BaselineRow).max(20_000) }),
    z.object({ kind: of('settle'), discrepancy: z.string() }),
    z.object({ kind: of('undo'), decision: z.string() }),
  ])
  .meta({ id: 'Ruling', description: 'What an analyst ruled.' });

/** The same shape under the model's own type, in which what is optional may not be undefined. */
export const Ruling = RulingShape as unknown as z.ZodType<ModelRuling>;
