import { readFileSync } from 'node:fs';
import { foldName } from './key.ts';

/** What the table of countries knows beside the index. */
export interface Countries {
  readonly byName: ReadonlyMap<string, string>;
  readonly byDemonym: ReadonlyMap<string, readonly string[]>;
  readonly neighbours: ReadonlyMap<string, readonly string[]>;
  /** Ids of regions of several countries by their adjective: "Asian". */
  readonly regions: ReadonlyMap<string, string>;
}

const rowsOf = (file: string): string[][] =>
  readFileSync(new URL(file, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map(line => line.split('\t'));

/** Reads `data/countries.tsv`: names, demonyms ("Malian", "Malians") and neighbours by country code; names folded. */
export function loadCountries(): Countries {
  const byName = new Map<string, string>(),
    byDemonym = new Map<string, string[]>(),
    neighbours = new Map<string, string[]>();
  for (const row of rowsOf('./data/countries.tsv')) {
    const [code, name, aliases, demonyms, , , beside] = row as [
      string,
      string,
      string,
      string,
      string,
      string,
      string | undefined,
    ];
    for (const n of [name, ...aliases.split(';')]) if (n) byName.set(foldName(n), code);
    for (const d of demonyms.split(';'))
      if (d) byDemonym.set(foldName(d), [...(byDemonym.get(foldName(d)) ?? []), code]);
    neighbours.set(code, beside ? beside.split(';').filter(Boolean) : []);
  }
  const regions = new Map<string, string>();
  for (const [id, , , , , demonyms] of rowsOf('./data/regions.tsv'))
    for (const d of (demonyms ?? '').split(';')) if (d) regions.set(foldName(d), id!);
  return { byName, byDemonym, neighbours, regions };
}
