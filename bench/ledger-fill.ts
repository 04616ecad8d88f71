import { sql } from 'kysely';
import { tellNothing } from '../src/dateline/changes/note-changes.ts';
import type { Context } from '../src/dateline/context.ts';
import { rebuildWhereOld } from '../src/dateline/filing/rebuild.ts';
import { privateWords } from '../src/dateline/withholding/private-words.ts';
import type { Tx } from '../src/store/index.ts';
import type { Arrival } from './ledger-stream.ts';

const BATCH = 1000;

/**
 * Puts reports and readings in by the thousand and weighs them all at once at the end: the tables are those that filing one
 * report after the other would make. What a kept store holds of the stream already is passed over;
 * one that is full stays as filing has left it.
 */
export async function fill(context: Context, stream: Iterator<Arrival>, claims: number): Promise<void> {
  const { rows } = await context.store.query('select count(*) as n from reports');
  let filled = 0;
  for (let there = Number(rows[0]!.n); there > 0; there--) {
    const { value, done } = stream.next();
    if (done) throw new Error('the stream is too short');
    filled += value.reading.claims.length;
  }
  const isFull = filled >= claims;
  while (filled < claims) {
    const batch: Arrival[] = [];
    while (batch.length < BATCH && filled < claims) {
      const { value, done } = stream.next();
      if (done) throw new Error('the stream is too short');
      batch.push(value);
      filled += value.reading.claims.length;
    }
    await context.store.write(tx => insertAll(tx, batch));
  }
  if (!isFull) await context.store.query('analyze');
  await rebuildWhereOld(context);
  // What was made at once is no news.
  await tellNothing(context);
  if (!isFull) await context.store.query('vacuum analyze');
}

async function insertAll(tx: Tx, batch: readonly Arrival[]): Promise<void> {
  const reports = batch.map(({ report }) => report);
  await sql`
    insert into reports (id, ref, title, outlet, published, text, url, language, version, filed, known)
    select id, ref, title, outlet, published, text, url, language, version, filed, known
    from jsonb_to_recordset(${JSON.stringify(reports)}::jsonb) as x(id text, ref text, title text, outlet text,
      published text, text text, url text, language text, version jsonb, filed timestamptz, known timestamptz)`.execute(
    tx,
  );
  const readings = batch.map(({ report, reading }) => ({
    ...{
      report: report.id,
      reader: reading.reader,
      main: reading.main,
      discrepancies: reading.discrepancies,
    },
    ...{ private: privateWords(reading), made: report.filed },
  }));
  await sql`
    insert into readings (report, n, reader, main, discrepancies, mentions, speech, private, made, is_current)
    select report, 1, reader, main, discrepancies, '[]', '[]', private, made, true
    from jsonb_to_recordset(${JSON.stringify(readings)}::jsonb) as x(report text, reader text, main int,
      discrepancies jsonb, private jsonb, made timestamptz)`.execute(tx);
  const claims = batch.flatMap(({ reading }) =>
    reading.claims.map((claim, ord) => ({
      ...{ id: claim.id, report: claim.report, ord, kind: claim.kind, event: claim.event ?? null },
      ...{ polarity: claim.polarity, modality: claim.modality, body: claim },
    })),
  );
  await sql`
    insert into claims (id, report, reading, ord, kind, event, polarity, modality, body)
    select id, report, 1, ord, kind, event, polarity, modality, body
    from jsonb_to_recordset(${JSON.stringify(claims)}::jsonb) as x(id text, report text, ord int, kind text,
      event text, polarity text, modality text, body jsonb)`.execute(tx);
}
