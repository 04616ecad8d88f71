import type { Document, Token } from '../../language/index.ts';
import type { PlaceKind } from '../../model/index.ts';
import { type Chunk, findChunks, isCapitalised, isDash, touches } from './chunks.ts';
import { cuesBefore, isMetonym, kindAfter, locativeOf } from './cues.ts';
import type { Lookup } from './lookup.ts';
import { runOf, type Spot, wordsOf } from './spot.ts';
import {
  ABBREVIATIONS,
  ALSO_PERSONS,
  DIRECTIONS,
  FIRST_NAMES,
  NOT_PLACES,
  ORGANISATIONS,
  SITES,
  TITLES,
  TYPES,
} from './words.ts';

const OWN = /^[’'`]s?$/;
const COUNTRY_WORD = /^(?:us|u\.s|u\.s\.|uk|u\.k|u\.k\.|uae|u\.a\.e\.|drc|usa|u\.s\.a\.)$/i;
/** Capitalised, these name a body rather than its building. */
const OFFICES = new Set([
  'office',
  'offices',
  'directorate',
  'ministry',
  'bank',
  'banks',
  'parliament',
  'church',
  'academy',
  'college',
  'hall',
  'post',
  'station',
]);
/** Words that a number makes the name of a place. */
const NUMBERED = /^(?:kilo|kilomet(?:er|re)|km|mile|pk|hill|height|camp|ward)$/;
const SHORT_CAPITALS = /^\p{Lu}{1,5}$/u;
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
    const spots = this.spots
      .filter(s => s.use === 'demonym' || !this.isSurname(s))
      .sort((a, b) => a.first - b.first || b.last - a.last);
    return shareKinds(this.doc, spots);
  }

  private isSurname(s: Spot): boolean {
    const last = s.name.split(' ').at(-1)!.toLowerCase();
    return this.surnames.has(last) && s.kind === null && !s.settled && this.lookup.weight(s.name) < 1e6;
  }

  private token = (i: number): Token | undefined => this.doc.tokens[i];
  private lower = (i: number): string => this.doc.tokens[i]?.lower ?? '';
  private words = (first: number, last: number): string => wordsOf(this.doc, first, last);

  /** Cuts a chunk at titles and demonyms, and gives each piece its meaning. */
  private chunk(chunk: Chunk): void {
    let { first } = chunk;
    const { last } = chunk;
    if (this.abbreviation(first, last) || this.numbered(first, last)) return;
    while (first < last && this.isNoise(first, last)) first++;
    if (first >= last) return;
    const title = this.titleIn(first, last);
    if (title !== null) {
      if (title > first) this.piece(first, title, true);
      const held = this.spots.at(-1);
      if (held?.last === title && /^(?:mayor|governor)$/.test(this.lower(title)))
        this.spots[this.spots.length - 1] = { ...held, locative: 2 };
      if (title + 1 < last) this.person(title + 1, last);
    } else if (this.isTitled(first, last) || this.isPerson(first, last)) this.person(first, last);
    else this.piece(first, last, false);
  }

  /** "Edmonton, Ky.", "in B.C.": short for a state, after a comma or with its points. */
  private abbreviation(first: number, last: number): boolean {
    if (last - first > 1) return false;
    const t = this.token(first)!,
      stop = this.token(last)?.text === '.' && this.token(last)!.start === t.end ? '.' : '';
    const id = ABBREVIATIONS.get(t.text + stop) ?? ABBREVIATIONS.get(t.text);
    const dotted = /^(?:\p{Lu}\.){2,}$/u.test(t.text) || /^[A-Z]{3}$/.test(t.text);
    if (!id || !(dotted || (this.token(first - 1)?.text === ',' && isCapitalised(this.token(first - 2)))))
      return false;
    this.add(first, last, 'place', { id });
    return true;
  }

  /** "Kilo 16", "Mile 38", "Camp 14": a place by its number. */
  private numbered(first: number, last: number): boolean {
    const number = this.token(last),
      word = this.token(last - 1)!;
    if (!NUMBERED.test(word.lower) || !number || !/^\d{1,3}$/.test(number.text)) return false;
    if (last - first > 1 || number.sentence !== word.sentence || number.start === word.end) return false;
    this.add(first, last + 1, 'place', { locative: 2 });
    return true;
  }

  /** Capitalised only because a sentence begins there, or "The". */
  private isNoise(first: number, last: number): boolean {
    const t = this.token(first)!;
    if (last - first > 1 && this.prefix(first, last + 1, 1) !== null) return false;
    if (COUNTRY_WORD.test(t.text) && t.text !== t.lower) return t.text === 'Us';
    if (DIRECTIONS.has(t.lower)) return last - first === 1;
    if (TITLES.has(t.lower) && last - first > 1) return false;
    if (NOT_PLACES.has(t.lower)) return true;
    return (
      this.begins(first) && !['PROPN', 'NOUN', 'ADJ', 'X'].includes(t.upos) && !this.lookup.weight(t.text)
    );
  }

  private begins(i: number): boolean {
    return (
      this.doc.sentences[this.token(i)!.sentence]!.first === i ||
      /^["“‘'(]$/.test(this.token(i - 1)?.text ?? '')
    );
  }

  private titleIn(first: number, last: number): number | null {
    const tied = (i: number): boolean =>
      isDash(this.token(i - 1)) && touches(this.token(i - 1)!, this.token(i)!);
    for (let i = first; i < last; i++)
      if (TITLES.has(this.lower(i)) && last - first > 1 && !tied(i)) return i;
    return null;
  }

  private isTitled(first: number, last: number): boolean {
    const before = this.token(first - 1),
      after = this.token(last);
    if (!before || !TITLES.has(before.lower) || isCapitalised(before)) return false;
    return !(last - first === 1 && after?.upos === 'NOUN') && !OWN.test(after?.text ?? '');
  }

  private isPerson(first: number, last: number): boolean {
    const t = this.token(first)!,
      final = this.lower(last - 1);
    if (!FIRST_NAMES.has(t.lower)) return false;
    if (last - first < 2)
      return (
        this.token(last)?.text !== ',' &&
        this.lookup.weight(t.text) < 1e6 &&
        locativeOf(this.doc, first, last) < 2
      );
    if (isDash(this.token(first + 1)) || ORGANISATIONS.has(final) || SITES.has(final)) return false;
    if (TYPES.has(final) || TYPES.has(this.lower(last))) return false;
    return this.lookup.weight(this.words(first, last)) < 1000 || locativeOf(this.doc, first, last) < 2;
  }

  private person(first: number, last: number): void {
    const t = this.token(last - 1)!;
    if (t.text.length > 2 && last - first < 6) this.surnames.add(t.lower);
  }

  private piece(first: number, last: number, beforeTitle: boolean): void {
    if (this.bareGenitive(first, last, beforeTitle)) return;
    const whole = last - first > 1 && this.lookup.weight(this.words(first, last)) > 0;
    if (!whole && this.demonym(first, last, beforeTitle)) return;
    const final = this.lower(last - 1);
    if (!whole && last - first > 1) {
      const of = this.ofIn(first, last);
      if (of !== null && this.isForeignersOf(of, first)) {
        this.piece(first, of, beforeTitle);
        this.piece(of + 1, last, false);
        return;
      }
      if (of !== null) {
        const type = TYPES.get(this.lower(of - 1));
        if (type && this.lookup.find(this.words(of + 1, last)).length > 0)
          this.names(of + 1, last, beforeTitle, type);
        else this.metonyms(of + 1, last);
        return;
      }
      if (ORGANISATIONS.has(final) || OFFICES.has(final)) {
        this.metonyms(first, last - 1);
        return;
      }
      if (SITES.has(final) && !OFFICES.has(final)) {
        this.metonyms(first, last - 1);
        this.add(first, last, 'place', { site: final });
        return;
      }
    }
    this.names(first, last, beforeTitle, null);
  }

  /** "Syrias Idlib": a text that has lost its apostrophes. */
  private bareGenitive(first: number, last: number, beforeTitle: boolean): boolean {
    const { text } = this.token(first)!,
      bare = text.slice(0, -1);
    if (!/^\p{Lu}\p{L}{3,}s$/u.test(text) || this.lookup.weight(text) > 0) return false;
    if (this.lookup.weight(bare) < WELL_KNOWN || this.lookup.demonym(text).length > 0) return false;
    this.add(first, first + 1, 'place', { name: bare });
    if (first + 1 < last) this.piece(first + 1, last, beforeTitle);
    return true;
  }

  private ofIn(first: number, last: number): number | null {
    for (let i = first + 1; i < last - 1; i++) if (this.lower(i) === 'of') return i;
    return null;
  }

  /** "cleared Baraza of Kenlandish troops": the place and the adjective are no one name. */
  private isForeignersOf(of: number, first: number): boolean {
    return (
      this.lookup.demonym(this.token(of + 1)!.text).length > 0 &&
      this.lookup.weight(this.words(first, of)) > 0
    );
  }

  private demonym(first: number, last: number, beforeTitle: boolean): boolean {
    const t = this.token(first)!,
      countries = this.lookup.demonym(t.text),
      region = countries.length === 0 ? this.lookup.regionByDemonym(t.text) : null;
    if (countries.length === 0 && region === null) return false;
    this.add(first, first + 1, 'demonym', { countries, id: region });
    if (first + 1 < last) this.piece(first + 1, last, beforeTitle);
    return true;
  }

  /** Places inside the name of an organisation or a site: the longest well-known ones. */
  private metonyms(first: number, last: number): void {
    for (let i = first; i < last; i++) {
      const end = this.prefix(i, last + 1, WELL_KNOWN);
      if (end === null || FIRST_NAMES.has(this.words(i, end).toLowerCase())) continue;
      this.add(i, end, 'metonym', {});
      i = end - 1;
    }
  }

  /** End of the longest place that a run begins with, shorter than the run, and at least so well known. */
  private prefix(first: number, last: number, least: number): number | null {
    for (let end = last - 1; end > first; end--) {
      const name = this.words(first, end),
        typed = end - first > 1 && TYPES.has(this.lower(end - 1));
      if (
        NOT_PLACES.has(name.toLowerCase()) ||
        name.split(/[\s-]/).every(w => DIRECTIONS.has(w.toLowerCase()))
      )
        continue;
      if (this.isShort(first, end) || (end - first > 1 && ORGANISATIONS.has(this.lower(end - 1)))) continue;
      if (this.lookup.weight(name) >= (typed ? 1 : least)) return end;
    }
    return null;
  }

  /** "BA", "IRNA": initials, which are no place but for a few countries. */
  private isShort(first: number, last: number): boolean {
    const t = this.token(first)!;
    return (
      last - first === 1 &&
      SHORT_CAPITALS.test(t.text) &&
      !COUNTRY_WORD.test(t.text) &&
      !this.opensParagraph(first)
    );
  }

  private opensParagraph(i: number): boolean {
    const s = this.doc.sentences[this.token(i)!.sentence]!;
    return (
      s.first === i && this.doc.paragraphs[s.paragraph]?.first === s.index && this.token(i)!.text.length > 3
    );
  }

  private names(first: number, last: number, beforeTitle: boolean, said: PlaceKind | null): void {
    const name = this.words(first, last);
    if (NOT_PLACES.has(name.toLowerCase()) || this.isShort(first, last)) return;
    const typed = last - first > 1 && TYPES.has(this.lower(last - 1)),
      bare = typed && this.lookup.weight(name) === 0 && this.lookup.weight(this.words(first, last - 1)) > 0;
    if (this.lookup.find(name).length > 0 && !bare) {
      this.add(first, last, beforeTitle ? 'metonym' : 'place', { kind: said });
      return;
    }
    let from = first,
      to = last;
    const kind = said ?? (to - from > 1 ? (TYPES.get(this.lower(to - 1)) ?? null) : null);
    if (kind && !said) to--;
    while (to - from > 1 && DIRECTIONS.has(this.lower(from))) from += isDash(this.token(from + 1)) ? 2 : 1;
    if (NOT_PLACES.has(this.words(from, to).toLowerCase())) return;
    const known = (from > first || to < last) && this.lookup.find(this.words(from, to)).length > 0;
    const inner = to - from > 1 ? this.prefix(from, to, WELL_KNOWN) : null;
    if (known || (inner === null && (kind || locativeOf(this.doc, first, last) > 0)))
      this.add(from, to, 'place', { kind });
    else if (this.isLikePerson(from, to)) this.person(from, to);
    else this.metonyms(from, to);
  }

  /** "the Islamic State of Iraq and the Levant" */
  private endsGroupName(first: number): boolean {
    if (!/^(?:and|the|al|-|al-)$/.test(this.lower(first - 1))) return false;
    const { start } = this.token(first)!;
    return /Islamic State (?:of|in) Iraq and (?:the |al-)?$/.test(
      this.doc.text.slice(Math.max(0, start - 40), start),
    );
  }

  /** "Lincoln Chafee": two or three plain names, the last no place and no plural ("Edmonton Oilers"). */
  private isLikePerson(first: number, last: number): boolean {
    const t = this.token(last - 1)!,
      end = this.prefix(first, last, WELL_KNOWN);
    if (end !== null && end - first > 1) return false;
    if (
      end !== null &&
      this.lookup.weight(this.words(first, end)) >= 1e6 &&
      !ALSO_PERSONS.has(this.lower(first))
    )
      return false;
    return (
      last - first >= 2 &&
      last - first <= 3 &&
      t.upos === 'PROPN' &&
      !/s$|^\p{Lu}+$/u.test(t.text) &&
      !/-/.test(this.words(first, last)) &&
      this.lookup.find(t.text).every(c => c.place.population < 50_000) &&
      locativeOf(this.doc, first, last) < 2
    );
  }

  private add(first: number, last: number, use: Spot['use'], more: Partial<Spot>): void {
    const before = cuesBefore(this.doc, first, this.lookup);
    const kind = more.kind ?? kindAfter(this.doc, last) ?? before.kind;
    this.spots.push({
      ...runOf(this.doc, first, last),
      name: more.name ?? this.words(first, last),
      use:
        use === 'place' && (isMetonym(this.doc, first, last) || this.endsGroupName(first)) ? 'metonym' : use,
      kind,
      settled: before.settled,
      site: more.site ?? null,
      locative: more.locative ?? (kind !== null || before.settled ? 2 : locativeOf(this.doc, first, last)),
      countries: more.countries ?? before.countries,
      id: more.id ?? null,
    });
  }
}

/** "Harib and Ain districts", "the towns of Palma, Mueda and Macomia": the plural is said of each. */
function shareKinds(doc: Document, spots: Spot[]): Spot[] {
  const beside = (a: Spot, b: Spot): boolean =>
    /^(?:,\s+|,?\s+(?:and|or)\s+)$/.test(doc.text.slice(a.end, b.start));
  const plural = (i: number): boolean =>
    /s$/.test(doc.tokens[i]?.lower ?? '') && TYPES.has(doc.tokens[i]!.lower);
  const give = (at: number, kind: PlaceKind | null): boolean => {
    const s = spots[at]!;
    if (s.kind !== null || s.use === 'demonym' || s.site) return false;
    spots[at] = { ...s, kind, settled: true, locative: 2 };
    return true;
  };
  for (let i = spots.length - 1; i > 0; i--)
    if (spots[i]!.kind !== null && plural(spots[i]!.last))
      for (let k = i - 1; k >= 0 && beside(spots[k]!, spots[k + 1]!); k--)
        if (!give(k, spots[i]!.kind)) break;
  for (let i = 0; i + 1 < spots.length; i++)
    if (
      spots[i]!.kind !== null &&
      doc.tokens[spots[i]!.first - 1]?.lower === 'of' &&
      plural(spots[i]!.first - 2)
    )
      for (let k = i + 1; k < spots.length && beside(spots[k - 1]!, spots[k]!); k++)
        if (!give(k, spots[i]!.kind)) break;
  return spots;
}
