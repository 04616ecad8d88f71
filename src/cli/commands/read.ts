import { statSync } from 'node:fs';
import type { Command } from 'commander';
import type { Reading, ReportInput } from '../../model/index.ts';
import { CliError, EXIT } from '../errors.ts';
import type { Io } from '../io.ts';
import * as options from '../options.ts';
import { printReading } from '../print/reading.ts';
import { filterLines } from './read-lines.ts';

interface ReadOptions {
  readonly published?: string;
  readonly outlet?: string;
  readonly title?: string;
  readonly json?: boolean;
  readonly jsonl?: boolean;
  readonly mentions?: boolean;
  readonly explain?: boolean;
}

/** `dateline read`: the claims of one report, filed nowhere; or a filter of JSON lines. */
export const addRead = (program: Command, io: Io): Command =>
  program
    .command('read')
    .summary('print the claims of one report')
    .description(
      'Prints the claims of one report: who holds or attacks what, what is counted, who is harmed or displaced, each with its source and ' +
        'the words it stands on, and what does not add up. Nothing is filed.',
    )
    .argument('[source]', 'a file, a web address, or - for standard input', '-')
    .addOption(options.published())
    .addOption(options.outlet())
    .addOption(options.title())
    .addOption(options.json())
    .option('--explain', 'say for each claim which frame and rules made it, and what was turned down')
    .option('--jsonl', 'filter: reports as JSON lines in, claims as JSON lines out')
    .option('--mentions', 'with --json or --jsonl: also every mention and all reported speech')
    .addHelpText(
      'after',
      `
Examples:
  $ dateline read story.txt --published 2021-08-10 --outlet "Ridge Post"
  $ dateline read https://news.example/story --json
  $ dateline read --jsonl < reports.jsonl > claims.jsonl

A line of reports.jsonl: {"id", "title", "outlet", "published", "text"}; all but the text may be missing.
A line that is no report is named by its number on standard error, the other lines go on, and the exit code is 1.`,
    )
    .action((source: string, given: ReadOptions) => readCommand(source, given, io));

async function readCommand(source: string, given: ReadOptions, io: Io): Promise<void> {
  if (given.mentions && !given.json && !given.jsonl)
    throw new CliError('--mentions goes with --json or --jsonl', EXIT.usage);
  if (given.jsonl) return filterLines(source, given, io);
  for (const input of await takeOne(source, given, io)) await readOne(input, source, given, io);
}

/** The reports of a source that is meant to be one. */
async function takeOne(source: string, given: ReadOptions, io: Io): Promise<ReportInput[]> {
  if (source !== '-' && statSync(source, { throwIfNoEntry: false })?.isDirectory())
    throw new CliError(`"${source}" is a folder: "dateline add" files all that is in it`);
  const { takeIn, takeInStdin } = await import('../../dateline/intake/index.ts');
  if (source === '-' && io.stdin.isTTY) io.err('dateline: reading standard input; end it with Ctrl-D\n');
  const taken = await all(
    source === '-'
      ? takeInStdin(io.stdin as AsyncIterable<Uint8Array>, { single: true })
      : takeIn(source, { single: true }),
  );
  return taken.map(each => {
    if (each.kind === 'refused') throw new CliError(`${each.from}: ${each.why}`);
    const { published, outlet, title } = given;
    return {
      ...each.input,
      published: each.input.published ?? published,
      outlet: each.input.outlet ?? outlet,
      title: each.input.title ?? title,
    };
  });
}

async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const found: Item[] = [];
  for await (const item of items) found.push(item);
  return found;
}

async function readOne(input: ReportInput, source: string, given: ReadOptions, io: Io): Promise<void> {
  const { read, explain } = await import('../../dateline.ts');
  const { reading, explanation } = given.explain
    ? await explain(input)
    : { reading: await read(input), explanation: undefined };
  if (reading.unread)
    throw new CliError(`${source === '-' ? 'standard input' : source}: not read: ${reading.unread}`);
  if (given.json)
    await io.out(
      `${JSON.stringify({ ...jsonOf(input, reading, given.mentions === true), ...(explanation ? { explanation } : {}) }, null, 2)}\n`,
    );
  else
    await io.out(
      printReading(
        { title: input.title ?? null, outlet: input.outlet ?? null, published: input.published ?? null },
        reading,
        io,
        explanation,
      ),
    );
}

/** A reading as `--json` and `--jsonl` give it. `id` is the one that the report came in with. */
export const jsonOf = (
  input: ReportInput,
  reading: Reading,
  withMentions: boolean,
): Record<string, unknown> => ({
  id: input.id ?? reading.report,
  main: reading.main,
  claims: reading.claims,
  discrepancies: reading.discrepancies,
  ...(withMentions ? { mentions: reading.mentions, speech: reading.speech } : {}),
  ...(reading.unread ? { unread: reading.unread } : {}),
});
