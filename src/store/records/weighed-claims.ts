import { type Kysely, sql } from 'kysely';
import type { Claim, Instant, WeighedClaim } from '../../model/index.ts';
import type { Schema } from '../schema.ts';
import { instantOf } from './instants.ts';

type Tx = Kysely<Schema>;

/** Makes the claims as weighed these, where the claims of the reports in `gone` are (null: all). */
export async function saveWeighedClaims(
  tx: Tx,
  weighed: readonly WeighedClaim[],
  gone: readonly string[] | null,
): Promise<void> {
  const rows = weighed.map(w => ({
    id: w.claim.id,
    report: w.claim.report,
    kind: w.claim.kind,
    event: w.claim.event ?? null,
    places: [...new Set(w.claim.places.flatMap(p => (p.id == null ? [] : [p.id])))],
    origin: w.origin,
    carried_from: w.carriedFrom,
    verdict: w.verdict,
    body: w.claim,
  }));
  const only = gone == null ? null : [...gone];
  await sql`
    with come as materialized (
      select x.*, r.known, c.ord
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x(
        id text, report text, kind text, event text, places text[], origin text, carried_from text, verdict text,
        body jsonb)
      join reports r on r.id = x.report
      join readings d on d.report = x.report and d.is_current
      join claims c on c.report = x.report and c.reading = d.n and c.id = x.id
    ), removed as (
      delete from weighed_claims w
      where (${only}::text[] is null or w.report = any(${only}::text[]))
        and not exists (select from come where come.id = w.id)
    )
    insert into weighed_claims as w (id, report, ord, kind, event, places, known, origin, carried_from, verdict, body)
    select id, report, ord, kind, event, places, known, origin, carried_from, verdict, body from come
    on conflict (id) do update set
      ord = excluded.ord, kind = excluded.kind, event = excluded.event, places = excluded.places,
      known = excluded.known, origin = excluded.origin, carried_from = excluded.carried_from,
      verdict = excluded.verdict, body = excluded.body
    where (w.ord, w.places, w.origin, w.carried_from, w.verdict, w.body)
      is distinct from (excluded.ord, excluded.places, excluded.origin, excluded.carried_from, excluded.verdict,
        excluded.body)`.execute(tx);
}

export interface ClaimQuery {
  readonly ids?: readonly string[] | undefined;
  readonly places?: readonly string[] | undefined;
  readonly report?: string | undefined;
  readonly reports?: readonly string[] | undefined;
  readonly kind?: string | undefined;
  readonly country?: string | undefined;
  readonly knownAt?: Instant | null | undefined;
}

/** A claim as weighed, with the report that it stands in. */
export interface StoredClaim {
  readonly claim: Claim;
  readonly origin: string;
  readonly carriedFrom: string | null;
  readonly verdict: WeighedClaim['verdict'];
  readonly known: Instant;
  readonly reportTitle: string | null;
  readonly outlet: string | null;
  readonly published: string | null;
}

/** Claims in known order, then as they stand in their reports. */
export async function loadClaims(tx: Tx, query: ClaimQuery = {}): Promise<StoredClaim[]> {
  const ids = query.ids == null ? null : [...query.ids],
    places = query.places == null ? null : [...query.places],
    reports = query.reports == null ? null : [...query.reports];
  const { rows } = await sql<Record<string, unknown>>`
    select w.body, w.origin, w.carried_from, w.verdict, w.known, r.title, r.outlet, r.published
    from weighed_claims w join reports r on r.id = w.report
    where (${ids}::text[] is null or w.id = any(${ids}::text[]))
      and (${places}::text[] is null or w.places && ${places}::text[])
      and (${query.report ?? null}::text is null or w.report = ${query.report ?? null}::text)
      and (${reports}::text[] is null or w.report = any(${reports}::text[]))
      and (${query.kind ?? null}::text is null or w.kind = ${query.kind ?? null}::text)
      and (${query.knownAt ?? null}::timestamptz is null or w.known <= ${query.knownAt ?? null}::timestamptz)
    order by w.known, w.report, w.ord`.execute(tx);
  return rows.map(row => ({
    claim: row.body as Claim,
    origin: row.origin as string,
    carriedFrom: row.carried_from as string | null,
    verdict: row.verdict as WeighedClaim['verdict'],
    known: instantOf(row.known),
    reportTitle: row.title as string | null,
    outlet: row.outlet as string | null,
    published: row.published as string | null,
  }));
}
