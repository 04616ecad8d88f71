import { readFileSync } from 'node:fs';
import type { Actor, ActorKind } from '../model/index.ts';
import { actorKey } from './key.ts';

/** A country as actors need it: its slug is the id of its state's own side. */
export interface Country {
  readonly code: string;
  readonly name: string;
  readonly slug: string;
  readonly demonyms: readonly string[];
}

interface Regime {
  readonly country: string;
  readonly side: string;
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

/** All actors that the data files know; state forces follow by rule from the countries. */
export interface Actors {
  /** Actors whose name or other name the words are, those alive at the date first. Abbreviations must agree in case. */
  findByName(words: string, date?: string | null): Actor[];
  byId(id: string): Actor | null;
  /** The forces of a state at a date: `branch` is army, government, police… */
  stateForces(country: string, branch: string, date?: string | null): Actor;
  /** The country whose people an adjective or noun names: "Malian", "Syrians". */
  countryByDemonym(word: string): Country | null;
  countryByName(words: string): Country | null;
  country(code: string): Country | null;
  /** A person who stands for an actor: "Assad's troops". */
  findByLeader(words: string, date?: string | null): Actor | null;
  sideName(side: string): string;
  readonly words: Readonly<
    Record<'state' | 'nonState' | 'either' | 'groupHeads' | 'civilians', ReadonlySet<string>>
  >;
  /** Longest name, in words. */
  readonly longest: number;
}

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
const slugOf = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
/** A bare year or month is its first day (`from`) or its last (`to`). */
const within = (date: string | null | undefined, from: string, to: string): boolean =>
  date == null || ((from === '' || date >= from) && (to === '' || date.slice(0, to.length) <= to));
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
};

let loaded: Actors | null = null;

/** The actors, read once a process: `data/groups.tsv`, `data/regimes.tsv` and the table of countries. */
export function loadActors(): Actors {
  loaded ??= readActors();
  return loaded;
}

function readActors(): Actors {
  const countries = new Map<string, Country>(),
    byDemonym = new Map<string, Country>(),
    byCountryName = new Map<string, Country>();
  for (const [code, name, aliases, demonyms] of read('../gazetteer/data/countries.tsv')) {
    const country: Country = {
      code: code!,
      name: name!,
      slug: SLUGS[code!] ?? slugOf(name!),
      demonyms: list(demonyms),
    };
    countries.set(code!, country);
    for (const n of [name!, ...list(aliases)]) byCountryName.set(actorKey(n), country);
    for (const d of country.demonyms) if (!byDemonym.has(actorKey(d))) byDemonym.set(actorKey(d), country);
  }
  const regimes: Regime[] = read('./data/regimes.tsv').map(([country, side, name, from, to]) => ({
    country: country!,
    side: side!,
    name: name!,
    from: from ?? '',
    to: to ?? '',
  }));
  const ids = new Map<string, Actor>(),
    names = new Map<string, { actor: Actor; exact: string }[]>(),
    leaders = new Map<string, Actor[]>(),
    sideNames = new Map<string, string>();
  let longest = 1;
  const put = (words: string, actor: Actor): void => {
    const key = actorKey(words),
      entry = names.get(key) ?? [];
    entry.push({ actor, exact: words });
    names.set(key, entry);
    longest = Math.max(longest, key.split(' ').length + 2);
  };
  for (const [id, name, kind, country, side, from, to, others, persons] of read('./data/groups.tsv')) {
    const actor: Actor = {
      id: id!,
      name: name!,
      kind: kind as ActorKind,
      country: country || null,
      side: side!,
      ...(from ? { from } : {}),
      ...(to ? { to } : {}),
    };
    ids.set(actor.id, actor);
    if (actor.id === side || !sideNames.has(side!)) sideNames.set(side!, name!);
    for (const n of [name!, ...list(others)]) put(n, actor);
    for (const p of list(persons)) leaders.set(actorKey(p), [...(leaders.get(actorKey(p)) ?? []), actor]);
  }
  const stateCache = new Map<string, Actor>();
  const stateForces = (code: string, branch: string, date?: string | null): Actor => {
    const country = countries.get(code) ?? { code, name: code, slug: code.toLowerCase(), demonyms: [] };
    const regime = regimes.find(r => r.country === code && within(date, r.from, r.to)),
      side = regime?.side ?? country.slug;
    const key = `${country.slug}-${slugOf(branch)}|${side}`;
    let actor = stateCache.get(key);
    if (!actor) {
      actor = {
        id: `${country.slug}-${slugOf(branch)}`,
        name: `${country.demonyms[0] ?? country.name} ${branch}`,
        kind: 'state-forces',
        country: code,
        side,
      };
      stateCache.set(key, actor);
      ids.set(actor.id, actor);
      if (!sideNames.has(side))
        sideNames.set(side, regime?.name ?? `${country.demonyms[0] ?? country.name} government`);
    }
    return actor;
  };
  for (const row of read('./data/regimes.tsv')) {
    const [code, side, name, from, to, others] = row as string[];
    sideNames.set(side!, sideNames.get(side!) ?? name!);
    if (ids.has(side!)) continue;
    const actor: Actor = {
      ...stateForces(code!, 'army', to || null),
      side: side!,
      id: `${side}-army`,
      name: name!,
      ...(from ? { from } : {}),
      ...(to ? { to } : {}),
    };
    ids.set(actor.id, actor);
    for (const n of [name!, ...list(others)]) put(n, actor);
  }
  const forceWords = JSON.parse(
    readFileSync(new URL('./data/force-words.json', import.meta.url), 'utf8'),
  ) as Record<keyof Actors['words'], string[]>;
  const words = Object.fromEntries(
    Object.entries(forceWords).map(([k, v]) => [k, new Set(v)]),
  ) as unknown as Actors['words'];
  const alive = (a: Actor, date?: string | null): boolean => within(date, a.from ?? '', a.to ?? '');
  return {
    words,
    longest,
    findByName(said, date) {
      const found = (names.get(actorKey(said)) ?? []).filter(({ exact }) => {
        const short = /^[A-Z0-9/-]{2,5}s?$/.test(exact);
        return (
          !short ||
          said.replace(/^the /i, '') === exact ||
          (exact.length > 3 && said === `${exact[0]}${exact.slice(1).toLowerCase()}`)
        );
      });
      return [...new Set(found.map(f => f.actor))].sort(
        (x, y) => Number(alive(y, date)) - Number(alive(x, date)),
      );
    },
    byId: id => ids.get(id) ?? null,
    stateForces,
    countryByDemonym: word => byDemonym.get(actorKey(word)) ?? null,
    countryByName: said => byCountryName.get(actorKey(said)) ?? null,
    country: code => countries.get(code) ?? null,
    findByLeader: (said, date) =>
      (leaders.get(actorKey(said)) ?? []).sort(
        (x, y) => Number(alive(y, date)) - Number(alive(x, date)),
      )[0] ?? null,
    sideName: side => sideNames.get(side) ?? [...countries.values()].find(c => c.slug === side)?.name ?? side,
  };
}
