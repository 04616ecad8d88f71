import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Schema } from '../schema.ts';

/** The values of many rows, a list a column: `of.name[3]` is the name of the fourth row. */
export interface Columns<Name extends string, Beside extends string> {
  readonly length: number;
  readonly of: Readonly<Record<Name, readonly unknown[]>>;
  readonly beside: Readonly<Record<Beside, unknown>>;
}

/**
 * Reads many rows as one list of JSON a column. A driver makes an object of each value of each row, and the embedded one
 * copies them from its thread; a list is one text, parsed at once: thousands of rows come several times as fast. Values
 * come as JSON has them: days as `YYYY-MM-DD`, instants only as numbers or text that the caller makes of them.
 * `beside` are JSON values that come with the rows, of the same moment.
 * @example await readColumns(tx, { id: sql`p.id`, name: sql`p.name` }, sql`from places p`)
 */
export async function readColumns<Name extends string, Beside extends string = never>(
  tx: Kysely<Schema>,
  columns: Readonly<Record<Name, RawBuilder<unknown>>>,
  from: RawBuilder<unknown>,
  beside: Readonly<Record<Beside, RawBuilder<unknown>>> = {} as Record<Beside, RawBuilder<unknown>>,
): Promise<Columns<Name, Beside>> {
  const names = Object.keys(columns) as Name[],
    others = Object.keys(beside) as Beside[];
  const lists = [
    ...names.map(name => sql`json_agg(${columns[name]})::text as ${sql.ref(name)}`),
    ...others.map(name => sql`${beside[name]}::text as ${sql.ref(name)}`),
  ];
  const { rows } = await sql<Record<string, string | null>>`select ${sql.join(lists)} ${from}`.execute(tx);
  const parsed = <Key extends string>(keys: readonly Key[], empty: string): Record<Key, unknown> =>
    Object.fromEntries(keys.map(key => [key, JSON.parse(rows[0]![key] ?? empty)])) as Record<Key, unknown>;
  const of = parsed(names, '[]') as Record<Name, unknown[]>;
  return { length: of[names[0]!].length, of, beside: parsed(others, 'null') };
}
