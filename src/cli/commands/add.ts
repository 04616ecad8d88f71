import { createReadStream } from 'node:fs';
import type { Command } from 'commander';
import type { Defaults, Taken } from '../../dateline/intake/index.ts';
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
  readonly quiet?: boolean;
}

/** `dateline add`: reads reports and files them. */
export const addAdd = (program: Command, io: Io): Command =>
  program
    .command('add')
    .summary('read reports and file them in the ledger')
    .description(
      'Reads reports and files them in the ledger. A source is a text file, a saved web page, a JSON or JSON lines file, a folder of them, ' +
        'or a web address. A report that was filed before changes nothing.',
    )
    .argument('<source...>', 'files, folders, web addresses; with --jsonl also - for standard input')
    .option('--jsonl', 'the sources are JSON lines, one report a line')
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
  const { takeIn, takeInLines, takeInStdin } = await import('../../dateline/intake/index.ts');
  for (const source of sources) {
    if (source === '-' && given.jsonl)
      yield* takeInLines(io.stdin as AsyncIterable<Uint8Array>, 'standard input');
    else if (source === '-') yield* await takeInStdin(io.stdin as AsyncIterable<Uint8Array>);
    else if (given.jsonl) yield* takeInLines(openOrThrow(source), source);
    else yield* takeIn(source, given);
  }
}

/** A stream of a file; a missing one throws when it is read, with its path. */
const openOrThrow = (path: string): AsyncIterable<Uint8Array> => {
  if (path.includes('\0')) throw new CliError(`"${path}" is no path`);
  return createReadStream(path);
};

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
