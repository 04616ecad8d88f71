import { z } from 'zod';
import { route } from '../route.ts';
import * as shapes from '../schemas/accounts.ts';
import { moment } from '../schemas/query.ts';

const id = z.object({ id: z.string().min(1) });
const name = z.string({ error: 'a "name" is needed' });

/** People, API keys, and the log of what they did. */
export const accountRoutes = [
  route({
    method: 'get',
    path: '/api/me',
    id: 'me',
    summary: 'Who you are to this server.',
    answer: shapes.Me,
    use: async (_service, { by }) => ({ ...by, signedIn: by.id !== 'local' }),
  }),
  route({
    method: 'get',
    path: '/api/accounts',
    id: 'accounts',
    summary: 'Everybody who may sign in.',
    answer: z.array(shapes.Account),
    role: 'administrator',
    rowKey: (row: { id: string }) => row.id,
    use: ({ ledger }, { by }) => ledger.accounts.list(by),
  }),
  route({
    method: 'post',
    path: '/api/accounts',
    id: 'add-account',
    summary: 'Makes an account, and the link by which its person first comes in.',
    body: z.object({ email: z.string({ error: 'an "email" is needed' }), name, role: shapes.role }),
    answer: shapes.OneTimeLink,
    role: 'administrator',
    use: ({ ledger }, { by, body }) => ledger.accounts.add(by, body),
  }),
  route({
    method: 'patch',
    path: '/api/accounts/{id}',
    id: 'change-account',
    summary:
      'Changes name or role, disables an account, or lifts withholding for it. Each is in the audit log.',
    params: id,
    body: z.object({
      name: z.string().optional(),
      role: shapes.role.optional(),
      withhold: z.boolean().optional(),
      disabled: z.boolean().optional(),
    }),
    answer: shapes.Account,
    role: 'administrator',
    use: ({ ledger }, { by, params, body }) => ledger.accounts.change(by, params.id, body),
  }),
  route({
    method: 'post',
    path: '/api/accounts/{id}/link',
    id: 'account-link',
    summary: 'A new one-time link, for who has lost a password.',
    params: id,
    body: z.object({}),
    answer: shapes.OneTimeLink,
    role: 'administrator',
    use: ({ ledger }, { by, params }) => ledger.accounts.link(by, params.id),
  }),
  route({
    method: 'get',
    path: '/api/keys',
    id: 'keys',
    summary: 'API keys: all for an administrator, your own for everybody else.',
    answer: z.array(shapes.ApiKey),
    rowKey: (row: { id: string }) => row.id,
    use: ({ ledger }, { by }) => ledger.accounts.keys(by),
  }),
  route({
    method: 'post',
    path: '/api/keys',
    id: 'add-key',
    summary: 'Makes an API key; it is shown this once.',
    body: z.object({
      name,
      role: shapes.role.default('viewer'),
      account: z.string().optional().describe('An account’s id or e-mail address; yours unless told.'),
      days: z.int().optional().describe('How long it lasts; for good unless told.'),
    }),
    answer: shapes.NewKey,
    use: ({ ledger }, { by, body }) => ledger.accounts.addKey(by, body),
  }),
  route({
    method: 'delete',
    path: '/api/keys/{id}',
    id: 'revoke-key',
    summary: 'Revokes an API key.',
    params: id,
    answer: shapes.ApiKey,
    use: ({ ledger }, { by, params }) => ledger.accounts.revokeKey(by, params.id),
  }),
  route({
    method: 'get',
    path: '/api/audit',
    id: 'audit',
    summary: 'Who did what, when: newest first. `before` the last entry’s `seq` gives the next page.',
    query: z.object({
      by: z.string().min(1).optional().describe('By this person or key only.'),
      action: z.string().min(1).optional().describe('One action only: "add", "decide", "sign in", …'),
      since: moment.optional(),
      until: moment.optional(),
      before: z.coerce
        .number({ error: issue => `"${issue.input}" is no entry` })
        .int()
        .optional(),
      limit: z.coerce
        .number({ error: issue => `"${issue.input}" is no number` })
        .int()
        .min(1)
        .max(1000, { error: issue => `"${issue.input}" is more than 1000` })
        .optional(),
    }),
    answer: z.array(shapes.AuditEntry),
    role: 'analyst',
    use: ({ ledger }, { by, query }) => ledger.auditLog(by, query),
  }),
];
