import type { Command } from 'commander';
import type { Io } from '../io.ts';
import { type LedgerChoice, withLedger } from '../ledger.ts';
import * as options from '../options.ts';
import { printRereading } from '../print/rereading.ts';

interface RereadOptions extends LedgerChoice {
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** `dateline reread`: the present reader over what an earlier one read. */
export const addReread = (program: Command, io: Io): Command =>
  program
    .command('reread')
    .summary('read again what an earlier reader read')
    .description(
      'Reads again, with the present reader, the reports that an earlier version read. The earlier readings are superseded, never ' +
        'edited; decisions go over to the same words.',
    )
    .option('--dry-run', 'only show what would change')
    .addOption(options.json())
    .addOption(options.database())
    .action(async (given: RereadOptions) => {
      const found = await withLedger(io, given, false, (ledger, by) =>
        ledger.reread(by, { dryRun: given.dryRun }),
      );
      await io.out(given.json ? `${JSON.stringify(found, null, 2)}\n` : printRereading(found, io));
    });
