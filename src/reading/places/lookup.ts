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

  /** Whether some place is written so, letter by letter. */
  isName = (name: string): boolean => this.find(name).some(c => c.fit === 'exact');

  /** How many people, or the like, the greatest place has that is written so; 0 where there is none. */
  weight(name: string): number {
    let most = 0;
    for (const { place, fit, alternate } of this.find(name)) {
      if (fit !== 'exact') continue;
      const worth = place.kind === 'country' ? 1e9 : place.kind === 'province' ? 1e6 : place.population;
      most = Math.max(most, alternate ? worth / 10 : worth);
    }
    return most;
  }

  demonym = (word: string): readonly string[] =>
    /^[A-Z]/.test(word) ? this.gazetteer.countriesByDemonym(word) : [];
}
