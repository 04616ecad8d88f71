import type { Document, Token } from '../../language/index.ts';
import type { PlaceMention } from '../annotations.ts';
import type { Fillers } from './fillers.ts';
import type { Frame } from './frame.ts';
import type { Slots } from './slots.ts';
import { OPAQUE } from './words.ts';

/** How many words a relative clause may put before its verb: "which an armed group allied with the rebels said it had seized". */
const REACH = 16;
const PRONOUN = /^(?:which|that|where)$/;
const SAYS =
  /^(?:say|claim|insist|maintain|report|believe|announce|admit|concede|acknowledge|add|think|assert)$/;

/** Places that a relative clause tells of: by the tree, and where it misses the pronoun by the words. */
export class RelativePlaces {
  private readonly doc: Document;
  private readonly fill: Fillers;

  constructor(doc: Document, fill: Fillers) {
    this.doc = doc;
    this.fill = fill;
  }

  find(frame: Frame, t: Token, slots: Slots): PlaceMention[] {
    const own = frame.noun ? this.whose(frame, t) : this.byTree(frame, t);
    return own.length ? own : this.byWords(frame, t, slots);
  }

  /** "Baraza, whose capture was announced": the place before the pronoun. */
  private whose(frame: Frame, t: Token): PlaceMention[] {
    const { tokens } = this.doc;
    const pronoun = [t.index - 1, t.index - 2].find(i => tokens[i]?.lower === 'whose');
    if (pronoun === undefined || !frame.place.some(p => p === 'of' || p === 'poss')) return [];
    const place = this.before(pronoun);
    return place ? this.fill.places(place.head).filter(p => p.last <= pronoun) : [];
  }

  /** The place that stands right before a word, a comma between or none; of "Baraza in Kenland" the first. */
  private before(i: number): PlaceMention | undefined {
    const { tokens } = this.doc;
    const place = this.fill.placeAt[tokens[i - 1]?.text === ',' ? i - 2 : i - 1];
    const wide = place && /^(?:country|province)$/.test(place.place.kind);
    const held =
      wide && tokens[place.first - 1]?.lower === 'in' ? this.fill.placeAt[place.first - 2] : undefined;
    return held ?? place;
  }

  /** "Baraza, which an armed group allied with the rebels said it had seized", "where the army says it has been in charge since May" */
  private byWords(frame: Frame, t: Token, slots: Slots): PlaceMention[] {
    const { tokens } = this.doc;
    if (slots.passive || slots.obj.some(o => tokens[o]!.upos !== 'PRON')) return [];
    let said = false;
    for (let i = t.index - 1; i > t.index - REACH && i > 0 && tokens[i]!.sentence === t.sentence; i--) {
      const token = tokens[i]!;
      if (PRONOUN.test(token.lower) && this.before(i)) {
        const fits =
          token.lower === 'where'
            ? frame.place.some(p => /^(?:in|at|in\.of)$/.test(p))
            : said && frame.place.includes('obj') && slots.subj.length > 0;
        return fits ? [this.before(i)!] : [];
      }
      if (token.upos !== 'VERB' || token.xpos === 'VBN' || token.deprel.startsWith('acl')) continue;
      if (/^(?:with|by)$/.test(tokens[i + 1]!.lower)) continue;
      if (!SAYS.test(token.lemma)) return [];
      said = true;
    }
    return [];
  }

  /** "Baraza, 20 km to the south, which they say they still hold": the place before the relative pronoun. */
  private byTree(frame: Frame, t: Token): PlaceMention[] {
    const { tokens } = this.doc;
    const pronounOf = (v: number): number | undefined =>
      this.doc.children[v]!.find(
        c => c < v && /^(?:which|that|where)$/.test(tokens[c]!.lower) && tokens[c]!.deprel !== 'mark',
      );
    let clause = t,
      pronoun = pronounOf(t.index);
    for (let hops = 0; hops < 3 && pronoun == null && /^[cx]comp$/.test(clause.deprel); hops++) {
      clause = tokens[clause.head]!;
      pronoun = pronounOf(clause.index);
    }
    while (/^[cx]comp$/.test(clause.deprel)) clause = tokens[clause.head]!;
    if (pronoun == null || !(clause.deprel.startsWith('acl') || tokens[pronoun]!.lower === 'which'))
      return [];
    const said = tokens[clause.head];
    if (
      said?.upos === 'NOUN' &&
      OPAQUE.has(said.lemma) &&
      clause.deprel === 'acl:relcl' &&
      this.fill.isOfMany(said.index)
    )
      return [];
    const role = tokens[pronoun]!.deprel;
    const slot = role === 'obj' || role === 'nsubj:pass' ? 'obj' : role.startsWith('nsubj') ? 'subj' : 'in';
    if (!frame.place.includes(slot)) return [];
    for (let i = pronoun - 1; i > pronoun - 12 && i >= 0 && tokens[i]!.sentence === t.sentence; i--) {
      const place = this.fill.placeAt[i];
      if (place) return [place];
      if (tokens[i]!.upos === 'VERB') return [];
    }
    return [];
  }
}
