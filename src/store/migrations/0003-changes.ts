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

-- What has been written since changes were last told, and what was told of it: triggers see every way of writing.
create table touched (what text not null, id text not null, primary key (what, id));
create table told (what text not null, id text not null, body jsonb not null, primary key (what, id));

create function touch() returns trigger language plpgsql as $touch$
begin
  if tg_table_name = 'control_periods' then
    insert into touched values ('place', coalesce(new.place, old.place)) on conflict do nothing;
  else
    insert into touched values ('discrepancy', coalesce(new.id, old.id)) on conflict do nothing;
  end if;
  return null;
end $touch$;
create trigger touch after insert or update or delete on control_periods for each row execute function touch();
create trigger touch after insert or update or delete on discrepancies for each row execute function touch();

create view believed as
  select place as id, jsonb_agg(jsonb_build_object(
      'from', lower(valid), 'to', upper(valid), 'side', holder_side, 'name', holder_name, 'status', status,
      'basis', basis, 'claims', detail->'claims') order by lower(valid)) as body
  from control_periods where upper_inf(known) group by place;
create view found as
  select id, jsonb_build_object('kind', min(kind), 'places', to_jsonb(min(places)),
      'settled', bool_and(settled_known is not null)) as body
  from discrepancies group by id;
insert into told select 'place', id, body from believed;
insert into told select 'discrepancy', id, body from found;

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
