import { type Command, Option } from 'commander';
import { SITREP_FORMATS, type SitrepFormat } from '../../model/index.ts';
import { fileOut } from '../file-out.ts';
import type { Io } from '../io.ts';
import { type LedgerChoice, withLedger } from '../ledger.ts';
import * as options from '../options.ts';

type Given = LedgerChoice & {
  readonly from: string;
  readonly to: string;
  readonly country?: string;
  readonly knownAt?: string;
  readonly format: SitrepFormat;
  readonly json?: boolean;
  readonly out?: string;
  readonly withNames?: boolean;
};

/** `dateline sitrep`: a situation report between two days. */
export const addSitrep = (program: Command, io: Io): Command =>
  program
    .command('sitrep')
    .summary('situation report between two days')
    .description(
      'What changed between two days, the map, what is disputed and figures of people, every sentence with its sources and the words it ' +
        'stands on. Private persons who spoke are masked unless --with-names is given.',
    )
    .addOption(options.from().makeOptionMandatory())
    .addOption(options.to().makeOptionMandatory())
    .addOption(options.country())
    .addOption(options.knownAt())
    .addOption(new Option('--format <format>', 'the format').choices(SITREP_FORMATS).default('md'))
    .addOption(options.out())
    .addOption(options.withNames())
    .addOption(options.json())
    .addOption(options.database())
    .action(async ({ from, to, country, knownAt, format, ...given }: Given) => {
      await withLedger(io, given, false, async (ledger, by) => {
        const asker = { ...by, withhold: given.withNames !== true };
        const query = { from, to, country, knownAt };
        if (given.json !== true)
          return fileOut(await ledger.sitrepFile(asker, { ...query, format }), given.out, io);
        const sitrep = `${JSON.stringify(await ledger.sitrep(asker, query), null, 2)}\n`;
        const bytes = (async function* () {
          yield new TextEncoder().encode(sitrep);
        })();
        return fileOut(
          { name: 'situation-report.json', mediaType: 'application/json', bytes },
          given.out,
          io,
        );
      });
    });
