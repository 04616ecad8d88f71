import { type Command, Option } from 'commander';
import { CHANGE_KINDS, type ChangeKind, type Webhook } from '../../model/index.ts';
import type { Io } from '../io.ts';
import { type LedgerChoice, withLedger } from '../ledger.ts';
import * as options from '../options.ts';
import { printWebhooks } from '../print/webhooks.ts';

interface Given extends LedgerChoice {
  readonly json?: boolean;
  readonly kind?: ChangeKind[];
  readonly place?: string[];
  readonly actor?: string[];
  readonly country?: string[];
}

/** `dateline webhooks …`: servers that are told of changes. */
export function addWebhooks(program: Command, io: Io): Command {
  const webhooks = program
    .command('webhooks')
    .summary('servers that are told of changes')
    .description(
      'Servers that "dateline serve" tells of changes: each change is posted as JSON, signed as Standard Webhooks has it, and tried eight ' +
        'times over twelve hours.',
    );
  const sub = (usage: string, text: string): Command =>
    webhooks.command(usage).description(text).addOption(options.json()).addOption(options.database());
  const tell = async (given: Given, hooks: readonly Webhook[]): Promise<void> =>
    io.out(given.json ? `${JSON.stringify(hooks, null, 2)}\n` : printWebhooks(hooks, io));
  sub('list', 'Every webhook, and how its deliveries go.').action((given: Given) =>
    withLedger(io, given, true, (ledger, by) => ledger.webhooks.list(by)).then(hooks => tell(given, hooks)),
  );
  sub('add <url>', 'Have a server told of changes; prints the secret that signs them, this once.')
    .addOption(
      new Option('--kind <kind...>', 'of these kinds only (default: all)').choices([...CHANGE_KINDS]),
    )
    .option('--place <place...>', 'of these places only, by id or name')
    .option('--actor <side...>', 'of these sides only')
    .option('--country <cc...>', 'of these countries only')
    .action(async (url: string, given: Given) => {
      const { kind, place, actor, country } = given;
      const filter = { kinds: kind, places: place, sides: actor, countries: country };
      const made = await withLedger(io, given, true, (ledger, by) =>
        ledger.webhooks.add(by, { url, ...filter }),
      );
      if (given.json) return io.out(`${JSON.stringify(made, null, 2)}\n`);
      await io.out(
        `${made.url} is told of changes from now on (${made.id}). What it is sent is signed with this secret, which is not shown again:\n  ${made.secret}\n`,
      );
    });
  sub('remove <webhook>', 'Tell a server no more.').action((id: string, given: Given) =>
    withLedger(io, given, true, (ledger, by) => ledger.webhooks.remove(by, id)).then(hook =>
      tell(given, [hook]),
    ),
  );
  sub('retry <webhook>', 'Try again what was given up.').action((id: string, given: Given) =>
    withLedger(io, given, true, (ledger, by) => ledger.webhooks.retry(by, id)).then(hook =>
      tell(given, [hook]),
    ),
  );
  return webhooks;
}
