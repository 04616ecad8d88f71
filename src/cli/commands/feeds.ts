import type { Command } from 'commander';
import type { WorkDone } from '../../dateline.ts';
import type { Asker, Ledger } from '../../model/index.ts';
import { CliError, EXIT } from '../errors.ts';
import { stopOnInterrupt } from '../filing/stop-on-interrupt.ts';
import type { Io } from '../io.ts';
import { type LedgerChoice, withLedger } from '../ledger.ts';
import * as options from '../options.ts';
import { printFeeds } from '../print/incoming.ts';
import { count } from '../print/words.ts';
import { showProgress } from '../progress.ts';

interface Given extends LedgerChoice {
  readonly json?: boolean;
}

/** `dateline feeds …`: which feeds are watched. */
export function addFeeds(program: Command, io: Io): Command {
  const feeds = program
    .command('feeds')
    .summary('feeds that are watched, and polling them')
    .description(
      'Feeds (RSS, Atom, JSON Feed) that are watched: each new article is fetched where the feed carries only a summary, read and filed. ' +
        'A running "dateline serve" polls them by itself, politely: what has not changed is not sent again, robots.txt is followed, and ' +
        'each host is asked one thing at a time.',
    );
  const sub = (usage: string, text: string): Command =>
    feeds.command(usage).description(text).addOption(options.json()).addOption(options.database());
  sub('list', 'The feeds that are watched.').action(async (given: Given) => {
    const rows = await withLedger(io, given, true, (ledger, by) => ledger.incoming.feeds(by));
    await io.out(given.json ? `${JSON.stringify(rows, null, 2)}\n` : printFeeds(rows, io));
  });
  sub('add', 'Watch feeds: addresses of feeds, or OPML files that list them.')
    .argument('<feed...>', 'web addresses, or OPML files')
    .action(async (sources: string[], given: Given) => {
      const { listFeedsOf } = await import('../../dateline/intake/index.ts');
      const wanted = (await Promise.all(sources.map(listFeedsOf))).flat();
      const { added, refused } = await withLedger(io, given, true, (ledger, by) =>
        ledger.incoming.addFeeds(by, wanted),
      );
      for (const { why } of refused) io.err(`refused  ${why}\n`);
      if (refused.length > 0) io.exitCode = EXIT.failed;
      const before = wanted.length - added.length - refused.length;
      const told = [
        `${count(added.length, 'feed')} added`,
        ...(before > 0 ? [`${before} watched before`] : []),
        ...(refused.length > 0 ? [`${refused.length} refused`] : []),
      ];
      await io.out(
        given.json
          ? `${JSON.stringify(added, null, 2)}\n`
          : `${told.join(', ')}. A running server polls them; "dateline feeds poll" does it now.\n`,
      );
    });
  sub('remove', 'End the watching of feeds; what was filed from them stays.')
    .argument('<feed...>', 'their addresses, as listed')
    .action(async (addresses: string[], given: Given) => {
      await withLedger(io, given, false, async (ledger, by) => {
        for (const address of addresses) await ledger.incoming.removeFeed(by, address);
      });
      if (!given.json) await io.out(`${count(addresses.length, 'feed')} removed\n`);
    });
  sub('poll', 'Poll feeds now, and file what is new.')
    .argument('[feed...]', 'their addresses, as listed; all unless told')
    .action((addresses: string[], given: Given) => poll(addresses, given, io));
  return feeds;
}

async function poll(addresses: readonly string[], given: Given, io: Io): Promise<void> {
  const told = addresses.length > 0 ? addresses : undefined;
  await withLedger(io, { ...given, threads: 'many' }, false, async (ledger, by) => {
    const due = await ledger.incoming.pollFeeds(by, told);
    if (due === 0) throw new CliError('no feed is watched yet: "dateline feeds add ADDRESS" adds one');
    if ('startWork' in ledger) await work(ledger as Parameters<typeof work>[0], by, given, io);
    else
      await io.out(`The server polls ${count(due, 'feed')} now: "dateline jobs list" shows how it goes.\n`);
  });
}

/** Does what is due in this process, and tells what came of it. */
async function work(
  ledger: Ledger & Pick<import('../../dateline.ts').LocalLedger, 'startWork'>,
  by: Asker,
  given: Given,
  io: Io,
): Promise<void> {
  const stop = stopOnInterrupt(io);
  const progress = showProgress(io, 'done');
  const done: WorkDone[] = [];
  const running = ledger.startWork({
    onDone: each => {
      done.push(each);
      if (!given.json) progress.say(line(each));
      progress.step();
    },
    onError: error => progress.say(`dateline: ${(error as Error).message}`),
  });
  await Promise.race([
    running.idle(),
    new Promise<void>(resolve => stop.signal.addEventListener('abort', () => resolve())),
  ]);
  await running.stop();
  stop.release();
  progress.end();
  const { counts } = await ledger.incoming.jobs(by, { limit: 1 });
  const articles = done.filter(each => each.kind === 'article' && each.state === 'done').length;
  const problems = done.filter(each => each.problem != null).length;
  if (given.json) await io.out(`${JSON.stringify({ done, counts }, null, 2)}\n`);
  else
    await io.out(
      `${count(articles, 'article')} done${problems > 0 ? `, ${count(problems, 'problem')}: "dateline jobs list" shows them` : ''}\n`,
    );
  if (problems > 0) io.exitCode = EXIT.failed;
  if (stop.signal.aborted) io.exitCode = EXIT.interrupted;
}

/** @example 'poll     https://ridge.example/feed.xml: 12 new' */
const line = ({ kind, name, state, result, problem }: WorkDone): string =>
  `${(problem == null ? kind : state === 'dead' ? 'given up' : 'again').padEnd(9)} ${name}: ${problem ?? result}`;
