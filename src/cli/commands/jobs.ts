import { type Command, InvalidArgumentError, Option } from 'commander';
import { JOB_STATES, type JobState } from '../../model/index.ts';
import type { Io } from '../io.ts';
import { type LedgerChoice, withLedger } from '../ledger.ts';
import * as options from '../options.ts';
import { printJobs } from '../print/incoming.ts';
import { count } from '../print/words.ts';

interface Given extends LedgerChoice {
  readonly json?: boolean;
  readonly state?: JobState;
  readonly limit?: number;
}

/** `dateline jobs …`: the queue of what comes in. */
export function addJobs(program: Command, io: Io): Command {
  const jobs = program
    .command('jobs')
    .summary('the queue: what waits, what was given up and why, long imports')
    .description(
      'Work that is queued: feeds to poll, articles to fetch and file. What fails is tried again after ever longer pauses, seven times, and ' +
        'then given up with its reason. The queue survives a crash.',
    );
  const sub = (usage: string, text: string): Command =>
    jobs.command(usage).description(text).addOption(options.json()).addOption(options.database());
  const show = async (given: Given, state: JobState | undefined): Promise<void> => {
    const { limit } = given;
    const list = await withLedger(io, given, true, (ledger, by) =>
      ledger.incoming.jobs(by, { state, limit }),
    );
    await io.out(given.json ? `${JSON.stringify(list, null, 2)}\n` : printJobs(list, io, state ?? null));
  };
  sub('list', 'What waits, runs or was given up, and how far long imports have come.')
    .addOption(new Option('--state <state>', 'jobs of this state only').choices([...JOB_STATES]))
    .addOption(options.limit())
    .action((given: Given) => show(given, given.state));
  sub('dead', 'What was given up, each with its reason.')
    .addOption(options.limit())
    .action((given: Given) => show(given, 'dead'));
  sub('retry', 'Try again what was given up.')
    .argument('[job...]', 'their numbers; all unless told', parseNumber)
    .action(async (ids: number[] | undefined, given: Given) => {
      const n = await withLedger(io, given, false, (ledger, by) => ledger.incoming.retryJobs(by, ids));
      const then = n > 0 ? ': a running server does them, or "dateline feeds poll"' : '';
      await io.out(given.json ? `${JSON.stringify(n)}\n` : `${count(n, 'job')} waiting again${then}\n`);
    });
  return jobs;
}

function parseNumber(value: string, before: number[] | undefined): number[] {
  if (!/^\d{1,15}$/.test(value)) throw new InvalidArgumentError('Write the number of a job, as listed.');
  return [...(before ?? []), Number(value)];
}
