import { Kysely } from 'kysely';
import { createDialect } from './dialect.ts';
import { checkNotInsideTransaction, type Database, type Gateway, transact } from './gateway.ts';
import type { Schema } from './schema.ts';

/** The gateway over a database: see `Gateway`. */
export function createGateway(database: Database): Gateway {
  const db = new Kysely<Schema>({ dialect: createDialect(database) });
  return {
    kind: database.kind,
    db,
    acquire: () => database.acquire(),
    close: () => database.close(),
    async query(text, values) {
      checkNotInsideTransaction(database);
      const connection = await database.acquire();
      try {
        return await connection.query(text, values);
      } catch (error) {
        // Several statements at once may have begun a transaction and failed inside it.
        await connection.query('rollback').catch(() => {});
        throw error;
      } finally {
        connection.release();
      }
    },
    read: work => transact(db, database, 'read', work),
    write: work => transact(db, database, 'write', work),
  };
}
