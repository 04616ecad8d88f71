/** What people keep for themselves beside the record: searches that tell, discrepancies put off. */
export const NOTEBOOK = `
create table saved_searches (
  id text primary key,
  by_id text not null,
  address text not null,
  words text not null,
  saved timestamptz not null,
  -- What was filed after it is new to them.
  seen timestamptz not null,
  unique (by_id, address)
);

create table deferrals (
  by_id text not null,
  discrepancy text not null,
  until date not null,
  primary key (by_id, discrepancy)
);
`;
