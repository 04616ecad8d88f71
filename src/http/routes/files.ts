import { z } from 'zod';
import { EXPORT_FORMATS, type ExportFile } from '../../model/index.ts';
import { route } from '../route.ts';
import { at, flag, inCountry, knownAt } from '../schemas/query.ts';
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
];
