import type { Place } from '../model/index.ts';
import { hashPair } from './hash.ts';
import type { ImportedPlace } from './import-geonames.ts';
import { foldName, nameKey } from './key.ts';

/** A place that a name of a user's own file can mean. `rank`: 0 its main name, 2 another. */
export interface ExtraRow {
  readonly place: Place;
  readonly fold: number;
  readonly rank: 0 | 2;
}

/** Places of a user's own files by key, id and parent, to stand beside the compiled index. */
export class ExtraPlaces {
  private readonly byKey = new Map<string, ExtraRow[]>();
  private readonly byParent = new Map<string, Place[]>();
  private readonly ids = new Map<string, Place>();

  /** @param known the place of an id that the compiled index holds: an import adds its names to it, and nothing else */
  constructor(imported: readonly ImportedPlace[], known: (id: string) => Place | null) {
    for (const { place: own, names } of imported) {
      const there = known(own.id),
        place = there ?? own;
      if (!there) {
        this.ids.set(own.id, own);
        if (own.parent) this.byParent.set(own.parent, [...(this.byParent.get(own.parent) ?? []), own]);
      }
      for (const [i, name] of names.entries()) {
        const folded = foldName(name),
          key = nameKey(folded);
        if (key === '') continue;
        const row: ExtraRow = { place, fold: hashPair(folded)[0], rank: i === 0 ? 0 : 2 };
        const rows = this.byKey.get(key);
        if (rows) rows.push(row);
        else this.byKey.set(key, [row]);
      }
    }
  }

  has = (key: string): boolean => this.byKey.has(key);
  rows = (key: string): readonly ExtraRow[] => this.byKey.get(key) ?? [];
  byId = (id: string): Place | null => this.ids.get(id) ?? null;
  childrenOf = (id: string): readonly Place[] => this.byParent.get(id) ?? [];
}
