import type { Command } from 'commander';
import type { ColumnMap, Defaults, Taken } from '../../dateline/intake/index.ts';
import type { Asker, Filing, Ledger } from '../../model/index.ts';
import { CliError, EXIT } from '../errors.ts';
import type { Io } from '../io.ts';
import { type LedgerChoice, withLedger } from '../ledger.ts';
import * as options from '../options.ts';
import { printFiling, printSummary } from '../print/filings.ts';
import { showProgress } from '../progress.ts';

interface AddOptions extends Defaults, LedgerChoice {
  readonly json?: boolean;
  readonly jsonl?: boolean;
  readonly map?: string;
  readonly quiet?: boolean;
}

/** `dateline add`: reads reports and files them. */
export const addAdd = (program: Command, io: Io): Command =>
  program
    .command('add')
    .summary('read reports and file them in the ledger')
    .description(
      'Reads reports and files them in the ledger. A source is a file (text, saved web page, PDF, mail, JSON, ninjs, NewsML-G2), an archive ' +
        '(WARC, JSON lines, CSV; packed with gzip or not), a folder of them, a web address, a feed or an OPML list of feeds. A report that ' +
        'was filed before changes nothing.',
    )
    .argument('<source...>', 'files, folders, web addresses, feeds; - for standard input')
    .option('--jsonl', 'the sources are JSON lines, one report a line')
    .option('--map <fields>', 'columns of a table, or keys of JSON lines, by field: title=headline,text=body')
    .addOption(options.published())
    .addOption(options.outlet())
    .addOption(options.title())
    .addOption(options.json())
    .option('-q, --quiet', 'print only the summary')
    .addOption(options.database())
    .addHelpText(
      'after',
      `
Examples:
  $ dateline add reports/ --outlet "Ridge Post"
  $ dateline add news-20240302.warc.gz
  $ dateline add articles.csv --map title=Headline,text=Body,published=Date
  $ dateline add https://news.example/feed.xml
  $ dateline add --jsonl - < reports.jsonl

Each report is filed by itself: Ctrl-C stops after the one in hand, and what was filed stays filed.
What was refused or could not be read is named with its reason, and the exit code is then 1.`,
    )
    .action((sources: string[], given: AddOptions) => addCommand(sources, given, io));

async function addCommand(sources: string[], given: AddOptions, io: Io): Promise<void> {
  const stop = stopOnInterrupt(io);
  const filings = await withLedger(io, given, true, (ledger, by) =>
    fileAll(sources, given, ledger, by, stop.signal, io),
  );
  stop.release();
  if (given.json) await io.out(`${JSON.stringify(filings, null, 2)}\n`);
  else await io.out(`${printSummary(filings)}\n`);
  if (filings.some(filing => filing.outcome === 'refused' || filing.outcome === 'unread'))
    io.exitCode = EXIT.failed;
  if (stop.signal.aborted) {
    io.err(
      'dateline: stopped; what was filed stays filed, and adding the same sources again goes on from there\n',
    );
    io.exitCode = EXIT.interrupted;
  }
}

async function fileAll(
  sources: readonly string[],
  given: AddOptions,
  ledger: Ledger,
  by: Asker,
  signal: AbortSignal,
  io: Io,
): Promise<Filing[]> {
  const progress = showProgress(io, 'filed');
  const filings: Filing[] = [];
  const tell = (filing: Filing, from: string): void => {
    filings.push(filing);
    if (filing.outcome === 'refused' || !(given.quiet || given.json))
      progress.say(printFiling(filing, from, io));
    progress.step();
  };
  for await (const taken of takeAll(sources, given, io)) {
    if (signal.aborted) break;
    if (taken.kind === 'refused') tell({ outcome: 'refused', input: taken.from, why: taken.why }, taken.from);
    else for (const filing of await ledger.add(by, [taken.input])) tell(filing, taken.from);
  }
  progress.end();
  return filings;
}

async function* takeAll(sources: readonly string[], given: AddOptions, io: Io): AsyncGenerator<Taken> {
  const { parseColumnMap, takeIn, takeInStdin } = await import('../../dateline/intake/index.ts');
  const options = { ...given, map: mapOrThrow(given.map, parseColumnMap) };
  for (const source of sources)
    yield* source === '-'
      ? takeInStdin(io.stdin as AsyncIterable<Uint8Array>, options)
      : takeIn(source, options);
}

function mapOrThrow(
  written: string | undefined,
  parse: (written: string) => ColumnMap,
): ColumnMap | undefined {
  if (written == null) return undefined;
  try {
    return parse(written);
  } catch (error) {
    throw new CliError(`--map: ${(error as Error).message}`, EXIT.usage);
  }
}

/** The first Ctrl-C asks to stop after the report in hand; a second one ends the process at once. */
function stopOnInterrupt(io: Io): { signal: AbortSignal; release: () => void } {
  const controller = new AbortController();
  const onInterrupt = (): void => {
    if (controller.signal.aborted) process.exit(EXIT.interrupted);
    controller.abort();
    io.err('dateline: stopping after the report in hand (Ctrl-C again ends at once)\n');
  };
  process.on('SIGINT', onInterrupt);
  return { signal: controller.signal, release: () => process.off('SIGINT', onInterrupt) };
}
