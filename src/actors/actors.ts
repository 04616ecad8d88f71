import { readFileSync } from 'node:fs';
import type { Actor, ActorKind } from '../model/index.ts';
import { actorKey } from './key.ts';
import { type DatedSide, isWithin, parseSides, sideAt } from './sides.ts';
import {
  type Country,
  type RegimeRow,
  readAlliances,
  readCountries,
  readGroups,
  readRegimes,
  slugOf,
} from './tables.ts';

export type { Country } from './tables.ts';

type WordSet = 'state' | 'nonState' | 'either' | 'groupHeads' | 'civilians';

/** All actors that the data files know; state forces follow by rule from the countries. */
export interface Actors {
  /**
   * Actors whose name or other name the words are, those alive at the date and of the country asked for first. A name with a
   * capital must have one; a common noun ("the junta", "popular committees") is an actor's in its own country only.
   */
  findByName(words: string, date?: string | null, country?: string | null): Actor[];
  /** @param date decides the side, where that changed */
  byId(id: string, date?: string | null): Actor | null;
  /** The forces of a state at a date: `branch` is army, government, police… */
  stateForces(country: string, branch: string, date?: string | null): Actor;
  /** A militia on a state's side. */
  stateMilitia(country: string, date?: string | null): Actor;
  /** The country whose people an adjective or noun names: "Malian", "Syrians". */
  countryByDemonym(word: string): Country | null;
  countryByName(words: string): Country | null;
  country(code: string): Country | null;
  /** A person who stands for an actor: "Assad's troops". */
  findByLeader(words: string, date?: string | null): Actor | null;
  /** The sides that fight with a side at a date. @example alliesOf('syria', '2016-12-01') // ['russia', 'iran', 'hezbollah'] */
  alliesOf(side: string, date?: string | null): string[];
  /** The day on which the state changed hands shortly before a date (at most so many days), or null. */
  changedBefore(country: string, date: string, days: number): string | null;
  sideName(side: string): string;
  readonly words: Readonly<Record<WordSet, ReadonlySet<string>>>;
  /** How many words, at most, the names have that begin with a word; 0 where none does. Far cheaper than `findByName`. */
  longestFrom(word: string): number;
  /** How many actors the files hold. */
  readonly size: number;
}

let loaded: Actors | null = null;

/** The actors, read once a process from `data/` and the table of countries. */
export function loadActors(): Actors {
  loaded ??= new ActorTable();
  return loaded;
}

interface Named {
  readonly actor: Actor;
  readonly sides: readonly DatedSide[];
  readonly exact: string;
}

/** The letters that a name begins with, in the key's form: "al" of "al-Qaeda", "jamaat" of "Jama'at". */
const firstWord = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’'‘ʼ`´.]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .find(w => w !== '' && w !== 'the') ?? '';

const SHORT = /^[A-Z0-9/-]{2,5}s?$/;
const DAY_MS = 86_400_000;
const MOST_WORDS = 50_000;

class ActorTable implements Actors {
  readonly words: Actors['words'];
  private readonly countries = new Map<string, Country>();
  private readonly demonyms = new Map<string, Country>();
  private readonly countryNames = new Map<string, Country>();
  private readonly regimes: readonly RegimeRow[] = readRegimes();
  private readonly alliances = readAlliances();
  private readonly ids = new Map<string, Named>();
  private readonly names = new Map<string, Named[]>();
  private readonly leaders = new Map<string, Named[]>();
  private readonly sideNames = new Map<string, string>();
  private readonly beginnings = new Map<string, number>();
  /** What `longestFrom` has said of words before. */
  private readonly longest = new Map<string, number>();
  private readonly states = new Map<string, Actor>();

  constructor() {
    this.words = readWords();
    for (const { names, ...country } of readCountries()) {
      this.countries.set(country.code, country);
      for (const n of names) this.countryNames.set(actorKey(n), country);
      for (const d of country.demonyms)
        if (!this.demonyms.has(actorKey(d))) this.demonyms.set(actorKey(d), country);
    }
    for (const row of this.regimes) if (!this.sideNames.has(row.side)) this.sideNames.set(row.side, row.name);
    for (const row of readGroups()) {
      const sides = parseSides(row.sides),
        actor: Actor = {
          id: row.id,
          name: row.name,
          kind: row.kind as ActorKind,
          country: row.country,
          side: sides[0]!.side,
          ...(row.from ? { from: row.from } : {}),
          ...(row.to ? { to: row.to } : {}),
        };
      if (actor.id === actor.side || !this.sideNames.has(actor.side))
        this.sideNames.set(actor.side, row.name);
      this.put({ actor, sides, exact: row.name }, [row.name, ...row.names], row.leaders);
    }
    for (const row of this.regimes) this.addRegime(row);
  }

  get size(): number {
    return this.ids.size;
  }

  /** A state's army under the names that are its own. */
  private addRegime(row: RegimeRow): void {
    if (this.ids.has(row.side)) return;
    const actor: Actor = {
      id: `${row.side}-army`,
      name: row.name,
      kind: 'state-forces',
      country: row.country,
      side: row.side,
      ...(row.from ? { from: row.from } : {}),
      ...(row.to ? { to: row.to } : {}),
    };
    this.put(
      { actor, sides: [{ side: row.side, from: '' }], exact: row.name },
      [row.name, ...row.names],
      row.leaders,
    );
  }

  private put(named: Named, names: readonly string[], leaders: readonly string[]): void {
    this.ids.set(named.actor.id, named);
    for (const exact of names) {
      const key = actorKey(exact);
      this.names.set(key, [...(this.names.get(key) ?? []), { ...named, exact }]);
      this.begin(exact);
    }
    for (const person of leaders) {
      const key = actorKey(person);
      this.begin(person);
      this.leaders.set(key, [...(this.leaders.get(key) ?? []), named]);
    }
  }

  findByName(said: string, date?: string | null, country?: string | null): Actor[] {
    const named = this.names.get(actorKey(said));
    if (!named) return [];
    const found = named.filter(n => fits(said, n, country));
    const rank = (n: Named): number =>
      Number(isAlive(n.actor, date)) * 2 + Number(country != null && n.actor.country === country);
    const best = [...found].sort((x, y) => rank(y) - rank(x));
    return [...new Map(best.map(n => [n.actor.id, at(n, date)])).values()];
  }

  byId(id: string, date?: string | null): Actor | null {
    const named = this.ids.get(id);
    return named ? at(named, date) : (this.states.get(id) ?? null);
  }

  findByLeader(said: string, date?: string | null): Actor | null {
    const found = this.leaders.get(actorKey(said)) ?? [];
    const best = [...found].sort(
      (x, y) => Number(isAlive(y.actor, date)) - Number(isAlive(x.actor, date)),
    )[0];
    return best ? at(best, date) : null;
  }

  /** Hyphens and apostrophes may stand as tokens of their own. */
  private begin(name: string): void {
    const first = firstWord(name),
      most = 2 * name.split(/[\s\-‐–—/’']+/).length;
    this.beginnings.set(first, Math.max(this.beginnings.get(first) ?? 0, most));
  }

  longestFrom = (word: string): number => {
    const before = this.longest.get(word);
    if (before !== undefined) return before;
    const most = this.beginnings.get(firstWord(word)) ?? 0;
    if (this.longest.size < MOST_WORDS) this.longest.set(word, most);
    return most;
  };

  private regimeAt = (code: string, date?: string | null): RegimeRow | undefined =>
    this.regimes.filter(r => r.country === code && isWithin(date, r.from, r.to)).at(-1);

  stateForces(code: string, branch: string, date?: string | null): Actor {
    return this.ofState(code, branch, 'state-forces', date);
  }

  stateMilitia(code: string, date?: string | null): Actor {
    return this.ofState(code, 'militia', 'political-militia', date);
  }

  private ofState(code: string, branch: string, kind: ActorKind, date?: string | null): Actor {
    const country = this.countries.get(code) ?? { code, name: code, slug: slugOf(code), demonyms: [] },
      regime = this.regimeAt(code, date),
      side = regime?.side ?? country.slug;
    const id = `${country.slug}-${slugOf(branch)}`,
      key = `${id}|${side}`;
    let actor = this.states.get(key);
    if (!actor) {
      actor = { id, name: `${country.demonyms[0] ?? country.name} ${branch}`, kind, country: code, side };
      this.states.set(key, actor);
      this.states.set(id, actor);
      if (!this.sideNames.has(side))
        this.sideNames.set(side, regime?.name ?? `${country.demonyms[0] ?? country.name} government`);
    }
    return actor;
  }

  changedBefore(code: string, date: string, days: number): string | null {
    for (const r of this.regimes) {
      if (r.country !== code || r.to.length !== 10 || r.to >= date) continue;
      if (Date.parse(`${date}T00:00:00Z`) - Date.parse(`${r.to}T00:00:00Z`) <= days * DAY_MS) return r.to;
    }
    return null;
  }

  alliesOf(side: string, date?: string | null): string[] {
    const found = this.alliances.filter(r => (r.a === side || r.b === side) && isWithin(date, r.from, r.to));
    return [...new Set(found.map(r => (r.a === side ? r.b : r.a)))];
  }

  countryByDemonym = (word: string): Country | null => this.demonyms.get(actorKey(word)) ?? null;
  countryByName = (said: string): Country | null => this.countryNames.get(actorKey(said)) ?? null;
  country = (code: string): Country | null => this.countries.get(code) ?? null;
  sideName = (side: string): string =>
    this.sideNames.get(side) ?? [...this.countries.values()].find(c => c.slug === side)?.name ?? side;
}

const isAlive = (a: Actor, date?: string | null): boolean => isWithin(date, a.from ?? '', a.to ?? '');
const at = (n: Named, date?: string | null): Actor =>
  n.sides.length < 2 ? n.actor : { ...n.actor, side: sideAt(n.sides, date) };

/** Whether words that have a name's key may be that name: initials by case, proper names with a capital, common nouns at home. */
function fits(said: string, { exact, actor }: Named, country?: string | null): boolean {
  const bare = said.replace(/^the /i, '');
  if (SHORT.test(exact))
    return bare === exact || (exact.length > 3 && bare === `${exact[0]}${exact.slice(1).toLowerCase()}`);
  if (/^\p{Ll}/u.test(exact) && !/\p{Lu}/u.test(exact))
    return country == null || actor.country === null || actor.country === country;
  return capitals(bare) >= Math.min(2, capitals(exact));
}

const capitals = (words: string): number => words.match(/(?<!\p{L})\p{Lu}/gu)?.length ?? 0;

function readWords(): Actors['words'] {
  const lists = JSON.parse(
    readFileSync(new URL('./data/force-words.json', import.meta.url), 'utf8'),
  ) as Record<WordSet, string[]>;
  return Object.fromEntries(
    Object.entries(lists).map(([k, v]) => [k, new Set(v)]),
  ) as unknown as Actors['words'];
}
