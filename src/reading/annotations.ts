import type { Document } from '../language/document.ts';
import type { ClaimActor, ClaimPlace, ClaimTime, Qualifier, Span } from '../model/index.ts';

/** What the reader is told about a report beside its text. */
export interface ReportContext {
  readonly title: string | null;
  readonly outlet: string | null;
  /** Calendar date of publication, as the newsroom wrote it. */
  readonly published: string | null;
}

/** A run of tokens `[first, last)` of a document, with the token that heads it. */
export interface TokenRun extends Span {
  readonly first: number;
  readonly last: number;
  readonly head: number;
}

/**
 * A place that the text names or means. `how`: by `name` ("Farah"), by a `description` that stands for a named one
 * ("the city", "its capital"), by a `site` noun ("the governor's office").
 */
export interface PlaceMention extends TokenRun {
  readonly how: 'name' | 'description' | 'site';
  readonly place: ClaimPlace;
  /** False where the name is part of another one ("the Aleppo Media Centre", "the Kabul government"). */
  readonly locative: boolean;
  /** A description that speaks of the place before the text names it: "a border town". */
  readonly ahead?: boolean;
}

/** An actor that the text names or means: by name, by a description ("government forces", "the group"), by a pronoun. */
export interface ActorMention extends TokenRun {
  readonly how: 'name' | 'description' | 'pronoun';
  readonly actor: ClaimActor;
  /** Number of the actor among those of the report: mentions of one actor share it. */
  readonly entity: number;
}

/** A time expression, anchored to the publication date. */
export interface TimeMention extends TokenRun {
  readonly time: ClaimTime;
}

/** A quantity: "400,000 people", "the seventh", "between 20 and 30", "dozens of". `head` is the token that it counts, or itself. */
export interface QuantityMention extends TokenRun {
  readonly min: number | null;
  readonly max: number | null;
  readonly qualifier: Qualifier;
  readonly ordinal: boolean;
  /** "five out of 34": 34. */
  readonly outOf: number | null;
}

/** A person or organisation that is no actor of the fight: for mentions and for sources. */
export interface NameMention extends TokenRun {
  readonly kind: 'person' | 'organisation';
}

/** A text with all that the stages of reading have found in it. */
export interface Annotated {
  readonly context: ReportContext;
  readonly document: Document;
  readonly in: 'text' | 'title';
  readonly places: readonly PlaceMention[];
  readonly actors: readonly ActorMention[];
  readonly times: readonly TimeMention[];
  readonly quantities: readonly QuantityMention[];
  readonly names: readonly NameMention[];
}
