import type { Document, Token } from '../../language/index.ts';
import type { PlaceKind } from '../../model/index.ts';
import { type Chunk, findChunks, isCapitalised, isDash } from './chunks.ts';
import type { Lookup } from './lookup.ts';
import { headOfRun, runOf, type Spot, wordsOf } from './spot.ts';
import {
  DIRECTIONS,
  FIRST_NAMES,
  LOCATIVE,
  NOT_PLACES,
  ORGANISATIONS,
  SETTLEMENTS,
  SITES,
  TITLES,
  TYPES,
} from './words.ts';

const OWN = /^[’'`]s?$/;
const COUNTRY_WORD = /^(?:us|u\.s|u\.s\.|uk|u\.k|u\.k\.|uae|u\.a\.e\.|drc|car)$/i;
/** People of this many make a name a place wherever it stands. */
const WELL_KNOWN = 100_000;

/** Finds the names of a text that may be places'. Persons' and organisations' names are known for what they are. */
export class NameSpotter {
  readonly spots: Spot[] = [];
  /** Last names of persons that the text names in full, in lower case. */
  readonly surnames = new Set<string>();
  private readonly doc: Document;
  private readonly lookup: Lookup;

  constructor(doc: Document, lookup: Lookup) {
    this.doc = doc;
    this.lookup = lookup;
  }

  run(): Spot[] {
    for (const s of this.doc.sentences) for (const chunk of findChunks(this.doc, s)) this.chunk(chunk);
    return this.spots
      .filter(s => !(s.use === 'place' && this.isSurname(s)))
      .sort((a, b) => a.first - b.first || b.last - a.last);
  }

  private isSurname(s: Spot): boolean {
    const last = s.name.split(' ').at(-1)!.toLowerCase();
    return this.surnames.has(last) && s.kind === null && !s.settled && this.lookup.weight(s.name) < 1e6;
  }

  private token = (i: number): Token | undefined => this.doc.tokens[i];

  /** Cuts a chunk at titles and demonyms, and gives each piece its meaning. */
  private chunk({ first, last }: Chunk): void {
    while (first < last && this.isNoise(first, last)) first++;
    if (first >= last) return;
    const title = this.titleIn(first, last);
    if (title !== null) {
      if (title > first) this.piece(first, title, true);
      if (title + 1 < last) this.person(last);
      return;
    }
    if (this.isTitled(first, last) || this.isPerson(first, last)) this.person(last);
    else this.piece(first, last, false);
  }

  /** Capitalised only because a sentence begins there, or "The". */
  private isNoise(first: number, last: number): boolean {
    const t = this.token(first)!;
    if (last - first > 1 && this.lookup.isName(wordsOf(this.doc, first, last))) return false;
    if (COUNTRY_WORD.test(t.text) && t.text !== t.lower) return t.text === 'Us' || t.text === 'Car';
    if (DIRECTIONS.has(t.lower)) return last - first === 1;
    if (NOT_PLACES.has(t.lower)) return true;
    const begins =
      this.doc.sentences[t.sentence]!.first === first || /^["“‘'(]$/.test(this.token(first - 1)?.text ?? '');
    return begins && !['PROPN', 'NOUN', 'ADJ', 'X'].includes(t.upos) && !this.lookup.weight(t.text);
  }

  private titleIn(first: number, last: number): number | null {
    for (let i = first; i < last; i++)
      if (TITLES.has(this.token(i)!.lower) && !(i === last - 1 && i === first)) return i;
    return null;
  }

  private isTitled(first: number, last: number): boolean {
    const before = this.token(first - 1),
      after = this.token(last);
    if (!before || !TITLES.has(before.lower) || isCapitalised(before)) return false;
    return !(last - first === 1 && after?.upos === 'NOUN') && !OWN.test(after?.text ?? '');
  }

  private isPerson(first: number, last: number): boolean {
    if (last - first < 2) return false;
    const t = this.token(first)!;
    if (!FIRST_NAMES.has(t.lower) || isDash(this.token(first + 1))) return false;
    if (ORGANISATIONS.has(this.token(last - 1)!.lower) || SITES.has(this.token(last - 1)!.lower))
      return false;
    if (TYPES.has(this.token(last - 1)!.lower) || TYPES.has(this.token(last)?.lower ?? '')) return false;
    return this.lookup.weight(wordsOf(this.doc, first, last)) < 1000 || !this.isLocative(first);
  }

  private person(last: number): void {
    const t = this.token(last - 1)!;
    if (t.text.length > 2) this.surnames.add(t.lower);
  }

  private isLocative(first: number): boolean {
    let i = first - 1;
    while (
      i >= 0 &&
      (this.token(i)!.lower === 'the' || DIRECTIONS.has(this.token(i)!.lower) || isDash(this.token(i)))
    )
      i--;
    const t = this.token(i);
    return t !== undefined && LOCATIVE.has(t.lower) && t.sentence === this.token(first)!.sentence;
  }

  private piece(first: number, last: number, beforeTitle: boolean): void {
    const final = this.token(last - 1)!;
    const demonym = this.lookup.demonym(this.token(first)!.text);
    if (demonym.length > 0 && !this.isWholeName(first, last)) {
      this.add(first, first + 1, 'demonym', { countries: demonym });
      if (first + 1 < last) this.piece(first + 1, last, beforeTitle);
      return;
    }
    if (
      last - first > 1 &&
      ORGANISATIONS.has(final.lower) &&
      !this.lookup.weight(wordsOf(this.doc, first, last))
    )
      return this.metonyms(first, last - 1);
    if (last - first > 1 && SITES.has(final.lower) && !this.lookup.isName(wordsOf(this.doc, first, last)))
      return this.add(first, last, 'place', { site: final.lower });
    this.names(first, last, beforeTitle);
  }

  private isWholeName = (first: number, last: number): boolean =>
    last - first > 1 && this.lookup.weight(wordsOf(this.doc, first, last)) > 0;

  /** Places inside the name of an organisation: the longest well-known ones. */
  private metonyms(first: number, last: number): void {
    for (let i = first; i < last; i++)
      for (let end = last; end > i; end--) {
        const name = wordsOf(this.doc, i, end);
        if (NOT_PLACES.has(name.toLowerCase()) || FIRST_NAMES.has(name.toLowerCase())) continue;
        if (this.lookup.weight(name) < WELL_KNOWN) continue;
        this.add(i, end, 'metonym', {});
        i = end - 1;
        break;
      }
  }

  private names(first: number, last: number, beforeTitle: boolean): void {
    const name = wordsOf(this.doc, first, last);
    if (NOT_PLACES.has(name.toLowerCase())) return;
    if (this.lookup.find(name).length > 0) {
      this.add(first, last, beforeTitle ? 'metonym' : 'place', {});
      return;
    }
    let from = first,
      to = last;
    const kind = to - from > 1 ? (TYPES.get(this.token(to - 1)!.lower) ?? null) : null;
    if (kind) to--;
    while (to - from > 1 && DIRECTIONS.has(this.token(from)!.lower))
      from += isDash(this.token(from + 1)) ? 2 : 1;
    const bare = wordsOf(this.doc, from, to);
    const changed = from > first || to < last;
    const inner = to - from > 1 ? this.prefix(from, to) : null;
    const known = changed && this.lookup.find(bare).length > 0;
    if (known || (inner === null && (kind || this.isLocative(first)))) this.add(from, to, 'place', { kind });
    else this.metonyms(from, to);
  }

  /** End of the longest well-known place that a run begins with. */
  private prefix(first: number, last: number): number | null {
    for (let end = last - 1; end > first; end--)
      if (this.lookup.weight(wordsOf(this.doc, first, end)) >= WELL_KNOWN) return end;
    return null;
  }

  private add(first: number, last: number, use: Spot['use'], more: Partial<Spot>): void {
    const before = this.kindBefore(first),
      after = this.kindAfter(last);
    const kind = more.kind ?? after ?? before.kind;
    this.spots.push({
      ...runOf(this.doc, first, last),
      name: wordsOf(this.doc, first, last),
      use: use === 'place' && this.isMetonym(first, last) ? 'metonym' : use,
      kind,
      settled: before.settled,
      site: null,
      locative: this.isLocative(first) || kind !== null || before.settled,
      countries: before.countries,
      ...(more.site === undefined ? {} : { site: more.site }),
      ...(more.countries === undefined ? {} : { countries: more.countries }),
    });
  }

  /** "the town of Ber", "the Syrian city Homs": what the words before say. */
  private kindBefore(first: number): {
    kind: PlaceKind | null;
    settled: boolean;
    countries: readonly string[];
  } {
    let i = first - 1;
    if (this.token(i)?.lower === 'of') i--;
    const t = this.token(i);
    if (!t || t.sentence !== this.token(first)!.sentence || isCapitalised(t))
      return { kind: null, settled: false, countries: [] };
    const type = TYPES.get(t.lower) ?? null,
      settled = SETTLEMENTS.has(t.lower);
    let countries: readonly string[] = [];
    if (type || settled)
      for (let k = i - 1; k >= i - 3 && countries.length === 0; k--)
        countries = this.lookup.demonym(this.token(k)?.text ?? '');
    return { kind: type === 'area' ? null : type, settled: settled || type !== null, countries };
  }

  private kindAfter(last: number): PlaceKind | null {
    const t = this.token(last);
    return t && t.sentence === this.token(last - 1)!.sentence ? (TYPES.get(t.lower) ?? null) : null;
  }

  /** "the Kabul government", "Washington said": a government or an office is meant. */
  private isMetonym(first: number, last: number): boolean {
    const after = this.token(last);
    if (
      after &&
      /^(?:government|regime|authorities|administration|junta|officials|police|spokesman|spokesperson|governor|mayor|correspondent|bureau)$/.test(
        after.lower,
      )
    )
      return true;
    const head = this.token(headOfRun(this.doc, first, last))!,
      verb = this.token(head.head);
    return (
      head.deprel === 'nsubj' &&
      /^(?:say|tell|deny|insist|warn|claim|accuse|announce|urge|condemn|blame|want|vow|argue|reject)$/.test(
        verb?.lemma ?? '',
      )
    );
  }
}
