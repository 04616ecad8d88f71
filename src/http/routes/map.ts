import { z } from 'zod';
import { route } from '../route.ts';
import * as answers from '../schemas/answers.ts';
import { country, inCountry } from '../schemas/query.ts';

/** What maps, sliders and search boxes need. */
export const mapRoutes = [
  route({
    method: 'get',
    path: '/api/extent',
    id: 'extent',
    summary: 'The days and instants that the ledger spans.',
    answer: answers.Extent,
    use: ({ ledger }, { by }) => ledger.extent(by),
  }),
  route({
    method: 'get',
    path: '/api/sides',
    id: 'sides',
    summary: 'The sides that hold or held something, in the order of their colours.',
    answer: z.array(answers.SideView),
    use: ({ ledger }, { by }) => ledger.sides(by),
  }),
  route({
    method: 'get',
    path: '/api/places',
    id: 'places',
    summary: 'The places that a name could mean.',
    query: z.object({
      name: z.string({ error: 'a "name" is needed' }).min(1, { error: 'the name is empty' }),
      country: inCountry,
    }),
    answer: z.array(answers.PlaceMatch),
    use: ({ ledger }, { by, query }) => ledger.findPlaces(by, query.name, query.country),
  }),
  route({
    method: 'get',
    path: '/api/periods',
    id: 'periods',
    summary: 'Every control period ever believed.',
    query: z.object({ country: inCountry }),
    answer: answers.PeriodTable,
    use: ({ ledger }, { by, query }) => ledger.periods(by, query),
  }),
  route({
    method: 'get',
    path: '/api/shapes/{country}',
    id: 'shapes',
    summary: 'The first-order divisions of a country, as GeoJSON.',
    params: z.object({ country }),
    answer: answers.DivisionShapes,
    use: ({ ledger }, { by, params }) => ledger.shapes(by, params.country),
  }),
];
