import type { Actors } from '../../actors/index.ts';
import type { Document } from '../../language/index.ts';
import type { Actor } from '../../model/index.ts';
import type { PlaceMention, ReportContext } from '../annotations.ts';
import { mainCountry } from './main-country.ts';
import { extend, type Found, forceRun, headOf, longest, plain, runOf, words } from './runs.ts';

const NOMINAL = new Set(['NOUN', 'PROPN', 'ADJ']);

/** Days after a regime's fall in which "government forces" still means the fallen one's. */
const AFTERMATH = 45;

function stateDate(country: string | null, published: string | null, actors: Actors): string | null {
  if (country === null || published === null) return published;
  return actors.changedBefore(country, published, AFTERMATH) ?? published;
}

const RULE = /^(?:government|regime|state|junta|army|military)$/;

/** Finds the actors of one text, the surest ways first: by name, by demonym, new groups, common nouns, countries as doers. */
export class Finder {
  readonly found: Found[] = [];
  private readonly taken: boolean[] = [];
  private readonly doc: Document;
  private readonly actors: Actors;
  private readonly date: string | null;
  /** The date at which "the army" is asked for. */
  private readonly stateDate: string | null;
  private readonly country: string | null;
  private readonly places: readonly PlaceMention[];

  constructor(doc: Document, context: ReportContext, places: readonly PlaceMention[], actors: Actors) {
    this.doc = doc;
    this.actors = actors;
    this.places = places;
    this.country = mainCountry(doc, context, places, actors);
    this.date = context.published;
    this.stateDate = stateDate(this.country, context.published, actors);
  }

  private add(first: number, last: number, actor: Actor, how: Found['how'], generic: boolean): void {
    for (let i = first; i < last; i++) if (this.taken[i]) return;
    for (let i = first; i < last; i++) this.taken[i] = true;
    this.found.push({ ...runOf(this.doc, first, last), actor, how, generic });
  }

  run(): Found[] {
    for (let i = 0; i < this.doc.tokens.length; i++) if (!this.taken[i]) this.named(i);
    for (let i = 0; i < this.doc.tokens.length; i++) if (!this.taken[i]) this.byDemonym(i);
    for (let i = 0; i < this.doc.tokens.length; i++) if (!this.taken[i]) this.newGroup(i);
    for (let i = 0; i < this.doc.tokens.length; i++) if (!this.taken[i]) this.described(i);
    for (let i = 0; i < this.doc.tokens.length; i++) if (!this.taken[i]) this.countryAsActor(i);
    return this.found.sort((a, b) => a.first - b.first);
  }

  /** "the Taliban", "Islamic State militants", "Assad's troops" */
  private named(i: number): void {
    const t = this.doc.tokens[i]!;
    if (t.upos === 'PUNCT' || t.lower === 'the') return;
    const most = this.actors.longestFrom(t.text);
    if (most === 0) return;
    const name = longest(
      this.doc,
      i,
      most,
      said => this.actors.findByName(said, this.date, this.country)[0] ?? null,
    );
    if (name) {
      const first = i > 0 && this.doc.tokens[i - 1]!.lower === 'pro' ? null : i;
      if (first != null) this.add(first, extend(this.doc, name.last, this.actors), name.value, 'name', false);
      return;
    }
    if (t.upos !== 'PROPN') return;
    const leader = longest(this.doc, i, 4, said => this.actors.findByLeader(said, this.date));
    if (!leader) return;
    let last = leader.last;
    if (/^[’']s?$/.test(this.doc.tokens[last]?.text ?? '')) last++;
    const force = extend(this.doc, last, this.actors);
    if (force > last) this.add(i, force, leader.value, 'name', false);
  }

  /** "Malian soldiers", "the Syrian government", "Rwandan troops", "Syrian rebels", "the Iraqis" */
  private byDemonym(i: number): void {
    const t = this.doc.tokens[i]!;
    if (!/^\p{Lu}/u.test(t.text)) return;
    const country =
      this.actors.countryByDemonym(t.text) ??
      (t.lower === 'us' || t.lower === 'u.s.' ? this.actors.country('US') : null);
    if (!country) return;
    for (
      let k = i + 1;
      k < Math.min(this.doc.tokens.length, i + 4) && this.doc.tokens[k]!.sentence === t.sentence;
      k++
    ) {
      const militia = this.stateMilitia(k);
      if (militia) {
        this.add(i, militia, this.actors.stateMilitia(country.code, this.dateFor(country)), 'name', false);
        return;
      }
      const state = forceRun(this.doc, k, this.actors.words.state);
      if (state) {
        const branch = branchOf(plain(this.doc, k, state)),
          actor = this.actors.stateForces(country.code, branch, this.dateFor(country));
        this.add(i, extend(this.doc, state, this.actors), actor, 'name', false);
        return;
      }
      const other = forceRun(this.doc, k, this.actors.words.nonState);
      if (other) {
        this.add(i, other, this.rebelsOf(country.code, plain(this.doc, k, other)), 'description', false);
        return;
      }
      if (!NOMINAL.has(this.doc.tokens[k]!.upos) && this.doc.tokens[k]!.text !== '-') break;
    }
    if (/s$/.test(t.text) && (t.xpos === 'NNPS' || t.xpos === 'NNS') && t.deprel.startsWith('nsubj'))
      this.add(i, i + 1, this.actors.stateForces(country.code, 'army', this.dateFor(country)), 'name', false);
  }

  /** "fighters of the Kestrel Brigade": a group that no list knows */
  private newGroup(i: number): void {
    const doc = this.doc,
      t = doc.tokens[i]!;
    if (
      t.upos !== 'PROPN' ||
      (i > 0 && doc.tokens[i - 1]!.upos === 'PROPN' && doc.tokens[i - 1]!.sentence === t.sentence)
    )
      return;
    let last = i;
    while (
      last < doc.tokens.length &&
      doc.tokens[last]!.sentence === t.sentence &&
      (doc.tokens[last]!.upos === 'PROPN' ||
        (last > i &&
          (/^\p{Lu}/u.test(doc.tokens[last]!.text) ||
            ['of', 'for', 'the', '-', 'and', 'al'].includes(doc.tokens[last]!.lower)) &&
          /^\p{Lu}/u.test(doc.tokens[last + 1]?.text ?? '')))
    )
      last++;
    while (last > i && !this.actors.words.groupHeads.has(doc.tokens[last - 1]!.lower)) last--;
    if (last - i < 2) return;
    const name = words(doc, i, last),
      country = this.country ?? 'zz';
    this.add(
      i,
      extend(doc, last, this.actors),
      {
        id: `x:${country}/${slug(name)}`,
        name,
        kind: 'rebel-group',
        country: this.country,
        side: `x:${country}/${slug(name)}`,
      },
      'name',
      false,
    );
  }

  /** "government forces", "the army", "security forces"; "the rebels", "the group" */
  private described(i: number): void {
    const t = this.doc.tokens[i]!;
    const militia = this.stateMilitia(i);
    if (militia) {
      const country = this.countryNear(i);
      if (country)
        this.add(i, militia, this.actors.stateMilitia(country, this.dateFor(country)), 'description', false);
      return;
    }
    if (!NOMINAL.has(t.upos) && t.upos !== 'VERB') return;
    if (this.isOfNamed(i) || this.isAdjective(i)) return;
    const state = forceRun(this.doc, i, this.actors.words.state);
    if (state && this.isForce(i, state)) {
      const country = this.countryNear(i);
      if (country)
        this.add(
          i,
          state,
          this.actors.stateForces(country, branchOf(plain(this.doc, i, state)), this.dateFor(country)),
          'description',
          true,
        );
      return;
    }
    const other = forceRun(this.doc, i, this.actors.words.nonState);
    if (other && this.isForce(i, other))
      this.add(i, other, this.rebelsOf(this.country, plain(this.doc, i, other)), 'description', true);
  }

  /** "a terrorist attack", "military operations": no body of men is meant. */
  private isAdjective(i: number): boolean {
    const t = this.doc.tokens[i]!,
      next = this.doc.tokens[i + 1];
    if (!/^(?:military|terrorist|militant|police|state|government|group)$/.test(t.lower)) return false;
    return (
      next?.upos === 'NOUN' &&
      t.head > i &&
      !forceRun(this.doc, i, this.actors.words.either) &&
      forceRun(this.doc, i + 1, this.actors.words.either) === null &&
      forceRun(this.doc, i, this.actors.words.state) === i + 1
    );
  }

  /** "fighters of the X Brigade", "forces loyal to Y": the name that follows says who. */
  private isOfNamed(i: number): boolean {
    const { tokens } = this.doc,
      link = tokens[i + 1]?.lower;
    if (link !== 'of' && link !== 'from' && link !== 'loyal') return false;
    for (let k = i + 2; k < i + 5 && tokens[k]?.sentence === tokens[i]!.sentence; k++)
      if (this.taken[k]) return true;
    return false;
  }

  /** "pro-government militias", "loyalist militiamen": end of the run, or null. */
  private stateMilitia(i: number): number | null {
    const { tokens } = this.doc,
      at = (k: number): string => tokens[k]?.lower ?? '';
    const dashed = /^[-‐]$/.test(at(i + 1)) ? 1 : 0;
    const apart = at(i) === 'pro' && RULE.test(at(i + 1 + dashed)),
      whole = at(i) === 'loyalist' || (/^pro[-‐]?/.test(at(i)) && RULE.test(at(i).replace(/^pro[-‐]?/, '')));
    const first = apart ? i + 2 + dashed : whole ? i + 1 : null;
    return first !== null &&
      /^(?:militia|militias|militiamen|fighters|militiaman|paramilitaries|tribesmen)$/.test(at(first))
      ? first + 1
      : null;
  }

  /** "state", "force", "group" and the like must be meant as bodies of men. */
  private isForce(first: number, last: number): boolean {
    const doc = this.doc,
      head = doc.tokens[headOf(doc, first, last)]!,
      said = plain(doc, first, last);
    if (
      last < doc.tokens.length &&
      doc.tokens[last]!.text === '-' &&
      !/^(?:held|controlled|run|occupied|besieged|ruled|dominated|aligned|backed|led)$/.test(
        doc.tokens[last + 1]?.lower ?? '',
      )
    )
      return false;
    if (
      [
        'state',
        'force',
        'group',
        'movement',
        'organisation',
        'organization',
        'alliance',
        'coalition',
        'resistance',
        'units',
        'administration',
        'contingent',
        'factions',
        'faction',
        'officials',
        'opposition',
        'infantry',
        'forces',
      ].includes(said)
    ) {
      if (said === 'forces' || said === 'units') return head.deprel !== 'compound';
      const definite = (doc.children[head.index] ?? []).some(c =>
        ['the', 'its', 'their', 'our'].includes(doc.tokens[c]!.lower),
      );
      return (
        definite &&
        !['state', 'force', 'administration', 'officials', 'organisation', 'organization'].includes(said)
      );
    }
    return true;
  }

  /** A state as the doer: "Ukraine said", "Moscow's troops" */
  private countryAsActor(i: number): void {
    const t = this.doc.tokens[i]!;
    if (
      t.upos !== 'PROPN' ||
      !(t.deprel.startsWith('nsubj') || t.deprel === 'obl:agent' || t.deprel === 'nmod:poss')
    )
      return;
    const place = this.places.find(p => p.first <= i && i < p.last);
    const country =
      place?.place.kind === 'country'
        ? place.place.country
        : (this.actors.countryByName(t.text)?.code ?? null);
    if (!country) return;
    if (t.deprel === 'nmod:poss') {
      const owned = this.doc.tokens[t.head]!;
      const force = this.actors.words.state.has(owned.lower) && !this.taken[owned.index];
      if (force && owned.index > i && owned.index - i < 5)
        this.add(
          i,
          owned.index + 1,
          this.actors.stateForces(country, branchOf(owned.lower), this.dateFor(country)),
          'name',
          false,
        );
      return;
    }
    const verb = this.doc.tokens[t.head];
    if (verb?.upos === 'VERB' && t.deprel !== 'nsubj:pass')
      this.add(
        i,
        i + 1,
        this.actors.stateForces(country, 'government', this.dateFor(country)),
        'name',
        false,
      );
  }

  private dateFor(country: string | { readonly code: string }): string | null {
    return (typeof country === 'string' ? country : country.code) === this.country
      ? this.stateDate
      : this.date;
  }

  /** "In Niger, the army…": the country that opens the sentence, or the one that the report is about. */
  private countryNear(i: number): string | null {
    const { first } = this.doc.sentences[this.doc.tokens[i]!.sentence]!;
    const opening = this.places.find(
      p =>
        p.first === first + 1 &&
        p.place.kind === 'country' &&
        p.last <= i &&
        this.doc.tokens[first]!.lower === 'in',
    );
    return opening?.place.country ?? this.country;
  }

  private rebelsOf(country: string | null, said: string): Actor {
    if (country === 'SY' && /rebel|opposition|insurgent|faction/.test(said))
      return this.actors.byId('syrian-rebels')!;
    const kind = /jihad|islamist|extremist/.test(said) ? 'jihadists' : 'rebels',
      id = `x:${country ?? 'zz'}/${kind}`;
    return { id, name: said, kind: 'rebel-group', country, side: id };
  }
}

const slug = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
const branchOf = (said: string): string =>
  /police/.test(said)
    ? 'police'
    : /air force|warplane|jet/.test(said)
      ? 'air force'
      : /government|regime|authorit|administration|junta|state$|ministry|officials/.test(said)
        ? 'government'
        : 'army';
