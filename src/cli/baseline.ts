import { readFile } from 'node:fs/promises';
import { readCsv } from '../dateline/intake/index.ts';
import { type Asker, type BaselineRow, isCalendarDate, type Ledger } from '../model/index.ts';
import { CliError } from './errors.ts';
import { placeOrThrow } from './places.ts';

/** What the head line of a baseline may call its columns. */
const COLUMNS = {
  place: ['place', 'place_id', 'id'],
  placeName: ['place_name', 'placename', 'name'],
  side: ['side', 'holder', 'side_id'],
  sideName: ['side_name', 'sidename', 'holder_name'],
  from: ['from', 'since', 'date'],
} as const;

type Cells = Readonly<Record<keyof typeof COLUMNS, string>>;

/**
 * A baseline from a CSV file: who held which place from which day on. Columns place (id or name) or place_name, side, from; and
 * side_name where the side is to be shown by another name. A bad row is named by its line, and nothing is taken.
 */
export async function readBaseline(
  path: string,
  ledger: Ledger,
  by: Asker,
  country?: string,
): Promise<BaselineRow[]> {
  const rows = readCsv(await readFile(path, 'utf8'));
  if (rows.length === 0) throw new CliError(`${path}: there is no row in it`);
  const sides = new Map((await ledger.sides(by)).map(side => [side.side, side.name]));
  const read: BaselineRow[] = [];
  for (const { line, cells } of rows) {
    try {
      read.push(await rowOf(named(cells), ledger, by, sides, country));
    } catch (error) {
      throw new CliError(`${path}, line ${line}: ${(error as Error).message}`);
    }
  }
  return read;
}

const named = (cells: Readonly<Record<string, string>>): Cells =>
  Object.fromEntries(
    Object.entries(COLUMNS).map(([field, names]) => [
      field,
      names.map(name => cells[name]).find(Boolean) ?? '',
    ]),
  ) as Cells;

async function rowOf(
  cells: Cells,
  ledger: Ledger,
  by: Asker,
  sides: ReadonlyMap<string, string>,
  country: string | undefined,
): Promise<BaselineRow> {
  const given = cells.place || cells.placeName;
  if (given === '') throw new CliError('it names no place: there must be a column "place"');
  if (cells.side === '') throw new CliError(`it names no side for "${given}": there must be a column "side"`);
  if (!isCalendarDate(cells.from))
    throw new CliError(`"${cells.from}" is no date: write YYYY-MM-DD in the column "from"`);
  const place = await placeOrThrow(ledger, by, given, country);
  return {
    place: place.id,
    placeName: cells.placeName || place.name,
    side: cells.side,
    sideName: cells.sideName || (sides.get(cells.side) ?? cells.side),
    from: cells.from,
  };
}
