import type { Actor, ActorKind } from '../model/index.ts';
import { isWithin } from './sides.ts';
import { type Country, type RegimeRow, slugOf } from './tables.ts';

const DAY_MS = 86_400_000;

/** The forces of every state, made by rule: who it is at a date comes from the table of regimes, else from its name. */
export class StateActors {
  private readonly made = new Map<string, Actor>();
  private readonly regimes: readonly RegimeRow[];
  private readonly countries: ReadonlyMap<string, Country>;
  private readonly onSide: (side: string, name: string) => void;

  /** @param onSide told of each side as it first appears, with its name */
  constructor(
    regimes: readonly RegimeRow[],
    countries: ReadonlyMap<string, Country>,
    onSide: (side: string, name: string) => void,
  ) {
    this.regimes = regimes;
    this.countries = countries;
    this.onSide = onSide;
  }

  byId = (id: string): Actor | null => this.made.get(id) ?? null;

  of(code: string, branch: string, kind: ActorKind, date?: string | null): Actor {
    const country = this.countries.get(code) ?? { code, name: code, slug: slugOf(code), demonyms: [] },
      regime = this.regimeOf(code, date),
      side = regime?.side ?? country.slug;
    const id = `${country.slug}-${slugOf(branch)}`,
      key = `${id}|${side}`;
    let actor = this.made.get(key);
    if (!actor) {
      actor = { id, name: `${country.demonyms[0] ?? country.name} ${branch}`, kind, country: code, side };
      this.made.set(key, actor);
      this.made.set(id, actor);
      this.onSide(side, regime?.name ?? `${country.demonyms[0] ?? country.name} government`);
    }
    return actor;
  }

  /** Who a state is at a date; the present one where no date is known. */
  private regimeOf(code: string, date?: string | null): RegimeRow | undefined {
    const then = this.regimes.filter(r => r.country === code && isWithin(date, r.from, r.to));
    return date == null ? (then.find(r => r.to === '') ?? then.at(-1)) : then.at(-1);
  }

  changedBefore(code: string, date: string, days: number): string | null {
    for (const r of this.regimes) {
      if (r.country !== code || r.to.length !== 10 || r.to >= date) continue;
      if (Date.parse(`${date}T00:00:00Z`) - Date.parse(`${r.to}T00:00:00Z`) <= days * DAY_MS) return r.to;
    }
    return null;
  }
}
