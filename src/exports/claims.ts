import type { ExportRecords } from './records.ts';

/** `jsonl`: every claim, one JSON object a line, as the API gives it. */
export async function* writeClaims(records: ExportRecords): AsyncGenerator<string> {
  for await (const claims of records.claims())
    yield claims.map(claim => `${JSON.stringify(claim)}\n`).join('');
}
