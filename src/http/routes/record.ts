import { z } from 'zod';
import type { StatusRow } from '../../model/index.ts';
import { placedRows } from '../geojson.ts';
import { route } from '../route.ts';
import * as answers from '../schemas/answers.ts';
import { at, date, flag, inCountry, knownAt } from '../schemas/query.ts';

/** The record: who holds what, what changed, what does not add up. */
export const recordRoutes = [
  route({
    method: 'get',
    path: '/api/status',
    id: 'status',
    summary: 'Who holds which place, at a day, as known at an instant.',
    query: z.object({
      at,
      knownAt,
      country: inCountry,
      place: z.string().min(1).optional(),
      within: flag
        .optional()
        .describe('With the place, all that lies in it: its sites, the places of a division or country.'),
    }),
    answer: z.array(answers.StatusRow),
    rowKey: (row: StatusRow) => row.place.id,
    geo: placedRows(
      (row: StatusRow) => row.place,
      ({ place: _, ...rest }) => rest,
    ),
    use: ({ ledger }, { by, query }) => ledger.status(by, query),
  }),
  route({
    method: 'get',
    path: '/api/places/{id}/history',
    id: 'history',
    summary: 'One place through time, with the words it stands on.',
    params: z.object({ id: z.string().min(1).describe('A place id (URL-encoded) or a name.') }),
    query: z.object({ at, knownAt }),
    answer: answers.PlaceHistory,
    use: ({ ledger }, { by, params, query }) => ledger.history(by, params.id, query),
  }),
  route({
    method: 'get',
    path: '/api/changes',
    id: 'changes',
    summary: 'What changed hands between two days.',
    query: z.object({
      from: date.optional(),
      to: date.optional(),
      at: at.describe('The last day, where `to` is not given.'),
      country: inCountry,
      knownAt,
    }),
    answer: answers.Changes,
    use: ({ ledger }, { by, query: { at, ...query } }) =>
      ledger.changes(by, { ...query, to: query.to ?? at }),
  }),
  route({
    method: 'get',
    path: '/api/discrepancies',
    id: 'discrepancies',
    summary: 'What does not add up, and what settled it.',
    query: z.object({
      at,
      knownAt,
      country: inCountry,
      open: flag.optional().describe('Only those that stand.'),
    }),
    answer: z.array(answers.DiscrepancyRow),
    rowKey: (row: { id: string }) => row.id,
    use: ({ ledger }, { by, query }) => ledger.discrepancies(by, query),
  }),
  route({
    method: 'get',
    path: '/api/events',
    id: 'events',
    summary: 'Claims that tell the same happening, as one event each.',
    query: z.object({ at, knownAt, country: inCountry }),
    answer: z.array(answers.LedgerEvent),
    rowKey: (row: { id: string }) => row.id,
    use: ({ ledger }, { by, query }) => ledger.events(by, query),
  }),
  route({
    method: 'get',
    path: '/api/figures',
    id: 'figures',
    summary: 'Series of figures, by measure, place and origin.',
    query: z.object({ at, knownAt, country: inCountry }),
    answer: z.array(answers.FigureSeries),
    rowKey: (row: { id: string }) => row.id,
    use: ({ ledger }, { by, query }) => ledger.figures(by, query),
  }),
];
