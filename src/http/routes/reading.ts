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
];
