import type { Actor } from '../model/index.ts';
import { actorKey } from './key.ts';
import { type DatedSide, isWithin, sideAt } from './sides.ts';

/** An actor with the sides that it has had. */
export interface DatedActor {
  readonly actor: Actor;
  readonly sides: readonly DatedSide[];
}

interface Named extends DatedActor {
  readonly exact: string;
  /** Whether the name counts only where the report is about the actor's country ("Joint Forces"). */
  readonly home: boolean;
}

const SHORT = /^[A-Z0-9/-]{2,5}s?$/;
/** Before a name in the table: it counts at home only. */
const HOME = '*';
const MOST_WORDS = 50_000;

export const isAlive = (a: Actor, date?: string | null): boolean => isWithin(date, a.from ?? '', a.to ?? '');
export const actorAt = (n: DatedActor, date?: string | null): Actor =>
  n.sides.length < 2 ? n.actor : { ...n.actor, side: sideAt(n.sides, date) };

/** Actors by their names and by the persons who stand for them. */
export class NameIndex {
  private readonly names = new Map<string, Named[]>();
  private readonly leaders = new Map<string, DatedActor[]>();
  private readonly beginnings = new Map<string, number>();
  /** What `longestFrom` has said of words before. */
  private readonly longest = new Map<string, number>();

  put(dated: DatedActor, names: readonly string[], leaders: readonly string[]): void {
    for (const written of names) {
      const home = written.startsWith(HOME),
        exact = home ? written.slice(HOME.length) : written,
        key = actorKey(exact);
      this.names.set(key, [...(this.names.get(key) ?? []), { ...dated, exact, home }]);
      this.begin(exact);
    }
    for (const person of leaders) {
      const key = actorKey(person);
      this.begin(person);
      this.leaders.set(key, [...(this.leaders.get(key) ?? []), dated]);
    }
  }

  findByName(said: string, date?: string | null, country?: string | null): Actor[] {
    const named = this.names.get(actorKey(said));
    if (!named) return [];
    const found = named.filter(n => fits(said, n, country));
    const rank = (n: Named): number =>
      Number(isAlive(n.actor, date)) * 2 + Number(country != null && n.actor.country === country);
    const best = [...found].sort((x, y) => rank(y) - rank(x));
    return [...new Map(best.map(n => [n.actor.id, actorAt(n, date)])).values()];
  }

  findByLeader(said: string, date?: string | null): Actor | null {
    const found = this.leaders.get(actorKey(said)) ?? [];
    const best = [...found].sort(
      (x, y) => Number(isAlive(y.actor, date)) - Number(isAlive(x.actor, date)),
    )[0];
    return best ? actorAt(best, date) : null;
  }

  /** Hyphens and apostrophes may stand as tokens of their own. */
  private begin(name: string): void {
    const first = firstWord(name),
      most = 2 * name.split(/[\s\-‐–—/’']+/).length;
    this.beginnings.set(first, Math.max(this.beginnings.get(first) ?? 0, most));
  }

  longestFrom(word: string): number {
    const before = this.longest.get(word);
    if (before !== undefined) return before;
    const most = this.beginnings.get(firstWord(word)) ?? 0;
    if (this.longest.size < MOST_WORDS) this.longest.set(word, most);
    return most;
  }
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

/**
 * Whether words that have a name's key may be that name: initials by case, proper names with capitals (of three words or more
 * one is enough: "Syrian democratic forces"), common nouns and names of the home kind at home.
 */
function fits(said: string, { exact, actor, home }: Named, country?: string | null): boolean {
  const bare = said.replace(/^the /i, '');
  if (home && country !== undefined && actor.country !== country) return false;
  if (SHORT.test(exact))
    return bare === exact || (exact.length > 3 && bare === `${exact[0]}${exact.slice(1).toLowerCase()}`);
  if (/^\p{Ll}/u.test(exact) && !/\p{Lu}/u.test(exact))
    return country === undefined || actor.country === null || actor.country === country;
  const least = exact.split(/[\s-]+/).length > 2 && !/^(?:al|el)[\s-]/i.test(exact) ? 1 : 2;
  return capitals(bare) >= Math.min(least, capitals(exact));
}

const capitals = (words: string): number => words.match(/(?<!\p{L})\p{Lu}/gu)?.length ?? 0;
