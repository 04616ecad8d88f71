import type { ExportFormat } from '../model/index.ts';
import { writeAcled } from './acled/write.ts';
import { writeClaims } from './claims.ts';
import { writeAnnotations } from './files/annotations.ts';
import { writeIdmc } from './idmc/write.ts';
import type { ExportWriter } from './records.ts';
import { writeStatusCsv, writeStatusGeoJson } from './status.ts';
import { writeUcdp } from './ucdp/write.ts';

const CSV = { mediaType: 'text/csv; charset=utf-8', extension: 'csv' } as const;

/** Every format, by name. Parquet's writer is loaded when it is asked for. */
export const FORMATS: Readonly<Record<ExportFormat, ExportWriter>> = {
  acled: { ...CSV, write: writeAcled },
  ucdp: { ...CSV, write: writeUcdp },
  idmc: { ...CSV, write: writeIdmc },
  csv: { ...CSV, write: writeStatusCsv },
  geojson: { mediaType: 'application/geo+json', extension: 'geojson', write: writeStatusGeoJson },
  jsonl: { mediaType: 'application/jsonl', extension: 'jsonl', write: writeClaims },
  parquet: {
    mediaType: 'application/vnd.apache.parquet',
    extension: 'parquet',
    async *write(records) {
      const { writeParquet } = await import('./files/parquet.ts');
      yield* writeParquet(records);
    },
  },
  annotations: {
    mediaType: 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
    extension: 'jsonld',
    write: writeAnnotations,
  },
};

/** Pieces of about this many bytes go out at once. */
const PIECE = 65_536;

/** What a writer yields as bytes, in pieces that are worth sending. */
export async function* toBytes(parts: AsyncIterable<string | Uint8Array>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let text = '';
  for await (const part of parts) {
    if (typeof part === 'string') text += part;
    if (text.length < PIECE && typeof part === 'string') continue;
    if (text !== '') yield encoder.encode(text);
    text = '';
    if (typeof part !== 'string' && part.length > 0) yield part;
  }
  if (text !== '') yield encoder.encode(text);
}
