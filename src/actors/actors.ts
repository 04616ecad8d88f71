import { readFileSync } from 'node:fs';
import type { Actor, ActorKind } from '../model/index.ts';
import { actorKey } from './key.ts';
import { actorAt, type DatedActor, NameIndex } from './name-index.ts';
import { isWithin, parseSides } from './sides.ts';
import { StateActors } from './state-actors.ts';
import {
  type Country,
  type RegimeRow,
  readAlliances,
  readCountries,
  readGroups,
  readInsurgencies,
  readRegimes,
} from './tables.ts';

export type { Country } from './tables.ts';

type WordSet = 'state' | 'ofState' | 'nonState' | 'either' | 'groupHeads' | 'civilians' | 'deeds';

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
  /** Whom words like "the insurgents" mean in reports on a country at a date, where these name nobody; null where that is open. */
  meantBy(country: string, said: string, date?: string | null): Actor | null;
  /** The sides that fight with a side at a date. @example alliesOf('syria', '2016-12-01') // ['russia', 'iran', 'hezbollah'] */
  alliesOf(side: string, date?: string | null): string[];
  /** The day on which the state changed hands shortly before a date (at most so many days), or null. */
  changedBefore(country: string, date: string, days: number): string | null;
  sideName(side: string): string;
  /** The one country that a side other than a state fights in; null for states, and where there are several. @example homeOf('taliban') // 'AF' */
  homeOf(side: string): string | null;
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

class ActorTable implements Actors {
  readonly words: Actors['words'];
  private readonly countries = new Map<string, Country>();
  private readonly demonyms = new Map<string, Country>();
  private readonly countryNames = new Map<string, Country>();
  private readonly regimes: readonly RegimeRow[] = readRegimes();
  private readonly alliances = readAlliances();
  private readonly insurgencies = readInsurgencies();
  private readonly ids = new Map<string, DatedActor>();
  private readonly names = new NameIndex();
  private readonly sideNames = new Map<string, string>();
  /** Countries in which groups of a side act that are no state's. */
  private readonly homes = new Map<string, Set<string>>();
  private readonly states = new StateActors(this.regimes, this.countries, (side, name) => {
    if (!this.sideNames.has(side)) this.sideNames.set(side, name);
  });

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
      this.put({ actor, sides }, [row.name, ...row.names], row.leaders);
      for (const { side } of sides)
        this.homes.set(side, (this.homes.get(side) ?? new Set<string>()).add(row.country ?? ''));
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
    this.put({ actor, sides: [{ side: row.side, from: '' }] }, [row.name, ...row.names], row.leaders);
  }

  private put(dated: DatedActor, names: readonly string[], leaders: readonly string[]): void {
    this.ids.set(dated.actor.id, dated);
    // a name of the home kind stands in the other names, and not as the name itself
    const own = names.slice(1).includes(`*${names[0]}`) ? names.slice(1) : names;
    this.names.put(dated, own, leaders);
  }

  findByName = (said: string, date?: string | null, country?: string | null): Actor[] =>
    this.names.findByName(said, date, country);
  findByLeader = (said: string, date?: string | null): Actor | null => this.names.findByLeader(said, date);
  longestFrom = (word: string): number => this.names.longestFrom(word);

  byId(id: string, date?: string | null): Actor | null {
    const dated = this.ids.get(id);
    return dated ? actorAt(dated, date) : this.states.byId(id);
  }

  stateForces = (code: string, branch: string, date?: string | null): Actor =>
    this.states.of(code, branch, 'state-forces', date);
  stateMilitia = (code: string, date?: string | null): Actor =>
    this.states.of(code, 'militia', 'political-militia', date);
  changedBefore = (code: string, date: string, days: number): string | null =>
    this.states.changedBefore(code, date, days);

  meantBy(code: string, said: string, date?: string | null): Actor | null {
    const words = said.toLowerCase().split(/[^\p{L}]+/u);
    const row = this.insurgencies.findLast(
      r =>
        r.country === code &&
        isWithin(date, r.from, r.to) &&
        words.some(w => r.words.some(x => w === x || w === `${x}s` || w === x.replace(/man$/, 'men'))),
    );
    return row ? this.byId(row.actor, date) : null;
  }

  alliesOf(side: string, date?: string | null): string[] {
    const found = this.alliances.filter(r => (r.a === side || r.b === side) && isWithin(date, r.from, r.to));
    return [...new Set(found.map(r => (r.a === side ? r.b : r.a)))];
  }

  countryByDemonym = (word: string): Country | null => this.demonyms.get(actorKey(word)) ?? null;
  countryByName = (said: string): Country | null => this.countryNames.get(actorKey(said)) ?? null;
  country = (code: string): Country | null => this.countries.get(code) ?? null;
  homeOf(side: string): string | null {
    const homes = [...(this.homes.get(side) ?? [])];
    const isState = [...this.countries.values()].some(c => c.slug === side);
    return homes.length === 1 && homes[0] !== '' && !isState ? homes[0]! : null;
  }

  sideName = (side: string): string =>
    this.sideNames.get(side) ?? [...this.countries.values()].find(c => c.slug === side)?.name ?? side;
}

function readWords(): Actors['words'] {
  const lists = JSON.parse(
    readFileSync(new URL('./data/force-words.json', import.meta.url), 'utf8'),
  ) as Record<WordSet, string[]>;
  return Object.fromEntries(
    Object.entries(lists).map(([k, v]) => [k, new Set(v)]),
  ) as unknown as Actors['words'];
}
