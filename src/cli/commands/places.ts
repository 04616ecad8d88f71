import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { LedgerError, type PlaceMatch, type PlacesImport } from '../../model/index.ts';
import type { Io } from '../io.ts';
import { type LedgerChoice, withLedger } from '../ledger.ts';
import * as options from '../options.ts';
import { placeOrThrow } from '../places.ts';
import { printDecision } from '../print/decisions.ts';
import { printPlaces } from '../print/places.ts';

interface Given extends LedgerChoice {
  readonly country?: string;
  readonly json?: boolean;
  readonly why?: string;
}

const ONE = { places: 'place', boundaries: 'boundary' } as const;
/** How many names that fitted nothing are shown. */
const SHOWN = 8;

/** `dateline places find|import|merge`: which places there are. */
export function addPlaces(program: Command, io: Io): Command {
  const places = program
    .command('places')
    .summary('which places a name could mean; add your own')
    .description('Finds places by name, takes in your own files of places, and joins two that are one.');
  places
    .command('find <name>', { isDefault: true })
    .description('The places that a name could mean, likeliest first, with the ids that other commands take.')
    .addOption(options.country())
    .addOption(options.json())
    .addOption(options.database())
    .action((name: string, given: Given) => find(io, name, given));
  places
    .command('import <file>')
    .description('Take in a GeoNames country file (AF.txt) or boundary GeoJSON (OCHA COD-AB, geoBoundaries).')
    .addOption(options.country())
    .addOption(options.json())
    .addHelpText(
      'after',
      `
They are kept on this machine (DATELINE_PLACES says where) and count from the next command, or the next start of a server.
Reports that are filed already are read with them by "dateline reread".`,
    )
    .action((file: string, given: Given) => take(io, file, given));
  places
    .command('merge <from> <into>')
    .description(
      'Two ids are one place: everything on the first moves to the second. A decision, as "decide merge-places".',
    )
    .option('--why <text>', 'the reason, kept with the decision', 'one place under two names')
    .addOption(options.json())
    .addOption(options.database())
    .action((from: string, into: string, given: Given) => merge(io, from, into, given));
  return places;
}

async function find(io: Io, name: string, given: Given): Promise<void> {
  const found = await matches(io, name, given);
  await io.out(given.json ? `${JSON.stringify(found, null, 2)}\n` : printPlaces(found, io));
}

/** Where there is no ledger, what the gazetteer knows. */
async function matches(io: Io, name: string, given: Given): Promise<readonly PlaceMatch[]> {
  try {
    return await withLedger(io, given, false, (ledger, by) => ledger.findPlaces(by, name, given.country));
  } catch (error) {
    if (!(error instanceof LedgerError) || error.code !== 'missing') throw error;
    const { findKnownPlaces } = await import('../../dateline.ts');
    return findKnownPlaces(name, given.country);
  }
}

async function take(io: Io, file: string, given: Given): Promise<void> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new LedgerError('invalid', `"${file}" ${missing ? 'is not there' : 'cannot be read'}`);
  }
  const { importPlaces } = await import('../../dateline.ts');
  const taken = await importPlaces(text, given.country);
  await io.out(given.json ? `${JSON.stringify(taken, null, 2)}\n` : `${said(taken)}\n`);
}

function said({ kind, added, refused, unmatched, folder }: PlacesImport): string {
  const what = added === 1 ? ONE[kind] : kind,
    lines = [`${added.toLocaleString('en')} ${what} taken in, kept in ${folder}`];
  for (const { line, why } of refused.slice(0, SHOWN)) lines.push(`line ${line} left out: ${why}`);
  if (refused.length > SHOWN) lines.push(`and ${refused.length - SHOWN} more lines left out`);
  if (unmatched.length > 0)
    lines.push(
      `no division fits ${unmatched.length}: ${unmatched.slice(0, SHOWN).join(', ')}${unmatched.length > SHOWN ? '…' : ''}`,
    );
  return lines.join('\n');
}

async function merge(io: Io, from: string, into: string, given: Given): Promise<void> {
  const taken = await withLedger(io, given, false, async (ledger, by) =>
    ledger.decide(
      by,
      {
        kind: 'merge-places',
        from: (await placeOrThrow(ledger, by, from)).id,
        into: (await placeOrThrow(ledger, by, into)).id,
      },
      given.why!,
    ),
  );
  await io.out(given.json ? `${JSON.stringify(taken, null, 2)}\n` : `${printDecision(taken, io)}\n`);
}
