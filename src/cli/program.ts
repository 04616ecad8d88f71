import { Command, type Help } from 'commander';
import { addAccounts, addAudit, addKeys } from './commands/accounts.ts';
import { addAdd } from './commands/add.ts';
import { addCompletion } from './commands/completion.ts';
import { addDecide } from './commands/decide.ts';
import { addDemo } from './commands/demo.ts';
import { addExport } from './commands/export.ts';
import { addFeeds } from './commands/feeds.ts';
import { addJobs } from './commands/jobs.ts';
import { addPlaces } from './commands/places.ts';
import { addRead } from './commands/read.ts';
import { addReread } from './commands/reread.ts';
import { addServe } from './commands/serve.ts';
import { addSitrep } from './commands/sitrep.ts';
import {
  addChanges,
  addDiscrepancies,
  addHistory,
  addReports,
  addSearch,
  addStatus,
} from './commands/views.ts';
import { addWebhooks } from './commands/webhooks.ts';
import type { Io } from './io.ts';
import { version } from './version.ts';

/** The commands under the heads of `dateline --help`. */
const GROUPS = [
  ['Reading and filing:', [addRead, addAdd, addFeeds, addJobs, addReread]],
  ['The record:', [addStatus, addHistory, addChanges, addDiscrepancies, addReports, addSearch, addPlaces]],
  ['Ruling:', [addDecide]],
  ['Out of Dateline:', [addExport, addSitrep]],
  ['Serving:', [addServe, addDemo, addAccounts, addKeys, addWebhooks, addAudit]],
  ['Help:', [addCompletion]],
] as const;

/** The whole command tree. Nothing heavy is loaded by it: each command loads what it needs when it runs. */
export function buildProgram(io: Io): Command {
  const program = new Command('dateline')
    .description(
      'Reads conflict reporting and keeps the record: who holds which place, since when, and on whose word.',
    )
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .configureHelp(helpFor(io))
    .configureOutput({
      writeOut: text => void io.out(text),
      writeErr: text => io.err(text),
      outputError: () => {},
    })
    .exitOverride()
    .showSuggestionAfterError()
    .addHelpText(
      'after',
      `
Examples:
  $ dateline demo                                    # the sample collection in the browser
  $ dateline read story.txt --published 2021-08-10   # the claims of one report
  $ dateline add reports/ && dateline status         # file reports, see who holds what

DATELINE_DATABASE says where the ledger is: a folder, or a postgres:// address.
Exit codes: 0 done, 1 something was refused or failed, 2 the command line is not right, 130 stopped by Ctrl-C.`,
    );
  for (const [heading, adds] of GROUPS)
    for (const add of adds) {
      const command = add(program, io);
      command.helpGroup(heading);
      for (const each of [command, ...command.commands]) inherit(each, io);
    }
  return program;
}

/** What commander does not hand down to commands made by `.command()` before it was set. */
function inherit(command: Command, io: Io): void {
  command.helpOption('-h, --help', 'print this help').configureHelp(helpFor(io));
}

const helpFor = ({ width, style }: Io): Partial<Help> => ({
  helpWidth: width,
  styleTitle: text => style.bold(text),
  styleCommandText: text => style.accent(text),
  styleSubcommandText: text => style.accent(text),
  styleOptionText: text => style.accent(text),
  styleArgumentText: text => style.accent(text),
});
