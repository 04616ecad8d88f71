import type { Document, Token } from '../../language/document.ts';
import { DAY_PARTS, MONTHS, PRESENT, UNITS, WEEKDAYS } from '../times/words.ts';
import { LIGHT, MOTION, OBJECT_CONTROL, PARTICLES } from './words.ts';

/**
 * The arguments of one event word, voice undone: whatever the sentence's form ("A took B", "B was taken by A",
 * "A, which took B", "B, taken by A", "the taking of B by A"), `subj` is who acts and `obj` whom it is done to.
 * Prepositional arguments stand under their preposition: `into`, `out_of`, `from`; possessors under `poss`,
 * nouns before a noun under `compound`. Values are token indexes of the arguments' heads.
 */
export interface Slots {
  readonly of: number;
  readonly passive: boolean;
  readonly subj: readonly number[];
  readonly obj: readonly number[];
  readonly by: ReadonlyMap<string, readonly number[]>;
  /** Words that stand as particles or directional adverbs: out, back, over, up, off, in. */
  readonly particles: ReadonlySet<string>;
}

/** Relations by which a phrase is said of a noun, or of the subject of a clause without a verb. */
const NOMINAL = new Set(['nmod', 'appos', 'acl', 'parataxis', 'dep', 'conj']);
const NEARLY = /^(?:about|around|over|up_to|under|at|to|between|)$/;
const SHARE = /^(?:third|half|quarter|two-thirds|three-quarters|percent|cent|%|fifth|sixth|tenth)$/;
const DIRECTIONS = /^(?:north|south|east|west|(?:north|south)-?(?:east|west))$/;
const ONWARDS = /^(?:into|towards?|through|across|on)$/;
/** "claims that they had crossed": the clause is active. */
const PERFECT = /^(?:have|has|had|having)$/;
/** Verbs that take whom something goes to as a bare object. */
const GIVES = new Set([
  'hand',
  'give',
  'sell',
  'cede',
  'grant',
  'deny',
  'offer',
  'bring',
  'cost',
  'leave',
  'return',
]);
const RELATIVE = new Set(['who', 'which', 'that', 'whom', 'where']);

const isVerbal = (t: Token | undefined): boolean => t != null && (t.upos === 'VERB' || t.upos === 'AUX');
const base = (rel: string): string => {
  const colon = rel.indexOf(':');
  return colon < 0 ? rel : rel.slice(0, colon);
};

/** The preposition of an argument: its case words joined, "out_of"; empty where it has none. */
export function caseOf(doc: Document, index: number): string {
  const words: string[] = [];
  for (const c of doc.children[index] ?? []) {
    const t = doc.tokens[c]!;
    if (t.deprel !== 'case' || t.lower === "'s" || t.lower === '’s' || t.lower === '’' || t.lower === "'")
      continue;
    words.push(t.lower);
    for (const f of doc.children[c] ?? [])
      if (doc.tokens[f]!.deprel === 'fixed') words.push(doc.tokens[f]!.lower);
  }
  return words.join('_');
}

/** "taken by Sunday", "by nightfall": a time, and nobody who does it. */
const isTime = ({ lower }: Token): boolean =>
  [WEEKDAYS, MONTHS, DAY_PARTS, UNITS, PRESENT].some(words => words.has(lower)) ||
  /^(?:today|yesterday|then|end|late|early|mid-\w+|\d{1,4}|\d{1,2}[:.]\d\d)$/.test(lower);

/** "A column rolled into Baraza", taken by the tree for a passive: who moves somewhere is moved by nobody. */
function isMoving(doc: Document, t: Token): boolean {
  const kids = doc.children[t.index] ?? [];
  if (!MOTION.has(t.lemma) || kids.some(c => base(doc.tokens[c]!.deprel) === 'aux')) return false;
  return kids.some(c => ONWARDS.test(caseOf(doc, c))) && !kids.some(c => caseOf(doc, c) === 'by');
}

function isPassive(doc: Document, v: number): boolean {
  let auxPass = false,
    active = false;
  for (const c of doc.children[v] ?? []) {
    const t = doc.tokens[c]!;
    if (t.deprel === 'aux:pass' || t.deprel === 'nsubj:pass' || t.deprel === 'csubj:pass') auxPass = true;
    if (t.deprel === 'obj') active = true;
  }
  const tok = doc.tokens[v]!;
  if (auxPass) return !isMoving(doc, tok);
  // "Baraza sealed off by army"
  if (tok.xpos === 'VBD' && !active && own(doc, v, ['obl:agent']).length) return true;
  if (tok.xpos === 'VBN' && !active) {
    const perfect = (doc.children[v] ?? []).some(c => PERFECT.test(doc.tokens[c]!.lower));
    if (base(tok.deprel) === 'acl' && tok.deprel !== 'acl:relcl') return !perfect;
    const hasAux = (doc.children[v] ?? []).some(c => base(doc.tokens[c]!.deprel) === 'aux');
    const hasSubject = (doc.children[v] ?? []).some(c => base(doc.tokens[c]!.deprel) === 'nsubj');
    if (!hasAux && !hasSubject && (base(tok.deprel) === 'advcl' || base(tok.deprel) === 'xcomp')) return true;
    if (!hasAux && tok.deprel === 'conj' && tok.head >= 0 && isVerbal(doc.tokens[tok.head]))
      return isPassive(doc, tok.head) && !hasSubject;
  }
  return false;
}

const own = (doc: Document, v: number, rels: readonly string[]): number[] =>
  (doc.children[v] ?? []).filter(c => rels.includes(doc.tokens[c]!.deprel));

const SUBJECTS = ['nsubj', 'nsubj:pass', 'nsubj:outer', 'csubj'];

/** A verb's own subjects; "remains contested": those that the tree has hung on its auxiliary. */
function ownSubjects(doc: Document, v: number): number[] {
  const found = own(doc, v, SUBJECTS);
  if (found.length) return found;
  return (doc.children[v] ?? [])
    .filter(c => base(doc.tokens[c]!.deprel) === 'aux' || doc.tokens[c]!.deprel === 'cop')
    .flatMap(c => own(doc, c, SUBJECTS));
}

/** Relative pronouns give way to the noun that they stand for. */
function antecedent(doc: Document, v: number, filler: number): number {
  const t = doc.tokens[filler]!;
  if (!RELATIVE.has(t.lower)) return filler;
  let at = v;
  for (let hops = 0; hops < 4 && at >= 0; hops++) {
    const tok = doc.tokens[at]!;
    if (tok.deprel === 'acl:relcl' || base(tok.deprel) === 'acl') return tok.head;
    if (tok.deprel !== 'conj' && base(tok.deprel) !== 'xcomp' && base(tok.deprel) !== 'ccomp') break;
    at = tok.head;
  }
  return filler;
}

/** "prevented them [from entering the town]" */
const isKeptFrom = (doc: Document, t: Token): boolean =>
  t.xpos === 'VBG' &&
  (doc.children[t.index] ?? []).some(
    c => doc.tokens[c]!.lower === 'from' && /^(?:mark|case)$/.test(doc.tokens[c]!.deprel),
  );

/** Who acts (or, for a passive, whom it is done to), from the verb's own subject or the one that it shares. */
function sharedSubject(doc: Document, v: number, hops = 0): { tokens: number[]; ofPassive: boolean } {
  const subjects = ownSubjects(doc, v).map(f => antecedent(doc, v, f));
  if (subjects.length) return { tokens: subjects, ofPassive: isPassive(doc, v) };
  const tok = doc.tokens[v]!,
    governor = tok.head;
  if (governor < 0 || hops > 5) return { tokens: [], ofPassive: false };
  const rel = base(tok.deprel),
    head = doc.tokens[governor]!;
  if (tok.deprel === 'acl:relcl') return { tokens: [governor], ofPassive: isPassive(doc, v) };
  if (rel === 'acl') {
    if (tok.xpos === 'VBN' || tok.xpos === 'VBG') return { tokens: [governor], ofPassive: isPassive(doc, v) };
    // "the army's attempt to take", "an offensive by the rebels to retake"
    const owners = [
      ...own(doc, governor, ['nmod:poss', 'compound', 'amod']),
      ...(doc.children[governor] ?? []).filter(
        c => base(doc.tokens[c]!.deprel) === 'nmod' && ['by', 'of'].includes(caseOf(doc, c)),
      ),
    ];
    return {
      tokens: owners.length
        ? owners
        : isVerbal(doc.tokens[head.head])
          ? sharedSubject(doc, head.head, hops + 1).tokens
          : [],
      ofPassive: false,
    };
  }
  const accompanying = rel === 'advcl' ? withWhom(doc, v) : null;
  if (accompanying !== null) return { tokens: [accompanying], ofPassive: isPassive(doc, v) };
  if (rel === 'xcomp' || rel === 'advcl' || rel === 'ccomp' || rel === 'conj' || rel === 'parataxis') {
    // "denied having been driven out": as of one who says it of himself
    const having = own(doc, v, ['aux']).some(c => doc.tokens[c]!.lower === 'having');
    if (rel === 'ccomp' && tok.xpos !== 'VB' && tok.xpos !== 'VBG' && !having)
      return { tokens: [], ofPassive: false };
    if (rel === 'parataxis') return { tokens: [], ofPassive: false };
    // "accused the army of shelling", "stopped the rebels from entering", "described the town as taken"
    const marks = own(doc, v, ['mark']).map(c => doc.tokens[c]!.lower);
    const ofVerb =
      rel === 'advcl' &&
      (marks.includes('as') || (tok.xpos === 'VBG' && marks.some(m => /^(?:of|from|into)$/.test(m))));
    if ((rel === 'xcomp' || rel === 'ccomp' || ofVerb) && OBJECT_CONTROL.has(head.lemma)) {
      const objects = own(doc, governor, ['obj', 'iobj', 'nsubj:pass']).map(f =>
        antecedent(doc, governor, f),
      );
      if (objects.length) return { tokens: objects, ofPassive: isPassive(doc, v) };
    }
    if (!isVerbal(head) && rel !== 'conj' && rel !== 'xcomp' && rel !== 'advcl')
      return { tokens: [], ofPassive: false };
    return { tokens: sharedSubject(doc, governor, hops + 1).tokens, ofPassive: isPassive(doc, v) };
  }
  return { tokens: [], ofPassive: false };
}

/** "beaten back with army troops having retaken the towns": who does it, whom the tree has hung on the verb above. */
function withWhom(doc: Document, v: number): number | null {
  const mark = own(doc, v, ['mark']).find(c => doc.tokens[c]!.lower === 'with'),
    first = Math.min(v, ...own(doc, v, ['aux', 'aux:pass', 'advmod', 'mark']).filter(c => c !== mark));
  const noun = (doc.children[doc.tokens[v]!.head] ?? []).findLast(
    c =>
      c < v &&
      /^(?:obl|nsubj|obj|nmod)/.test(doc.tokens[c]!.deprel) &&
      (mark === undefined ? caseOf(doc, c) === 'with' && c === first - 1 : c > mark),
  );
  return noun ?? null;
}

function add(map: Map<string, number[]>, key: string, token: number): void {
  const list = map.get(key);
  if (list) list.push(token);
  else map.set(key, [token]);
}

const known = new WeakMap<Document, (Slots | undefined)[]>();

/** The arguments of the verb, noun or adjective at `index`; worked out once a token, as frames, events and speech all ask. */
export function slotsOf(doc: Document, index: number): Slots {
  let ofDoc = known.get(doc);
  if (!ofDoc) {
    ofDoc = new Array(doc.tokens.length);
    known.set(doc, ofDoc);
  }
  ofDoc[index] ??= findSlots(doc, index);
  return ofDoc[index];
}

const LEFT_SO = /^(?:have|keep|hold|leave|get)$/;

/** "had the town [hemmed in]", "kept the garrison [bottled up]": who has it so, and what is so. */
function broughtAbout(doc: Document, t: Token): { subj: readonly number[]; obj: readonly number[] } | null {
  if (!/^VB[ND]$/.test(t.xpos) || own(doc, t.index, SUBJECTS).length || own(doc, t.index, ['obj']).length)
    return null;
  const head = doc.tokens[t.head];
  const verb = t.deprel === 'acl' && head?.deprel === 'obj' ? doc.tokens[head.head] : head;
  if (
    !verb ||
    !/^(?:acl|xcomp|ccomp)$/.test(t.deprel) ||
    !LEFT_SO.test(verb.lemma) ||
    isPassive(doc, verb.index)
  )
    return null;
  const obj = own(doc, verb.index, ['obj']).filter(i => i < t.index);
  return obj.length ? { subj: sharedSubject(doc, verb.index).tokens, obj } : null;
}

/** "hemmed in": a preposition that nothing stands behind. */
const isBare = (doc: Document, t: Token): boolean =>
  t.upos === 'ADP' && (doc.children[t.index] ?? []).length === 0;

/** Whether a verb's oblique is its object, behind its particle; "moved up the road" says which way. */
const isParticleOf = (doc: Document, verb: Token, c: number, preposition: string): boolean =>
  /^(?:up|off|out|back|away)$/.test(preposition) &&
  isVerbal(verb) &&
  !MOTION.has(verb.lemma) &&
  !/^(?:come|go|get)$/.test(verb.lemma) &&
  doc.tokens[verb.index + 1]?.head === c &&
  doc.tokens[c]!.deprel === 'obl';

const isBackOrOther = ({ lower, upos }: Token): boolean =>
  lower === 'back' || (upos === 'ADV' && PARTICLES.has(lower));

function findSlots(doc: Document, index: number): Slots {
  const tok = doc.tokens[index]!,
    by = new Map<string, number[]>(),
    particles = new Set<string>();
  const verbal = isVerbal(tok),
    passive = verbal && isPassive(doc, index);
  let subj: number[] = [],
    obj: number[] = [];
  for (const c of doc.children[index] ?? []) {
    const t = doc.tokens[c]!,
      rel = base(t.deprel);
    if (
      t.deprel === 'compound:prt' ||
      ((rel === 'advmod' || (rel === 'obl' && (t.upos === 'ADV' || isBare(doc, t)))) &&
        PARTICLES.has(t.lower)) ||
      (verbal && rel === 'case' && PARTICLES.has(t.lower))
    )
      particles.add(t.lower);
    if (rel === 'advmod' && (t.lower === 'there' || t.lower === 'here')) add(by, 'in', c);
    // "fighting south of Baraza"
    if (rel === 'advmod' && DIRECTIONS.test(t.lower))
      for (const k of doc.children[c] ?? []) if (caseOf(doc, k) === 'of') add(by, 'near', k);
    if (verbal && isKeptFrom(doc, t)) add(by, 'from_doing', c);
    if (t.deprel === 'acl:relcl') add(by, 'relcl', c);
    if (rel === 'advmod' && t.lower === 'where') add(by, 'in', antecedent(doc, index, c));
    if (t.deprel === 'nmod:poss') add(by, 'poss', c);
    else if (rel === 'obl' || rel === 'nmod') {
      const preposition = caseOf(doc, c);
      // "control about a third of Baraza"
      if (verbal && rel === 'obl' && NEARLY.test(preposition) && SHARE.test(t.lemma)) obj.push(c);
      // "snapped up Baraza", where the tree has the particle on its object
      if (isParticleOf(doc, tok, c, preposition)) {
        obj.push(c);
        particles.add(preposition);
        continue;
      }
      add(by, preposition || rel, antecedent(doc, index, c));
      for (const word of preposition.split('_'))
        if (PARTICLES.has(word) && preposition.includes('_')) particles.add(word);
    } else if (rel === 'compound' || rel === 'amod' || t.deprel === 'acl') add(by, rel, c);
    else if (rel === 'appos' || rel === 'expl') add(by, rel, c);
    else if (rel === 'obj' || rel === 'iobj') {
      // "turned over the town", where the tree has the particle on its object
      if (rel === 'obj' && PARTICLES.has(caseOf(doc, c))) particles.add(caseOf(doc, c));
      if (rel === 'obj') obj.push(antecedent(doc, index, c));
      else add(by, 'iobj', c);
    } else if (rel === 'xcomp' || rel === 'ccomp') {
      add(by, rel, c);
      const preposition = caseOf(doc, c); // "remains in government hands"
      if (preposition && verbal) add(by, preposition, c);
    }
  }
  // "beat back government troops", where the tree has the particle on the object
  const next = doc.tokens[index + 1];
  if (verbal && next && /^(?:amod|compound)$/.test(next.deprel) && isBackOrOther(next))
    particles.add(next.lower);
  // "handed the army the base", where the tree has two objects
  if (verbal && !passive && obj.length === 2 && GIVES.has(tok.lemma)) add(by, 'iobj', obj.shift()!);
  if (verbal) {
    const shared = sharedSubject(doc, index);
    if (passive) {
      obj = [...shared.tokens, ...obj];
      subj = (by.get('by') ?? []).filter(i => !isTime(doc.tokens[i]!));
    } else subj = shared.tokens;
    // "they have the town surrounded": two subjects, one on each side of "have"
    const had = doc.children[index]!.find(c => PERFECT.test(doc.tokens[c]!.lower) && c < index);
    if (!passive && tok.xpos === 'VBN' && had !== undefined) {
      const between = subj.filter(i => i > had && i < index),
        before = [...subj.filter(i => i < had), ...own(doc, had, SUBJECTS)];
      if (between.length && before.length) [subj, obj] = [before, between];
    }
    const about = subj.length ? null : broughtAbout(doc, tok);
    if (about) ({ subj, obj } = { subj: [...about.subj], obj: [...about.obj] });
    // "sealed off the town", where the tree has an oblique without a preposition
    const loose = (by.get('obl') ?? []).filter(i => i > index);
    if (!passive && !obj.length && loose.length && particles.has(doc.tokens[index + 1]?.lower ?? ''))
      obj = loose;
    // the city that they took: a relative clause with a subject of its own and no object
    if (
      !passive &&
      obj.length === 0 &&
      tok.deprel === 'acl:relcl' &&
      tok.head >= 0 &&
      !subj.includes(tok.head)
    )
      obj = [tok.head];
  } else {
    subj = own(doc, index, ['nsubj', 'nsubj:outer']).map(f => antecedent(doc, index, f));
    const head = doc.tokens[tok.head];
    // "made a retreat": who makes it retreats
    if (tok.upos === 'NOUN' && tok.deprel === 'obj' && head && LIGHT.has(head.lemma) && !subj.length)
      subj = sharedSubject(doc, head.index).tokens;
    // "Baraza, in rebel hands since May": what the phrase is said of
    if (tok.upos === 'NOUN' && head && NOMINAL.has(base(tok.deprel)) && caseOf(doc, index))
      add(by, 'governor', head.index);
  }
  return { of: index, passive, subj, obj, by, particles };
}

/** The arguments of a copular clause ("the town is under rebel control") as of the verb *be*; null where there is no copula. */
export function copulaSlotsOf(doc: Document, predicate: number): Slots | null {
  if (!(doc.children[predicate] ?? []).some(c => doc.tokens[c]!.deprel === 'cop')) return null;
  const slots = slotsOf(doc, predicate),
    by = new Map<string, number[]>([...slots.by].map(([k, v]) => [k, [...v]]));
  const preposition = caseOf(doc, predicate);
  if (preposition) add(by, preposition, predicate);
  if (/^(?:there|here)$/.test(doc.tokens[predicate]!.lower)) add(by, 'in', predicate);
  // "the town is the army's"
  if (doc.children[predicate]!.some(c => doc.tokens[c]!.xpos === 'POS')) add(by, 'owner', predicate);
  const word = doc.tokens[predicate]!.lower;
  return {
    of: predicate,
    passive: false,
    subj: sharedSubjectOfPredicate(doc, predicate),
    obj: preposition ? [] : [predicate],
    by,
    particles: PARTICLES.has(word) ? new Set([...slots.particles, word]) : slots.particles,
  };
}

function sharedSubjectOfPredicate(doc: Document, predicate: number): number[] {
  const subjects = ownSubjects(doc, predicate).map(f => antecedent(doc, predicate, f));
  if (subjects.length) return subjects;
  const tok = doc.tokens[predicate]!;
  if (tok.deprel === 'acl:relcl') return [tok.head];
  return tok.deprel === 'conj' && tok.head >= 0 ? sharedSubject(doc, tok.head).tokens : [];
}

/** Who or what a predicate adjective or participle is said of: "the town remains contested". */
export function predicateSubject(doc: Document, index: number): number[] {
  const own = sharedSubjectOfPredicate(doc, index);
  if (own.length) return own;
  const tok = doc.tokens[index]!;
  return tok.head >= 0 && base(tok.deprel) === 'xcomp' ? sharedSubject(doc, tok.head).tokens : [];
}
