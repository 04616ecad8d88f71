/** The first form of all records. */
export const RECORDS = `
create extension if not exists btree_gist;
create extension if not exists pg_trgm;
create extension if not exists unaccent;

create table reports (
  id text primary key,
  ref text,
  title text,
  outlet text,
  published text,
  text text not null,
  url text,
  language text,
  version jsonb,
  filed timestamptz not null,
  known timestamptz not null,
  -- Hashes of the keys that relate it to other reports: texts alike, one address, one private source.
  relations bigint[] not null,
  -- What a search looks through; the text itself is never touched.
  words tsvector generated always as (
    setweight(to_tsvector('english', coalesce(title, '')), 'A') || to_tsvector('english', left(text, 200000))
  ) stored
);
create index reports_known on reports (known, id);
create index reports_url on reports (url) where url is not null;
create index reports_words on reports using gin (words);

-- Reading again adds a row and ends the earlier one; no reading is ever edited.
create table readings (
  report text not null references reports,
  n integer not null check (n > 0),
  reader text not null,
  main integer,
  discrepancies jsonb not null,
  mentions jsonb not null,
  speech jsonb not null,
  unread text,
  -- Words that name private persons who spoke, to be masked on the way out.
  private jsonb not null,
  made timestamptz not null,
  is_current boolean not null,
  primary key (report, n)
);
create unique index readings_current on readings (report) where is_current;

create table claims (
  id text not null,
  report text not null,
  reading integer not null,
  ord integer not null,
  kind text not null,
  event text,
  polarity text not null,
  modality text not null,
  body jsonb not null,
  primary key (report, reading, ord),
  foreign key (report, reading) references readings
);
create index claims_id on claims (id);

create table decisions (
  id text primary key,
  seq bigint generated always as identity,
  by_id text not null,
  why text not null,
  at timestamptz not null,
  taken timestamptz not null,
  kind text not null,
  ruling jsonb not null
);

-- From here on, all is made from the above and can be made again.
create table origins (
  report text primary key references reports,
  copy_of text references reports,
  origin_group text not null
);
create index origins_group on origins (origin_group);

create table relation_keys (
  key bigint not null,
  report text not null references reports,
  primary key (key, report)
);
-- What claims say, made ready to be weighed: by bucket (a place, a set of places).
create table facts (
  report text not null references reports,
  ord integer not null,
  bucket text not null,
  body jsonb not null,
  primary key (report, ord)
);
create index facts_bucket on facts (bucket);

create table weighed_claims (
  id text primary key,
  report text not null references reports,
  ord integer not null,
  kind text not null,
  event text,
  places text[] not null,
  known timestamptz not null,
  origin text not null,
  carried_from text,
  verdict text,
  body jsonb not null
);
create index weighed_claims_report on weighed_claims (report);
create index weighed_claims_places on weighed_claims using gin (places);
create index weighed_claims_known on weighed_claims (known, id);

create table places (
  id text primary key,
  name text not null,
  kind text not null,
  country text,
  admin1 text,
  admin1_name text,
  parent text,
  lat double precision,
  lon double precision,
  seat_of text,
  precision text not null,
  population bigint not null,
  -- The claim that names it, for a place known by its name only: the earliest known, then the least id.
  told_known timestamptz,
  told_by text
);
create index places_country on places (country);
create index places_name on places using gin (name gin_trgm_ops);

create table control_periods (
  id bigint generated always as identity primary key,
  place text not null references places,
  valid daterange not null check (not isempty(valid)),
  known tstzrange not null check (not isempty(known)),
  holder_side text,
  holder_name text,
  status text not null,
  basis text not null,
  since_earliest date,
  believed_from timestamptz not null,
  origins integer not null,
  last_word date,
  detail jsonb not null,
  check ((holder_side is null) = (holder_name is null)),
  exclude using gist (place with =, valid with &&, known with &&)
);
create index control_periods_moment on control_periods using gist (known, valid);

create table events (
  bucket text not null,
  id text not null,
  country text,
  body jsonb not null,
  primary key (bucket, id)
);
create table figures (
  bucket text not null,
  id text not null,
  country text,
  body jsonb not null,
  primary key (bucket, id)
);
create table discrepancies (
  bucket text not null,
  id text not null,
  kind text not null,
  places text[] not null,
  known_since timestamptz not null,
  settled_known timestamptz,
  body jsonb not null,
  primary key (bucket, id)
);
create index discrepancies_id on discrepancies (id);
create index discrepancies_places on discrepancies using gin (places);

create table orphans (decision text primary key references decisions);

create table audit (
  seq bigint generated always as identity primary key,
  at timestamptz not null,
  by_id text not null,
  by_name text not null,
  action text not null,
  detail jsonb not null
);

-- One row: how often the record has changed, and which way of weighing made it.
create table revision (n bigint not null, weighing text not null);
insert into revision values (0, '');
`;
