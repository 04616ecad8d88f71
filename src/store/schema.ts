import type { ColumnType, Generated, Kysely } from 'kysely';

/** Written as ISO text, read as a Date. */
type Timestamp = ColumnType<Date, string | Date, string | Date>;
/** Written as JSON text, read as data. */
type Json = ColumnType<unknown, string, string>;

/** The tables as Kysely sees them; `migrations/` says what they are. */
export interface Schema {
  reports: {
    id: string;
    ref: string | null;
    title: string | null;
    outlet: string | null;
    published: string | null;
    text: string;
    url: string | null;
    language: string | null;
    version: ColumnType<unknown, string | null, never>;
    filed: Timestamp;
    known: Timestamp;
    words: ColumnType<string, never, never>;
    authors: ColumnType<unknown, string | null, never>;
    updated: string | null;
  };
  readings: {
    report: string;
    n: number;
    reader: string;
    main: number | null;
    discrepancies: Json;
    mentions: Json;
    speech: Json;
    unread: string | null;
    private: Json;
    made: Timestamp;
    is_current: boolean;
  };
  claims: {
    id: string;
    report: string;
    reading: number;
    ord: number;
    kind: string;
    event: string | null;
    polarity: string;
    modality: string;
    body: Json;
  };
  decisions: {
    id: string;
    seq: Generated<number>;
    by_id: string;
    why: string;
    at: Timestamp;
    taken: Timestamp;
    kind: string;
    ruling: Json;
  };
  origins: { report: string; copy_of: string | null; origin_group: string };
  weighed_claims: {
    id: string;
    report: string;
    ord: number;
    kind: string;
    event: string | null;
    places: string[];
    known: Timestamp;
    origin: string;
    carried_from: string | null;
    verdict: 'accepted' | 'rejected' | 'corrected' | null;
    body: Json;
  };
  places: {
    id: string;
    name: string;
    kind: string;
    country: string | null;
    admin1: string | null;
    admin1_name: string | null;
    parent: string | null;
    lat: number | null;
    lon: number | null;
    seat_of: 'country' | 'admin1' | 'admin2' | null;
    precision: string;
    population: number;
    told_known: Timestamp | null;
    told_by: string | null;
    changed: Generated<number>;
  };
  control_periods: {
    id: Generated<number>;
    place: string;
    valid: string;
    known: string;
    holder_side: string | null;
    holder_name: string | null;
    status: string;
    basis: string;
    since_earliest: string | null;
    believed_from: Timestamp;
    origins: number;
    last_word: string | null;
    detail: Json;
  };
  relation_keys: {
    key: string;
    report: string;
    day: string | null;
    span: ColumnType<number | null, never, never>;
  };
  facts: {
    report: string;
    ord: number;
    bucket: string;
    body: Json;
    claim: string;
    series: string | null;
    known: Timestamp;
    ended: Timestamp | null;
    last_day: string;
  };
  checkpoints: {
    bucket: string;
    day: string;
    known: Timestamp;
    first_lines: ColumnType<unknown, string, string>;
    state: Json;
  };
  events: {
    bucket: string;
    id: string;
    country: string | null;
    body: Json;
    grp: string;
    first_day: string;
    last_day: string;
  };
  figures: { bucket: string; id: string; country: string | null; body: Json };
  discrepancies: {
    bucket: string;
    id: string;
    kind: string;
    places: string[];
    known_since: Timestamp;
    settled_known: Timestamp | null;
    body: Json;
    trail: Json | null;
    until: string | null;
  };
  orphans: { decision: string };
  audit: {
    seq: Generated<number>;
    at: Timestamp;
    by_id: string;
    by_name: string;
    action: string;
    detail: Json;
  };
  revision: { n: number; weighing: string };
  country_revisions: { country: string; n: number };
  accounts: {
    id: string;
    name: string;
    email: string;
    emailVerified: boolean;
    image: string | null;
    createdAt: Timestamp;
    updatedAt: Timestamp;
    role: 'viewer' | 'analyst' | 'administrator';
    withhold: boolean;
    disabled: boolean;
  };
  sessions: { id: string; userId: string; token: string; expiresAt: Timestamp; updatedAt: Timestamp };
  credentials: { id: string; userId: string; password: string | null };
  keys: {
    id: string;
    name: string | null;
    start: string | null;
    referenceId: string;
    key: string;
    enabled: boolean | null;
    lastRequest: Timestamp | null;
    expiresAt: Timestamp | null;
    createdAt: Timestamp;
    metadata: string | null;
  };
  settings: { name: string; value: string };
  record_changes: {
    seq: Generated<number>;
    at: Timestamp;
    kind: string;
    places: string[];
    sides: string[];
    countries: string[];
    body: Json;
  };
  written: { seq: Generated<number>; what: string; id: string; part: string; come: boolean; body: Json };
  webhooks: {
    id: string;
    url: string;
    secret: string;
    kinds: string[];
    places: string[];
    sides: string[];
    countries: string[];
    made: Timestamp;
    by_id: string;
    enabled: boolean;
    seen: number;
  };
  deliveries: {
    id: Generated<number>;
    webhook: string;
    change: number;
    tries: number;
    next: Timestamp | null;
    done: Timestamp | null;
    error: string | null;
  };
  saved_searches: {
    id: string;
    by_id: string;
    address: string;
    words: string;
    saved: Timestamp;
    seen: Timestamp;
  };
  deferrals: { by_id: string; discrepancy: string; until: string };
}

/** A transaction, or the database by itself. */
export type Tx = Kysely<Schema>;
