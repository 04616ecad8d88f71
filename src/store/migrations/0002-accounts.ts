/** People and API keys, as better-auth has them; `settings` holds what a server keeps from one start to the next. */
export const ACCOUNTS = `
create table accounts (
  id text primary key,
  name text not null,
  email text not null unique,
  "emailVerified" boolean not null,
  image text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now(),
  role text not null check (role in ('viewer', 'analyst', 'administrator')),
  -- Whether private persons who spoke are masked for them.
  withhold boolean not null,
  disabled boolean not null
);

create table sessions (
  id text primary key,
  "expiresAt" timestamptz not null,
  token text not null unique,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null,
  "ipAddress" text,
  "userAgent" text,
  "userId" text not null references accounts on delete cascade
);
create index sessions_account on sessions ("userId");

create table credentials (
  id text primary key,
  "accountId" text not null,
  "providerId" text not null,
  "userId" text not null references accounts on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  scope text,
  password text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null
);
create index credentials_account on credentials ("userId");

create table verifications (
  id text primary key,
  identifier text not null,
  value text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create index verifications_identifier on verifications (identifier);

create table keys (
  id text primary key,
  "configId" text not null,
  name text,
  start text,
  "referenceId" text not null references accounts on delete cascade,
  prefix text,
  key text not null,
  "refillInterval" integer,
  "refillAmount" integer,
  "lastRefillAt" timestamptz,
  enabled boolean,
  "rateLimitEnabled" boolean,
  "rateLimitTimeWindow" integer,
  "rateLimitMax" integer,
  "requestCount" integer,
  remaining integer,
  "lastRequest" timestamptz,
  "expiresAt" timestamptz,
  "createdAt" timestamptz not null,
  "updatedAt" timestamptz not null,
  permissions text,
  metadata text
);
create index keys_account on keys ("referenceId");
create unique index keys_key on keys (key);

create table settings (name text primary key, value text not null);

create index audit_at on audit (at, seq);
`;
