import { privateWords } from '../../src/dateline/withholding/private-words.ts';
import type { Decision, FiledReport } from '../../src/model/index.ts';
import type { Gateway } from '../../src/store/index.ts';
import { plainReader } from './plain-reader.ts';

type Query = Pick<Gateway, 'query'>;

/** What records of an earlier version are filled with. */
export interface OldContent {
  readonly reports: readonly FiledReport[];
  readonly decisions: readonly Decision[];
}

/** Tables of each version that people or the world outside wrote: they must come forward as they are. */
const KEPT: readonly (readonly [since: number, table: string, order: string])[] = [
  [
    1,
    '(select id, ref, title, outlet, published, text, url, language, version, filed, known from reports)',
    'id',
  ],
  [1, 'readings', 'report, n'],
  [1, 'claims', 'report, reading, ord'],
  [1, '(select id, by_id, why, at, taken, kind, ruling from decisions)', 'id'],
  [1, 'audit', 'seq'],
  [2, 'accounts', 'id'],
  [2, 'sessions', 'id'],
  [2, 'keys', 'id'],
  [2, 'settings', 'name'],
  [3, 'webhooks', 'id'],
  [3, 'deliveries', 'id'],
  [3, 'record_changes', 'seq'],
  [4, '(select id, authors, updated from reports)', 'id'],
  [4, 'feeds', 'address'],
  [4, 'jobs', 'id'],
  [4, 'imports', 'source'],
];

/** All rows that records of a version held and that no later version may change. */
export async function dumpKept(store: Query, version: number): Promise<Record<string, unknown[]>> {
  const dump: Record<string, unknown[]> = {};
  for (const [since, table, order] of KEPT)
    if (since <= version)
      dump[table] = (await store.query(`select * from ${table} t order by ${order}`)).rows;
  return dump;
}

/** Fills records of a version with data as that version had it. */
export async function fillAsOf(version: number, store: Query, content: OldContent): Promise<void> {
  for (const report of content.reports) await insertReport(version, store, report);
  for (const d of content.decisions)
    await store.query(
      `insert into decisions (id, by_id, why, at, taken, kind, ruling) values ($1, $2, $3, $4, $4, $5, $6)`,
      [d.id, d.by, d.why, d.at, d.ruling.kind, JSON.stringify(d.ruling)],
    );
  await store.query(`insert into audit (at, by_id, by_name, action, detail)
    values ('2021-08-11', 'desk', 'The desk', 'add', '{"report": "r1"}')`);
  await fillWhatIsMade(version, store, content.reports[0]!.id);
  if (version >= 2) await store.query(PEOPLE);
  if (version >= 3) await store.query(CHANGES);
  if (version >= 4) await store.query(INTAKE);
}

/** Hashes of what relates reports, as an earlier version made them. */
const OLD_KEYS = '1,-9223372036854775808,9223372036854775807';

async function insertReport(version: number, store: Query, report: FiledReport): Promise<void> {
  const reading = plainReader.read(report);
  await store.query(
    `insert into reports (id, ref, outlet, published, text, filed, known${version < 10 ? ', relations' : ''})
     values ($1, $2, $3, $4, $5, $6, $7${version < 10 ? `, '{${OLD_KEYS}}'` : ''})`,
    [report.id, report.ref, report.outlet, report.published, report.text, report.filed, report.known],
  );
  await store.query(
    `insert into relation_keys (key, report${version >= 6 ? ', day' : ''})
     select unnest('{${OLD_KEYS}}'::bigint[]), id${version >= 6 ? ', known::date' : ''} from reports where id = $1`,
    [report.id],
  );
  await store.query(
    `insert into readings (report, n, reader, main, discrepancies, mentions, speech, private, made, is_current)
     values ($1, 1, 'older still', null, '[]', '[]', '[]', '[]', $2, false),
       ($1, 2, 'old', null, $3, '[]', '[]', $4, $2, true)`,
    [
      ...[report.id, report.filed],
      ...[JSON.stringify(reading.discrepancies), JSON.stringify(privateWords(reading))],
    ],
  );
  for (const [ord, claim] of reading.claims.entries())
    await store.query(
      `insert into claims (id, report, reading, ord, kind, event, polarity, modality, body)
       values ($1, $2, 2, $3, $4, $5, $6, $7, $8)`,
      [
        ...[claim.id, report.id, ord, claim.kind, claim.event ?? null, claim.polarity, claim.modality],
        JSON.stringify(claim),
      ],
    );
}

/** Rows that the ledger makes, as another way of weighing left them: wrong by now, every one of them to be made anew. */
async function fillWhatIsMade(version: number, store: Query, report: string): Promise<void> {
  const memory = version >= 5;
  await store.query(
    `insert into facts (report, ord, bucket, body${memory ? ', claim, known, last_day' : ''})
     values ($1, 0, 'x:zz/-/stale', '{"kind": "control", "place": "x:zz/-/stale"}'${memory ? `, 'c0', '2021-08-01', '2021-08-01'` : ''})`,
    [report],
  );
  await store.query(
    `insert into events (bucket, id, body${memory ? ', grp, first_day, last_day' : ''})
     values ('x:zz/-/stale', 'e0', '{}'${memory ? `, 'g', '2021-08-01', '2021-08-01'` : ''})`,
  );
  await store.query(`
    insert into figures (bucket, id, body) values ('x:zz/-/stale', 'f0', '{}');
    insert into discrepancies (bucket, id, kind, places, known_since, body)
      values ('x:zz/-/stale', 'd0', 'denial', '{}', '2021-08-01', '{}');
    insert into places (id, name, kind, precision, population)
      values ('x:zz/-/stale', 'Stale', 'town', 'unresolved', 0);
    insert into control_periods (place, valid, known, holder_side, holder_name, status, basis, believed_from, origins, detail)
      values ('x:zz/-/stale', '[2021-08-01,)', '[2021-08-01,)', 'red', 'red', 'held', 'reported', '2021-08-01', 1,
        '{"claims": [], "against": [], "parts": [], "pressure": []}');
    update revision set n = 7, weighing = '${version}-of-old';
    ${memory ? `insert into checkpoints (bucket, day, known, first_lines, state) values ('x:zz/-/stale', '2021-08-01', '2021-08-01', '{}', '{}');` : ''}`);
}

const PEOPLE = `
  insert into accounts (id, name, email, "emailVerified", role, withhold, disabled)
    values ('a1', 'Ada', 'ada@example.org', true, 'analyst', true, false);
  insert into sessions (id, "expiresAt", token, "updatedAt", "userId") values ('s1', '2031-01-01', 't', '2021-08-01', 'a1');
  insert into keys (id, "configId", "referenceId", key, "createdAt", "updatedAt")
    values ('k1', 'default', 'a1', 'hash', '2021-08-01', '2021-08-01');
  insert into settings values ('secret', 'kept');`;

const CHANGES = `
  insert into record_changes (at, kind, places, sides, countries, body)
    values ('2021-08-11', 'report', '{}', '{}', '{}', '{"kind": "report"}');
  insert into webhooks (id, url, secret, kinds, places, sides, countries, made, by_id, enabled, seen)
    values ('w1', 'https://example.org/hook', 'whsec', '{}', '{}', '{}', '{}', '2021-08-11', 'a1', true, 1);
  insert into deliveries (webhook, change, tries, next) values ('w1', 1, 2, '2021-08-12');`;

const INTAKE = `
  update reports set authors = '["A. Writer"]', updated = '2021-08-10';
  insert into feeds (address, added, by_id, items, every) values ('https://example.org/feed', '2021-08-11', 'a1', 3, 900);
  insert into jobs (kind, key, body, state, attempts, due, newest, made)
    values ('read', 'j1', '{}', 'waiting', 0, '2021-08-12', '2021-08-12', '2021-08-11');
  insert into imports (source, name, done, counts, changed, finished)
    values ('archive', 'Archive', 40, '{"filed": 40}', '2021-08-11', false);`;
