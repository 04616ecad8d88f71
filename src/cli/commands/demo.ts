import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Command, Option } from 'commander';
import type { LocalLedger } from '../../dateline.ts';
import {
  type Filing,
  isCalendarDate,
  type Ledger,
  LedgerError,
  type ReportInput,
} from '../../model/index.ts';
import { readBaseline } from '../baseline.ts';
import { CliError } from '../errors.ts';
import type { Io } from '../io.ts';
import { askerOf } from '../ledger.ts';
import { printSummary } from '../print/filings.ts';
import { count, day } from '../print/words.ts';
import { showProgress } from '../progress.ts';
import { version } from '../version.ts';
import { localOrThrow, port, serveUntilStopped } from './serve.ts';

/** What a collection says of itself. */
interface Collection {
  readonly name: string;
  readonly country: string;
  readonly defaultAt: string;
  readonly baseline?: {
    readonly file: string;
    readonly name: string;
    readonly known: string;
    readonly why: string;
  };
}

/** What the build was made from: another reader files the collection anew. */
const STAMPS = fileURLToPath(new URL('../../.build.json', import.meta.url));
const SAMPLE = fileURLToPath(new URL('../../../collections/afghanistan-2021/', import.meta.url));

/** `dateline demo`: the sample collection in a ledger of its own, served on this machine. */
export const addDemo = (program: Command, io: Io): Command =>
  program
    .command('demo')
    .summary('serve the sample collection in a ledger of its own')
    .description(
      'Files the sample collection (Afghanistan, August 2021: invented dispatches, written from public facts) in a ledger of its own in ' +
        'the folder for temporary files, and serves it on this machine. Your own ledger is not touched.',
    )
    .addOption(port())
    .addOption(new Option('--fresh', 'file it all anew'))
    .action((given: { readonly port: number; readonly fresh?: boolean }) => demoCommand(given, io));

async function demoCommand(
  given: { readonly port: number; readonly fresh?: boolean },
  io: Io,
): Promise<void> {
  const collection = JSON.parse(readFileSync(join(SAMPLE, 'collection.json'), 'utf8')) as Collection;
  const dispatches = readDispatches();
  const folder = demoFolder(dispatches);
  if (given.fresh) rmSync(folder, { recursive: true, force: true });
  io.err(
    `dateline: ${collection.name}: ${count(dispatches.length, 'dispatch', 'dispatches')} in the ledger ${folder}\n`,
  );
  const { ledger, told } = await openFiled(folder, collection, dispatches, io);
  await serveUntilStopped(io, ledger, { port: given.port, host: '127.0.0.1', open: true }, told);
}

interface Filed {
  readonly ledger: LocalLedger;
  /** What there is to see in it, for people. */
  readonly told: string[];
}

/** The demo's ledger, filed. One that an unfinished or older Dateline left unusable holds nothing of anybody's: it is made anew. */
async function openFiled(
  folder: string,
  collection: Collection,
  dispatches: readonly ReportInput[],
  io: Io,
): Promise<Filed> {
  const wasThere = existsSync(join(folder, 'data'));
  try {
    return await tryToOpenFiled(folder, collection, dispatches, io);
  } catch (error) {
    if (!wasThere || isOfPeople(error)) throw error;
    const why = (error as Error).message.split('\n')[0];
    io.err(`dateline: the ledger of an earlier start cannot be used (${why}): filing it all anew\n`);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return tryToOpenFiled(folder, collection, dispatches, io);
  }
}

/** Whether somebody has the ledger open, or the command itself is wrong: filing anew would not help, and might harm. */
const isOfPeople = (error: unknown): boolean =>
  error instanceof CliError || (error instanceof LedgerError && error.code === 'held');

async function tryToOpenFiled(
  folder: string,
  collection: Collection,
  dispatches: readonly ReportInput[],
  io: Io,
): Promise<Filed> {
  const { openLedger } = await import('../../dateline.ts');
  const opened = await openLedger({
    database: folder,
    create: true,
    command: 'dateline demo',
    demo: true,
    onWait: (message: string) => io.err(`dateline: ${message}\n`),
  });
  const ledger = localOrThrow(opened);
  try {
    const filings = await fileCollection(ledger, collection, dispatches, io);
    return { ledger, told: [...(await tellCollection(ledger, collection, filings, io)), ''] };
  } catch (error) {
    await ledger.close();
    throw error;
  }
}

const readDispatches = (): ReportInput[] =>
  readdirSync(join(SAMPLE, 'dispatches'))
    .filter(name => name.endsWith('.json'))
    .sort()
    .map(name => JSON.parse(readFileSync(join(SAMPLE, 'dispatches', name), 'utf8')) as ReportInput);

/** A folder for this person, build and collection: a second start finds everything filed. */
function demoFolder(dispatches: readonly ReportInput[]): string {
  const built = existsSync(STAMPS) ? readFileSync(STAMPS, 'utf8').replace(/"web": .*/, '') : version;
  const hash = createHash('sha256')
    .update(built)
    .update(JSON.stringify(dispatches))
    .digest('hex')
    .slice(0, 8);
  const folder = join(tmpdir(), `dateline-demo-${userInfo().uid}-${hash}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}

async function fileCollection(
  ledger: Ledger,
  collection: Collection,
  dispatches: readonly ReportInput[],
  io: Io,
): Promise<Filing[]> {
  const by = askerOf(io.env);
  const { baseline } = collection;
  const taken = (await ledger.decisions(by)).some(each => each.ruling.kind === 'baseline');
  if (baseline && !taken) {
    if (!isCalendarDate(baseline.known))
      throw new CliError(`collection.json: "${baseline.known}" is no date`);
    const rows = await readBaseline(join(SAMPLE, baseline.file), ledger, by);
    await ledger.decide(
      by,
      { kind: 'baseline', name: baseline.name, rows },
      baseline.why,
      `${baseline.known}T00:00:00.000Z`,
    );
  }
  const progress = showProgress(io, 'filed');
  const filings = await ledger.add(by, dispatches, () => progress.step());
  progress.end();
  return filings;
}

/** What there is to see, from the record itself. */
async function tellCollection(
  ledger: Ledger,
  { country, defaultAt }: Collection,
  filings: readonly Filing[],
  { env, style }: Io,
): Promise<string[]> {
  const by = askerOf(env);
  const open = (await ledger.discrepancies(by, { open: true })).length;
  const rows = await ledger.status(by, { country, at: defaultAt });
  const held = new Map<string, number>();
  for (const row of rows) if (row.holder) held.set(row.holder.name, (held.get(row.holder.name) ?? 0) + 1);
  const most = [...held].sort((a, b) => b[1] - a[1]).map(([name, n]) => `${name} ${n}`);
  return [
    `${style.bold('Filed')}: ${printSummary(filings)}.`,
    `${style.bold(`On ${day(defaultAt)}`)}: ${count(rows.length, 'place')} on record${most.length ? `, held by ${most.join(', ')}` : ''}; ${count(open, 'open discrepancy', 'open discrepancies')}.`,
  ];
}
