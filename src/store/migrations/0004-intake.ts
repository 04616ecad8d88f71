/** What comes in by itself: feeds that are watched, work to do, imports under way; authors and updates of reports. */
export const INTAKE = `
alter table reports add column authors jsonb, add column updated text;

create table feeds (
  address text primary key,
  title text,
  added timestamptz not null,
  by_id text not null,
  -- What the server said last, so that it need not send again what we have.
  etag text,
  modified text,
  polled timestamptz,
  -- Articles that it has listed so far.
  items integer not null,
  -- Seconds between two polls: fewer while it has news.
  every integer not null,
  problem text
);

create table jobs (
  id bigint generated always as identity primary key,
  kind text not null,
  -- The same work is queued once.
  key text not null,
  body jsonb not null,
  state text not null check (state in ('waiting', 'running', 'done', 'dead')),
  attempts integer not null,
  due timestamptz not null,
  -- Of work that is due, what is newest comes first.
  newest timestamptz not null,
  -- Who does it, and until when nobody else may take it.
  holder text,
  lease timestamptz,
  made timestamptz not null,
  ended timestamptz,
  problem text,
  result jsonb,
  unique (kind, key),
  check ((state = 'running') = (holder is not null and lease is not null))
);
create index jobs_due on jobs (newest desc, id) where state = 'waiting';
create index jobs_lease on jobs (lease) where state = 'running';

-- How far a long import has come.
create table imports (
  source text primary key,
  name text not null,
  done integer not null,
  counts jsonb not null,
  changed timestamptz not null,
  finished boolean not null
);
`;
