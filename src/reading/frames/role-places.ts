import type { Document, Token } from '../../language/index.ts';
import { isTake } from '../../model/index.ts';
import type { PlaceMention } from '../annotations.ts';
import type { Fillers } from './fillers.ts';
import type { Frame } from './frame.ts';
import { UNITS } from './place-fillers.ts';
import { RelativePlaces } from './relative-places.ts';
import { caseOf, type Slots } from './slots.ts';
import { INNER, OPAQUE } from './words.ts';

const DIRECTION = /^(?:north|south|east|west|outside|inside|(?:north|south)-?(?:east|west))$/;
const ORDINAL =
  /^(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|last|latest|\d+(?:st|nd|rd|th))$/;
/** Prepositions by which something takes place somewhere. */
const WHERE: ReadonlySet<string> = new Set([
  'in',
  'at',
  'near',
  'around',
  'inside',
  'outside',
  'along',
  'within',
]);
/** Prepositions after which a place is named that something lies next to. */
const BESIDE = /^(?:near|outside|around|beyond|between|north|south|east|west)$/;
/** Prepositions before what an attack is on. */
const AT = /^(?:at|on|in|into|to|against|towards?|near|across|onto|inside|up_to)$/;
/** Nouns by which a place is told without its name, and the words by which one spoken of before is meant. */
const UNNAMED =
  /^(?:city|town|village|district|province|area|region|territory|settlement|hamlet|position|place|base|site|outpost|post|camp|neighbou?rhood)$/;
const DEFINITE = /^(?:the|this|that|these|those|its|their|both|all|here|there)$/;
const SKIPPED = new Set(['DET', 'ADJ', 'NUM', 'ADV', 'PART', 'PRON']);

/**
 * Which places fill a frame: by the tree, and where the tree misses by the words; last the one that the text speaks of. What
 * found them is told in `rules`.
 */
export class RolePlaces {
  private readonly doc: Document;
  private readonly fill: Fillers;
  private readonly relative: RelativePlaces;

  constructor(doc: Document, fill: Fillers) {
    this.doc = doc;
    this.fill = fill;
    this.relative = new RelativePlaces(doc, fill);
  }

  find(frame: Frame, t: Token, slots: Slots, rules: string[]): PlaceMention[] {
    const found: PlaceMention[] = [];
    const paths = frame.particle ? [...frame.place, ...frame.particle.filter(p => p !== 'in')] : frame.place;
    for (const path of this.nearestFirst(paths, slots)) {
      const tokens = this.fill.tokens(slots, path);
      const places = (frame.predicate ? tokens.filter(i => i === slots.of) : tokens).flatMap(i =>
        this.fill.places(i),
      );
      for (const p of places) if (!found.includes(p)) found.push(p);
      if (found.length) {
        rules.push(`place: ${path}`);
        return found;
      }
    }
    if (frame.predicate) return [];
    const ranked = this.ranked(frame, t);
    if (ranked.length) {
      rules.push('place: those told by number');
      return ranked;
    }
    const ground = this.groundTaken(frame, slots);
    if (ground.length) {
      rules.push('place: where the ground lies');
      return ground;
    }
    if (frame.case) {
      const before = this.placeBefore(t);
      if (before) rules.push('place: before the phrase');
      return before ? [before] : [];
    }
    const relative = this.relative.find(frame, t, slots);
    if (relative.length) {
      rules.push('place: before the relative pronoun');
      return relative;
    }
    const said = this.placeSaidOf(frame, t, slots);
    if (said.length) {
      rules.push('place: before the verb');
      return said;
    }
    const after = frame.strict ? [] : this.linearPlace(frame, t);
    if (after.length) {
      rules.push('place: next in the words');
      return after;
    }
    const leavesOther =
      frame.event === 'withdraw' &&
      slots.obj.some(
        o =>
          !this.fill.placeAt[o] &&
          !slots.passive &&
          this.doc.tokens[o]!.upos !== 'PRON' &&
          !frame.actor?.includes('obj'),
      );
    if (this.isOfOthers(frame, slots) || this.isToldOfAnother(frame, slots)) return [];
    const fought = frame.implied && frame.event === 'repel' ? this.fought(t) : null;
    if (fought) {
      rules.push('place: where they were beaten off');
      return [fought];
    }
    const embedded = frame.noun !== undefined && t.deprel === 'nmod';
    if ((frame.implied && !leavesOther && !embedded) || this.isDefinite(frame, t)) {
      const near = this.fill.focus.leftOut(t.index);
      if (near) {
        rules.push('place: the one spoken of');
        return [near];
      }
    }
    return [];
  }

  /** "attacked the station and were driven off", "tried to cross the bridge but were pushed back": what the first verb goes for. */
  private fought(t: Token): PlaceMention | null {
    const { tokens } = this.doc;
    const first = tokens[t.head];
    if (t.deprel !== 'conj' || first?.upos !== 'VERB' || first.index > t.index) return null;
    const aimed: PlaceMention[] = [];
    for (let i = first.index + 1; i < t.index; i++) {
      const place = this.fill.placeAt[i],
        { deprel, head } = tokens[i]!;
      if (place?.head !== i || tokens[head]?.upos !== 'VERB' || head < first.index) continue;
      if (deprel === 'obj') return place;
      if (deprel.startsWith('obl') && AT.test(caseOf(this.doc, i))) aimed.push(place);
    }
    return aimed.at(-1) ?? null;
  }

  /** "its besiegement of towns", "territorial losses": of places that have no name. */
  private isOfOthers(frame: Frame, slots: Slots): boolean {
    const { tokens } = this.doc;
    if (!frame.noun) return false;
    if (tokens[slots.of]!.lower === 'losses') return true;
    if (!frame.place.includes('of')) return false;
    return (slots.by.get('of') ?? []).some(i => tokens[i]!.upos === 'NOUN' && !this.fill.actors(i).length);
  }

  /** "pulled out of some areas", "seized a village": of a place that has no name, and is not the one spoken of. */
  private isToldOfAnother(frame: Frame, slots: Slots): boolean {
    const { tokens, children } = this.doc;
    return frame.place.some(path =>
      this.fill.tokens(slots, path).some(i => {
        const t = tokens[i]!;
        if (t.upos !== 'NOUN' || !OPAQUE.has(t.lemma) || !UNNAMED.test(t.lemma)) return false;
        return !children[i]!.some(c => DEFINITE.test(tokens[c]!.lower));
      }),
    );
  }

  /** Of phrases that say where, the first in the text comes first: "around Baraza in the Kend countryside". */
  private nearestFirst(paths: readonly string[], slots: Slots): readonly string[] {
    const where = paths.filter(p => WHERE.has(p));
    if (where.length < 2) return paths;
    const at = (p: string): number => Math.min(...this.fill.tokens(slots, p), Number.POSITIVE_INFINITY);
    const sorted = [...where].sort((a, b) => at(a) - at(b));
    return paths.map(p => (WHERE.has(p) ? sorted.shift()! : p));
  }

  /** "It is the third town taken in a week, after Baraza and Kend", "Baraza was the second to fall": what is counted, and those before it. */
  private ranked(frame: Frame, t: Token): PlaceMention[] {
    const { tokens, children } = this.doc;
    const noun = tokens[t.head];
    if (!frame.verb || !isTake(frame.event) || !noun || !/^(?:acl|acl:relcl|xcomp|advcl)$/.test(t.deprel))
      return [];
    const kids = children[noun.index]!;
    const near = [...kids, ...kids.filter(c => tokens[c]!.deprel === 'compound').flatMap(c => children[c]!)];
    if (!near.some(c => ORDINAL.test(tokens[c]!.lower)) && !ORDINAL.test(noun.lower)) return [];
    const out: PlaceMention[] = [];
    const copular = children[noun.index]!.some(c => tokens[c]!.deprel === 'cop');
    const subject = copular
      ? children[noun.index]!.find(c => tokens[c]!.deprel.startsWith('nsubj'))
      : undefined;
    if (subject !== undefined && this.fill.placeAt[subject]) out.push(...this.fill.places(subject));
    const end = this.doc.sentences[t.sentence]!.last;
    const after = tokens.slice(t.index, Math.min(end, t.index + 14)).find(x => x.lower === 'after');
    const next = after && [1, 2].map(k => this.fill.placeAt[after.index + k]).find(m => m);
    if (next) out.push(next, ...this.fill.places(next.head).filter(p => p !== next && p.first > next.first));
    return [...new Set(out)];
  }

  /** "the siege", "their retreat", "such an attack": one that was spoken of. */
  private isDefinite(frame: Frame, t: Token): boolean {
    if (!frame.noun || frame.event === 'clash' || frame.attributive || frame.lightless || t.upos !== 'NOUN')
      return false;
    if (t.deprel === 'nmod' || t.deprel === 'compound') return false;
    return (this.doc.children[t.index] ?? []).some(c => {
      const { deprel, lower } = this.doc.tokens[c]!;
      return (
        deprel === 'nmod:poss' || (deprel.startsWith('det') && /^(?:the|this|that|such|these)$/.test(lower))
      );
    });
  }

  /** "Baraza, the capital of Kend, …" from Kend (or from its capital): Baraza. */
  private outOfApposition(place: PlaceMention): PlaceMention {
    const { tokens } = this.doc;
    let i = place.first;
    for (let seen = false; i > 0 && i > place.first - 9; i--) {
      const t = tokens[i - 1]!;
      if (t.text === ',') return ((seen || place.how === 'description') && this.fill.placeAt[i - 2]) || place;
      seen ||= /^(?:capital|seat|town|city|centre|center|stronghold|village|hub)$/.test(t.lower);
      const passes = /^(?:ADJ|DET|NOUN|ADP|NUM)$/.test(t.upos) || /^neighbou?ring$/.test(t.lower);
      if (!passes || this.fill.placeAt[i - 1]?.how === 'name') return place;
    }
    return place;
  }

  /** Where the tree misses: the next place after the word, with nothing but its own preposition and noun phrase between. */
  private linearPlace(frame: Frame, t: Token): PlaceMention[] {
    const { tokens } = this.doc,
      wanted = new Set(frame.place.map(p => p.split('.').at(-1)!));
    let preposition = '',
      objectSeen = false;
    for (
      let i = t.index + 1;
      i < tokens.length && i < t.index + 14 && tokens[i]!.sentence === t.sentence;
      i++
    ) {
      const next = tokens[i]!,
        before = tokens[i - 1]!,
        place = this.fill.placeAt[i];
      if (place) {
        const slot = preposition || (objectSeen ? '-' : 'obj');
        return wanted.has(slot)
          ? this.fill.places(place.head).filter(p => p === place || p.first > place.first)
          : [];
      }
      const opaque = OPAQUE.has(before.lemma);
      // "five villages near Baraza": others than the place that is named
      if (BESIDE.test(next.lower) && UNITS.has(before.lemma) && this.fill.isOfMany(before.index)) return [];
      if (opaque && INNER.has(next.lower)) continue;
      if (next.lower === 'of' || next.lower === 'including') {
        if (opaque || before.lower === ',' || DIRECTION.test(before.lower)) continue;
        if (next.lower === 'of' && preposition === 'out') {
          preposition = 'out_of';
          continue;
        }
        if (next.lower === 'including' || preposition || i > t.index + 1) return [];
        preposition = 'of';
      } else if (next.upos === 'ADP' || next.lower === 'towards') {
        if (preposition) return [];
        preposition = next.lower;
      } else if (next.upos === 'NOUN' || next.upos === 'PROPN') {
        const inside = OPAQUE.has(next.lemma) || /^(?:compound|amod|nmod:poss|nmod:desc)$/.test(next.deprel);
        if (inside) continue;
        if (preposition) return [];
        objectSeen = true;
      } else if (next.upos === 'PUNCT') {
        if (!/^[“”"'‘’,-]$/.test(next.text) || (next.text === ',' && tokens[i + 1]?.lower !== 'including'))
          return [];
      } else if (
        !SKIPPED.has(next.upos) &&
        !(next.xpos === 'VBG' || next.xpos === 'VBN' || next.lower === 'left')
      )
        return [];
    }
    return [];
  }

  /** "Baraza and Kend, both attacked in spring, are under their control": the place before the verb, where the tree misses it. */
  private placeSaidOf(frame: Frame, t: Token, slots: Slots): PlaceMention[] {
    const { tokens } = this.doc;
    const reduced =
      t.xpos === 'VBN' && !this.doc.children[t.index]!.some(c => tokens[c]!.deprel.startsWith('aux'));
    const wanted =
      frame.place.includes('subj') || (frame.place.includes('obj') && (slots.passive || reduced));
    if (!wanted || frame.noun || slots.subj.length > 1) return [];
    const subjects = frame.place.includes('subj') ? slots.subj : slots.obj;
    const bare = (i: number): boolean => tokens[i]!.upos !== 'NOUN' || OPAQUE.has(tokens[i]!.lemma);
    if (!subjects.every(bare)) return [];
    const first = this.doc.sentences[t.sentence]!.first;
    let adjacent = true;
    for (let i = t.index - 1; i >= first && i > t.index - 25; i--) {
      const token = tokens[i]!,
        place = this.fill.placeAt[i];
      if (place && place.place.kind !== 'country' && (adjacent || !this.isInPhrase(place)))
        return this.withListBefore(this.outOfApposition(place));
      if (place) i = place.first;
      else if (/^(?:VBD|VBZ|VBP)$/.test(token.xpos) && token.upos === 'VERB') return [];
      else if (token.text === ';' || token.text === ':' || token.deprel === 'mark') return [];
      else if (reduced && !adjacent) return [];
      if (!/^(?:,|both|all|already|recently|now|then|first|since|-)$/.test(token.lower)) adjacent = false;
    }
    return [];
  }

  /** Whether a preposition stands before a place and its noun phrase. */
  private isInPhrase(place: PlaceMention): boolean {
    const { tokens } = this.doc;
    let i = place.first - 1;
    while (
      i >= 0 &&
      (['DET', 'ADJ', 'NUM'].includes(tokens[i]!.upos) ||
        OPAQUE.has(tokens[i]!.lemma) ||
        tokens[i]!.lower === 'of')
    )
      i--;
    return i >= 0 && tokens[i]!.sentence === tokens[place.first]!.sentence && tokens[i]!.upos === 'ADP';
  }

  /** "A, B and C" from C. */
  private withListBefore(place: PlaceMention): PlaceMention[] {
    const { tokens } = this.doc;
    const out = [place];
    let i = place.first - 1;
    while (i >= 0 && /^(?:and|,|or)$/.test(tokens[i]!.lower)) {
      const last = this.fill.placeAt[tokens[i - 1]?.lower === ',' ? i - 2 : i - 1];
      const before = last && this.outOfApposition(last);
      if (!before || tokens[before.first]!.sentence !== tokens[place.first]!.sentence) break;
      out.unshift(before);
      i = before.first - 1;
    }
    return out;
  }

  /** "Baraza, in rebel hands since May": the place that the phrase follows. */
  private placeBefore(t: Token): PlaceMention | null {
    const preposition = (this.doc.children[t.index] ?? []).find(c => this.doc.tokens[c]!.deprel === 'case');
    if (preposition == null) return null;
    const at = this.doc.tokens[preposition - 1]?.text === ',' ? preposition - 2 : preposition - 1;
    return this.fill.placeAt[at] ?? null;
  }

  /** "seized ground in Baraza", "took several villages near Baraza": a part of the place that the phrase beside the object names. */
  private groundTaken(frame: Frame, slots: Slots): PlaceMention[] {
    const object = slots.obj.find(o => OPAQUE.has(this.doc.tokens[o]!.lemma) && !this.fill.placeAt[o]);
    if (
      !frame.verb ||
      !frame.place.includes('obj') ||
      object == null ||
      UNITS.has(this.doc.tokens[object]!.lemma)
    )
      return [];
    for (const preposition of [
      'in',
      'across',
      'near',
      'around',
      'inside',
      'along',
      'within',
      'throughout',
      'at',
      'on',
    ]) {
      const places = (slots.by.get(preposition) ?? []).flatMap(i => this.fill.places(i));
      if (places.length)
        return places.map(p =>
          p.place.part ? p : { ...p, place: { ...p.place, part: this.phrase(object) } },
        );
    }
    return [];
  }

  /** The words of a short noun phrase, without its article. */
  private phrase(head: number): string {
    const { tokens, children } = this.doc;
    const first = Math.min(
      head,
      ...children[head]!.filter(c => /^(?:amod|nummod|compound|det)$/.test(tokens[c]!.deprel)),
    );
    return this.doc.text.slice(tokens[first]!.start, tokens[head]!.end).replace(/^(?:the|an?) /i, '');
  }
}
