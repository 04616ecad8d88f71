import type { ActorMention, Annotated, PlaceMention } from '../annotations.ts';
import { FAR, Focus } from './focus.ts';
import { PlaceLists } from './place-lists.ts';
import { ANY, eachOf, firstOf, isPlural, partOfEach, placesSeen } from './places-seen.ts';
import { caseOf } from './slots.ts';
import { INNER, OPAQUE } from './words.ts';

const LISTING = new Set(['including', 'like', 'such_as', 'namely', 'especially']);
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
/** The same of what armies hold: "a position in Kend province". */
const POSTS = new Set(['position', 'checkpoint', 'outpost', 'post', 'base', 'camp']);
/** Nouns for a share of a place. */
const SHARES =
  /^(?:half|part|side|edge|outskirts?|suburb|quarter|neighbou?rhood|district|centre|center|street|east|west|north|south|(?:north|south)-?(?:east|west)|rest|remainder|bulk)$/;
/** "its gates", "its outskirts": those of a place. */
const ENTRANCES = /^(?:gate|outskirts?|doorstep|edge|approach|entrance|suburb)$/;
/** Nouns that stand for the place spoken of, and for no share of it. */
const WHOLE = /^(?:area|site|place)$/;
/** Kinds of places that hold many others. */
const WIDE = /^(?:province|country|area)$/;
/** The kinds of places that a description can mean. */
const DESCRIBED: Readonly<Record<string, RegExp>> = {
  town: /^(?:city|town|village)$/,
  city: /^(?:city|town|village)$/,
  village: /^(?:city|town|village)$/,
  district: /^district$/,
  province: /^province$/,
  governorate: /^province$/,
};
/** Whether a name may be called by such a word: it is of that kind, or nobody knows what it is. */
const isOfKind = ({ how, place }: PlaceMention, kinds: RegExp): boolean =>
  how === 'name' &&
  (kinds.test(place.kind) || (place.kind === 'area' && place.id?.startsWith('x:') === true));
const RANK = /^(?:second|third|only|last|biggest|largest|main|busiest)$/;
const SETTLED = new Set(['city', 'town', 'village', 'capital']);

/** Looks up which places a token stands for: by itself, by what hangs on it, by what was spoken of before. */
export class PlaceFillers {
  readonly placeAt: readonly (PlaceMention | undefined)[];
  readonly focus: Focus;
  private readonly a: Annotated;
  private readonly actorAt: readonly (ActorMention | undefined)[];
  private readonly lists: PlaceLists;

  constructor(a: Annotated, actorAt: readonly (ActorMention | undefined)[]) {
    this.a = a;
    this.actorAt = actorAt;
    this.placeAt = placesSeen(a);
    this.focus = new Focus(a.document, a.places);
    this.lists = new PlaceLists(a.document, this.placeAt);
  }

  /** The places that a token stands for, with what is coordinated with it. */
  places(token: number): PlaceMention[] {
    const heads = this.placesAt(this.settlementOver(token), 0);
    const each = heads.map(
      m => (m !== heads[0] && (eachOf(heads[0]!, m) ?? this.withPart(heads[0]!, m))) || m,
    );
    const out = each.length ? each : this.pronounPlaces(token);
    const last = out.at(-1);
    if (!last) return out;
    const first = out[0]!;
    if (first.how === 'site') out.unshift(...this.lists.sitesBefore(first).filter(m => !out.includes(m)));
    const listed = this.lists.listedAfter(last).map(m => eachOf(last, m) ?? m);
    const all = [...out, ...listed.filter(m => !out.some(o => o === m || o.place.name === m.place.name))];
    return all.length > 1 && isPlural(first) ? [firstOf(first), ...all.filter(m => m !== first)] : all;
  }

  /** The part that a place shares with the one that it is coordinated with inside one phrase. */
  private withPart(first: PlaceMention, m: PlaceMention): PlaceMention | null {
    const t = this.a.document.tokens[m.head]!;
    const inside = t.deprel === 'conj' && this.placeAt[t.head] === first;
    return inside ? partOfEach(first, m) : null;
  }

  /** "a town in Kend province which they overran": the town, where a clause hangs on a province that only tells where it lies. */
  private settlementOver(token: number): number {
    const { tokens, children } = this.a.document;
    const t = tokens[token]!,
      kind = [token, token - 1].map(i => this.placeAt[i]).find(m => m)?.place.kind,
      up = tokens[t.head];
    if ((kind !== 'province' && kind !== 'country') || t.deprel !== 'nmod' || !up) return token;
    if (!/^(?:in|of)$/.test(caseOf(this.a.document, token)) || !SETTLED.has(up.lemma)) return token;
    return children[token]!.some(c => tokens[c]!.deprel === 'acl:relcl') ? up.index : token;
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

  /** "the town": of the towns named before, the one that the text speaks of. */
  private meant(m: PlaceMention): PlaceMention {
    const { tokens } = this.a.document;
    if (m.how === 'site') return this.namedBehind(m) ?? m;
    const kinds = m.how === 'description' && !m.ahead ? DESCRIBED[tokens[m.head]!.lower] : undefined;
    if (!kinds || tokens.slice(m.first, m.last).some(t => t.lower === 'capital')) return m;
    const spoken = this.focus.at(m.first, p => isOfKind(p, kinds), FAR);
    if (!spoken) return m;
    const { part: _part, ...whole } = spoken.place;
    return { ...m, place: { ...whole, ...(m.place.part ? { part: m.place.part } : {}) } };
  }

  /** "the second port, Baraza, …": a site told by its rank, of the town that the comma names. */
  private namedBehind(m: PlaceMention): PlaceMention | null {
    const { tokens } = this.a.document;
    const next = tokens[m.last]?.text === ',' ? this.placeAt[m.last + 1] : undefined;
    if (next?.how !== 'name' || !/^(?:city|town|village)$/.test(next.place.kind)) return null;
    const ranked = tokens.slice(m.first, m.last).some(t => RANK.test(t.lower));
    return ranked && /^[,.;]$/.test(tokens[next.last]?.text ?? '') ? next : null;
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
    const { lemma, deprel, head } = doc.tokens[token]!;
    // "Baraza, a town in Kend province that fell"
    const named = deprel === 'appos' && SETTLED.has(lemma) ? this.placeAt[head] : undefined;
    if (named && named.place.kind !== 'province' && named.place.kind !== 'country') return [named];
    const counted = (UNITS.has(lemma) || POSTS.has(lemma)) && this.isOfMany(token);
    for (const wanted of counted ? [1, 2] : [1, 2, 3, 4]) {
      const found = kids.filter(c => rank(c) === wanted).flatMap(c => this.placesAt(c, depth + 1));
      // "five districts of Kend province": some that have no name
      if (counted && found.some(p => WIDE.test(p.place.kind) && !p.place.id?.startsWith('x:'))) return [];
      if (found.length) return [...new Set(found)];
    }
    // "Baraza, a village that fell": the name that the word stands beside
    const t = doc.tokens[token]!;
    const above = opaque && t.deprel === 'appos' ? this.placeAt[t.head] : undefined;
    if (above) return [above];
    if (!opaque) return [];
    const said = this.predicatedOf(kids, depth);
    return said.length ? said : counted ? this.oneOf(token, depth) : [];
  }

  /** "Baraza was one of the first towns that fell", "the largest of the towns that they hold", "Baraza and other villages that they hold" */
  private oneOf(token: number, depth: number): PlaceMention[] {
    const { tokens, children } = this.a.document;
    const t = tokens[token]!,
      head = tokens[t.head];
    if (!head || !children[token]!.some(c => tokens[c]!.deprel === 'acl:relcl')) return [];
    if (t.deprel === 'conj') {
      const listed = children[token]!.some(c => /^(?:other|further)$/.test(tokens[c]!.lower));
      return listed ? this.placesAt(head.index, depth + 1).filter(p => p.last <= token) : [];
    }
    if (t.deprel !== 'nmod' || caseOf(this.a.document, token) !== 'of') return [];
    if (!/^(?:one|last|first|among)$/.test(head.lower) && head.xpos !== 'JJS') return [];
    const above = head.deprel === 'appos' ? this.placeAt[head.head] : undefined;
    return above ? [above] : this.predicatedOf(children[head.index]!, depth);
  }

  /** "Baraza is the last town that they hold": the place that it is said of. */
  private predicatedOf(kids: readonly number[], depth: number): PlaceMention[] {
    const { tokens } = this.a.document;
    if (!kids.some(c => tokens[c]!.deprel === 'cop')) return [];
    return kids.filter(c => tokens[c]!.deprel === 'nsubj').flatMap(c => this.placesAt(c, depth + 1));
  }

  /** "three villages", "the second city": told by number, not by name. */
  isOfMany(token: number): boolean {
    const { tokens, children } = this.a.document;
    return (
      tokens[token]!.xpos === 'NNS' ||
      children[token]!.some(c => ANY.test(tokens[c]!.lower) || tokens[c]!.deprel === 'nummod')
    );
  }

  /** "it had fallen", "both are now occupied": the place, or the two, last spoken of. */
  private pronounPlaces(token: number): PlaceMention[] {
    const t = this.a.document.tokens[token]!;
    const part = this.partSpokenOf(token);
    if (part) return [part];
    if (this.isBoth(token)) return this.pairBefore(token);
    if (t.lower === 'its' && ENTRANCES.test(this.a.document.tokens[t.head]?.lemma ?? '')) {
      const spoken = this.focus.at(token);
      return spoken ? [spoken] : [];
    }
    const described = this.describedPlace(token);
    if (described) return [described];
    if (!/^(?:it|itself|both|which|this|neither|one|they|them|there|here|where)$/.test(t.lower)) return [];
    if (/^(?:which|this|one|they|them)$/.test(t.lower) && this.actorAt[token]) return [];
    if (t.lower === 'one' && this.a.document.children[token]!.some(c => c > token)) return [];
    if (/^(?:both|neither|they|them)$/.test(t.lower)) return this.pairBefore(token);
    const place = this.focus.at(token);
    return place ? [place] : [];
  }

  /** "the town", where only places have been named that no gazetteer knows: the one of these that is spoken of. */
  private describedPlace(token: number): PlaceMention | null {
    const { tokens, children } = this.a.document;
    const kinds = DESCRIBED[tokens[token]!.lower];
    if (!kinds || tokens[token]!.upos !== 'NOUN') return null;
    const kids = children[token]!.map(c => tokens[c]!);
    const alone = kids.every(k => /^(?:det|case|punct|amod|advmod|cop|nsubj)/.test(k.deprel));
    if (!alone || !kids.some(k => /^(?:the|this|that)$/.test(k.lower))) return null;
    return this.focus.at(token, p => isOfKind(p, kinds), FAR);
  }

  /** "the area", "its eastern half", "the western neighbourhoods": of the place spoken of, where the phrase names none itself. */
  private partSpokenOf(token: number): PlaceMention | null {
    const { tokens, children } = this.a.document;
    const t = tokens[token]!;
    if (t.upos !== 'NOUN' || !(SHARES.test(t.lemma) || WHOLE.test(t.lemma))) return null;
    const kids = children[token]!.map(c => tokens[c]!);
    if (kids.some(k => /^(?:nmod|nmod:desc|flat|appos)$/.test(k.deprel))) return null;
    // "abandoned the place", but not "took the place of"
    if (t.lemma === 'place' && (t.lower !== 'place' || token - 1 !== kids[0]?.index || kids.length !== 1))
      return null;
    // "a village 35 km to the west that fell": where it lies, no part of another
    if (kids.some(k => k.deprel === 'case' && k.lower === 'to')) return null;
    const definite = kids.some(k => /^(?:the|this|that|these|those|its)$/.test(k.lower));
    const wide =
      t.lemma === 'area' ? this.focus.at(token, p => p.place.kind === 'area' && p.how === 'name') : null;
    const place = definite ? (wide ?? this.focus.at(token, p => p.how !== 'site')) : null;
    if (!place || WHOLE.test(t.lemma)) return place;
    const first = Math.min(
      token,
      ...kids.filter(k => /^(?:amod|compound|nummod)$/.test(k.deprel)).map(k => k.index),
    );
    const part = this.a.document.text.slice(tokens[first]!.start, t.end);
    return { ...place, place: { ...place.place, part } };
  }

  /** "both buildings", "the two towns": those named side by side before. */
  private isBoth(token: number): boolean {
    const { tokens, children } = this.a.document;
    if (tokens[token]!.xpos !== 'NNS' || !OPAQUE.has(tokens[token]!.lemma)) return false;
    const before = children[token]!.filter(c => c < token).map(c => tokens[c]!.lower);
    return before.includes('both') || (before.includes('the') && before.includes('two'));
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
}
