import { type Command, Option } from 'commander';
import { EXPORT_FORMATS, type ExportFormat, type Moment } from '../../model/index.ts';
import { fileOut } from '../file-out.ts';
import type { Io } from '../io.ts';
import { type LedgerChoice, withLedger } from '../ledger.ts';
import * as options from '../options.ts';

type Given = Moment &
  LedgerChoice & {
    readonly format: ExportFormat;
    readonly country?: string;
    readonly out?: string;
    readonly withNames?: boolean;
  };

/** `dateline export`: the record as a file. */
export const addExport = (program: Command, io: Io): Command =>
  program
    .command('export')
    .summary('write the record as a file')
    .description(
      'Writes the record as a file. Private persons who spoke are masked unless --with-names is given.',
    )
    .addOption(new Option('--format <format>', 'the format').choices(EXPORT_FORMATS).makeOptionMandatory())
    .addOption(options.at())
    .addOption(options.knownAt())
    .addOption(options.country())
    .addOption(options.out())
    .addOption(options.withNames())
    .addOption(options.database())
    .addHelpText(
      'after',
      `
Formats:
  csv          who holds which place at a date, a row each
  geojson      the same as GeoJSON
  jsonl        every claim, a JSON object a line
  parquet      every claim, a row each
  annotations  every claim on its words, as W3C Web Annotations (JSON-LD)
  acled        events, in ACLED’s columns
  ucdp         events in which somebody died, in the columns of UCDP GED
  idmc         displacement, in the columns of IDMC’s updates, with HXL tags

--at leaves out what happened, or was written undated, after that day. docs/exports.md has the columns and the rules.`,
    )
    .action(async ({ format, at, knownAt, country, ...given }: Given) => {
      await withLedger(io, given, false, async (ledger, by) => {
        const asker = { ...by, withhold: given.withNames !== true };
        await fileOut(await ledger.export(asker, { format, at, knownAt, country }), given.out, io);
      });
    });
