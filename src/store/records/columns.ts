import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Schema } from '../schema.ts';

/** The values of many rows, a list a column: `of.name[3]` is the name of the fourth row. */
export interface Columns<Name extends string> {
  readonly length: number;
  readonly of: Readonly<Record<Name, readonly unknown[]>>;
}

/**
 * Reads many rows as one list of JSON a column. A driver makes an object of each value of each row, and the embedded one
 * copies them from its thread; a list is one text, parsed at once: thousands of rows come several times as fast. Values
 * come as JSON has them: days as `YYYY-MM-DD`, instants only as numbers or text that the caller makes of them.
 * @example await readColumns(tx, { id: sql`p.id`, name: sql`p.name` }, sql`from places p`)
 */
export async function readColumns<Name extends string>(
  tx: Kysely<Schema>,
  columns: Readonly<Record<Name, RawBuilder<unknown>>>,
  from: RawBuilder<unknown>,
): Promise<Columns<Name>> {
  const names = Object.keys(columns) as Name[];
  const lists = names.map(name => sql`json_agg(${columns[name]})::text as ${sql.ref(name)}`);
  const { rows } = await sql<Record<Name, string | null>>`select ${sql.join(lists)} ${from}`.execute(tx);
  const of = {} as Record<Name, unknown[]>;
  for (const name of names) of[name] = JSON.parse(rows[0]![name] ?? '[]');
  return { length: of[names[0]!].length, of };
}
