import type { ActorMention, Annotated, PlaceMention } from '../annotations.ts';
import { sitePlace, unknownPlace } from '../places/to-place.ts';
import { FAR, Focus } from './focus.ts';
import { caseOf, type Slots, slotsOf } from './slots.ts';
import { ACTION, BODY, INNER, OPAQUE } from './words.ts';

const PREPOSITION =
  /^(?:from|out_of|into|in|at|on|against|near|around|inside|outside|for|over|toward|towards|to|off|between|with|along|by)$/;

const LISTING = new Set(['including', 'like', 'such_as', 'namely', 'especially']);

const ANY =
  /^(?:an?|another|each|every|any|no|some|several|many|other|first|second|third|last|next|(?:four|fif|six|seven|eigh|nin|ten|eleven|twelf|\w+teen|\w+tie)th|\d+(?:st|nd|rd|th))$/;

/** "the seventh provincial capital", "another town": one of a number, and no place that the text has named. */
function isCounted(a: Annotated, m: PlaceMention): boolean {
  if (m.how !== 'description') return false;
  const { tokens, children } = a.document;
  return children[m.head]!.some(c => ANY.test(tokens[c]!.lower) || tokens[c]!.deprel === 'nummod');
}

/** Places that are told by number where they have no name of their own. */
export const UNITS: ReadonlySet<string> = new Set([
  'city',
  'town',
  'village',
  'capital',
  'district',
  'province',
  'hamlet',
  'settlement',
  'county',
  'state',
]);
/** Nouns for a share of a place. */
const SHARES =
  /^(?:half|part|side|edge|outskirts?|suburb|quarter|neighbou?rhood|district|centre|center|street|east|west|north|south|(?:north|south)-?(?:east|west)|rest|remainder|bulk)$/;
const SETTLED = new Set(['city', 'town', 'village']);
const REGION = /^(?:rural|upper|lower|central|(?:north|south)?-?(?:east|west)?(?:ern)?)$/;

/** "rural Kenland", "northern Kend province": a region of its own, whose name is both words. */
function regional(a: Annotated, m: PlaceMention): PlaceMention {
  const before = a.document.tokens[m.first - 1];
  const wide = m.place.kind === 'country' || m.place.kind === 'province';
  if (
    !wide ||
    m.how !== 'name' ||
    !before ||
    !REGION.test(before.lower) ||
    before.sentence !== a.document.tokens[m.first]!.sentence
  )
    return m;
  if (m.place.kind === 'province' && before.lower !== 'rural') return m;
  const name = `${before.text} ${m.place.name}`;
  return {
    ...m,
    first: m.first - 1,
    start: before.start,
    place: { ...unknownPlace(name, 'area', m.place), ...(m.place.part ? { part: m.place.part } : {}) },
  };
}

/** "the camp at Baraza": a site that is called by where it is. */
function tied(a: Annotated, m: PlaceMention): PlaceMention {
  const { tokens, text } = a.document;
  if (
    m.how !== 'site' ||
    m.place.in == null ||
    !/^(?:at|of|in|near|outside)$/.test(tokens[m.last]?.lower ?? '')
  )
    return m;
  const place = a.places.find(p => p.first === m.last + 1 && p.how === 'name' && p.place.name === m.place.in);
  if (!place || place.place.kind === 'country') return m;
  const name = text
    .slice(m.start, place.end)
    .replace(/\s+/g, ' ')
    .replace(/^(?:the|its|their) /i, '');
  return { ...m, place: { ...m.place, name } };
}

/** "the roads to A, B and C", "the bases at A and B": one site for each place listed. */
function eachOf(site: PlaceMention, place: PlaceMention): PlaceMention | null {
  const said = /^(.*?)s (to|at|in|of|near|into) /.exec(site.place.name);
  if (site.how !== 'site' || !said || place.how !== 'name') return null;
  const name = `${said[1]} ${said[2]} ${place.place.name}`;
  const within = said[2] === 'to' || said[2] === 'into' ? site.place.in : place.place.name;
  return {
    ...place,
    how: 'site',
    place: sitePlace(name, name, within == null ? null : { ...place.place, name: within }),
  };
}

/** Looks up what fills the roles of a frame in an annotated text. */
export class Fillers {
  readonly placeAt: readonly (PlaceMention | undefined)[];
  readonly actorAt: readonly (ActorMention | undefined)[];
  private readonly a: Annotated;
  private readonly slotsCache = new Map<number, Slots>();

  readonly focus: Focus;

  constructor(a: Annotated) {
    this.a = a;
    this.focus = new Focus(a.document, a.places);
    const places: (PlaceMention | undefined)[] = [],
      actors: (ActorMention | undefined)[] = [];
    for (const m of a.places.filter(p => p.locative && !isCounted(a, p)).map(p => tied(a, regional(a, p))))
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
        c => /^(?:acl|parataxis|xcomp|advcl)$/.test(doc.tokens[c]!.deprel) && doc.tokens[slots.of]!.head < 0,
      ),
    ];
    for (const v of verbs) {
      const found = v >= 0 && doc.tokens[v]?.upos === 'VERB' ? this.slots(v).by.get(preposition) : undefined;
      if (found) return [...found];
    }
    return [];
  }

  /** The places that a token stands for, with what is coordinated with it. */
  places(token: number): PlaceMention[] {
    const heads = this.placesAt(token, 0);
    const out = heads.length ? heads : this.pronounPlaces(token);
    const last = out.at(-1);
    if (!last) return out;
    const listed = this.listedAfter(last).map(m => eachOf(last, m) ?? m);
    return [...out, ...listed.filter(m => !out.includes(m))];
  }

  private placesAt(token: number, depth: number): PlaceMention[] {
    if (depth > 4) return [];
    const own = this.placeAt[token];
    const out: PlaceMention[] = own ? [this.meant(own)] : [];
    const add = (list: readonly PlaceMention[]): void => {
      for (const m of list) if (!out.includes(m)) out.push(m);
    };
    const kids = this.kidsOf(token, own);
    if (!own) add(this.below(token, kids, depth));
    for (const c of kids) {
      const t = this.a.document.tokens[c]!;
      if (t.deprel === 'conj' && t.upos !== 'VERB') add(this.placesAt(c, depth + 1));
      else if (own && t.deprel === 'nmod' && LISTING.has(caseOf(this.a.document, c)))
        add(this.placesAt(c, depth + 1));
    }
    return out;
  }

  /** "the base": the one called by a longer name before. */
  private siteMeant(m: PlaceMention): PlaceMention {
    const { tokens } = this.a.document;
    const bare = m.last - m.first === 1 && tokens[m.first - 1]?.lower === 'the';
    const word = tokens[m.head]!.lower;
    const before = bare
      ? this.a.places.findLast(
          p =>
            p.last <= m.first &&
            (p.how === 'site' || p.place.kind === 'site') &&
            p.place.name.length > word.length &&
            p.place.name.toLowerCase().endsWith(word),
        )
      : undefined;
    return before ? { ...m, place: before.place } : m;
  }

  /** "the town": of the towns named before, the one that the text speaks of. */
  private meant(m: PlaceMention): PlaceMention {
    const { tokens } = this.a.document;
    if (m.how === 'site') return this.siteMeant(m);
    const plain = m.how === 'description' && m.last - m.first === 2 && tokens[m.first]!.lower === 'the';
    if (!plain || !/^(?:town|city|village)$/.test(tokens[m.head]!.lower)) return m;
    const spoken = this.focus.at(m.first, p => p.how === 'name' && SETTLED.has(p.place.kind), FAR);
    return spoken ? { ...m, place: { ...spoken.place, ...(m.place.part ? { part: m.place.part } : {}) } } : m;
  }

  /** A word's dependents; those of all words of a mention, without its own words. */
  private kidsOf(token: number, mention: PlaceMention | undefined): number[] {
    const { children } = this.a.document;
    if (!mention) return [...children[token]!];
    const all: number[] = [];
    for (let i = mention.first; i < mention.last; i++)
      for (const c of children[i]!) if (c < mention.first || c >= mention.last) all.push(c);
    return all;
  }

  /** "the outskirts of Baraza", "the town, Baraza", "several others, including Baraza": the nearest kind of phrase that names one. */
  private below(token: number, kids: readonly number[], depth: number): PlaceMention[] {
    const doc = this.a.document;
    const opaque = OPAQUE.has(doc.tokens[token]!.lemma);
    const rank = (c: number): number => {
      const t = doc.tokens[c]!,
        rel = t.deprel.split(':')[0]!;
      if (rel === 'appos') return 2;
      if (!opaque) return 0;
      if (rel === 'compound' || rel === 'flat' || t.deprel === 'nmod:desc') return 1;
      if (t.deprel === 'nmod:poss') return 4;
      if (rel !== 'nmod' && rel !== 'obl') return 0;
      const preposition = caseOf(doc, c);
      if (preposition === 'of' || LISTING.has(preposition)) return 1;
      return INNER.has(preposition) ? 3 : 0;
    };
    const counted = UNITS.has(doc.tokens[token]!.lemma) && this.isOfMany(token);
    for (const wanted of counted ? [1, 2] : [1, 2, 3, 4]) {
      const found = kids.filter(c => rank(c) === wanted).flatMap(c => this.placesAt(c, depth + 1));
      // "five districts of Kend province": some that have no name
      if (counted && found.some(p => p.place.kind === 'province' || p.place.kind === 'country')) return [];
      if (found.length) return [...new Set(found)];
    }
    // "Baraza, a village that fell": the name that the word stands beside
    const t = doc.tokens[token]!;
    const above = opaque && t.deprel === 'appos' ? this.placeAt[t.head] : undefined;
    return above ? [above] : [];
  }

  /** "three villages", "the second city": told by number, not by name. */
  isOfMany(token: number): boolean {
    const { tokens, children } = this.a.document;
    return (
      tokens[token]!.xpos === 'NNS' ||
      children[token]!.some(c => ANY.test(tokens[c]!.lower) || tokens[c]!.deprel === 'nummod')
    );
  }

  /** What the words list after a place, whatever the tree has made of it: "A in X, and B and C". */
  private listedAfter(place: PlaceMention): PlaceMention[] {
    const { tokens } = this.a.document;
    const out: PlaceMention[] = [];
    let last = place;
    for (let i = place.last; i < tokens.length && tokens[i]!.sentence === tokens[place.first]!.sentence; ) {
      const next = this.placeAt[i];
      if (next) {
        const joined = this.joins(last, next);
        if (joined === 'no') break;
        if (joined === 'listed') out.push(next);
        if (joined === 'listed') last = next;
        i = next.last;
      } else if (
        /^(?:,|and|or|&|in|the|of|both|also|as|well|nearby|neighbouring|neighboring|then)$/.test(
          tokens[i]!.lower,
        )
      )
        i++;
      else if (OPAQUE.has(tokens[i]!.lemma) && tokens[i]!.upos === 'NOUN' && tokens[i]!.deprel !== 'nsubj')
        i++;
      else break;
    }
    return out;
  }

  /** Whether a place goes on the list that another stands in, or only says where that one lies ("Baraza, Kend province"). */
  private joins(before: PlaceMention, next: PlaceMention): 'listed' | 'around' | 'no' {
    const { tokens } = this.a.document;
    const between = tokens.slice(before.last, next.first).map(t => t.lower);
    const head = tokens[next.head]!;
    if (head.deprel.startsWith('nsubj') && head.head > head.index) return 'no';
    const and = between.some(w => w === 'and' || w === 'or' || w === '&');
    const wide = next.place.kind === 'province' || next.place.kind === 'country';
    const same = before.place.kind === next.place.kind;
    if (between.includes('in') || between.includes('of')) {
      if (and && between.lastIndexOf('and') > between.lastIndexOf('in')) return 'listed';
      return 'around';
    }
    if (and) return 'listed';
    if (!between.includes(',')) return wide ? 'around' : 'no';
    if (wide && !same) return 'around';
    return this.endsList(next) ? 'listed' : 'around';
  }

  /** Whether an "and" with a place follows: "A, B and C". */
  private endsList(place: PlaceMention): boolean {
    const { tokens } = this.a.document;
    for (let i = place.last; i < Math.min(tokens.length, place.last + 14); i++) {
      if (tokens[i]!.sentence !== tokens[place.first]!.sentence || tokens[i]!.upos === 'VERB') return false;
      if (tokens[i]!.lower === 'and' || tokens[i]!.lower === 'or')
        return [1, 2, 3, 4].some(k => this.placeAt[i + k] !== undefined);
    }
    return false;
  }

  /** "it had fallen", "both are now occupied": the place, or the two, last spoken of. */
  private pronounPlaces(token: number): PlaceMention[] {
    const t = this.a.document.tokens[token]!;
    const part = this.partSpokenOf(token);
    if (part) return [part];
    if (!/^(?:it|itself|both|which|this|neither|one|they|them|there|here|where)$/.test(t.lower)) return [];
    if (/^(?:which|this|one|they|them)$/.test(t.lower) && this.actorAt[token]) return [];
    if (/^(?:both|neither|they|them)$/.test(t.lower)) return this.pairBefore(token);
    const place = this.focus.at(token);
    return place ? [place] : [];
  }

  /** "the area", "its eastern half", "the western neighbourhoods": of the place spoken of, where the phrase names none itself. */
  private partSpokenOf(token: number): PlaceMention | null {
    const { tokens, children } = this.a.document;
    const t = tokens[token]!;
    if (t.upos !== 'NOUN' || !(SHARES.test(t.lemma) || t.lemma === 'area' || t.lemma === 'site')) return null;
    const kids = children[token]!.map(c => tokens[c]!);
    if (kids.some(k => /^(?:nmod|nmod:desc|flat|appos)$/.test(k.deprel))) return null;
    const definite = kids.some(k => /^(?:the|this|that|these|those|its)$/.test(k.lower));
    const place = definite ? this.focus.at(token, p => p.how !== 'site') : null;
    if (!place || t.lemma === 'area' || t.lemma === 'site') return place;
    const first = Math.min(
      token,
      ...kids.filter(k => /^(?:amod|compound|nummod)$/.test(k.deprel)).map(k => k.index),
    );
    const part = this.a.document.text.slice(tokens[first]!.start, t.end);
    return { ...place, place: { ...place.place, part } };
  }

  /** "both": the last two places that one sentence names side by side. */
  private pairBefore(token: number): PlaceMention[] {
    const { tokens } = this.a.document;
    const before = this.a.places.filter(
      p =>
        p.locative &&
        p.last <= token &&
        p.place.kind !== 'country' &&
        tokens[token]!.sentence - tokens[p.first]!.sentence <= 2,
    );
    const last = before.at(-1);
    const pair = before.findLast(p => p.place.name !== last?.place.name);
    return last && pair && tokens[pair.first]!.sentence === tokens[last.first]!.sentence ? [pair, last] : [];
  }

  /** "an army campaign", "they launched a push": who undertakes what a noun names. */
  private undertakers(token: number, depth: number): ActorMention[] {
    const doc = this.a.document;
    const owners = doc.children[token]!.filter(c => {
      const { deprel } = doc.tokens[c]!;
      return /^(?:nmod:poss|compound|amod)$/.test(deprel) || (deprel === 'nmod' && caseOf(doc, c) === 'by');
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

  /** "forces loyal to the president": whom plain forces belong to. */
  private sponsor(own: ActorMention): ActorMention | null {
    const doc = this.a.document;
    if (own.how !== 'description' || own.last - own.first > 1) return null;
    for (const c of doc.children[own.head]!) {
      const t = doc.tokens[c]!;
      if (
        c < own.last ||
        !/^(?:loyal|allied|aligned|faithful|answering|belonging|affiliated|linked|led|commanded)$/.test(
          t.lower,
        )
      )
        continue;
      for (const o of doc.children[c]!) {
        const found = this.actorAt[o];
        if (found && /^(?:obl|nmod)/.test(doc.tokens[o]!.deprel))
          return { ...found, first: own.first, last: own.last, head: own.head };
      }
    }
    return null;
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
    if (own) out.push(...this.jointWith(own), this.sponsor(own) ?? own);
    if (depth > 3) return out;
    if (!own && ACTION.has(doc.tokens[token]!.lemma)) add(this.undertakers(token, depth));
    if (!own) add(this.calledAs(token, depth));
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
