import { FORMATS, toBytes } from '../../exports/index.ts';
import {
  type Asker,
  EXPORT_FORMATS,
  type ExportFile,
  type ExportQuery,
  LedgerError,
} from '../../model/index.ts';
import { insertAudit } from '../../store/index.ts';
import type { Context } from '../context.ts';
import { countryOf } from '../country.ts';
import { dayOf, knownAtOf } from '../moment.ts';
import { recordsFor } from './records.ts';

/**
 * The record as a file. Whoever asks with `withhold` gets private persons masked, in every format; who may see names and
 * asks for them has it noted in the audit log. The bytes are made as they are taken: what is filed meanwhile is not in the file.
 */
export async function exportRecord(context: Context, by: Asker, query: ExportQuery): Promise<ExportFile> {
  const { format } = query;
  if (!EXPORT_FORMATS.includes(format))
    throw new LedgerError('invalid', `unknown format "${format}": write one of ${EXPORT_FORMATS.join(', ')}`);
  const country = countryOf(context, query.country);
  const at = query.at == null ? null : dayOf(query.at);
  const knownAt = knownAtOf(query.knownAt);
  const writer = FORMATS[format];
  const detail = { format, at, knownAt, country: country ?? null, names: !by.withhold };
  await context.store.write(tx => insertAudit(tx, by, context.now(), 'export', detail));
  const records = recordsFor(context, by, { at, knownAt, country });
  const name = ['dateline', format, country, at].filter(part => part != null).join('-');
  return {
    name: `${name}.${writer.extension}`,
    mediaType: writer.mediaType,
    bytes: toBytes(writer.write(records)),
  };
}
