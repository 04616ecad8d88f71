import type { Document, Token } from '../../language/document.ts';
import type { ControlEvent, Span } from '../../model/index.ts';
import type { ActorMention, Annotated, PlaceMention } from '../annotations.ts';
import { clauseSpan } from './clause.ts';
import { Fillers, UNITS } from './fillers.ts';
import { type Frame, type Lexicon, verbLemma } from './frame.ts';
import { caseOf, copulaSlotsOf, predicateSubject, type Slots } from './slots.ts';
import { ACTION, INNER, OPAQUE, REMOTE } from './words.ts';

/** What a frame found in a text, before it is attributed: one statement a trigger. */
export interface Statement {
  readonly frame: Frame;
  readonly event: ControlEvent;
  /** Token that evokes the frame; polarity, modality, time and speech are read from where it stands. */
  readonly trigger: number;
  readonly places: readonly PlaceMention[];
  readonly actors: readonly ActorMention[];
  readonly targets: readonly ActorMention[];
  readonly attributive: boolean;
  readonly span: Span;
  /** How each slot was filled, for `--explain`. */
  readonly rules: readonly string[];
}

/** A frame that was evoked but not read, and why; for `--explain`. */
export interface Rejected {
  readonly frame: string;
  readonly trigger: number;
  readonly why: string;
}

const UNRESISTED =
  /\b(?:without|no|little|little or no|met (?:with )?no)\s+(?:(?:a|any|much|firing|single|meeting|facing|encountering|serious|real|significant|or no)\s+)*(?:fight|fighting|resistance|shots?|opposition|battle|struggle)\b|\bunopposed\b|\bunresisted\b|\bunchallenged\b|\bpeacefully\b|\bbloodlessly\b/i;
const DIRECTION = /^(?:north|south|east|west|outside|inside|(?:north|south)-?(?:east|west))$/;
const SKIPPED = new Set(['DET', 'ADJ', 'NUM', 'ADV', 'PART', 'PRON']);
/** Subjects that name nobody: "neither side has taken it". */
const ANYBODY = new Set(['side', 'party', 'camp', 'both', 'other']);
const NOT_FIGHTERS = new Set(['civilians', 'protesters', 'rioters']);

const specificity = (f: Frame): number => (f.with ? 2 : 0) + (f.particle ? 1 : 0) + (f.needsTarget ? 1.5 : 0);

/** "Fighting between A and B", "A and B clashed": one faces the other. */
function facing(actors: readonly ActorMention[]): [ActorMention[], ActorMention[]] {
  const first = actors[0],
    other = actors.find(
      m => m.actor.side !== first?.actor.side || (m.actor.side == null && m.entity !== first?.entity),
    );
  if (!first || !other) return [[...actors], []];
  return [actors.filter(m => m === first || m.actor.side === first.actor.side), [other]];
}

const CIVILIAN =
  /hospital|school|mosque|church|market|hotel|embassy|consulate|restaurant|clinic|shelter|bakery|shrine|temple|university|stadium|bus|home|house/i;

/** A whole country is no place to fight for or to surround; it may be entered, taken or left. */
function fits(frame: Frame, mention: PlaceMention): boolean {
  if (mention.place.kind !== 'country' || mention.place.part) return true;
  return !['clash', 'besiege', 'repel', 'advance'].includes(frame.event) && !frame.attributive;
}

/** A name and its description side by side ("Baraza, the capital of Kend") are one place. */
const eachOnce = (places: readonly PlaceMention[]): PlaceMention[] =>
  places.filter((p, i) => p.place.id == null || places.findIndex(o => o.place.id === p.place.id) === i);

class Matcher {
  readonly statements: Statement[] = [];
  /** Forces that leave a place which the text does not name. */
  readonly withoutPlace: Statement[] = [];
  readonly rejected: Rejected[] = [];
  private readonly consumed = new Set<number>();
  private readonly doc: Document;
  private readonly fill: Fillers;
  private readonly lexicon: Lexicon;

  constructor(a: Annotated, lexicon: Lexicon) {
    this.doc = a.document;
    this.lexicon = lexicon;
    this.fill = new Fillers(a);
  }

  run(): void {
    const { tokens } = this.doc;
    for (const t of tokens) {
      const hyphen = tokens[t.index - 1];
      if (hyphen?.text === '-' && hyphen.end === t.start && tokens[t.index - 2]?.lower !== 're') continue;
      if (t.upos === 'VERB' || (t.upos === 'AUX' && !/^(?:aux|cop)/.test(t.deprel)))
        this.verb(t, this.active(t, this.fill.slots(t.index)), verbLemma(t));
      const copula = t.upos !== 'PUNCT' ? copulaSlotsOf(this.doc, t.index) : null;
      if (copula) this.verb(t, copula, 'be');
    }
    for (const t of tokens) {
      if ((t.upos === 'NOUN' || t.upos === 'PROPN') && !this.consumed.has(t.index)) this.noun(t);
      if (t.upos === 'ADJ' || t.xpos === 'VBN' || t.upos === 'ADV' || t.upos === 'ADP') this.adjective(t);
      this.suffix(t);
    }
  }

  private verb(t: Token, slots: Slots, lemma: string): void {
    const frames = [...(this.lexicon.byVerb.get(lemma) ?? [])].sort(
      (x, y) => specificity(y) - specificity(x),
    );
    for (const frame of frames) if (this.tryFrame(frame, t, slots)) return;
  }

  /** "Rebels entered Baraza", taken by the tree for a noun with a participle: who fights is the doer. */
  private active(t: Token, slots: Slots): Slots {
    const head = this.doc.tokens[t.head];
    if (!slots.passive || t.deprel !== 'acl' || !head || head.head >= 0 || slots.by.has('by')) return slots;
    const copular = (this.doc.children[head.index] ?? []).some(c => this.doc.tokens[c]!.deprel === 'cop');
    if (copular || this.fill.placeAt[head.index]) return slots;
    return { ...slots, passive: false, subj: [head.index], obj: slots.obj.filter(o => o !== head.index) };
  }

  private noun(t: Token): void {
    if (t.deprel === 'compound') return;
    const slots = this.fill.slots(t.index);
    for (const frame of this.lexicon.byNoun.get(t.lemma) ?? []) if (this.tryFrame(frame, t, slots)) return;
  }

  private adjective(t: Token): void {
    for (const frame of this.lexicon.byAdj.get(t.lemma) ?? this.lexicon.byAdj.get(t.lower) ?? []) {
      const slots = this.fill.slots(t.index);
      this.tryFrame(frame, t, { ...slots, subj: predicateSubject(this.doc, t.index) });
    }
  }

  /** "rebel-held Baraza", "the besieged town of Baraza" */
  private suffix(t: Token): void {
    const parts = /^(.*?)[-‐–]?([a-z]+)$/.exec(t.lower);
    const frames = this.lexicon.bySuffix.get(parts?.[2] ?? '');
    if (!frames || !parts) return;
    const { tokens } = this.doc,
      hyphen = tokens[t.index - 1];
    const stemInside = parts[1] !== '',
      split = !stemInside && (hyphen?.text === '-' || hyphen?.text === '‐') && hyphen.end === t.start;
    if (!stemInside && !split && !(t.lower === 'besieged' && t.deprel === 'amod')) return;
    const stem = split ? t.index - 2 : t.index;
    const actor = split || stemInside ? this.fill.actorAt[stem] : undefined;
    const places: PlaceMention[] = [];
    for (
      let i = t.index + 1;
      i < Math.min(tokens.length, t.index + 8) && tokens[i]!.sentence === t.sentence;
      i++
    ) {
      const m = this.fill.placeAt[i];
      if (m && tokens[m.last]?.text === '-') return;
      if (m) {
        places.push(...this.fill.places(m.head).filter(p => p === m || p.first > i));
        break;
      }
      const next = tokens[i]!;
      const passes =
        ['DET', 'ADJ', 'PROPN', 'NUM', 'ADV'].includes(next.upos) ||
        (next.upos === 'NOUN' && OPAQUE.has(next.lemma)) ||
        (next.upos === 'ADP' && next.lower === 'of');
      if (!passes) break;
    }
    if (!places.length || (!actor && frames[0]!.event === 'hold')) return;
    if (places.some(p => !fits(frames[0]!, p))) return;
    this.push(
      frames[0]!,
      t.index,
      places,
      actor ? [actor] : [],
      [],
      ['place after the adjective', 'actor in its stem'],
      true,
    );
  }

  /** "they occupy", "it is now occupied", "occupying" */
  private isPresent(t: Token): boolean {
    if (t.xpos === 'VBN') {
      const kids = this.doc.children[t.index]!.map(c => this.doc.tokens[c]!);
      return (
        kids.some(c => c.lower === 'is' || c.lower === 'are') &&
        !kids.some(c => c.lower === 'been' || c.lower === 'being')
      );
    }
    return ['VBZ', 'VBP', 'VBG', 'VB'].includes(t.xpos);
  }

  private has(slots: Slots, path: string, lemmas: readonly string[]): number[] {
    return this.fill
      .tokens(slots, path)
      .filter(i => lemmas.includes(this.doc.tokens[i]!.lemma) || lemmas.includes(this.doc.tokens[i]!.lower));
  }

  private tryFrame(frame: Frame, t: Token, slots: Slots): boolean {
    const no = (why: string): false => {
      this.rejected.push({ frame: frame.id, trigger: t.index, why });
      return false;
    };
    if (
      frame.particle &&
      !frame.particle.some(
        p => slots.particles.has(p) || [...slots.by.keys()].some(k => k.split('_').includes(p)),
      )
    )
      return false;
    const light: number[] = [];
    if (frame.with) {
      const found = Object.entries(frame.with).map(([path, lemmas]) => this.has(slots, path, lemmas));
      if (frame.withAny ? found.every(f => !f.length) : found.some(f => !f.length)) return false;
      light.push(...found.flat());
    }
    for (const [path, lemmas] of Object.entries(frame.without ?? {})) {
      if (
        path === 'particle' ? lemmas.some(p => slots.particles.has(p)) : this.has(slots, path, lemmas).length
      )
        return no(`without ${path}`);
    }
    if (frame.case && !frame.case.includes(caseOf(this.doc, t.index))) return false;
    if (frame.tense && (frame.tense === 'present') !== this.isPresent(t)) return false;
    const rules: string[] = [];
    let places = this.rolePlaces(frame, t, slots, rules);
    const actorPaths = frame.noun && frame.actor?.length ? [...frame.actor, 'subj'] : (frame.actor ?? []);
    let actors = this.roleActors(actorPaths, slots, rules, 'actor').filter(
      m => !NOT_FIGHTERS.has(m.actor.id ?? ''),
    );
    if (!actors.length && frame.verb && frame.actor?.includes('subj') && !this.otherAgent(frame, slots))
      actors = this.linearActor(t, slots, rules);
    let targets = this.roleActors(frame.target ?? [], slots, rules, 'target').filter(
      m => !actors.some(x => x.entity === m.entity),
    );
    if (frame.needsActor && !actors.length && !(slots.passive && !this.agentSaid(frame, slots)))
      return no('nobody of the fight does it');
    if (frame.needsTarget && !targets.length) return no('nobody of the fight suffers it');
    if (frame.needsActorOrTarget && !targets.length && !actors.length)
      return no('nobody of the fight is in it');
    if (!actors.length && this.otherAgent(frame, slots)) return no('somebody else does it');
    if (frame.event === 'clash' && !targets.length) [actors, targets] = facing(actors);
    if (!places.length && frame.event === 'clash' && !frame.strict && actors.length && targets.length) {
      const near = this.fill.focus.at(t.index);
      if (near) rules.push('place: the one spoken of');
      places = near ? [near] : [];
    }
    if (!places.length && frame.event === 'withdraw' && actors.length)
      this.withoutPlace.push(this.statement(frame, t.index, [], actors, targets, rules, false));
    if (!places.length) return no('no place');
    if (frame.event === 'clash' && frame.noun && this.isRemote(t)) return no('a strike or a bombing');
    if (frame.assault && !actors.length && !this.isOnForces(places, rules))
      return no('nobody of the fight is in it');
    places = places.filter(p => fits(frame, p)).map(p => this.seated(p, t));
    if (!places.length) return no('a whole country');
    if (frame.siteOnly && !places.some(p => p.place.kind === 'site')) return no('no road or line');
    for (const l of light) this.consumed.add(l);
    if (frame.lightless && this.doc.tokens[t.index]!.deprel === 'obj') return no('object of another verb');
    const attributive =
      frame.attributive === true || (t.deprel === 'amod' && (t.xpos === 'VBN' || t.upos === 'ADJ'));
    this.push(frame, t.index, places, actors, targets, rules, attributive);
    return true;
  }

  /** "an air raid", "the suicide attack", "the attack with mortars": violence from afar is no clash. */
  private isRemote(t: Token): boolean {
    const near = (i: number): boolean =>
      REMOTE.has(this.doc.tokens[i]!.lemma) || REMOTE.has(this.doc.tokens[i]!.lower);
    return (this.doc.children[t.index] ?? []).some(near);
  }

  /** "a crossing into Kenland": it lies where the text is, not where it leads. */
  private seated(m: PlaceMention, t: Token): PlaceMention {
    const { tokens } = this.doc;
    const leads =
      m.how === 'site' && tokens.slice(m.head, m.last).some(x => x.lower === 'into' || x.lower === 'to');
    if (!leads || !/cross|border|frontier/.test(m.place.name)) return m;
    const around = this.fill.focus.at(t.index);
    return around && around.place.kind !== 'site'
      ? { ...m, place: { ...m.place, in: around.place.name } }
      : m;
  }

  /** An attack without an attacker is one of the fight where it is on a place, and on none of civilians. */
  private isOnForces(places: readonly PlaceMention[], rules: readonly string[]): boolean {
    const aimed = rules.some(r => /^place: (?:obj\.)?(?:on|against|to|of)$/.test(r));
    return aimed && places.every(p => p.place.kind !== 'site' || !CIVILIAN.test(p.place.name));
  }

  private agentSaid = (frame: Frame, slots: Slots): boolean =>
    (frame.actor ?? []).some(path => this.fill.tokens(slots, path).length > 0);

  /** The doer is named and is no actor: "the film captured the town". */
  private otherAgent(frame: Frame, slots: Slots): boolean {
    if (frame.actor?.[0] !== 'subj' || slots.of < 0) return false;
    return slots.subj.some(i => {
      const t = this.doc.tokens[i]!;
      return (
        (t.upos === 'NOUN' || t.upos === 'PROPN') &&
        !this.fill.placeAt[i] &&
        !ACTION.has(t.lemma) &&
        !ANYBODY.has(t.lemma)
      );
    });
  }

  private rolePlaces(frame: Frame, t: Token, slots: Slots, rules: string[]): PlaceMention[] {
    const found: PlaceMention[] = [];
    const paths = frame.particle ? [...frame.place, ...frame.particle.filter(p => p !== 'in')] : frame.place;
    for (const path of paths) {
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
    const relative = this.relativePlace(frame, t);
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
    const embedded = frame.noun !== undefined && t.deprel === 'nmod';
    if ((frame.implied && !leavesOther && !embedded) || this.isDefinite(frame, t)) {
      const near = this.fill.focus.at(t.index);
      if (near) {
        rules.push('place: the one spoken of');
        return [near];
      }
    }
    return [];
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
      if (opaque && INNER.has(next.lower)) continue;
      if (next.lower === 'of' || next.lower === 'including') {
        if (opaque || before.lower === ',' || DIRECTION.test(before.lower)) continue;
        if (next.lower === 'including' || preposition || i > t.index + 1) return [];
        preposition = 'of';
      } else if (next.upos === 'ADP' || next.lower === 'towards') {
        if (preposition && preposition !== 'out') return [];
        preposition = preposition ? `out_${next.lower}` : next.lower;
      } else if (next.upos === 'NOUN' || next.upos === 'PROPN') {
        const inside = OPAQUE.has(next.lemma) || /^(?:compound|amod|nmod:poss|nmod:desc)$/.test(next.deprel);
        if (inside) continue;
        if (preposition) return [];
        objectSeen = true;
      } else if (next.upos === 'PUNCT') {
        if (!/^[“”"'‘’,-]$/.test(next.text) || (next.text === ',' && tokens[i + 1]?.lower !== 'including'))
          return [];
      } else if (!SKIPPED.has(next.upos) && !(next.xpos === 'VBG' || next.xpos === 'VBN')) return [];
    }
    return [];
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

  /** "Baraza, 20 km to the south, which they say they still hold": the place before the relative pronoun. */
  private relativePlace(frame: Frame, t: Token): PlaceMention[] {
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

  /** Where the tree misses: behind a passive the actor after "by"; otherwise the nearest actor before the verb that is a subject, or bare. */
  private linearActor(t: Token, slots: Slots, rules: string[]): ActorMention[] {
    const { tokens } = this.doc;
    if (slots.passive) {
      for (
        let i = t.index + 1;
        i < Math.min(tokens.length, t.index + 12) && tokens[i]!.sentence === t.sentence;
        i++
      ) {
        if (
          /^(?:after|before|since|until|when|while|as|from)$/.test(tokens[i]!.lower) ||
          tokens[i]!.upos === 'VERB'
        )
          return [];
        if (tokens[i]!.lower === 'by') {
          const actor = [1, 2, 3, 4].map(k => this.fill.actorAt[i + k]).find(m => m);
          if (actor) rules.push('actor: after by');
          return actor ? [actor] : [];
        }
      }
      return [];
    }
    if (slots.subj.length) return [];
    for (let i = t.index - 1; i >= 0 && tokens[i]!.sentence === t.sentence; i--) {
      const actor = this.fill.actorAt[i];
      if (!actor) {
        if (tokens[i]!.text === ';' || (i < t.index - 1 && tokens[i]!.lower === 'that')) return [];
        continue;
      }
      const head = tokens[actor.head]!,
        before = tokens[actor.first - 1];
      const bare = !before || before.sentence !== t.sentence || !['ADP', 'PART'].includes(before.upos);
      if (head.deprel.startsWith('nsubj') || bare) {
        rules.push('actor: nearest before the verb');
        return this.fill.actors(actor.head);
      }
      i = actor.first;
    }
    return [];
  }

  private roleActors(paths: readonly string[], slots: Slots, rules: string[], role: string): ActorMention[] {
    for (const path of paths) {
      const actors = this.fill.tokens(slots, path).flatMap(i => this.fill.actors(i));
      if (actors.length) {
        rules.push(`${role}: ${path}`);
        return [...new Set(actors)];
      }
    }
    return [];
  }

  private push(...parts: Parameters<Matcher['statement']>): void {
    const statement = this.statement(...parts);
    this.fill.focus.tell(statement.places);
    this.statements.push(statement);
  }

  private statement(
    frame: Frame,
    trigger: number,
    places: readonly PlaceMention[],
    actors: readonly ActorMention[],
    targets: readonly ActorMention[],
    rules: string[],
    attributive: boolean,
  ): Statement {
    const span = clauseSpan(this.doc, trigger, [...places, ...actors, ...targets]);
    const event = this.eventOf(frame, trigger, span, rules);
    return { frame, event, trigger, places: eachOnce(places), actors, targets, attributive, span, rules };
  }

  private eventOf(frame: Frame, trigger: number, span: Span, rules: string[]): ControlEvent {
    const t = this.doc.tokens[trigger]!;
    const predicate = t.deprel.startsWith('nsubj') ? this.doc.tokens[t.head]!.text : '';
    const words = `${this.doc.text.slice(span.start, span.end)} ${predicate}`;
    if ((frame.event === 'capture' || frame.event === 'enter') && UNRESISTED.test(words)) {
      rules.push('without a fight');
      return 'handover';
    }
    const again =
      frame.event === 'capture' &&
      (this.doc.children[trigger] ?? []).some(c => ['back', 'again'].includes(this.doc.tokens[c]!.lower));
    const prefixed =
      frame.event === 'capture' &&
      /^re-?$/.test(this.doc.tokens[trigger - 2]?.lower ?? '') &&
      this.doc.tokens[trigger - 1]?.text === '-';
    if (again || prefixed) rules.push('held before');
    return again || prefixed ? 'recapture' : frame.event;
  }
}

/** What `matchFrames` finds: statements, forces that leave without a place named, and what was turned down. */
export interface Matches {
  readonly statements: readonly Statement[];
  readonly withoutPlace: readonly Statement[];
  readonly rejected: readonly Rejected[];
}

/** All statements about control in a text, and what was considered and turned down. Requires: document, places, actors. */
export function matchFrames(a: Annotated, lexicon: Lexicon): Matches {
  const matcher = new Matcher(a, lexicon);
  matcher.run();
  const { statements, withoutPlace, rejected } = matcher;
  return {
    statements,
    withoutPlace: withoutPlace.filter(w => !statements.some(s => s.trigger === w.trigger)),
    rejected,
  };
}
