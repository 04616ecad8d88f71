import type { ActorMention, Annotated, PlaceMention } from '../annotations.ts';
import { caseOf, type Slots } from './slots.ts';
import { ACTION, BODY } from './words.ts';

/** "freed from rebel control": whose grip it was. */
const GRIP = /^(?:control|hand|grip|grasp|rule|clutch|occupation)$/;

/** Looks up which actors a token stands for: by itself, by what hangs on it, by what it is called. */
export class ActorFillers {
  readonly actorAt: readonly (ActorMention | undefined)[];
  private readonly a: Annotated;
  private readonly slots: (token: number) => Slots;
  private readonly placeAt: (token: number) => PlaceMention | undefined;

  constructor(
    a: Annotated,
    slots: (token: number) => Slots,
    placeAt: (token: number) => PlaceMention | undefined,
  ) {
    this.a = a;
    this.slots = slots;
    this.placeAt = placeAt;
    const at: (ActorMention | undefined)[] = [];
    for (const m of a.actors) for (let i = m.first; i < m.last; i++) at[i] ??= m;
    this.actorAt = at;
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
    if (own) out.push(...this.jointWith(own), own);
    if (depth > 3) return out;
    if (!own && ACTION.has(doc.tokens[token]!.lemma)) add(this.undertakers(token, depth));
    if (!own) add(this.calledAs(token, depth));
    const { lemma, upos } = doc.tokens[token]!;
    const body = !own && (BODY.has(lemma) || GRIP.test(lemma) || upos === 'NUM');
    for (const c of doc.children[token] ?? []) {
      const t = doc.tokens[c]!,
        rel = t.deprel.split(':')[0];
      if (rel === 'conj' && t.upos !== 'VERB') add(this.actors(c, depth + 1));
      else if (
        body &&
        (rel === 'nmod' || rel === 'compound' || rel === 'amod' || rel === 'appos') &&
        !this.placeAt(c)?.locative
      )
        add(this.actors(c, depth + 1));
      else if (body && rel === 'nmod' && ['of', 'from'].includes(caseOf(doc, c)))
        add(this.actors(c, depth + 1));
    }
    return out;
  }

  /** "a force known as the Kend Brigades": those that it is called. */
  private calledAs(token: number, depth: number): ActorMention[] {
    const doc = this.a.document;
    return doc.children[token]!.filter(
      c =>
        doc.tokens[c]!.deprel.startsWith('acl') &&
        /^(?:known|called|named|dubbed)$/.test(doc.tokens[c]!.lower),
    )
      .flatMap(c => doc.children[c]!.filter(k => /^(?:obl|xcomp|obj)/.test(doc.tokens[k]!.deprel)))
      .flatMap(k => this.actors(k, depth + 1));
  }

  /** "an army campaign", "they launched a push": who undertakes what a noun names. */
  private undertakers(token: number, depth: number): ActorMention[] {
    const doc = this.a.document;
    const owners = doc.children[token]!.filter(c => {
      const { deprel } = doc.tokens[c]!;
      return (
        /^(?:nmod:poss|compound|amod)$/.test(deprel) ||
        (deprel === 'nmod' && /^(?:by|of)$/.test(caseOf(doc, c)))
      );
    });
    const own = owners.flatMap(c => this.actors(c, depth + 1));
    if (own.length) return own;
    const head = doc.tokens[doc.tokens[token]!.head];
    if (head?.upos !== 'VERB' || !/^(?:obj|obl|nsubj:pass)$/.test(doc.tokens[token]!.deprel)) return [];
    return this.slots(head.index)
      .subj.filter(s => s !== token)
      .flatMap(s => this.actors(s, depth + 1));
  }

  /** "Malian and Russian soldiers": those that the adjective before the "and" means. */
  private jointWith(own: ActorMention): ActorMention[] {
    const { tokens } = this.a.document;
    let i = own.first - 1;
    while (i > 0 && /^(?:and|then|later|also|the)$/.test(tokens[i]!.lower)) i--;
    const before = i < own.first - 1 ? this.actorAt[i] : undefined;
    return before &&
      before.how === 'name' &&
      before.last - before.first === 1 &&
      before.last === i + 1 &&
      tokens[i]!.deprel !== 'nsubj'
      ? [before]
      : [];
  }
}
