import { basename } from 'node:path';
import type { Command } from 'commander';
import {
  type Asker,
  type ClaimReference,
  type ClaimView,
  type Decision,
  type Ledger,
  LedgerError,
  type Ruling,
} from '../../model/index.ts';
import { readBaseline } from '../baseline.ts';
import type { Io } from '../io.ts';
import { type LedgerChoice, withLedger } from '../ledger.ts';
import * as options from '../options.ts';
import { placeOrThrow } from '../places.ts';
import { printDecision, printDecisions } from '../print/decisions.ts';

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
  ruling('rule <place>', 'Rule who holds a place from a day on, whatever the claims say.')
    .option('--side <side>', 'the side that holds it, by its id; nobody where it is left out')
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
  const { side = null, from, to = null, status } = given;
  const known = (await ledger.sides(by)).map(each => each.side);
  if (side != null && known.length > 0 && !known.includes(side))
    throw new LedgerError(
      'invalid',
      `no side is called "${side}" in this ledger: it knows ${known.join(', ')}`,
    );
  return {
    kind: 'rule',
    place: (await placeOrThrow(ledger, by, place, given.country)).id,
    side,
    from: from!,
    to,
    status: status ?? (side == null ? 'vacated' : 'held'),
  };
}

/** A claim by id, and by its words, so that the decision outlives a new reading. */
async function referenceOrThrow(ledger: Ledger, by: Asker, id: string): Promise<ClaimReference> {
  const [claim] = await ledger.claims(by, { ids: [id] });
  if (claim == null)
    throw new LedgerError('not-found', `no claim has the id "${id}": "dateline history" shows them`);
  return referenceTo(claim);
}

const referenceTo = (claim: ClaimView): ClaimReference => ({
  claim: claim.id,
  report: claim.report,
  in: claim.in,
  span: { start: claim.quote.start, end: claim.quote.end },
  kind: claim.kind,
  place: claim.places[0]?.id ?? null,
});
