import { type Command, InvalidArgumentError, Option } from 'commander';
import { type Asker, type Ledger, ROLES, type Role } from '../../model/index.ts';
import type { Io } from '../io.ts';
import { type LedgerChoice, withLedger } from '../ledger.ts';
import * as options from '../options.ts';
import { printAccounts, printAudit, printKeys, printLink } from '../print/accounts.ts';

interface Given extends LedgerChoice {
  readonly json?: boolean;
  readonly name?: string;
  readonly role?: Role;
  readonly account?: string;
  readonly days?: number;
  readonly names?: 'masked' | 'shown';
  readonly out?: boolean;
  readonly in?: boolean;
  readonly by?: string;
  readonly action?: string;
  readonly since?: string;
  readonly until?: string;
  readonly limit?: number;
}

const role = (): Option =>
  new Option('--role <role>', 'what they may do: read; decide and add; manage').choices([...ROLES]);

/** Asks the ledger, and prints the answer as JSON or for people. */
async function tell<Answer>(
  io: Io,
  given: Given,
  ask: (ledger: Ledger, by: Asker) => Promise<Answer>,
  print: (answer: Answer, server: string | null) => string,
): Promise<void> {
  const printed = await withLedger(io, given, true, async (ledger, by) => {
    const answer = await ask(ledger, by);
    if (given.json) return `${JSON.stringify(answer, null, 2)}\n`;
    const { address } = ledger as { address?: string };
    return print(answer, io.env.DATELINE_ADDRESS ?? address ?? null);
  });
  await io.out(printed);
}

/** `dateline accounts …`: who may sign in, and as what. */
export function addAccounts(program: Command, io: Io): Command {
  const accounts = program
    .command('accounts')
    .summary('who may sign in to the server, and as what')
    .description(
      'People who may sign in: a viewer reads, an analyst also decides and adds, an administrator also manages. What is done to accounts ' +
        'is in the audit log.',
    );
  const sub = (usage: string, text: string): Command =>
    accounts.command(usage).description(text).addOption(options.json()).addOption(options.database());
  sub('list', 'Everybody who may sign in.').action((given: Given) =>
    tell(
      io,
      given,
      (ledger, by) => ledger.accounts.list(by),
      list => printAccounts(list, io),
    ),
  );
  sub('add <email>', 'Make an account, and print the link by which its person first comes in.')
    .requiredOption('--name <name>', 'what they are called')
    .addOption(role().default('viewer'))
    .action((email: string, given: Given) =>
      tell(
        io,
        given,
        (ledger, by) => ledger.accounts.add(by, { email, name: given.name!, role: given.role! }),
        (link, server) => printLink(link, server, io),
      ),
    );
  sub('link <account>', 'A new link, for who has lost a password; the one before it no longer works.').action(
    (account: string, given: Given) =>
      tell(
        io,
        given,
        (ledger, by) => ledger.accounts.link(by, account),
        (link, server) => printLink(link, server, io),
      ),
  );
  sub('change <account>', 'Change a name or a role, shut somebody out or let them in, lift withholding.')
    .option('--name <name>', 'what they are called')
    .addOption(role())
    .addOption(
      new Option('--names <how>', 'private persons who spoke: masked, or shown to them').choices([
        'masked',
        'shown',
      ]),
    )
    .addOption(new Option('--out', 'they can no longer sign in'))
    .addOption(new Option('--in', 'they may sign in again').conflicts('out'))
    .action((account: string, given: Given) =>
      tell(
        io,
        given,
        (ledger, by) => ledger.accounts.change(by, account, changeOf(given)),
        changed => printAccounts([changed], io),
      ),
    );
  return accounts;
}

const changeOf = ({ name, role, names, out, in: back }: Given) => ({
  name,
  role,
  ...(names == null ? {} : { withhold: names === 'masked' }),
  ...(out ? { disabled: true } : back ? { disabled: false } : {}),
});

/** `dateline keys …`: API keys. */
export function addKeys(program: Command, io: Io): Command {
  const keys = program
    .command('keys')
    .summary('keys with which programs ask the server')
    .description('API keys: a program asks in an account’s name, by "Authorization: Bearer …".');
  const sub = (usage: string, text: string): Command =>
    keys.command(usage).description(text).addOption(options.json()).addOption(options.database());
  sub('list', 'Every key; the keys themselves are kept nowhere.').action((given: Given) =>
    tell(
      io,
      given,
      (ledger, by) => ledger.accounts.keys(by),
      list => printKeys(list, io),
    ),
  );
  sub('add <name>', 'Make a key and print it, this once.')
    .addOption(role().default('viewer'))
    .option('--account <email>', 'whose key it is (default: the first administrator’s)')
    .addOption(
      new Option('--days <n>', 'how long it lasts, up to 366 (default: for good)').argParser(parseDays),
    )
    .action((name: string, given: Given) =>
      tell(
        io,
        given,
        (ledger, by) => {
          const { role, account, days } = given;
          return ledger.accounts.addKey(by, { name, role: role!, account, days });
        },
        key =>
          `The key “${key.name}” of ${key.accountName}, a ${key.role}; it is not shown again:\n  ${key.key}\n`,
      ),
    );
  sub('revoke <key>', 'Revoke a key, by its id.').action((key: string, given: Given) =>
    tell(
      io,
      given,
      (ledger, by) => ledger.accounts.revokeKey(by, key),
      revoked => `The key “${revoked.name}” no longer works.\n`,
    ),
  );
  return keys;
}

function parseDays(value: string): number {
  const days = Number(value);
  if (/^\d+$/.test(value) && days >= 1 && days <= 366) return days;
  throw new InvalidArgumentError('Write a number of days from 1 to 366.');
}

/** `dateline audit`: who did what, when. */
export const addAudit = (program: Command, io: Io): Command =>
  program
    .command('audit')
    .summary('who did what, when')
    .description(
      'The audit log, newest first: every report filed, decision taken, account and key made, sign-in, export, and lifting of withholding.',
    )
    .option('--by <who>', 'by this person or key only')
    .option('--action <what>', 'one action only, such as add or decide')
    .addOption(new Option('--since <date>', 'from this date or instant on').argParser(options.parseMoment))
    .addOption(new Option('--until <date>', 'up to this date or instant').argParser(options.parseMoment))
    .addOption(options.limit())
    .addOption(options.json())
    .addOption(options.database())
    .action((given: Given) =>
      tell(
        io,
        given,
        (ledger, by) => {
          const { by: who, action, since, until, limit } = given;
          return ledger.auditLog(by, { by: who, action, since, until, limit });
        },
        entries => printAudit(entries, io),
      ),
    );
