import { z } from 'zod';
import { EXPORT_FORMATS, type ExportFile } from '../../model/index.ts';
import { route } from '../route.ts';
import { at, date, flag, inCountry, knownAt } from '../schemas/query.ts';
import { Sitrep, SitrepFile } from '../schemas/sitrep.ts';
import type { Asker } from '../types.ts';

const names = flag
  .optional()
  .describe('Do not mask private persons who spoke, for who may see them; it is noted in the audit log.');

/** Files leave the house: private persons are masked in them unless it is asked otherwise, by who may see them. */
const withheld = (by: Asker, names: boolean | undefined): Asker =>
  by.withhold || names === true ? by : { ...by, withhold: true };

/** A file as a response; its bytes go out as they are made. */
function fileResponse({ name, mediaType, bytes }: ExportFile): Response {
  return new Response(ReadableStream.from(bytes) as unknown as ReadableStream<Uint8Array>, {
    headers: {
      'content-type': mediaType,
      'content-disposition': `attachment; filename="${name.replace(/[^\w.-]/g, '_')}"`,
      'cache-control': 'no-store',
    },
  });
}

/** The record as files. */
export const fileRoutes = [
  route({
    method: 'get',
    path: '/api/export/{format}',
    id: 'export',
    summary:
      'The record as a file: ACLED, UCDP GED, IDMC, CSV, GeoJSON, JSON lines, Parquet, Web Annotations.',
    params: z.object({
      format: z.enum(EXPORT_FORMATS, {
        error: issue => `"${issue.input}" is no format: write one of ${EXPORT_FORMATS.join(', ')}`,
      }),
    }),
    query: z.object({ at, knownAt, country: inCountry, names }),
    answer: z.string(),
    media: 'application/octet-stream',
    cost: 10,
    use: async ({ ledger }, { by, params, query: { names, ...query } }) =>
      fileResponse(await ledger.export(withheld(by, names), { ...params, ...query })),
  }),
  route({
    method: 'get',
    path: '/api/sitrep',
    id: 'sitrep',
    summary:
      'A situation report: what changed between two days, with the words that each sentence stands on.',
    query: z.object({ from: date, to: date, country: inCountry, knownAt, names }),
    answer: Sitrep,
    cost: 10,
    use: ({ ledger }, { by, query: { names, ...query } }) => ledger.sitrep(withheld(by, names), query),
  }),
  route({
    method: 'post',
    path: '/api/sitrep',
    id: 'sitrepFile',
    summary: 'The situation report as Markdown, HTML or PDF, with an editor’s words in place of its own.',
    query: z.object({ names }),
    body: SitrepFile,
    answer: z.string(),
    media: 'application/octet-stream',
    cost: 20,
    use: async ({ ledger }, { by, body, query }) =>
      fileResponse(await ledger.sitrepFile(withheld(by, query.names), body)),
  }),
];
