import { readFileSync } from 'node:fs';
import { foldName } from './key.ts';

/** What the table of countries knows beside the index. */
export interface Countries {
  readonly byName: ReadonlyMap<string, string>;
  readonly byDemonym: ReadonlyMap<string, readonly string[]>;
  readonly neighbours: ReadonlyMap<string, readonly string[]>;
}

/** Reads `data/countries.tsv`: names, demonyms ("Malian", "Malians") and neighbours by country code; names folded. */
export function loadCountries(): Countries {
  const byName = new Map<string, string>(),
    byDemonym = new Map<string, string[]>(),
    neighbours = new Map<string, string[]>();
  const lines = readFileSync(new URL('./data/countries.tsv', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .slice(1);
  for (const line of lines) {
    const [code, name, aliases, demonyms, , , beside] = line.split('\t') as [
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
  return { byName, byDemonym, neighbours };
}
