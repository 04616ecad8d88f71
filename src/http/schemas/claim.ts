import { z } from 'zod';
import { FIGURE_TERMS, ORIGIN_KINDS, PLACE_KINDS } from '../../model/index.ts';

/** A claim and its parts, as the model has them. */

const named = <Shape extends z.ZodType>(id: string, description: string, shape: Shape): Shape =>
  shape.meta({ id, description }) as Shape;

const id = z.string().nullable();
const candidates = z.array(z.object({ id: z.string(), score: z.number() })).optional();

export const CLAIM_KINDS = ['control', 'event', 'count', 'figure'] as const;

export const ClaimPlace = named(
  'ClaimPlace',
  'A place as a claim names it.',
  z.object({
    id,
    name: z.string(),
    kind: z.enum(PLACE_KINDS),
    in: z.string().optional(),
    part: z.string().optional(),
    country: id.optional(),
    admin1: id.optional(),
    lat: z.number().nullish(),
    lon: z.number().nullish(),
    precision: z.enum(['exact', 'approximate', 'within', 'unresolved']).optional(),
    candidates,
  }),
);

export const ClaimActor = named(
  'ClaimActor',
  'An actor in the report’s fullest words; id and side are canonical.',
  z.object({ id, name: z.string(), side: id, candidates }),
);

export const ClaimTime = named(
  'ClaimTime',
  'Inclusive calendar dates; either end may be unknown.',
  z.object({
    from: z.string().nullable(),
    to: z.string().nullable(),
    precision: z.enum(['instant', 'part-of-day', 'day', 'week', 'month', 'season', 'year', 'range', 'open']),
    text: z.string().optional(),
  }),
);

const Source = named(
  'Source',
  'One link of the chain of who said it.',
  z.object({
    name: z.string(),
    kind: z.enum(ORIGIN_KINDS),
    role: z.enum(['said', 'reported', 'quoted']),
    actor: z.object({ id, side: id }).optional(),
  }),
);

const Figure = named(
  'Figure',
  'How many people or homes.',
  z.object({
    term: z.enum(FIGURE_TERMS),
    min: z.number().nullable(),
    max: z.number().nullable(),
    qualifier: z.enum(['exactly', 'about', 'more-than', 'at-least', 'up-to', 'range', 'vague']),
    unit: z.enum(['people', 'households', 'houses']),
    who: z.string().optional(),
  }),
);

const Count = named(
  'Count',
  'How many places of a kind.',
  z.object({ n: z.number(), outOf: z.number().nullish(), set: z.string(), ordinal: z.boolean() }),
);

export const claimShape = z.object({
  id: z.string(),
  report: z.string(),
  in: z.enum(['text', 'title']),
  kind: z.enum(CLAIM_KINDS),
  event: z.string().optional(),
  places: z.array(ClaimPlace),
  actor: ClaimActor.nullish(),
  target: ClaimActor.nullish(),
  time: ClaimTime.nullish(),
  polarity: z.enum(['affirmed', 'denied']),
  modality: z.enum(['actual', 'possible', 'planned', 'past']),
  attributive: z.boolean().optional(),
  attribution: z.array(Source).describe('Innermost first; empty: the outlet itself.'),
  figure: Figure.optional(),
  count: Count.optional(),
  acled: z.object({ event: z.string(), subEvent: z.string() }).optional(),
  plover: z.object({ type: z.string(), mode: z.string().optional() }).optional(),
  quote: z.object({ start: z.int(), end: z.int(), text: z.string() }).describe('Half-open UTF-16 offsets.'),
  frame: z.string().optional(),
});

export const Claim = named('Claim', 'One statement of one report.', claimShape);
