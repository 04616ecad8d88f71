import { z } from 'zod';
import type { PlaceMatch } from '../../model/index.ts';
import { placedRows } from '../geojson.ts';
import { route } from '../route.ts';
import * as answers from '../schemas/answers.ts';
import { country, inCountry, moments } from '../schemas/query.ts';

/** What maps, sliders and search boxes need. */
export const mapRoutes = [
  route({
    method: 'get',
    path: '/api/extent',
    id: 'extent',
    summary: 'The days and instants that the ledger spans.',
    query: z.object(moments),
    answer: answers.Extent,
    use: ({ ledger }, { by, query }) => ledger.extent(by, query),
  }),
  route({
    method: 'get',
    path: '/api/sides',
    id: 'sides',
    summary: 'The sides that hold or held something, in the order of their colours.',
    query: z.object(moments),
    answer: z.array(answers.SideView),
    rowKey: (row: { side: string }) => row.side,
    use: ({ ledger }, { by, query }) => ledger.sides(by, query),
  }),
  route({
    method: 'get',
    path: '/api/places',
    id: 'places',
    summary: 'The places that a name could mean.',
    query: z.object({
      name: z.string({ error: 'a "name" is needed' }).min(1, { error: 'the name is empty' }),
      country: inCountry,
      ...moments,
    }),
    answer: z.array(answers.PlaceMatch),
    geo: placedRows(
      (row: PlaceMatch) => row.place,
      ({ score, population }) => ({ score, population }),
    ),
    use: ({ ledger }, { by, query: { name, country, ...moment } }) =>
      ledger.findPlaces(by, name, country, moment),
  }),
  route({
    method: 'get',
    path: '/api/periods',
    id: 'periods',
    summary: 'Every control period ever believed.',
    query: z.object({ country: inCountry, ...moments }),
    answer: answers.PeriodTable,
    use: ({ ledger }, { by, query }) => ledger.periods(by, query),
  }),
  route({
    method: 'get',
    path: '/api/shapes/{country}',
    id: 'shapes',
    summary: 'The first-order divisions of a country, as GeoJSON; the same at every moment.',
    params: z.object({ country }),
    query: z.object(moments),
    answer: answers.DivisionShapes,
    use: ({ ledger }, { by, params }) => ledger.shapes(by, params.country),
  }),
];
