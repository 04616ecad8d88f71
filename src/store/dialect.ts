import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  type TransactionSettings,
} from 'kysely';
import { type Connection, checkNotInsideTransaction, type Database } from './gateway.ts';

/** Kysely over a database of ours, embedded or not: a transaction holds its connection to the end. */
export function createDialect(database: Database): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => createDriver(database),
    createIntrospector: db => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
}

class KyselyConnection implements DatabaseConnection {
  readonly connection: Connection;
  constructor(connection: Connection) {
    this.connection = connection;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const { rows, affected } = await this.connection.query(query.sql, query.parameters);
    return { rows: rows as R[], numAffectedRows: BigInt(affected) };
  }

  // biome-ignore lint/correctness/useYield: nothing here streams
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('rows are not streamed here');
  }
}

const run = (connection: DatabaseConnection, text: string): Promise<QueryResult<unknown>> =>
  connection.executeQuery(CompiledQuery.raw(text, []));

function createDriver(database: Database): Driver {
  return {
    init: async () => {},
    destroy: async () => {},
    acquireConnection: async () => {
      checkNotInsideTransaction(database);
      return new KyselyConnection(await database.acquire());
    },
    releaseConnection: async connection => (connection as KyselyConnection).connection.release(),
    beginTransaction: async (connection, settings: TransactionSettings) => {
      const level = settings.isolationLevel ? ` isolation level ${settings.isolationLevel}` : '';
      await run(connection, `begin${level}`);
    },
    commitTransaction: async connection => void (await run(connection, 'commit')),
    rollbackTransaction: async connection => void (await run(connection, 'rollback')),
    savepoint: async (connection, name) => void (await run(connection, `savepoint "${name}"`)),
    rollbackToSavepoint: async (connection, name) =>
      void (await run(connection, `rollback to savepoint "${name}"`)),
    releaseSavepoint: async (connection, name) => void (await run(connection, `release savepoint "${name}"`)),
  };
}
