/** What changed in the record, in the order in which it was written, and who is told of it by webhook. */
export const CHANGES = `
create table record_changes (
  seq bigint generated always as identity primary key,
  at timestamptz not null,
  kind text not null,
  places text[] not null,
  sides text[] not null,
  countries text[] not null,
  body jsonb not null
);
create index record_changes_places on record_changes using gin (places);
create index record_changes_sides on record_changes using gin (sides);
create index record_changes_countries on record_changes using gin (countries);

create table webhooks (
  id text primary key,
  url text not null,
  -- Signs what is sent; shown once, when it is made.
  secret text not null,
  kinds text[] not null,
  places text[] not null,
  sides text[] not null,
  countries text[] not null,
  made timestamptz not null,
  by_id text not null,
  enabled boolean not null,
  -- The last change that deliveries have been made of.
  seen bigint not null
);

create table deliveries (
  id bigint generated always as identity primary key,
  webhook text not null references webhooks on delete cascade,
  change bigint not null references record_changes,
  tries integer not null default 0,
  -- When to try (again); null: done, or given up.
  next timestamptz,
  done timestamptz,
  error text,
  unique (webhook, change)
);
create index deliveries_next on deliveries (next) where next is not null;
`;
