import type { Command } from 'commander';
import { sayRollUps } from '../../dateline/views/roll-ups.ts';
import { saySites } from '../../dateline/views/say-roll-up.ts';
import type { Asker, Ledger, Moment, StatusRow } from '../../model/index.ts';
import type { Io } from '../io.ts';
import { type LedgerChoice, withLedger } from '../ledger.ts';
import * as options from '../options.ts';
import { printChanges } from '../print/changes.ts';
import type { Page } from '../print/claim.ts';
import { printDiscrepancyList } from '../print/discrepancies.ts';
import { printHistory } from '../print/history.ts';
import { printReports } from '../print/reports.ts';
import { printSearch } from '../print/search.ts';
import { printStatus } from '../print/status.ts';
import { countryName, day, instant } from '../print/words.ts';

type Given = Moment &
  LedgerChoice & {
    readonly json?: boolean;
    readonly country?: string;
    readonly open?: boolean;
    readonly limit?: number;
    readonly from?: string;
    readonly to?: string;
  };

/** Opens the ledger, asks, and prints the answer as JSON or for a person. */
async function view<Answer>(
  io: Io,
  given: Given,
  ask: (ledger: Ledger, by: Asker) => Promise<Answer>,
  print: (answer: Answer, page: Page) => string,
): Promise<void> {
  const answer = await withLedger(io, given, false, ask);
  await io.out(given.json ? `${JSON.stringify(answer, null, 2)}\n` : print(answer, io));
}

const momentOf = ({ at, knownAt }: Given): Moment => ({ at, knownAt });

export const addStatus = (program: Command, io: Io): Command =>
  program
    .command('status')
    .summary('who holds which place')
    .description('Who holds which place at a date, as known at a date, with how sure that is.')
    .argument('[place]', 'a place by name or id, with the sites and places in it; all where none is named')
    .addOption(options.country())
    .addOption(options.at())
    .addOption(options.knownAt())
    .addOption(options.json())
    .addOption(options.database())
    .addHelpText(
      'after',
      `
Basis:
  confirmed  two independent origins, or the loser’s own admission
  reported   one origin that does not gain by it
  claimed    only a side that gains by it says so
  disputed   a live denial or contradiction stands against it
  assumed    taken from a baseline
  decided    ruled by an analyst`,
    )
    .action(async (place: string | undefined, given: Given) => {
      let when = '',
        at = '';
      await view(
        io,
        given,
        async (ledger, by) => {
          const rows = await ledger.status(by, {
            ...momentOf(given),
            country: given.country,
            place,
            within: place != null,
          });
          if (given.json) return rows;
          const { defaultAt } = await ledger.extent(by);
          when = whenWords(given, defaultAt);
          at = given.at ?? defaultAt;
          return rows;
        },
        (rows, page) => printStatus(rows, when, page, { at, sums: sumsOf(rows, place) }),
      );
    });

/** The rows rolled up: sites in other hands than their place, and how many of a set each side holds. */
const sumsOf = (rows: readonly StatusRow[], place: string | undefined): string[] => {
  const [first] = place == null ? [] : rows.filter(row => row.place.kind !== 'site');
  const sites = first == null ? null : saySites(rows, first.place.id);
  return [...(sites == null ? [] : [sites]), ...sayRollUps(rows)];
};

function whenWords(given: Given, defaultAt: string): string {
  const where = countryName(given.country);
  const known = given.knownAt
    ? `as known at ${instant(given.knownAt.length === 10 ? `${given.knownAt}T23:59:59.999Z` : new Date(given.knownAt).toISOString())}`
    : 'as known now';
  return [where, `On ${day(given.at ?? defaultAt)}`, known].filter(Boolean).join(' · ');
}

export const addHistory = (program: Command, io: Io): Command =>
  program
    .command('history')
    .summary('one place through time, with the words it stands on')
    .description(
      'Who held a place and since when, how belief in it changed, and the words that each change stands on.',
    )
    .argument('<place>', 'a place by name or id')
    .addOption(options.at())
    .addOption(options.knownAt())
    .addOption(options.json())
    .addOption(options.database())
    .action((place: string, given: Given) =>
      view(io, given, (ledger, by) => ledger.history(by, place, momentOf(given)), printHistory),
    );

export const addDiscrepancies = (program: Command, io: Io): Command =>
  program
    .command('discrepancies')
    .summary('what does not add up')
    .description('Statements that cannot all stand, in one sentence each, and what settled them.')
    .option('--open', 'only those that nothing has settled')
    .addOption(options.country())
    .addOption(options.at())
    .addOption(options.knownAt())
    .addOption(options.json())
    .addOption(options.database())
    .action((given: Given) =>
      view(
        io,
        given,
        (ledger, by) =>
          ledger.discrepancies(by, { ...momentOf(given), country: given.country, open: given.open }),
        printDiscrepancyList,
      ),
    );

export const addReports = (program: Command, io: Io): Command =>
  program
    .command('reports')
    .summary('the reports on file')
    .description('The reports on file, with their origin: which of them carry another’s text.')
    .addOption(options.knownAt())
    .addOption(options.json())
    .addOption(options.database())
    .action((given: Given) =>
      view(io, given, (ledger, by) => ledger.reports(by, momentOf(given)), printReports),
    );

export const addChanges = (program: Command, io: Io): Command =>
  program
    .command('changes')
    .summary('what changed between two days')
    .description('What changed hands between two days, a sentence each.')
    .addOption(options.from())
    .addOption(options.to())
    .addOption(options.country())
    .addOption(options.knownAt())
    .addOption(options.json())
    .addOption(options.database())
    .action((given: Given) =>
      view(
        io,
        given,
        (ledger, by) =>
          ledger.changes(by, {
            from: given.from,
            to: given.to,
            country: given.country,
            knownAt: given.knownAt,
          }),
        printChanges,
      ),
    );

export const addSearch = (program: Command, io: Io): Command =>
  program
    .command('search')
    .summary('find reports, claims and places by words')
    .description(
      'Reports, claims and places by words, best first. What names a person who is withheld finds nothing.',
    )
    .argument('<words...>', 'the words to look for')
    .addOption(options.knownAt())
    .addOption(options.limit())
    .addOption(options.json())
    .addOption(options.database())
    .action((words: string[], given: Given) =>
      view(
        io,
        given,
        (ledger, by) => ledger.search(by, words.join(' '), { knownAt: given.knownAt, limit: given.limit }),
        printSearch,
      ),
    );
