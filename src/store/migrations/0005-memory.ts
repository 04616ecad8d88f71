/**
 * What the ledger keeps to weigh on from, so that filing costs the same however much is known of a place. All of it is made
 * from the records and is made again at the next opening, as the way of weighing has changed with it.
 */
export const MEMORY = `
delete from facts;
alter table facts
  add column claim text not null,
  add column series text,
  add column known timestamptz not null,
  add column ended timestamptz,
  add column last_day date not null;
drop index facts_bucket;
create index facts_near on facts (bucket, last_day);
create index facts_known on facts (bucket, known);
create index facts_ended on facts (bucket, ended) where ended is not null;
create index facts_claim on facts (claim);
create index facts_series on facts (series) where series is not null;

-- The fold of a place before a day; nothing of earlier days became known after \`known\`.
create table checkpoints (
  bucket text not null,
  day date not null,
  known timestamptz not null,
  first_lines date[] not null,
  state jsonb not null,
  primary key (bucket, day)
);

delete from events;
alter table events
  add column grp text not null,
  add column first_day date not null,
  add column last_day date not null;
create index events_near on events (bucket, last_day);

delete from discrepancies;
alter table discrepancies add column trail jsonb, add column until date;
create index discrepancies_known on discrepancies (bucket, known_since);
create index discrepancies_open on discrepancies
  (bucket, (coalesce(settled_known, 'infinity'::timestamptz)), (coalesce(until, 'infinity'::date)));
create index discrepancies_reports on discrepancies using gin ((body -> 'reports'));

create index control_periods_near on control_periods
  (place, (coalesce(upper(known), 'infinity'::timestamptz)), (coalesce(upper(valid), 'infinity'::date)));

update revision set weighing = '';
`;
