import { type Command, Option } from 'commander';
import { CliError, EXIT } from '../errors.ts';
import * as options from '../options.ts';

/** `dateline sitrep`: named now so that its place is known; it comes with a later version. */
export const addSitrep = (program: Command): Command =>
  program
    .command('sitrep')
    .summary('situation report between two dates (comes later)')
    .description(
      'A situation report between two dates. It comes in a later version; "dateline changes" lists what changed.',
    )
    .addOption(options.from().makeOptionMandatory())
    .addOption(options.to().makeOptionMandatory())
    .addOption(options.country())
    .addOption(new Option('--format <format>', 'the format').choices(['md', 'html', 'pdf']).default('md'))
    .option('--out <file>', 'write to this file instead of standard output')
    .addOption(options.database())
    .action(() => {
      throw new CliError(
        'the situation report comes in a later version: "dateline changes --from … --to …" lists what changed',
        EXIT.usage,
      );
    });
