import { z } from 'zod';
import { route } from '../route.ts';
import * as answers from '../schemas/answers.ts';
import { CLAIM_KINDS } from '../schemas/answers.ts';
import { ReportInput } from '../schemas/input.ts';
import { at, knownAt, moments } from '../schemas/query.ts';

const ids = z
  .string()
  .transform(value => value.split(',').filter(id => id !== ''))
  .describe('Claim ids, parted by commas.');

/** The evidence: reports and their claims. */
export const evidenceRoutes = [
  route({
    method: 'get',
    path: '/api/reports',
    id: 'reports',
    summary: 'The reports on file, with the report whose text each carries.',
    query: z.object(moments),
    answer: z.array(answers.ReportRow),
    rowKey: (row: { id: string }) => row.id,
    use: ({ ledger }, { by, query }) => ledger.reports(by, query),
  }),
  route({
    method: 'post',
    path: '/api/reports',
    id: 'add',
    summary: 'Reads and files reports; tells what became of each.',
    body: z.union([z.object({ reports: z.array(ReportInput).max(1000) }), ReportInput]),
    answer: z.array(answers.Filing),
    role: 'analyst',
    use: ({ ledger }, { by, body }) => ledger.add(by, 'reports' in body ? body.reports : [body]),
  }),
  route({
    method: 'get',
    path: '/api/reports/{id}',
    id: 'report',
    summary: 'One report: its text as it came, and its claims.',
    params: z.object({ id: z.string().min(1) }),
    query: z.object(moments),
    answer: answers.ReportView,
    use: ({ ledger }, { by, params, query }) => ledger.report(by, params.id, query),
  }),
  route({
    method: 'get',
    path: '/api/claims',
    id: 'claims',
    summary: 'Claims, with who said them and in which report.',
    query: z.object({
      ids: ids.optional(),
      place: z.string().min(1).optional(),
      kind: z
        .enum(CLAIM_KINDS, {
          error: issue => `"${issue.input}" is no kind of claim: write one of ${CLAIM_KINDS.join(', ')}`,
        })
        .optional(),
      ...moments,
    }),
    answer: z.array(answers.ClaimView),
    rowKey: (row: { id: string }) => row.id,
    use: ({ ledger }, { by, query }) => ledger.claims(by, query),
  }),
  route({
    method: 'get',
    path: '/api/search',
    id: 'search',
    summary: 'Reports, claims and places by words, best first.',
    query: z.object({
      q: z
        .string({ error: 'the words to look for are needed, as "q"' })
        .trim()
        .min(1, { error: 'the words to look for are empty' }),
      at,
      knownAt,
      limit: z.coerce
        .number({ error: issue => `"${issue.input}" is no number` })
        .int()
        .min(1)
        .max(200, { error: issue => `"${issue.input}" is more than 200` })
        .optional(),
    }),
    answer: answers.SearchResult,
    use: ({ ledger }, { by, query: { q, ...rest } }) => ledger.search(by, q, rest),
  }),
];
