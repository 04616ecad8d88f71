import { basename } from 'node:path';
import type { Command } from 'commander';
import type { Asker, ClaimReference, Decision, Ledger, Ruling } from '../../model/index.ts';
import { readBaseline } from '../baseline.ts';
import type { Io } from '../io.ts';
import { type LedgerChoice, withLedger } from '../ledger.ts';
import * as options from '../options.ts';
import { placeOrThrow } from '../places.ts';
import { printDecision, printDecisions } from '../print/decisions.ts';
import { type Correction, correctionOf, referenceOrThrow, sideOrThrow } from './decide-claims.ts';

interface DecideOptions extends LedgerChoice {
  readonly why: string;
  readonly json?: boolean;
  readonly country?: string;
  readonly from?: string;
  readonly to?: string;
  readonly side?: string;
  readonly status?: 'held' | 'contested' | 'vacated';
  readonly name?: string;
  readonly knownAt?: string;
}

type Rule = (ledger: Ledger, by: Asker) => Promise<Ruling>;

/** `dateline decide …`: rulings, appended and never edited. */
export function addDecide(program: Command, io: Io): Command {
  const decide = program
    .command('decide')
    .summary('rule on a claim, a place or a discrepancy')
    .description(
      'Appends a decision to the ledger, with who took it, why and when. Undoing is another decision.',
    );
  const ruling = (usage: string, text: string): Command =>
    decide
      .command(usage)
      .description(text)
      .requiredOption('--why <text>', 'the reason, kept with the decision')
      .addOption(options.json())
      .addOption(options.database());
  const take = (given: DecideOptions, rule: Rule): Promise<void> => takeDecision(io, given, rule);

  ruling('accept <claim>', 'Accept a claim: it counts as if confirmed.').action(
    (claim: string, given: DecideOptions) =>
      take(given, async (ledger, by) => ({
        kind: 'accept',
        claim: await referenceOrThrow(ledger, by, claim),
      })),
  );
  ruling('reject <claim>', 'Reject a claim: the ledger is folded without it.').action(
    (claim: string, given: DecideOptions) =>
      take(given, async (ledger, by) => ({
        kind: 'reject',
        claim: await referenceOrThrow(ledger, by, claim),
      })),
  );
  ruling('correct <claim>', 'Correct what a claim says; what is not given stays as it was read.')
    .option('--place <place>', 'the place that it is about, by name or id')
    .addOption(options.country())
    .option('--actor <side>', 'the side that did it, by its id or name')
    .option('--no-actor', 'nobody is named')
    .addOption(options.from())
    .addOption(options.to())
    .option('--no-time', 'it is not dated')
    .option('--event <word>', 'what happened: capture, withdraw, hold, clash…')
    .action((claim: string, given: DecideOptions & Correction) => {
      // Commander gives --no-… options as true unless they are there.
      const { actor, time, ...rest } = given as unknown as { actor?: string | boolean; time?: boolean };
      const correction: Correction = {
        ...(rest as Correction),
        ...(actor === true || actor == null ? {} : { actor: actor as string | false }),
        ...(time === false ? { time } : {}),
      };
      return take(given, (ledger, by) => correctionOf(ledger, by, claim, correction));
    });
  ruling(
    'merge-events <claims...>',
    'The events that these claims tell are one happening; name a claim of each.',
  ).action((claims: string[], given: DecideOptions) => take(given, eventsRule('merge-events', claims)));
  ruling('split-events <claims...>', 'These claims tell a happening of their own.').action(
    (claims: string[], given: DecideOptions) => take(given, eventsRule('split-events', claims)),
  );
  ruling('rule <place>', 'Rule who holds a place from a day on, whatever the claims say.')
    .option('--side <side>', 'the side that holds it, by its id or name; nobody where it is left out')
    .addOption(options.from().makeOptionMandatory())
    .addOption(options.to())
    .addOption(options.status())
    .addOption(options.country())
    .action((place: string, given: DecideOptions) =>
      take(given, (ledger, by) => ruleOf(place, given, ledger, by)),
    );
  ruling(
    'baseline <file>',
    'Take a CSV of who held what from a day on, as assumed: columns place, side, from.',
  )
    .option('--name <name>', 'what to call it (default: the file’s name)')
    .addOption(options.knownAt().default(undefined, 'its earliest day'))
    .addOption(options.country())
    .action((file: string, given: DecideOptions) => takeBaseline(io, file, given));
  ruling(
    'merge-places <from> <into>',
    'Two ids are one place: everything on the first moves to the second.',
  ).action((from: string, into: string, given: DecideOptions) =>
    take(given, async (ledger, by) => ({
      kind: 'merge-places',
      from: (await placeOrThrow(ledger, by, from)).id,
      into: (await placeOrThrow(ledger, by, into)).id,
    })),
  );
  ruling('settle <discrepancy>', 'Settle a discrepancy by its id.').action(
    (discrepancy: string, given: DecideOptions) => take(given, async () => ({ kind: 'settle', discrepancy })),
  );
  ruling('undo <decision>', 'Undo an earlier decision by its id.').action(
    (decision: string, given: DecideOptions) => take(given, async () => ({ kind: 'undo', decision })),
  );
  decide
    .command('list')
    .description('Every decision, earliest first.')
    .addOption(options.json())
    .addOption(options.database())
    .action(async (given: DecideOptions) => {
      const found = await withLedger(io, given, false, (ledger, by) => ledger.decisions(by));
      await io.out(given.json ? `${JSON.stringify(found, null, 2)}\n` : printDecisions(found, io));
    });
  return decide;
}

const eventsRule =
  (kind: 'merge-events' | 'split-events', claims: readonly string[]): Rule =>
  async (ledger, by) => {
    const found: ClaimReference[] = [];
    for (const claim of claims) found.push(await referenceOrThrow(ledger, by, claim));
    return { kind, claims: found };
  };

async function takeDecision(io: Io, given: DecideOptions, rule: Rule): Promise<void> {
  const taken = await withLedger(io, given, false, async (ledger, by) =>
    ledger.decide(by, await rule(ledger, by), given.why),
  );
  await show(taken, given, io);
}

/** A baseline may come before any report, so the ledger may be new. It is known from its own date. */
async function takeBaseline(io: Io, file: string, given: DecideOptions): Promise<void> {
  const taken = await withLedger(io, given, true, async (ledger, by) => {
    const rows = await readBaseline(file, ledger, by, given.country);
    const first = rows.map(row => row.from).sort()[0]!;
    const known = given.knownAt ?? first;
    const at = known.length === 10 ? `${known}T00:00:00.000Z` : new Date(known).toISOString();
    return ledger.decide(by, { kind: 'baseline', name: given.name ?? basename(file), rows }, given.why, at);
  });
  await show(taken, given, io);
}

const show = (taken: Decision, given: DecideOptions, io: Io): Promise<void> =>
  io.out(given.json ? `${JSON.stringify(taken, null, 2)}\n` : `${printDecision(taken, io)}\n`);

async function ruleOf(place: string, given: DecideOptions, ledger: Ledger, by: Asker): Promise<Ruling> {
  const { from, to = null, status } = given;
  const side = given.side == null ? null : (await sideOrThrow(ledger, by, given.side)).side;
  return {
    kind: 'rule',
    place: (await placeOrThrow(ledger, by, place, given.country)).id,
    side,
    from: from!,
    to,
    status: status ?? (side == null ? 'vacated' : 'held'),
  };
}
