import { AsyncLocalStorage } from 'node:async_hooks';
import { type Kysely, sql } from 'kysely';
import type { Schema } from './schema.ts';

/** What a statement gave: its rows as objects, and how many rows it changed. */
export interface Rows {
  readonly rows: Record<string, unknown>[];
  readonly affected: number;
}

/**
 * The only way to the database. While one is held, nothing of another component lands between its statements; `release`
 * must follow. Values: `date` comes as `YYYY-MM-DD`, `timestamptz` as a Date, `bigint` as a number, `jsonb` as data.
 */
export interface Connection {
  /** One statement with its parameters; without parameters several, of which the last result is given. */
  query(text: string, values?: readonly unknown[]): Promise<Rows>;
  release(): void;
}

/** A database that can be reached: embedded (one connection, queued) or a server (a pool). */
export interface Database {
  readonly kind: 'pglite' | 'postgres';
  acquire(): Promise<Connection>;
  close(): Promise<void>;
}

/** Alone owns the connection. Everything that speaks SQL (the ledger, accounts, jobs) goes through it. */
export interface Gateway extends Database {
  readonly db: Kysely<Schema>;
  /** One statement, or several without parameters, by itself. */
  query(text: string, values?: readonly unknown[]): Promise<Rows>;
  /** Runs `work` on a snapshot that nothing changes. */
  read<T>(work: (tx: Kysely<Schema>) => Promise<T>): Promise<T>;
  /** Runs `work` in a transaction, one writer at a time in all processes; rolled back where it throws. */
  write<T>(work: (tx: Kysely<Schema>) => Promise<T>): Promise<T>;
}

/** Writers of one database take turns by this advisory lock: "dateline" in ASCII. */
const WRITERS = '7233191237862812261';

interface Held {
  readonly database: object;
  active: boolean;
}
const holding = new AsyncLocalStorage<Held>();

/** Throws where a transaction's own work asks for a second connection: embedded, it would wait for itself for ever. */
export function checkNotInsideTransaction(database: object): void {
  const held = holding.getStore();
  if (held?.active && held.database === database)
    throw new Error('a statement outside of the transaction that its own work holds: use the transaction');
}

/** A transaction, and the mark that its work is under way. */
export function transact<T>(
  db: Kysely<Schema>,
  database: Database,
  mode: 'read' | 'write',
  work: (tx: Kysely<Schema>) => Promise<T>,
): Promise<T> {
  const level = mode === 'read' ? 'repeatable read' : 'read committed';
  return db
    .transaction()
    .setIsolationLevel(level)
    .execute(async tx => {
      if (mode === 'write' && database.kind === 'postgres')
        await sql`select pg_advisory_xact_lock(${sql.lit(WRITERS)}::bigint)`.execute(tx);
      const held: Held = { database, active: true };
      try {
        return await holding.run(held, () => work(tx));
      } finally {
        held.active = false;
      }
    });
}
