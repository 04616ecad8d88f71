import type { ActorMention, Annotated, PlaceMention } from '../annotations.ts';
import { caseOf, type Slots, slotsOf } from './slots.ts';
import { BODY, INNER, OPAQUE } from './words.ts';

const PREPOSITION =
  /^(?:from|out_of|into|in|at|on|against|near|around|inside|outside|for|over|toward|towards|to|off|between|with|along|by)$/;

/** Looks up what fills the roles of a frame in an annotated text. */
export class Fillers {
  readonly placeAt: readonly (PlaceMention | undefined)[];
  readonly actorAt: readonly (ActorMention | undefined)[];
  private readonly a: Annotated;
  private readonly slotsCache = new Map<number, Slots>();

  constructor(a: Annotated) {
    this.a = a;
    const places: (PlaceMention | undefined)[] = [],
      actors: (ActorMention | undefined)[] = [];
    for (const m of a.places)
      if (m.locative)
        for (let i = m.first; i < m.last; i++) if (!places[i] || m.how === 'site') places[i] = m;
    for (const m of a.actors) for (let i = m.first; i < m.last; i++) actors[i] ??= m;
    this.placeAt = places;
    this.actorAt = actors;
  }

  slots(token: number): Slots {
    let slots = this.slotsCache.get(token);
    if (!slots) {
      slots = slotsOf(this.a.document, token);
      this.slotsCache.set(token, slots);
    }
    return slots;
  }

  /** Tokens that fill a slot path such as `obj.of`. */
  tokens(slots: Slots, path: string): number[] {
    let at: readonly Slots[] = [slots],
      found: number[] = [];
    for (const step of path.split('.')) {
      found = at.flatMap(s => [
        ...(step === 'subj' ? s.subj : step === 'obj' ? s.obj : (s.by.get(step) ?? [])),
      ]);
      at = found.map(t => this.slots(t));
    }
    return found.length || path.includes('.') ? found : this.misattached(slots, path);
  }

  /**
   * A prepositional phrase is often hung one word too low or too high: "drove the rebels [out of Baraza]",
   * "the entry [of forces [into Baraza]]", "fighting [raged in Baraza]".
   */
  private misattached(slots: Slots, preposition: string): number[] {
    if (!PREPOSITION.test(preposition)) return [];
    const doc = this.a.document,
      trigger = doc.tokens[slots.of],
      below = [
        ...slots.obj,
        ...[...slots.by]
          .filter(([k]) => k !== 'poss' && k !== 'xcomp' && k !== 'ccomp')
          .flatMap(([, v]) => v),
      ];
    for (const t of below) {
      const found = t > slots.of ? this.slots(t).by.get(preposition) : undefined;
      if (found) return [...found];
    }
    if (trigger?.upos !== 'NOUN') return [];
    const verbs = [
      ...(trigger.deprel.startsWith('nsubj') || trigger.deprel === 'obj' ? [trigger.head] : []),
      ...(doc.children[slots.of] ?? []).filter(
        c => doc.tokens[c]!.deprel === 'acl' && doc.tokens[slots.of]!.head < 0,
      ),
    ];
    for (const v of verbs) {
      const found = v >= 0 && doc.tokens[v]?.upos === 'VERB' ? this.slots(v).by.get(preposition) : undefined;
      if (found) return [...found];
    }
    return [];
  }

  /** The places that a token stands for, with what is coordinated with it. */
  places(token: number, depth = 0): PlaceMention[] {
    const doc = this.a.document,
      out: PlaceMention[] = [],
      own = this.placeAt[token];
    const add = (list: readonly PlaceMention[]) => {
      for (const m of list) if (!out.includes(m)) out.push(m);
    };
    if (own) out.push(own);
    else if (depth === 0) add(this.pronounPlaces(token));
    if (depth > 4) return out;
    const opaque = !own && OPAQUE.has(doc.tokens[token]!.lemma);
    for (const c of doc.children[token] ?? []) {
      const t = doc.tokens[c]!,
        rel = t.deprel.split(':')[0];
      if (rel === 'conj') add(this.places(c, depth + 1));
      else if (
        opaque &&
        (rel === 'nmod' || rel === 'obl') &&
        (t.deprel === 'nmod:poss' || INNER.has(caseOf(doc, c)))
      )
        add(this.places(c, depth + 1));
      else if ((opaque || !own) && rel === 'appos') add(this.places(c, depth + 1));
      else if (opaque && (rel === 'compound' || rel === 'flat')) add(this.places(c, depth + 1));
      else if (own && rel === 'nmod' && ['including', 'like', 'such_as'].includes(caseOf(doc, c)))
        add(this.places(c, depth + 1));
    }
    if (own)
      for (let i = own.first; i < own.last; i++)
        if (i !== token)
          for (const c of doc.children[i] ?? [])
            if (doc.tokens[c]!.deprel === 'conj' && !(c >= own.first && c < own.last))
              add(this.places(c, depth + 1));
    return out;
  }

  /** "it had fallen", "both are now occupied": the place, or the two, last spoken of. */
  private pronounPlaces(token: number): PlaceMention[] {
    const t = this.a.document.tokens[token]!;
    if (!/^(?:it|itself|both|which|this|neither|one|they|them)$/.test(t.lower) || this.actorAt[token])
      return [];
    const before = this.a.places.filter(
      p =>
        p.locative &&
        p.last <= token &&
        p.place.kind !== 'country' &&
        t.sentence - this.a.document.tokens[p.first]!.sentence <= 2,
    );
    const last = before.at(-1);
    if (!last) return [];
    if (/^(?:both|neither|they|them)$/.test(t.lower)) {
      const pair = before
        .slice(0, -1)
        .reverse()
        .find(p => p.place.name !== last.place.name);
      return pair &&
        this.a.document.tokens[pair.first]!.sentence === this.a.document.tokens[last.first]!.sentence
        ? [pair, last]
        : [];
    }
    const sentence = this.a.document.tokens[last.first]!.sentence;
    // what the sentence was about comes before what it mentions last
    return [
      before.find(
        p =>
          this.a.document.tokens[p.first]!.sentence === sentence &&
          this.a.document.tokens[p.head]!.deprel.startsWith('nsubj'),
      ) ?? last,
    ];
  }

  /** The actors that a token stands for, with what is coordinated with it. */
  actors(token: number, depth = 0): ActorMention[] {
    const doc = this.a.document,
      out: ActorMention[] = [],
      own = this.actorAt[token];
    const add = (list: readonly ActorMention[]) => {
      for (const m of list)
        if (
          !out.some(
            o =>
              o === m ||
              (o.entity === m.entity && o.actor.id === m.actor.id && o.actor.name === m.actor.name),
          )
        )
          out.push(m);
    };
    if (own) out.push(own);
    if (depth > 3) return out;
    const body = !own && (BODY.has(doc.tokens[token]!.lemma) || doc.tokens[token]!.upos === 'NUM');
    for (const c of doc.children[token] ?? []) {
      const t = doc.tokens[c]!,
        rel = t.deprel.split(':')[0];
      if (rel === 'conj' && t.upos !== 'VERB') add(this.actors(c, depth + 1));
      else if (
        body &&
        (rel === 'nmod' || rel === 'compound' || rel === 'amod' || rel === 'appos') &&
        !this.placeAt[c]?.locative
      )
        add(this.actors(c, depth + 1));
      else if (body && rel === 'nmod' && ['of', 'from'].includes(caseOf(doc, c)))
        add(this.actors(c, depth + 1));
    }
    return out;
  }
}
