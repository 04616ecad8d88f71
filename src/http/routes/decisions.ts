import { z } from 'zod';
import { route } from '../route.ts';
import * as answers from '../schemas/answers.ts';
import { Ruling } from '../schemas/input.ts';
import { moment, moments } from '../schemas/query.ts';

/** What analysts ruled. */
export const decisionRoutes = [
  route({
    method: 'get',
    path: '/api/decisions',
    id: 'decisions',
    summary: 'Every decision, with who took it, why and when.',
    query: z.object(moments),
    answer: z.array(answers.Decision),
    rowKey: (row: { id: string }) => row.id,
    use: ({ ledger }, { by, query }) => ledger.decisions(by, query),
  }),
  route({
    method: 'post',
    path: '/api/decisions',
    id: 'decide',
    summary: 'Appends a decision; undoing is another decision.',
    body: z.object({
      ruling: Ruling,
      why: z.string().trim().min(1, { error: 'a decision says why' }),
      at: moment.optional(),
    }),
    answer: answers.Decision,
    role: 'analyst',
    use: ({ ledger }, { by, body }) => ledger.decide(by, body.ruling, body.why, body.at),
  }),
];
