import type { Document, Token } from '../../language/document.ts';
import { isTake } from '../../model/index.ts';
import type { ActorMention, Annotated, PlaceMention } from '../annotations.ts';
import { facing, fits, isLeftOver, isOfNone, isOnForces, isRemote, seated } from './checks.ts';
import { clauseSpan } from './clause.ts';
import { eventOf } from './event-of.ts';
import { Fillers } from './fillers.ts';
import { type Frame, type Lexicon, verbLemma } from './frame.ts';
import { flownAttacks } from './from-the-air.ts';
import { linearActor } from './linear-actor.ts';
import { RolePlaces } from './role-places.ts';
import { caseOf, copulaSlotsOf, predicateSubject, type Slots } from './slots.ts';
import type { Rejected, Statement } from './statement.ts';
import { ACTION, BODY, OPAQUE, VEHICLES } from './words.ts';

export type { Rejected, Statement } from './statement.ts';

/** Subjects that name nobody: "neither side has taken it". */
const ANYBODY = new Set(['side', 'party', 'camp', 'both', 'other']);
const NOT_FIGHTERS = new Set(['civilians', 'icrc', 'unhcr', 'protesters', 'rioters']);

/** A name and its description side by side ("Baraza, the capital of Kend") are one place. */
const eachOnce = (places: readonly PlaceMention[]): PlaceMention[] =>
  places.filter((p, i) => p.place.id == null || places.findIndex(o => o.place.id === p.place.id) === i);

/** Whether one of the words is in a site's name. */
const isCalled = (name: string, words: readonly string[]): boolean =>
  name
    .toLowerCase()
    .split(/[ ’']/)
    .some(w => words.includes(w));

/** "out_of" bears "out". */
function bearsInCompound(slots: Slots, particle: string): boolean {
  for (const k of slots.by.keys()) if (k.includes('_') && k.split('_').includes(particle)) return true;
  return false;
}

/** Participles that are no past tense: "no soldier seen" cannot be one who sees. */
const PARTICIPLE = /(?:seen|taken|driven|given|fallen|thrown|broken|shaken|withdrawn)$/;

class Matcher {
  readonly statements: Statement[] = [];
  /** Forces that leave a place which the text does not name. */
  readonly withoutPlace: Statement[] = [];
  readonly rejected: Rejected[] = [];
  private readonly consumed = new Set<number>();
  private readonly doc: Document;
  readonly fill: Fillers;
  private readonly rolePlaces: RolePlaces;
  private readonly lexicon: Lexicon;

  constructor(a: Annotated, lexicon: Lexicon) {
    this.doc = a.document;
    this.lexicon = lexicon;
    this.fill = new Fillers(a);
    this.rolePlaces = new RolePlaces(this.doc, this.fill);
  }

  run(): void {
    const { tokens } = this.doc;
    for (const t of tokens) {
      if (this.consumed.has(t.index)) continue;
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
    for (const frame of this.lexicon.byVerb.get(lemma) ?? []) if (this.tryFrame(frame, t, slots)) return;
  }

  /** "Rebels entered Baraza", taken by the tree for a noun with a participle: who fights is the doer. */
  private active(t: Token, slots: Slots): Slots {
    const head = this.doc.tokens[t.head];
    if (
      !slots.passive ||
      t.deprel !== 'acl' ||
      PARTICIPLE.test(t.lower) ||
      !head ||
      head.head >= 0 ||
      slots.by.has('by')
    )
      return slots;
    const copular = (this.doc.children[head.index] ?? []).some(c => this.doc.tokens[c]!.deprel === 'cop');
    if (copular || this.fill.placeAt[head.index]) return slots;
    return { ...slots, passive: false, subj: [head.index], obj: slots.obj.filter(o => o !== head.index) };
  }

  private noun(t: Token): void {
    if (t.deprel === 'compound') return;
    // "avoided the word occupation": only the word is meant
    if (/^(?:word|term|phrase)$/.test(this.doc.tokens[t.index - 1]?.lower ?? '')) return;
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
    const told = places.length ? [] : this.saidOf(t);
    if (!(places.length + told.length) || (!actor && frames[0]!.event === 'hold')) return;
    if ([...places, ...told].some(p => !fits(frames[0]!, p))) return;
    this.push(
      frames[0]!,
      t.index,
      places.length ? places : told,
      actor ? [actor] : [],
      [],
      [places.length ? 'place after the adjective' : 'place: subj', 'actor in its stem'],
      places.length > 0,
    );
  }

  /** "Baraza is rebel-held": the place that an adjective, or a participle, is said of. */
  private saidOf(t: Token): PlaceMention[] {
    const subjects =
      t.upos === 'VERB' && t.deprel !== 'amod'
        ? this.fill.slots(t.index).obj
        : predicateSubject(this.doc, t.index);
    return subjects.filter(i => i < t.index).flatMap(i => this.fill.places(i));
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

  /** Forces, what they undertake, or a pronoun for them. */
  private isForceful(token: number): boolean {
    const { lemma, upos } = this.doc.tokens[token]!;
    const some = BODY.has(lemma) && !VEHICLES.has(lemma);
    return upos === 'PRON' || upos === 'PROPN' || some || ACTION.has(lemma);
  }

  private tryFrame(frame: Frame, t: Token, slots: Slots): boolean {
    const no = (why: string): false => {
      this.rejected.push({ frame: frame.id, trigger: t.index, why });
      return false;
    };
    if (
      frame.particle &&
      !frame.particle.some(p => slots.particles.has(p) || slots.by.has(p) || bearsInCompound(slots, p))
    )
      return false;
    if (frame.needs?.some(path => !this.fill.tokens(slots, path).length)) return false;
    if (
      frame.lacks?.some(path =>
        path === 'obj' ? slots.obj.length > 0 && !slots.passive : slots.by.has(path),
      )
    )
      return false;
    const light: number[] = [];
    if (frame.with) {
      for (const path in frame.with) {
        const found = this.has(slots, path, frame.with[path]!);
        if (!frame.withAny && !found.length) return false;
        light.push(...found);
      }
      if (frame.withAny && !light.length) return false;
    }
    for (const path in frame.without) {
      const lemmas = frame.without[path]!;
      if (
        path === 'particle' ? lemmas.some(p => slots.particles.has(p)) : this.has(slots, path, lemmas).length
      )
        return no(`without ${path}`);
    }
    if (frame.case && !frame.case.includes(caseOf(this.doc, t.index))) return false;
    if (frame.tense && (frame.tense === 'present') !== this.isPresent(t)) return false;
    if (frame.negative && !isOfNone(this.doc, t)) return no('not denied');
    if (frame.event === 'withdraw' && isLeftOver(this.doc, t)) return no('what is left is there');
    const rules: string[] = [];
    let places = this.rolePlaces.find(frame, t, slots, rules);
    const actorPaths = frame.noun && frame.actor?.length ? [...frame.actor, 'subj'] : (frame.actor ?? []);
    let actors = this.roleActors(actorPaths, slots, rules, 'actor').filter(
      m => !NOT_FIGHTERS.has(m.actor.id ?? ''),
    );
    if (frame.negative) actors = actors.filter(m => m.how !== 'pronoun');
    const bound = frame.negative || t.deprel === 'amod' || this.otherAgent(frame, slots);
    if (!actors.length && frame.verb && frame.actor?.includes('subj') && !bound)
      actors = linearActor(this.doc, this.fill, t, slots, rules);
    if (frame.noun && isTake(frame.event) && this.isOfThePlace(slots, rules)) actors = [];
    let targets = this.roleActors(frame.target ?? [], slots, rules, 'target').filter(
      m => !actors.some(x => x.entity === m.entity),
    );
    if (frame.needsActor && !actors.length && !(slots.passive && !this.agentSaid(frame, slots)))
      return no('nobody of the fight does it');
    if (frame.event === 'withdraw' && frame.needsActor && !actors.length)
      return no('nobody of the fight leaves');
    if (frame.needsTarget && !targets.length) return no('nobody of the fight suffers it');
    if (frame.needsActorOrTarget && !targets.length && !actors.length)
      return no('nobody of the fight is in it');
    if (frame.onForces && slots.obj.length && !targets.length && !slots.obj.some(o => this.isForceful(o)))
      return no('something else suffers it');
    if (!actors.length && this.otherAgent(frame, slots)) return no('somebody else does it');
    if (frame.event === 'clash' && !targets.length) [actors, targets] = facing(actors);
    if (!places.length && frame.event === 'clash' && !frame.strict && actors.length && targets.length) {
      const near = this.fill.focus.leftOut(t.index);
      if (near) rules.push('place: the one spoken of');
      places = near ? [near] : [];
    }
    // "leaving 30 people dead" is no withdrawal
    const takesAlong = slots.obj.every(o =>
      this.fill.actors(o).some(m => !NOT_FIGHTERS.has(m.actor.id ?? '')),
    );
    if (!places.length && frame.event === 'withdraw' && actors.length && takesAlong)
      this.withoutPlace.push(this.statement(frame, t.index, [], actors, targets, rules, false));
    if (!places.length) return no('no place');
    if (frame.event === 'clash' && frame.noun && isRemote(this.doc, t)) return no('a strike or a bombing');
    if (frame.assault && !actors.length && !isOnForces(places, rules))
      return no('nobody of the fight is in it');
    places = places.filter(p => fits(frame, p)).map(p => seated(this.doc, this.fill, p, t));
    if (!places.length) return no('a whole country');
    if (frame.siteOnly && !places.some(p => p.place.kind === 'site')) return no('no road or line');
    const { sites } = frame;
    if (sites && !places.some(p => p.place.kind === 'site' && isCalled(p.place.name, sites)))
      return no('no such site');
    // "beat off the assault on Baraza", "an attempt to storm Baraza": what was beaten off is no fight of its own
    if (frame.event === 'repel')
      for (const o of this.doc.children[t.index]!)
        if (ACTION.has(this.doc.tokens[o]!.lemma) || slots.by.get('from_doing')?.includes(o))
          for (const i of [o, ...(this.fill.slots(o).by.get('acl') ?? [])]) this.consumed.add(i);
    if (!frame.presupposes) for (const l of light) this.consumed.add(l);
    if (frame.lightless && this.doc.tokens[t.index]!.deprel === 'obj') return no('object of another verb');
    const attributive =
      frame.attributive === true || (t.deprel === 'amod' && (t.xpos === 'VBN' || t.upos === 'ADJ'));
    this.push(frame, t.index, places, actors, targets, rules, attributive);
    return true;
  }

  /** "its capture", "their fall", where no place is named: the pronoun stands for the place. */
  private isOfThePlace(slots: Slots, rules: readonly string[]): boolean {
    return (
      rules.includes('actor: poss') &&
      rules.includes('place: the one spoken of') &&
      (slots.by.get('poss') ?? []).every(i => this.doc.tokens[i]!.upos === 'PRON')
    );
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

  private roleActors(paths: readonly string[], slots: Slots, rules: string[], role: string): ActorMention[] {
    for (const path of paths) {
      const actors = this.fill.tokens(slots, path).flatMap(i => this.fill.actors(i));
      // "it had pulled troops out": its own
      if (path === 'obj' && actors.every(m => this.isBare(m)) && this.subjectActs(paths, slots)) continue;
      if (actors.length) {
        rules.push(`${role}: ${path}`);
        return [...new Set(actors)];
      }
    }
    return [];
  }

  /** "troops", "soldiers": with nothing said of whose they are. */
  private isBare(m: ActorMention): boolean {
    const kids = this.doc.children[m.head]!;
    return (
      m.how === 'description' &&
      m.last - m.first === 1 &&
      kids.every(c => this.doc.tokens[c]!.deprel !== 'det')
    );
  }

  private subjectActs = (paths: readonly string[], slots: Slots): boolean =>
    paths.includes('subj') &&
    this.fill
      .tokens(slots, 'subj')
      .some(i => this.fill.actors(i).some(m => !NOT_FIGHTERS.has(m.actor.id ?? '')));

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
    const event = eventOf(this.doc, frame, trigger, span, rules);
    return { frame, event, trigger, places: eachOnce(places), actors, targets, attributive, span, rules };
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
  const { withoutPlace, rejected } = matcher,
    flown = flownAttacks(a.document, matcher.fill, matcher.statements),
    statements = matcher.statements.filter(s => !flown.has(s));
  for (const { frame, trigger } of flown)
    rejected.push({ frame: frame.id, trigger, why: 'a strike from the air' });
  return {
    statements,
    withoutPlace: withoutPlace.filter(w => !statements.some(s => s.trigger === w.trigger)),
    rejected,
  };
}
