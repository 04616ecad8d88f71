import type { Document } from '../../language/index.ts';
import type { PlaceMention } from '../annotations.ts';
import { isPlural } from './places-seen.ts';
import { OPAQUE } from './words.ts';

/** Lists of places as the words give them, whatever the tree has made of them. */
export class PlaceLists {
  private readonly doc: Document;
  private readonly placeAt: readonly (PlaceMention | undefined)[];

  constructor(doc: Document, placeAt: readonly (PlaceMention | undefined)[]) {
    this.doc = doc;
    this.placeAt = placeAt;
  }

  /** What the words list after a place, whatever the tree has made of it: "A in X, and B and C". */
  listedAfter(place: PlaceMention): PlaceMention[] {
    const { tokens } = this.doc;
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
        /^(?:,|and|or|&|in|at|near|the|of|both|also|as|well|together|along|with|nearby|neighbouring|neighboring|then)$/.test(
          tokens[i]!.lower,
        )
      )
        i++;
      else if (tokens[i]!.text === '(') i = this.pastBracket(i);
      else if (OPAQUE.has(tokens[i]!.lemma) && tokens[i]!.upos === 'NOUN' && tokens[i]!.deprel !== 'nsubj')
        i++;
      else break;
    }
    return out;
  }

  /** "the court, the station and the prison fell", from the prison: the sites that one list names before it. */
  sitesBefore(site: PlaceMention): PlaceMention[] {
    const { tokens } = this.doc;
    const out: PlaceMention[] = [];
    let first = site,
      and = false;
    for (let i = site.first - 1; i >= 0 && tokens[i]!.sentence === tokens[site.first]!.sentence; i--) {
      const word = tokens[i]!.lower;
      if (word === 'and') and = true;
      const before = this.placeAt[i];
      if (before?.how === 'site' && and && i < first.first - 1) {
        out.unshift(before);
        first = before;
        i = before.first;
      } else if (!/^(?:,|and|the|its|their|both)$/.test(word)) break;
    }
    return out;
  }

  /** "Baraza (August 2011), Kend (May)": behind a short bracket. */
  private pastBracket(open: number): number {
    const close = this.doc.tokens.slice(open, open + 8).findIndex(t => t.text === ')');
    return close < 0 ? this.doc.tokens.length : open + close + 1;
  }

  /** Whether a place goes on the list that another stands in, or only says where that one lies ("Baraza, Kend province"). */
  private joins(before: PlaceMention, next: PlaceMention): 'listed' | 'around' | 'no' {
    const { tokens } = this.doc;
    const between = tokens.slice(before.last, next.first).map(t => t.lower);
    const head = tokens[next.head]!;
    if (head.deprel.startsWith('nsubj') && head.head > head.index) return 'no';
    const together = /\b(?:together with|along with|as well as)\b/.test(between.join(' '));
    const and = together || between.some(w => w === 'and' || w === 'or' || w === '&');
    const wide = next.place.kind === 'province' || next.place.kind === 'country';
    const same = before.place.kind === next.place.kind;
    const tie = Math.max(...['in', 'of', 'at', 'near'].map(w => between.lastIndexOf(w)));
    if (tie >= 0) {
      if (and && between.lastIndexOf('and') > tie) return 'listed';
      // "the bases at A, B and C"
      if (isPlural(before) && between.indexOf(',') > tie && !wide && this.endsList(next)) return 'listed';
      return 'around';
    }
    if (and) return 'listed';
    if (!between.includes(',')) return wide ? 'around' : 'no';
    if (wide && !same) return 'around';
    return this.endsList(next) ? 'listed' : 'around';
  }

  /** Whether an "and" with a place follows: "A, B and C". */
  private endsList(place: PlaceMention): boolean {
    const { tokens } = this.doc;
    for (let i = place.last; i < Math.min(tokens.length, place.last + 14); i++) {
      if (tokens[i]!.sentence !== tokens[place.first]!.sentence || tokens[i]!.upos === 'VERB') return false;
      if (tokens[i]!.lower === 'and' || tokens[i]!.lower === 'or')
        return [1, 2, 3, 4].some(k => this.placeAt[i + k] !== undefined);
    }
    return false;
  }
}
