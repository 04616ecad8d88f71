import { z } from 'zod';
import { ROLES } from '../../model/index.ts';

/** People, keys and the audit log, as src/model/accounts.ts has them. */

const named = <Shape extends z.ZodType>(id: string, description: string, shape: Shape): Shape =>
  shape.meta({ id, description }) as Shape;
const id = z.string();
const instant = z.string().meta({ format: 'date-time' });

export const role = z.enum(ROLES, {
  error: issue => `"${issue.input}" is no role: write one of ${ROLES.join(', ')}`,
});

export const Me = named(
  'Me',
  'Who asks, as this server knows them.',
  z.object({ id, name: z.string(), role, withhold: z.boolean(), signedIn: z.boolean() }),
);

export const Account = named(
  'Account',
  'A person who may sign in.',
  z.object({
    id,
    name: z.string(),
    email: z.string(),
    role,
    withhold: z.boolean().describe('Whether private persons who spoke are masked for them.'),
    disabled: z.boolean(),
    claimed: z.boolean().describe('Whether they have chosen a password.'),
    made: instant,
    lastSeen: instant.nullable(),
  }),
);

export const OneTimeLink = named(
  'OneTimeLink',
  'Lets a person in once, to choose a password: open /welcome?token=… before it ends.',
  z.object({ account: Account, token: z.string(), expires: instant }),
);

const apiKey = z.object({
  id,
  name: z.string(),
  account: id,
  accountName: z.string(),
  role,
  start: z.string().describe('Its first characters.'),
  made: instant,
  lastUsed: instant.nullable(),
  expires: instant.nullable(),
});
export const ApiKey = named('ApiKey', 'A key with which a program asks in an account’s name.', apiKey);
export const NewKey = named(
  'NewKey',
  'A key as it is made: it is shown this once.',
  apiKey.extend({ key: z.string() }),
);

export const AuditEntry = named(
  'AuditEntry',
  'Who did what, when.',
  z.object({
    seq: z.int(),
    at: instant,
    by: id,
    byName: z.string(),
    action: z.string(),
    detail: z.record(z.string(), z.unknown()),
  }),
);
