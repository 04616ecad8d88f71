import { type Candidate, foldName, type Gazetteer } from '../../gazetteer/index.ts';

/** Looks names up in a gazetteer, each once a report. */
export class Lookup {
  readonly gazetteer: Gazetteer;
  private readonly found = new Map<string, readonly Candidate[]>();

  constructor(gazetteer: Gazetteer) {
    this.gazetteer = gazetteer;
  }

  /** All that a name can mean, consonants alone never counted. */
  find(name: string): readonly Candidate[] {
    const folded = foldName(name);
    let found = this.found.get(folded);
    if (!found) {
      found = this.gazetteer.has(folded) ? this.gazetteer.find(name, { loose: false, limit: 60 }) : [];
      this.found.set(folded, found);
    }
    return found;
  }

  /** The one place of an id, as if it had been found by name. */
  byId(id: string): readonly Candidate[] {
    const place = this.gazetteer.byId(id);
    return place ? [{ place, fit: 'exact', alternate: false, score: 1 }] : [];
  }

  /** How many people, or the like, the greatest place has that is written so; 0 where there is none. */
  weight(name: string): number {
    let most = 0;
    for (const { place, fit, alternate } of this.find(name)) {
      if (fit !== 'exact') continue;
      const worth =
        place.kind === 'country'
          ? 1e9
          : place.kind === 'province' || place.kind === 'area'
            ? 1e6
            : place.population + 1;
      most = Math.max(most, alternate ? worth / 10 : worth);
    }
    return most;
  }

  demonym = (word: string): readonly string[] =>
    /^[A-Z]/.test(word) ? this.gazetteer.countriesByDemonym(word) : [];

  regionByDemonym = (word: string): string | null =>
    /^[A-Z]/.test(word) ? this.gazetteer.regionByDemonym(word) : null;
}
