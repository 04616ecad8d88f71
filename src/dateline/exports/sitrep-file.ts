import { editSitrep, writeSitrep } from '../../exports/index.ts';
import {
  type Asker,
  type ExportFile,
  LedgerError,
  SITREP_FORMATS,
  type SitrepFileQuery,
} from '../../model/index.ts';
import { insertAudit } from '../../store/index.ts';
import type { Context } from '../context.ts';
import { sitrep } from './sitrep.ts';

/**
 * The situation report as a file. It is made anew from the record, and an editor's words are put in place of its own: what a sentence
 * stands on cannot be edited. Give the `knownAt` of the report that was edited, so that it is the same record.
 */
export async function sitrepFile(context: Context, by: Asker, query: SitrepFileQuery): Promise<ExportFile> {
  const { format, edits } = query;
  if (!SITREP_FORMATS.includes(format))
    throw new LedgerError('invalid', `unknown format "${format}": write one of ${SITREP_FORMATS.join(', ')}`);
  const made = await sitrep(context, by, query);
  const report = edits == null ? made : editSitrep(made, edits);
  const { mediaType, bytes } = await writeSitrep(report, format);
  const detail = { format, from: made.from, to: made.to, country: made.country?.code ?? null };
  await context.store.write(tx =>
    insertAudit(tx, by, context.now(), 'sitrep', { ...detail, edited: edits != null, names: !by.withhold }),
  );
  const name = ['situation-report', made.country?.code, made.from, made.to].filter(part => part != null);
  return { name: `${name.join('-')}.${format}`, mediaType, bytes: once(bytes) };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
