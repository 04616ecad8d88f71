import { readFileSync } from 'node:fs';

const read = (file: string): string[][] =>
  readFileSync(new URL(file, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map(line => line.split('\t'));
const list = (cell: string | undefined): string[] =>
  (cell ?? '')
    .split(';')
    .map(s => s.trim())
    .filter(Boolean);

/** One row of `data/groups.tsv`. */
export interface GroupRow {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly country: string | null;
  readonly sides: string;
  readonly from: string;
  readonly to: string;
  readonly names: readonly string[];
  readonly leaders: readonly string[];
  readonly source: string;
}

export const readGroups = (): GroupRow[] =>
  read('./data/groups.tsv').map(([id, name, kind, country, sides, from, to, names, leaders, source]) => ({
    id: id!,
    name: name!,
    kind: kind!,
    country: country || null,
    sides: sides!,
    from: from ?? '',
    to: to ?? '',
    names: list(names),
    leaders: list(leaders),
    source: source ?? '',
  }));

/** One row of `data/regimes.tsv`: who a state is at a time, and what its forces are called. */
export interface RegimeRow {
  readonly country: string;
  readonly side: string;
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly names: readonly string[];
  readonly leaders: readonly string[];
  readonly source: string;
}

export const readRegimes = (): RegimeRow[] =>
  read('./data/regimes.tsv').map(([country, side, name, from, to, names, leaders, source]) => ({
    country: country!,
    side: side!,
    name: name!,
    from: from ?? '',
    to: to ?? '',
    names: list(names),
    leaders: list(leaders),
    source: source ?? '',
  }));

/** One row of `data/alliances.tsv`: two sides that fight together, from and to. */
export interface AllianceRow {
  readonly a: string;
  readonly b: string;
  readonly from: string;
  readonly to: string;
}

export const readAlliances = (): AllianceRow[] =>
  read('./data/alliances.tsv').map(([a, b, from, to]) => ({ a: a!, b: b!, from: from ?? '', to: to ?? '' }));

/** One row of `data/insurgencies.tsv`: whom plain words mean in reports on a country, from and to. */
export interface InsurgencyRow {
  readonly country: string;
  readonly words: readonly string[];
  readonly actor: string;
  readonly from: string;
  readonly to: string;
}

export const readInsurgencies = (): InsurgencyRow[] =>
  read('./data/insurgencies.tsv').map(([country, words, actor, from, to]) => ({
    country: country!,
    words: list(words),
    actor: actor!,
    from: from ?? '',
    to: to ?? '',
  }));

/** A country as actors need it: its slug is the id of its state's own side. */
export interface Country {
  readonly code: string;
  readonly name: string;
  readonly slug: string;
  readonly demonyms: readonly string[];
}

export const slugOf = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

const SLUGS: Record<string, string> = {
  CD: 'congo-kinshasa',
  CG: 'congo-brazzaville',
  US: 'united-states',
  SY: 'syria',
  RU: 'russia',
  IR: 'iran',
  TR: 'turkey',
  MM: 'myanmar',
  PS: 'palestine',
  GB: 'united-kingdom',
  KR: 'south-korea',
  KP: 'north-korea',
  CI: 'ivory-coast',
};

/** The countries of the gazetteer's table, with all their names. */
export const readCountries = (): (Country & { readonly names: readonly string[] })[] =>
  read('../gazetteer/data/countries.tsv').map(([code, name, aliases, demonyms]) => ({
    code: code!,
    name: name!,
    slug: SLUGS[code!] ?? slugOf(name!),
    demonyms: list(demonyms),
    names: [name!, ...list(aliases)],
  }));
