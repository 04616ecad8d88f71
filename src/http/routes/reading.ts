import { z } from 'zod';
import { route } from '../route.ts';
import * as answers from '../schemas/answers.ts';
import { ReportInput } from '../schemas/input.ts';
import { flag } from '../schemas/query.ts';

/** Reading without filing. */
export const readingRoutes = [
  route({
    method: 'post',
    path: '/api/read',
    id: 'read',
    summary: 'Reads one report and files nothing.',
    query: z.object({ explain: flag.optional().describe('Also why each claim was made.') }),
    body: ReportInput,
    answer: answers.ReadAnswer,
    use: ({ read }, { body, query }) => read(body, query.explain ?? false),
  }),
  route({
    method: 'post',
    path: '/api/reread',
    id: 'reread',
    summary: 'Reads again what an earlier reader read; a dry run only shows what would change.',
    body: z.object({ dryRun: z.boolean().optional() }),
    answer: answers.Rereading,
    role: 'analyst',
    use: ({ ledger }, { by, body }) => ledger.reread(by, body),
  }),
];
