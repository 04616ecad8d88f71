import type { Actors } from '../../actors/index.ts';
import type { Document } from '../../language/index.ts';
import type { Actor } from '../../model/index.ts';
import type { Annotated, PlaceMention, ReportContext } from '../annotations.ts';
import { mainCountry } from './main-country.ts';
import { type Found, runOf } from './runs.ts';
import { guessDate } from './undated.ts';

/** Days after a regime's fall in which "government forces" still means the fallen one's. */
const AFTERMATH = 45;

const LINK = /^(?:linked|affiliated|inspired|aligned|allied|backed|tied|connected|sponsored|supported)$/;

/** "the Front-linked fighters": who is named before it is not meant, only what is joined to it. */
const isLinkTo = ({ tokens }: Document, i: number): boolean =>
  /^[-‐]$/.test(tokens[i]?.text ?? '') && LINK.test(tokens[i + 1]?.lower ?? '');

/** What the ways of finding actors share: the text, what the report is about, and what has been found so far. */
export class Search {
  readonly found: Found[] = [];
  readonly taken: boolean[] = [];
  readonly doc: Document;
  readonly actors: Actors;
  readonly places: readonly PlaceMention[];
  readonly date: string | null;
  readonly country: string | null;
  /** The date at which "the army" is asked for. */
  private readonly stateDate: string | null;

  /** `earlier` is the body of the report where the text is its title: a title that names no place is about what its body is about. */
  constructor(
    doc: Document,
    context: ReportContext,
    places: readonly PlaceMention[],
    actors: Actors,
    earlier?: Annotated,
  ) {
    this.doc = doc;
    this.actors = actors;
    this.places = places;
    this.country =
      mainCountry(doc, context, places, actors) ??
      (earlier ? mainCountry(earlier.document, context, earlier.places, actors) : null);
    this.date = context.published ?? guessDate(doc.text, this.country, actors);
    this.stateDate =
      this.country !== null && this.date !== null
        ? (actors.changedBefore(this.country, this.date, AFTERMATH) ?? this.date)
        : this.date;
  }

  add(first: number, last: number, actor: Actor, how: Found['how'], generic: boolean): void {
    for (let i = first; i < last; i++) if (this.taken[i]) return;
    for (let i = first; i < last; i++) this.taken[i] = true;
    if (how === 'name' && isLinkTo(this.doc, last)) return;
    this.found.push({ ...runOf(this.doc, first, last), actor, how, generic });
  }

  /** Tries a way at every token that nothing has taken. */
  each(way: (s: Search, i: number) => void): void {
    for (let i = 0; i < this.doc.tokens.length; i++) if (!this.taken[i]) way(this, i);
  }

  stateForces(country: string, branch: string): Actor {
    return this.actors.stateForces(country, branch, this.dateFor(country));
  }

  stateMilitia(country: string): Actor {
    return this.actors.stateMilitia(country, this.dateFor(country));
  }

  private dateFor(country: string): string | null {
    return country === this.country ? this.stateDate : this.date;
  }

  /** "In Niger, the army…": the country that opens the sentence, or the one that the report is about. */
  countryNear(i: number): string | null {
    const { tokens, sentences } = this.doc,
      { first } = sentences[tokens[i]!.sentence]!;
    const opening = this.places.find(
      p =>
        p.first === first + 1 && p.place.kind === 'country' && p.last <= i && tokens[first]!.lower === 'in',
    );
    return opening?.place.country ?? this.country;
  }

  /** Whom "the rebels" of a country mean where nobody is named: the one that plain words mean there at the time, else its rebels. */
  rebelsOf(country: string | null, said: string): Actor {
    const known = country === null ? null : this.actors.meantBy(country, said, this.date);
    if (known) return known;
    const kind = /jihad|islamist|extremist/.test(said)
        ? 'jihadists'
        : /militia/.test(said)
          ? 'militia'
          : 'rebels',
      id = `x:${country ?? 'zz'}/${kind}`;
    return {
      id,
      name: said,
      kind: kind === 'militia' ? 'political-militia' : 'rebel-group',
      country,
      side: id,
    };
  }
}

/** The part of a state that words name: "the defence ministry" is of its government. */
export const branchOf = (said: string): string =>
  /police/.test(said)
    ? 'police'
    : /air force|warplane|jet/.test(said)
      ? 'air force'
      : /government|regime|authorit|administration|junta|state$|ministry|officials/.test(said)
        ? 'government'
        : 'army';
