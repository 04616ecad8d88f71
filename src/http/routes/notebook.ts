import { z } from 'zod';
import { route } from '../route.ts';
import * as shapes from '../schemas/notebook.ts';

const id = z.object({ id: z.string().min(1) });

/** What whoever asks keeps for themselves: each sees and changes their own alone. */
export const notebookRoutes = [
  route({
    method: 'get',
    path: '/api/saved-searches',
    id: 'saved-searches',
    summary: 'The searches that you keep, with what each has newly found.',
    answer: z.array(shapes.SavedSearch),
    cost: 3,
    use: ({ ledger }, { by }) => ledger.notebook.searches(by),
  }),
  route({
    method: 'post',
    path: '/api/saved-searches',
    id: 'save-search',
    summary: 'Keeps a search, to be told of what it finds anew.',
    body: shapes.SearchInput,
    answer: shapes.SavedSearch,
    use: ({ ledger }, { by, body }) => ledger.notebook.saveSearch(by, body),
  }),
  route({
    method: 'post',
    path: '/api/saved-searches/{id}/seen',
    id: 'see-search',
    summary: 'Notes that you have looked at what it found.',
    params: id,
    body: shapes.SeenInput,
    answer: shapes.SavedSearch,
    use: ({ ledger }, { by, params, body }) => ledger.notebook.seeSearch(by, params.id, body.until),
  }),
  route({
    method: 'delete',
    path: '/api/saved-searches/{id}',
    id: 'forget-search',
    summary: 'Keeps the search no longer.',
    params: id,
    answer: shapes.SavedSearch,
    use: ({ ledger }, { by, params }) => ledger.notebook.forgetSearch(by, params.id),
  }),
  route({
    method: 'get',
    path: '/api/deferrals',
    id: 'deferrals',
    summary: 'The discrepancies that you have put off.',
    answer: z.array(shapes.Deferral),
    use: ({ ledger }, { by }) => ledger.notebook.deferrals(by),
  }),
  route({
    method: 'post',
    path: '/api/deferrals',
    id: 'defer',
    summary: 'Puts a discrepancy off until a day. It changes no record.',
    body: shapes.Deferral,
    answer: shapes.Deferral,
    use: ({ ledger }, { by, body }) => ledger.notebook.defer(by, body),
  }),
  route({
    method: 'delete',
    path: '/api/deferrals/{id}',
    id: 'take-up',
    summary: 'Takes a discrepancy up again before its day.',
    params: id,
    answer: shapes.Deferral,
    use: ({ ledger }, { by, params }) => ledger.notebook.takeUp(by, params.id),
  }),
];
