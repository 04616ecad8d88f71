import { statSync } from 'node:fs';
import type { Command } from 'commander';
import type { ColumnMap, Defaults, Taken } from '../../dateline/intake/index.ts';
import type { Asker, Filing } from '../../model/index.ts';
import { CliError, EXIT } from '../errors.ts';
import { inBatches } from '../filing/batches.ts';
import { createImportMarks, type ImportMarks } from '../filing/import-marks.ts';
import { stopOnInterrupt } from '../filing/stop-on-interrupt.ts';
import { watchFolders } from '../filing/watch-folders.ts';
import type { Io } from '../io.ts';
import { type LedgerChoice, type LentLedger, withLentLedger } from '../ledger.ts';
import * as options from '../options.ts';
import { makeTally, printFiling, printList, type Tally } from '../print/filings.ts';
import { showProgress } from '../progress.ts';

interface AddOptions extends Defaults, LedgerChoice {
  readonly json?: boolean;
  readonly jsonl?: boolean;
  readonly map?: string;
  readonly quiet?: boolean;
  readonly watch?: boolean;
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
    .option('--watch', 'go on with what is added to the folders, until Ctrl-C')
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

A report is filed whole or not at all: Ctrl-C stops after those in hand, and what was filed stays filed. A long
import that was stopped, or died, goes on where it was. To have a feed polled from now on: dateline feeds add.
What was refused or could not be read is named with its reason, and the exit code is then 1.`,
    )
    .action((sources: string[], given: AddOptions) => addCommand(sources, given, io));

/** Reports handed to the ledger at a time: it reads the next ones while it files others. */
const BATCH = 48;
/** How long a report is held back for others to come with it, in milliseconds. */
const HELD_MS = 50;

async function addCommand(sources: string[], given: AddOptions, io: Io): Promise<void> {
  if (given.watch) checkWatch(sources, given);
  const stop = stopOnInterrupt(io);
  const list = given.json ? printList(io) : null;
  const tally = makeTally(filing => list?.add(filing));
  try {
    if (given.watch) await watch(sources, given, tally, stop.signal, io);
    else await fileSources(sources, given, tally, stop.signal, io);
    if (list != null) await list.end();
    else await io.out(`${tally.summary()}\n`);
    if (tally.of('refused') + tally.of('unread') > 0) io.exitCode = EXIT.failed;
    if (stop.signal.aborted && !given.watch) {
      io.err(
        'dateline: stopped; what was filed stays filed, and adding the same sources again goes on from there\n',
      );
      io.exitCode = EXIT.interrupted;
    }
  } finally {
    stop.release();
  }
}

function checkWatch(sources: readonly string[], given: AddOptions): void {
  if (given.json) throw new CliError('--watch has no end, so it does not go with --json', EXIT.usage);
  const other = sources.find(source => !statSync(source, { throwIfNoEntry: false })?.isDirectory());
  if (other != null) throw new CliError(`--watch goes with folders, and "${other}" is none`, EXIT.usage);
}

/** Files what lies in folders and what comes, the ledger open only while there is something to file. */
async function watch(
  folders: readonly string[],
  given: AddOptions,
  tally: Tally,
  signal: AbortSignal,
  io: Io,
): Promise<void> {
  io.err(`dateline: watching ${folders.join(', ')}; Ctrl-C ends it\n`);
  for await (const paths of watchFolders(folders, signal)) await fileSources(paths, given, tally, signal, io);
}

const fileSources = (
  sources: readonly string[],
  given: AddOptions,
  tally: Tally,
  signal: AbortSignal,
  io: Io,
): Promise<void> =>
  withLentLedger(io, { ...given, threads: 'many' }, (lent, by) =>
    fileAll(sources, given, tally, lent, by, signal, io),
  );

async function fileAll(
  sources: readonly string[],
  given: AddOptions,
  tally: Tally,
  lent: LentLedger,
  by: Asker,
  signal: AbortSignal,
  io: Io,
): Promise<void> {
  const progress = showProgress(io, 'filed');
  const marks = createImportMarks(lent, by, line => progress.say(`dateline: ${line}`));
  const tell = (filing: Filing, { from }: Taken): void => {
    if (filing.outcome === 'refused' || !(given.quiet || given.json))
      progress.say(printFiling(filing, from, io));
    progress.step();
  };
  try {
    for await (const batch of inBatches(takeAll(sources, given, io, marks), BATCH, HELD_MS)) {
      if (signal.aborted) break;
      const reports = batch.filter(taken => taken.kind === 'report');
      const filed = await lent.ledger.add(
        by,
        reports.map(taken => taken.input),
        (filing, i) => tell(filing, reports[i]!),
      );
      for (const taken of batch) {
        const filing =
          taken.kind === 'report'
            ? filed.shift()!
            : ({ outcome: 'refused', input: taken.from, why: taken.why } as const);
        if (taken.kind === 'refused') tell(filing, taken);
        await tally.add(filing);
        await marks.step(taken.mark, filing.outcome);
      }
      await lent.giveWay();
    }
  } finally {
    await marks.end(!signal.aborted).catch(() => {});
    progress.end();
  }
}

async function* takeAll(
  sources: readonly string[],
  given: AddOptions,
  io: Io,
  marks: ImportMarks,
): AsyncGenerator<Taken> {
  const { parseColumnMap, takeIn, takeInStdin } = await import('../../dateline/intake/index.ts');
  const map = mapOrThrow(given.map, parseColumnMap);
  const options = { ...given, map, doneOf: (source: string) => marks.doneOf(source) };
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
