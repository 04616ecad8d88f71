import { ByteWriter, type ColumnSource, ParquetWriter, schemaFromColumnData } from 'hyparquet-writer';
import type { ClaimView } from '../../model/index.ts';
import type { ExportRecords } from '../records.ts';

type Type = 'STRING' | 'DOUBLE' | 'INT32' | 'BOOLEAN' | 'TIMESTAMP';
type Value = string | number | boolean | Date | null | undefined;
type Column = readonly [type: Type, value: (claim: ClaimView) => Value];

/** The columns of `parquet`: one row for each claim, flat; `claim` has the whole of it as JSON. Null is what does not apply. */
export const CLAIM_COLUMNS: Readonly<Record<string, Column>> = {
  id: ['STRING', c => c.id],
  report: ['STRING', c => c.report],
  report_title: ['STRING', c => c.reportTitle],
  outlet: ['STRING', c => c.outlet],
  published: ['STRING', c => c.published],
  known: ['TIMESTAMP', c => new Date(c.known)],
  in: ['STRING', c => c.in],
  kind: ['STRING', c => c.kind],
  event: ['STRING', c => c.event],
  place: ['STRING', c => c.places[0]?.id],
  place_name: ['STRING', c => c.places[0]?.name],
  country: ['STRING', c => c.places[0]?.country],
  admin1: ['STRING', c => c.places[0]?.admin1],
  latitude: ['DOUBLE', c => c.places[0]?.lat],
  longitude: ['DOUBLE', c => c.places[0]?.lon],
  place_precision: ['STRING', c => c.places[0]?.precision],
  places: ['INT32', c => c.places.length],
  actor: ['STRING', c => c.actor?.id],
  actor_name: ['STRING', c => c.actor?.name],
  side: ['STRING', c => c.actor?.side],
  target: ['STRING', c => c.target?.id],
  target_name: ['STRING', c => c.target?.name],
  target_side: ['STRING', c => c.target?.side],
  time_from: ['STRING', c => c.time?.from],
  time_to: ['STRING', c => c.time?.to],
  time_precision: ['STRING', c => c.time?.precision],
  time_text: ['STRING', c => c.time?.text],
  polarity: ['STRING', c => c.polarity],
  modality: ['STRING', c => c.modality],
  attributive: ['BOOLEAN', c => c.attributive ?? false],
  said_by: ['STRING', c => c.attribution[0]?.name],
  said_by_kind: ['STRING', c => c.attribution[0]?.kind],
  attribution: ['STRING', c => JSON.stringify(c.attribution)],
  term: ['STRING', c => c.figure?.term],
  min: ['DOUBLE', c => c.figure?.min],
  max: ['DOUBLE', c => c.figure?.max],
  qualifier: ['STRING', c => c.figure?.qualifier],
  unit: ['STRING', c => c.figure?.unit],
  who: ['STRING', c => c.figure?.who],
  acled_event: ['STRING', c => c.acled?.event],
  acled_sub_event: ['STRING', c => c.acled?.subEvent],
  origin: ['STRING', c => c.origin],
  carried_from: ['STRING', c => c.carriedFrom],
  verdict: ['STRING', c => c.verdict],
  quote: ['STRING', c => c.quote.text],
  quote_start: ['INT32', c => c.quote.start],
  quote_end: ['INT32', c => c.quote.end],
  claim: ['STRING', c => JSON.stringify(c)],
};

/** Rows of one row group: what is held in memory at once. */
const GROUP = 5000;

/** Claims as Parquet, a row group at a time. */
export async function* writeParquet(records: ExportRecords): AsyncGenerator<Uint8Array> {
  const bytes = new ByteWriter();
  const writer = new ParquetWriter({
    writer: bytes,
    schema: schemaFromColumnData({ columnData: columnsOf([]) }),
    createdBy: 'dateline',
  });
  let group: ClaimView[] = [];
  for await (const claims of records.claims()) {
    group.push(...claims);
    if (group.length < GROUP) continue;
    await writer.write({ columnData: columnsOf(group), rowGroupSize: GROUP });
    group = [];
    yield taken(bytes);
  }
  if (group.length > 0) await writer.write({ columnData: columnsOf(group), rowGroupSize: GROUP });
  await writer.finish();
  yield taken(bytes);
}

const columnsOf = (claims: readonly ClaimView[]): ColumnSource[] =>
  Object.entries(CLAIM_COLUMNS).map(([name, [type, value]]) => ({
    name,
    type,
    nullable: true,
    data: claims.map(claim => value(claim) ?? null),
  }));

/** What has been written since the last time. The writer counts its offset apart, so that its buffer may be emptied. */
function taken(writer: ByteWriter): Uint8Array {
  const chunk = new Uint8Array(writer.buffer.slice(0, writer.index));
  writer.index = 0;
  return chunk;
}
