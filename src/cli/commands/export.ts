import { writeFile } from 'node:fs/promises';
import { type Command, Option } from 'commander';
import type { Asker, ClaimView, Ledger, Moment, StatusRow } from '../../model/index.ts';
import { CliError, EXIT } from '../errors.ts';
import type { Io } from '../io.ts';
import { type LedgerChoice, withLedger } from '../ledger.ts';
import * as options from '../options.ts';
import { writeCsv } from '../print/csv.ts';

const READY = ['jsonl', 'csv', 'geojson'] as const;
const LATER = ['acled', 'ucdp', 'idmc', 'parquet', 'annotations'] as const;

type Given = Moment &
  LedgerChoice & {
    readonly format: (typeof READY)[number] | (typeof LATER)[number];
    readonly country?: string;
    readonly out?: string;
    readonly withNames?: boolean;
  };

/** `dateline export`: the record as a file. */
export const addExport = (program: Command, io: Io): Command =>
  program
    .command('export')
    .summary('write the record as CSV, GeoJSON or JSON lines')
    .description(
      'Writes the record: csv and geojson have a row for each place at a date, jsonl has every claim. Private persons who spoke are ' +
        'masked unless --with-names is given. The formats acled, ucdp, idmc, parquet and annotations come later.',
    )
    .addOption(
      new Option('--format <format>', 'the format').choices([...READY, ...LATER]).makeOptionMandatory(),
    )
    .addOption(options.at())
    .addOption(options.knownAt())
    .addOption(options.country())
    .option('--out <file>', 'write to this file instead of standard output')
    .option('--with-names', 'do not mask private persons who spoke; it is noted in the audit log')
    .addOption(options.database())
    .action((given: Given) => exportCommand(given, io));

async function exportCommand(given: Given, io: Io): Promise<void> {
  if ((LATER as readonly string[]).includes(given.format))
    throw new CliError(
      `--format ${given.format} comes in a later version: now there are ${READY.join(', ')}`,
      EXIT.usage,
    );
  const text = await withLedger(io, given, false, (ledger, by) =>
    exported(ledger, { ...by, withhold: given.withNames !== true }, given),
  );
  if (given.out == null) return io.out(text);
  await writeFile(given.out, text);
  io.err(`dateline: written to ${given.out}\n`);
}

async function exported(ledger: Ledger, by: Asker, given: Given): Promise<string> {
  const { at, knownAt, country } = given;
  if (given.format === 'jsonl') {
    const claims = await ledger.claims(by, { at, knownAt });
    return claims
      .filter(claim => country == null || claim.places.some(place => place.country === country))
      .map((claim: ClaimView) => `${JSON.stringify(claim)}\n`)
      .join('');
  }
  const rows = await ledger.status(by, { at, knownAt, country });
  return given.format === 'csv' ? statusCsv(rows) : `${JSON.stringify(statusGeoJson(rows), null, 1)}\n`;
}

const COLUMNS: Readonly<Record<string, (row: StatusRow) => string | number | null>> = {
  place: row => row.place.id,
  place_name: row => row.place.name,
  kind: row => row.place.kind,
  country: row => row.place.country,
  admin1: row => row.place.admin1Name,
  latitude: row => row.place.lat,
  longitude: row => row.place.lon,
  precision: row => row.place.precision,
  holder: row => row.holder?.side ?? null,
  holder_name: row => row.holder?.name ?? null,
  status: row => row.status,
  basis: row => row.basis,
  since: row => row.since,
  since_earliest: row => row.sinceEarliest,
  until: row => row.until,
  known_since: row => row.knownSince,
  origins: row => row.origins,
  last_word: row => row.lastWord,
  parts: row => row.parts.join('; '),
  pressure: row => row.pressure.join('; '),
  claims: row => row.claims.join(' '),
  against: row => row.against.join(' '),
};

const statusCsv = (rows: readonly StatusRow[]): string =>
  writeCsv(
    Object.keys(COLUMNS),
    rows.map(row => Object.values(COLUMNS).map(cell => cell(row))),
  );

/** RFC 7946; a place without coordinates has a null geometry. */
const statusGeoJson = (rows: readonly StatusRow[]): object => ({
  type: 'FeatureCollection',
  features: rows.map(({ place, ...row }) => ({
    type: 'Feature',
    id: place.id,
    geometry:
      place.lat == null || place.lon == null ? null : { type: 'Point', coordinates: [place.lon, place.lat] },
    properties: { ...place, ...row },
  })),
});
