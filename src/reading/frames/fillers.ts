import type { ActorMention, Annotated, PlaceMention } from '../annotations.ts';
import { ActorFillers } from './actor-fillers.ts';
import type { Focus } from './focus.ts';
import { PlaceFillers } from './place-fillers.ts';
import { type Slots, slotsOf } from './slots.ts';

const PREPOSITION =
  /^(?:from|out_of|into|in|at|on|against|near|around|inside|outside|for|over|toward|towards|to|off|between|with|along|by)$/;

const NOTHING: readonly number[] = [];
const filling = (s: Slots, step: string): readonly number[] =>
  step === 'subj' ? s.subj : step === 'obj' ? s.obj : (s.by.get(step) ?? NOTHING);

/** Looks up what fills the roles of a frame in an annotated text. */
export class Fillers {
  readonly placeAt: readonly (PlaceMention | undefined)[];
  readonly actorAt: readonly (ActorMention | undefined)[];
  readonly focus: Focus;
  private readonly a: Annotated;
  private readonly placeFillers: PlaceFillers;
  private readonly actorFillers: ActorFillers;

  constructor(a: Annotated) {
    this.a = a;
    this.actorFillers = new ActorFillers(
      a,
      token => this.slots(token),
      token => this.placeAt[token],
    );
    this.actorAt = this.actorFillers.actorAt;
    this.placeFillers = new PlaceFillers(a, this.actorAt);
    this.placeAt = this.placeFillers.placeAt;
    this.focus = this.placeFillers.focus;
  }

  /** The places that a token stands for, with what is coordinated with it. */
  places(token: number): PlaceMention[] {
    return this.placeFillers.places(token);
  }

  /** The actors that a token stands for, with what is coordinated with it. */
  actors(token: number): ActorMention[] {
    return this.actorFillers.actors(token);
  }

  /** "three villages", "the second city": told by number, not by name. */
  isOfMany(token: number): boolean {
    return this.placeFillers.isOfMany(token);
  }

  slots(token: number): Slots {
    return slotsOf(this.a.document, token);
  }

  /** Tokens that fill a slot path such as `obj.of`. */
  tokens(slots: Slots, path: string): number[] {
    if (!path.includes('.')) {
      const found = filling(slots, path);
      return found.length ? [...found] : this.misattached(slots, path);
    }
    let at: readonly Slots[] = [slots],
      found: number[] = [];
    for (const step of path.split('.')) {
      found = at.flatMap(s => filling(s, step));
      at = found.map(t => this.slots(t));
    }
    return found;
  }

  /**
   * A prepositional phrase is often hung one word too low or too high: "drove the rebels [out of Baraza]",
   * "the entry [of forces [into Baraza]]", "fighting [raged in Baraza]".
   */
  private misattached(slots: Slots, preposition: string): number[] {
    if (!PREPOSITION.test(preposition)) return [];
    const doc = this.a.document,
      trigger = doc.tokens[slots.of];
    const below = (list: readonly number[]): readonly number[] | undefined => {
      for (const t of list) {
        const found = t > slots.of ? this.slots(t).by.get(preposition) : undefined;
        if (found) return found;
      }
      return undefined;
    };
    let low = below(slots.obj);
    for (const [k, list] of slots.by)
      if (!low && k !== 'poss' && k !== 'xcomp' && k !== 'ccomp') low = below(list);
    if (low) return [...low];
    if (trigger?.upos !== 'NOUN') return [];
    const verbs = [
      ...(trigger.deprel.startsWith('nsubj') || trigger.deprel === 'obj' ? [trigger.head] : []),
      ...(doc.children[slots.of] ?? []).filter(
        c => /^(?:acl|parataxis|xcomp|advcl)$/.test(doc.tokens[c]!.deprel) && doc.tokens[slots.of]!.head < 0,
      ),
    ];
    for (const v of verbs) {
      const says =
        doc.tokens[v]?.upos === 'VERB' || doc.children[v]?.some(c => doc.tokens[c]!.deprel === 'cop');
      const found = v >= 0 && says ? this.slots(v).by.get(preposition) : undefined;
      if (found) return [...found];
    }
    return [];
  }
}
