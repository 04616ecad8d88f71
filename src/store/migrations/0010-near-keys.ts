/**
 * Keys of text are looked for among reports that lie near in time, and are now kept by stretches of time: the keys of a filing then go
 * into a few pages of an index that are at hand, however much the store holds, and no longer each into a page of its own. The keys of a
 * report are found by the report, so that it need not list them itself.
 */
export const NEAR_KEYS = `
-- Stretches of 60 days, counted from 1970.
create function span_of(day date) returns integer immutable language sql
return floor((day - date '1970-01-01') / 60.0)::integer;

alter table relation_keys rename to keys_before;
create table relation_keys (
  key bigint not null,
  report text not null,
  day date,
  span integer generated always as (span_of(day)) stored
);
insert into relation_keys (key, report, day) select key, report, day from keys_before;
drop table keys_before;
create index relation_keys_near on relation_keys (span, key);
create index relation_keys_report on relation_keys (report);

alter table reports drop column relations;
`;
