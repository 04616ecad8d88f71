import { type Kysely, sql } from 'kysely';
import type { Claim, Instant, Reading } from '../../model/index.ts';
import type { Schema } from '../schema.ts';

type Tx = Kysely<Schema>;

/**
 * Files a reading; the report's earlier one, where there is one, is superseded. `privateWords` are what names private
 * persons who spoke in it.
 */
export async function insertReading(
  tx: Tx,
  reading: Reading,
  privateWords: readonly string[],
  made: Instant,
): Promise<void> {
  const { report } = reading;
  const { n } = await tx
    .selectFrom('readings')
    .select(eb => eb.fn.coalesce(eb.fn.max('n'), eb.lit(0)).as('n'))
    .where('report', '=', report)
    .executeTakeFirstOrThrow();
  if (n > 0)
    await tx
      .updateTable('readings')
      .set({ is_current: false })
      .where('report', '=', report)
      .where('n', '=', n)
      .execute();
  const next = n + 1;
  await tx
    .insertInto('readings')
    .values({
      report,
      n: next,
      reader: reading.reader,
      main: reading.main,
      discrepancies: JSON.stringify(reading.discrepancies),
      mentions: JSON.stringify(reading.mentions),
      speech: JSON.stringify(reading.speech),
      unread: reading.unread ?? null,
      private: JSON.stringify(privateWords),
      made,
      is_current: true,
    })
    .execute();
  if (reading.claims.length === 0) return;
  const rows = reading.claims.map((claim, ord) => ({
    id: claim.id,
    ord,
    kind: claim.kind,
    event: claim.event ?? null,
    polarity: claim.polarity,
    modality: claim.modality,
    body: claim,
  }));
  await sql`
    insert into claims (id, report, reading, ord, kind, event, polarity, modality, body)
    select id, ${report}, ${next}, ord, kind, event, polarity, modality, body
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as x(id text, ord int, kind text, event text, polarity text, modality text, body jsonb)`.execute(tx);
}

/**
 * The current readings of some reports, or of all. Mentions and speech come only where asked for (`whole`): they are
 * many, and the ledger does not weigh them.
 */
export async function loadReadings(tx: Tx, reports?: readonly string[], whole = false): Promise<Reading[]> {
  const only = reports == null ? null : [...reports];
  const heads = await sql<Record<string, unknown>>`
    select report, reader, main, discrepancies, unread
      ${whole ? sql`, mentions, speech` : sql``}
    from readings
    where is_current and (${only}::text[] is null or report = any(${only}::text[]))
    order by report`.execute(tx);
  const claims = await sql<{ report: string; body: Claim }>`
    select c.report, c.body
    from claims c join readings r on r.report = c.report and r.n = c.reading and r.is_current
    where (${only}::text[] is null or c.report = any(${only}::text[]))
    order by c.report, c.ord`.execute(tx);
  const claimsOf = new Map<string, Claim[]>();
  for (const { report, body } of claims.rows) {
    const list = claimsOf.get(report);
    if (list == null) claimsOf.set(report, [body]);
    else list.push(body);
  }
  return heads.rows.map(row => ({
    report: row.report as string,
    reader: row.reader as string,
    claims: claimsOf.get(row.report as string) ?? [],
    main: row.main as number | null,
    discrepancies: row.discrepancies as Reading['discrepancies'],
    mentions: (row.mentions ?? []) as Reading['mentions'],
    speech: (row.speech ?? []) as Reading['speech'],
    ...(row.unread == null ? {} : { unread: row.unread as string }),
  }));
}

/** What names private persons who spoke, by report; reports where none did are left out. */
export async function loadPrivateWords(
  tx: Tx,
  reports?: readonly string[],
): Promise<Map<string, readonly string[]>> {
  const only = reports == null ? null : [...reports];
  const { rows } = await sql<{ report: string; private: string[] }>`
    select report, private from readings
    where is_current and private <> '[]' and (${only}::text[] is null or report = any(${only}::text[]))`.execute(
    tx,
  );
  return new Map(rows.map(row => [row.report, row.private]));
}

/** The reports whose current reading is by another reader than this version, in known order. */
export async function listNotReadBy(tx: Tx, otherThan: string): Promise<string[]> {
  const { rows } = await sql<{ report: string }>`
    select d.report from readings d join reports r on r.id = d.report
    where d.is_current and d.reader <> ${otherThan} order by r.known, r.id`.execute(tx);
  return rows.map(r => r.report);
}

/**
 * Counts the current readings of some reports as those of another reader, which makes the same of the texts: nothing that
 * they say changes.
 */
export async function countAsReadBy(tx: Tx, reports: readonly string[], reader: string): Promise<void> {
  await sql`
    update readings set reader = ${reader} where is_current and report = any(${[...reports]}::text[])`.execute(
    tx,
  );
}
