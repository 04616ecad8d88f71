import { z } from 'zod';
import { CHANGE_KINDS } from '../../model/index.ts';
import { SideView } from './answers.ts';

/** The log of changes and webhooks, as src/model/change-entry.ts has them. */

const id = z.string();
const instant = z.string().meta({ format: 'date-time' });
const named = <Shape extends z.ZodType>(id: string, description: string, shape: Shape): Shape =>
  shape.meta({ id, description }) as Shape;

const Holding = z
  .object({ holder: SideView.nullable(), status: z.string(), basis: z.string() })
  .nullable()
  .describe('How it was or is held.');

const ChangeBody = named(
  'ChangeBody',
  'What changed, by its kind. No word of any report is in it.',
  z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('control'),
      place: z.object({
        id,
        name: z.string(),
        country: id.nullable(),
        lat: z.number().nullable(),
        lon: z.number().nullable(),
      }),
      on: z.string().nullable(),
      before: Holding,
      after: Holding,
      claims: z.array(id),
      sentence: z.string(),
    }),
    z.object({
      kind: z.literal('discrepancy'),
      discrepancy: id,
      what: z.string(),
      places: z.array(z.object({ id, name: z.string() })),
      settled: z.boolean(),
    }),
    z.object({ kind: z.literal('report'), report: id, outlet: z.string().nullable(), claims: z.int() }),
    z.object({ kind: z.literal('decision'), decision: id, ruling: z.string() }),
  ]),
);

export const ChangeEntry = named(
  'ChangeEntry',
  'One change of the record, numbered in the order in which they were written.',
  z.object({ seq: z.int(), at: instant, body: ChangeBody }),
);

const kind = z.enum(CHANGE_KINDS, {
  error: issue => `"${issue.input}" is no kind of change: write one of ${CHANGE_KINDS.join(', ')}`,
});

const listOf = (description: string) =>
  z
    .string()
    .transform(value => value.split(',').filter(each => each !== ''))
    .optional()
    .describe(`${description}, parted by commas.`);

/** Which changes are wanted, as an address has it. */
export const changeFilter = {
  place: listOf('Of these places only: ids or names'),
  actor: listOf('Of these sides only'),
  country: listOf('Of these countries only'),
  kind: z
    .string()
    .transform(value => value.split(',').filter(each => each !== ''))
    .pipe(z.array(kind))
    .optional()
    .describe('Of these kinds only, parted by commas.'),
};

const webhook = z.object({
  id,
  url: z.string(),
  kinds: z.array(z.enum(CHANGE_KINDS)),
  places: z.array(id),
  sides: z.array(id),
  countries: z.array(id),
  made: instant,
  by: id,
  enabled: z.boolean(),
  waiting: z.int().describe('Deliveries that wait for their (next) try.'),
  failed: z.int().describe('Deliveries that were given up.'),
  lastError: z.string().nullable(),
});
export const Webhook = named('Webhook', 'A server that is told of changes.', webhook);
export const NewWebhook = named(
  'NewWebhook',
  'A webhook as it is made: the secret, which signs what is sent, is shown this once.',
  webhook.extend({ secret: z.string() }),
);
export const WebhookInput = z.object({
  url: z.string({ error: 'a "url" is needed' }),
  kinds: z.array(kind).optional(),
  places: z.array(z.string()).optional(),
  sides: z.array(z.string()).optional(),
  countries: z.array(z.string()).optional(),
});
