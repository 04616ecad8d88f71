import { type Document, NEGATORS, type Token } from '../../language/index.ts';
import type { Modality, Polarity } from '../../model/index.ts';
import { awaits, isLeftUndone, isNearlyDone, isNoLonger, isWanted, isYetToBeDone } from './clauses.ts';
import { isExtraposed, isSaidInstead, isShownByNothing, wronglyAt } from './denying-words.ts';
import { cameToNothing } from './outcomes.ts';
import { reachedByDenial, sharesScope } from './reach.ts';
import { isNobody, isUnsaid, SAYS } from './silence.ts';
import { isCalledElse, toldAsFalse } from './told-as-false.ts';
import { sets, WORDS } from './words.ts';

/** Whether a statement is affirmed or denied, and how real it is, with the words that made it so. */
export interface Scope {
  readonly polarity: Polarity;
  readonly modality: Exclude<Modality, 'past'>;
  /** Told only as what somebody does not say: "would not confirm that it had fallen". */
  readonly unsaid?: true;
  /** Told only as what something else waits for: "until they have left". */
  readonly awaited?: true;
  /** The word by which what stands below it is denied: "rejected", "false"; none where the statement is itself negative. */
  readonly denier?: number;
  readonly rules: readonly string[];
}

const POSSIBLE_AUX = new Set(['may', 'might', 'could', 'can', 'should']);
const PLANNED_AUX = new Set(['will', 'would', 'shall', 'must', 'wo', "'ll", '’ll']);
const BE = new Set(['is', 'are', 'was', 'were', 'am']);
const isInfinitive = (doc: Document, i: number): boolean =>
  doc.tokens[i]!.xpos === 'VB' &&
  (doc.children[i] ?? []).some(c => doc.tokens[c]!.deprel === 'mark' && doc.tokens[c]!.lower === 'to');
const base = (rel: string): string => rel.split(':')[0]!;

interface State {
  negative: boolean;
  modality: 'actual' | 'possible' | 'planned';
  unsaid?: true;
  awaited?: true;
  denier?: number;
  rules: string[];
}

function weaken(state: State, modality: 'possible' | 'planned', rule: string): void {
  if (state.modality === 'actual') state.modality = modality;
  state.rules.push(`${modality}: ${rule}`);
}

/** The words that stand around one node of the path from the event word to the clause's root. */
function lookAround(doc: Document, i: number, state: State, isTrigger: boolean, denies = true): void {
  for (const c of doc.children[i] ?? []) {
    const t = doc.tokens[c]!,
      rel = base(t.deprel);
    if ((rel === 'advmod' || rel === 'aux') && NEGATORS.has(t.lower)) {
      if (!denies) continue;
      state.negative = !state.negative;
      state.rules.push(`not: ${t.lower}`);
    } else if (rel === 'advmod' && sets.possibleWords.has(t.lower) && !isOfAmount(doc, t))
      weaken(state, 'possible', t.lower);
    // "without a battle": no word about one
    else if (isTrigger && rel === 'case' && t.lower === 'without') state.unsaid = true;
    else if (rel === 'aux' && POSSIBLE_AUX.has(t.lemma)) {
      // "shooting can be heard": it is
      if (sets.perceived.has(doc.tokens[i]!.lemma)) continue;
      const negatedAbility =
        (t.lemma === 'could' || t.lemma === 'can') &&
        (doc.children[i] ?? []).some(
          n =>
            NEGATORS.has(doc.tokens[n]!.lower) ||
            (base(doc.tokens[n]!.deprel) === 'nsubj' && isNobody(doc, doc.tokens[n]!)),
        );
      if (!negatedAbility) weaken(state, 'possible', t.lower);
    } else if (rel === 'aux' && PLANNED_AUX.has(t.lower)) weaken(state, 'planned', t.lower);
    // "they are to leave"
    else if (isTrigger && /^(?:cop|aux)$/.test(rel) && BE.has(t.lower) && isInfinitive(doc, i))
      weaken(state, 'planned', 'to');
    else if (rel === 'mark' && ['if', 'unless', 'whether', 'lest'].includes(t.lower))
      weaken(state, 'possible', t.lower);
    else if (rel === 'det' && (t.lower === 'no' || t.lower === 'neither') && isTrigger) {
      state.negative = !state.negative;
      state.rules.push(`not: ${t.lower}`);
    } else if (
      (rel === 'nsubj' || rel === 'obj' || (rel === 'obl' && t.lower === 'neither')) &&
      isTrigger &&
      isNobody(doc, t)
    ) {
      state.negative = !state.negative;
      state.rules.push(`not: ${t.lower}`);
    } else if (rel === 'amod' && isTrigger) {
      if (sets.plannedModifiers.has(t.lower)) weaken(state, 'planned', t.lower);
      else if (sets.possibleModifiers.has(t.lower)) weaken(state, 'possible', t.lower);
      else if (sets.failedModifiers.has(t.lower)) {
        state.negative = !state.negative;
        state.rules.push(`failed: ${t.lower}`);
      }
    }
  }
}

/** "almost without a fight", "nearly all of it": of how much, and not of whether. */
const isOfAmount = (doc: Document, t: Token): boolean =>
  /^(?:almost|nearly|virtually)$/.test(t.lower) &&
  /^(?:without|no|all|every|entirely|wholly|completely|half|two-thirds)$/.test(
    doc.tokens[t.index + 1]?.lower ?? '',
  );

const marked = (doc: Document, t: Token): boolean =>
  (doc.children[t.index] ?? []).some(
    c => doc.tokens[c]!.deprel === 'mark' || doc.tokens[c]!.deprel === 'case',
  );

/** "claims [that it had fallen]", "reports [of its fall]": what is told, not which claims are meant. */
const isSaidOf = (doc: Document, below: Token): boolean =>
  (doc.children[below.index] ?? []).some(c => {
    const t = doc.tokens[c]!;
    return (t.lower === 'that' && t.deprel === 'mark') || (t.lower === 'of' && t.deprel === 'case');
  });

/** What a governing word makes of what stands below it. Returns whether to go on upwards. */
function govern(doc: Document, below: Token, head: Token, state: State): boolean {
  // "denied the loss", which the tree may take for the one who is denied something
  const rel = below.deprel === 'iobj' ? 'obj' : base(below.deprel);
  const infinitive = (doc.children[below.index] ?? []).some(
    c => doc.tokens[c]!.upos === 'PART' && doc.tokens[c]!.lower === 'to',
  );
  const clausal =
    ['xcomp', 'ccomp', 'obj', 'nsubj', 'csubj', 'obl', 'nmod'].includes(rel) ||
    (rel === 'advcl' && infinitive) ||
    (rel === 'acl' && below.deprel !== 'acl:relcl') ||
    (rel === 'advcl' && head.upos === 'ADJ');
  if (isLeftUndone(doc, below) || isYetToBeDone(doc, below, head)) {
    state.negative = !state.negative;
    state.rules.push(`not done: ${head.lower}`);
    return false;
  }
  if (isNearlyDone(doc, below)) {
    weaken(state, 'possible', 'close to');
    return false;
  }
  // "disputed that, saying it had not fallen"
  if (below.deprel === 'advcl' && below.xpos === 'VBG' && SAYS.has(below.lemma)) return false;
  // "they will attack, cutting the road": as real as what it goes with
  if (below.deprel === 'advcl' && below.xpos === 'VBG' && !marked(doc, below)) return true;
  // "a campaign aimed at retaking it"
  if (sets.aimed.has(head.lemma) && below.xpos === 'VBG' && marked(doc, below)) {
    weaken(state, 'planned', head.lower);
    return true;
  }
  // "they fight to defend the town": what one does by doing so
  if (infinitive && sets.defends.has(below.lemma) && sets.fights.has(head.lemma)) return true;
  // "a campaign led by them to retake it"
  if (infinitive && head.xpos === 'VBN' && head.deprel === 'acl' && isByAgent(doc, head)) {
    weaken(state, 'planned', 'to');
    return true;
  }
  // "there were rumours that it had fallen"
  if (base(below.deprel) === 'acl' && sets.hearsay.has(head.lemma)) {
    weaken(state, 'possible', head.lower);
    return true;
  }
  // "dismissed claims that it had fallen", "reports of its fall were false"
  if (/^(?:acl|nmod)/.test(below.deprel) && sets.told.has(head.lemma) && isSaidOf(doc, below)) return true;
  // "no sign that they withdraw", "no truth to reports of its fall"
  if (/^(?:acl|nmod)/.test(below.deprel) && sets.signs.has(head.lemma)) {
    if (!isNobody(doc, head)) return true;
    state.negative = !state.negative;
    state.denier = head.index;
    state.rules.push(`denied: no ${head.lower}`);
    return false;
  }
  const relative = below.deprel === 'acl:relcl' && sets.false.has(head.lemma) && isExtraposed(doc, head);
  if (!clausal && !relative) return false;
  // "none of the fighting reached the town"
  if (rel === 'nmod' && /^(?:none|nothing|neither)$/.test(head.lower)) {
    state.negative = !state.negative;
    state.rules.push(`not: ${head.lower}`);
    return true;
  }
  const lemma = head.lemma;
  // "it was a lie that they had left"
  const told =
    rel === 'nsubj'
      ? sets.told.has(below.lemma)
      : relative || (/^c(?:comp|subj)$/.test(rel) && isExtraposed(doc, head));
  if (told && sets.false.has(lemma)) {
    state.negative = !state.negative;
    state.denier = head.index;
    state.rules.push(`denied: ${head.lower}`);
    return false;
  }
  if ((rel === 'obl' || rel === 'obj') && nounOf(doc, below, WORDS.beside)) return false;
  if (rel === 'obj' && sets.calls.has(lemma) && sets.told.has(below.lemma)) {
    const { last } = doc.sentences[below.sentence]!;
    const named = doc.tokens.slice(below.index, last).find(t => sets.false.has(t.lower));
    if (!named) return false;
    state.negative = !state.negative;
    state.denier = head.index;
    state.rules.push(`denied: ${head.lower} ${named.lower}`);
    return false;
  }
  if (isUnsaid(doc, head, lemma, rel)) {
    state.unsaid = true;
    state.rules.push(`unsaid: ${head.lower}`);
    return false;
  }
  if (sets.denied.has(lemma) && below.deprel !== 'nsubj') {
    // "denied that there was a deal: they fled"
    if (doc.tokens.slice(head.index + 1, below.index).some(t => t.text === ':')) return false;
    if (isSaidInstead(doc, head, below) || isCalledElse(doc, head, below)) return false;
    // "denied rumours that it had fallen": denied as a fact
    if (sets.hearsay.has(below.lemma)) state.modality = 'actual';
    state.negative = !state.negative;
    state.denier = head.index;
    state.rules.push(`denied: ${head.lower}`);
    return false;
  }
  const wordy = head.upos === 'VERB' || head.upos === 'ADJ' || head.upos === 'AUX';
  // "nothing suggests that they have entered", "there is nothing to show that it fell"
  if (wordy && rel === 'ccomp' && sets.shows.has(lemma) && isShownByNothing(doc, head)) {
    state.negative = !state.negative;
    state.denier = head.index;
    state.rules.push(`denied: nothing ${head.lower}`);
    return false;
  }
  // "wrongly reported its capture"
  const wrongly = rel !== 'nsubj' ? wronglyAt(doc, head) : undefined;
  if (wrongly !== undefined) {
    state.negative = !state.negative;
    state.denier = wrongly;
    state.rules.push(`denied: wrongly ${head.lower}`);
    return false;
  }
  if (sets.failed.has(lemma) && wordy && ['xcomp', 'ccomp', 'obj', 'advcl', 'obl'].includes(rel)) {
    state.negative = !state.negative;
    state.rules.push(`failed: ${head.lower}`);
    return true;
  }
  if (head.upos === 'NOUN' && sets.failedNouns.has(lemma) && (rel === 'nmod' || rel === 'acl')) {
    state.negative = !state.negative;
    state.rules.push(`failed: ${head.lower}`);
    return true;
  }
  // "began an operation to isolate the town": the purpose of what was begun
  const purpose = (doc.children[head.index] ?? []).some(
    c => doc.tokens[c]!.deprel === 'obj' && sets.plannedNouns.has(doc.tokens[c]!.lemma) && c < below.index,
  );
  if (wordy && infinitive && sets.actual.has(lemma) && !purpose) return true;
  if (
    wordy &&
    sets.possible.has(lemma) &&
    ['ccomp', 'xcomp', 'csubj', 'nsubj', 'obj', 'advcl'].includes(rel)
  ) {
    weaken(state, 'possible', head.lower);
    return true;
  }
  if (
    wordy &&
    sets.planned.has(lemma) &&
    (infinitive ||
      (rel === 'xcomp' && below.xpos === 'VBG') ||
      (rel === 'obj' &&
        [
          'plan',
          'order',
          'threaten',
          'attempt',
          'seek',
          'vow',
          'promise',
          'prepare',
          'demand',
          'propose',
          'expect',
          'negotiate',
          'pledge',
          'urge',
        ].includes(lemma)) ||
      (rel === 'ccomp' &&
        ['vow', 'promise', 'pledge', 'hope', 'demand', 'threaten', 'expect', 'order', 'urge'].includes(
          lemma,
        )))
  ) {
    weaken(state, 'planned', head.lower);
    return true;
  }
  // "the third city to fall", "the last town to be taken": it has
  if (infinitive && rel === 'acl' && isOneOfRow(doc, head)) return true;
  if (head.upos === 'NOUN' && (rel === 'acl' || rel === 'nmod') && (infinitive || rel === 'nmod')) {
    if (sets.possibleNouns.has(lemma)) {
      if (rel === 'acl' || nounOf(doc, below)) weaken(state, 'possible', head.lower);
      return true;
    }
    if (
      infinitive ||
      (nounOf(doc, below, ['of', 'for', 'at']) &&
        [
          'plan',
          'attempt',
          'threat',
          'preparation',
          'order',
          'hope',
          'goal',
          'aim',
          'call',
          'demand',
          'campaign',
          'bid',
          'operation',
        ].includes(lemma))
    ) {
      weaken(state, 'planned', head.lower);
      return true;
    }
    return rel === 'acl';
  }
  // "claimed on their channels to have captured it": what is told, and no purpose
  if (infinitive && SAYS.has(lemma) && isPerfect(doc, below)) return true;
  // "launched an assault to retake": a purpose
  if (infinitive && (rel === 'advcl' || rel === 'acl') && !sets.actual.has(lemma)) {
    weaken(state, 'planned', 'to');
    return true;
  }
  if (infinitive && rel === 'xcomp' && head.upos === 'ADJ') {
    weaken(state, 'planned', head.lower);
    return true;
  }
  return (
    rel === 'xcomp' ||
    rel === 'ccomp' ||
    rel === 'obj' ||
    (rel === 'nmod' && head.upos === 'NOUN') ||
    rel === 'nsubj' ||
    rel === 'csubj'
  );
}

/** Whether a participle names who does it: "led by the army". */
const isByAgent = (doc: Document, t: Token): boolean =>
  (doc.children[t.index] ?? []).some(c =>
    (doc.children[c] ?? []).some(k => doc.tokens[k]!.deprel === 'case' && doc.tokens[k]!.lower === 'by'),
  );

const nounOf = (doc: Document, below: Token, cases: readonly string[] = ['of']): boolean =>
  (doc.children[below.index] ?? []).some(
    c => base(doc.tokens[c]!.deprel) === 'case' && cases.includes(doc.tokens[c]!.lower),
  );

/**
 * Polarity and modality of an event word, read upwards through the tree: negation and its scope, denial, failure,
 * hedges, intention, condition. A denial of a denial affirms.
 * @example "The ministry denied that the town had fallen" — fallen: denied, actual
 */
export function scopeOf(doc: Document, trigger: number): Scope {
  const state: State = { negative: false, modality: 'actual', rules: [] };
  let i = trigger,
    denies = true,
    attempt: Token | undefined;
  for (let hops = 0; hops < 8; hops++) {
    const below = doc.tokens[i]!;
    lookAround(doc, i, state, hops === 0, denies);
    if (hops === 0 && isDue(doc, i)) weaken(state, 'planned', 'due');
    if (hops === 0 && isNoLonger(doc, i)) {
      state.negative = !state.negative;
      state.rules.push('not: no longer');
    }
    if (isWanted(doc, i, sets.plannedNouns)) weaken(state, 'planned', 'what is wanted');
    if (below.head < 0) break;
    const head = doc.tokens[below.head]!;
    denies = reachedByDenial(below, head);
    const mark = awaits(doc, below, head, at => scopeOf(doc, at).modality !== 'actual');
    if (mark) {
      weaken(state, 'planned', mark);
      state.awaited = true;
      break;
    }
    // "deny that it fell and say that they hold it": what is said is not what is denied
    if (below.deprel === 'conj' && SAYS.has(below.lemma) && !SAYS.has(head.lemma)) break;
    if (below.deprel === 'conj' && sharesScope(doc, below, head)) {
      // "did not enter or take": what stands before the first stands before both
      i = below.head;
      continue;
    }
    if (hops === 0 && sets.attempts.has(head.lemma)) attempt = head;
    if (!govern(doc, below, head, state)) break;
    i = below.head;
  }
  if (attempt && state.modality === 'planned' && !state.negative && cameToNothing(doc, attempt)) {
    state.negative = true;
    state.modality = 'actual';
    state.rules.push(`failed: ${attempt.lower}`);
  }
  const denier = state.denier === undefined && !state.unsaid ? toldAsFalse(doc, trigger) : null;
  if (denier !== null) {
    state.negative = !state.negative;
    state.denier = denier;
    if (state.modality === 'possible') state.modality = 'actual';
    state.rules.push(`denied: ${doc.tokens[denier]!.lower}`);
  }
  const sentence = doc.sentences[doc.tokens[trigger]!.sentence]!;
  if (doc.tokens[sentence.last - 1]?.text === '?' && state.modality === 'actual')
    weaken(state, 'possible', '?');
  return {
    polarity: state.negative ? 'denied' : 'affirmed',
    modality: state.modality,
    rules: state.rules,
    ...(state.unsaid ? { unsaid: true } : {}),
    ...(state.awaited ? { awaited: true } : {}),
    ...(state.denier === undefined ? {} : { denier: state.denier }),
  };
}

/** "to have captured" */
const isPerfect = (doc: Document, t: Token): boolean =>
  (doc.children[t.index] ?? []).some(c => doc.tokens[c]!.lower === 'have');

/** "is due to leave", "are set to be evacuated", whatever the tree has made of it. */
function isDue(doc: Document, i: number): boolean {
  const { tokens } = doc;
  let at = i - 1;
  if (tokens[at]?.lower === 'be') at--;
  return tokens[at]?.lower === 'to' && sets.due.has(tokens[at - 1]?.lower ?? '');
}

const ROW =
  /^(?:first|second|third|last|latest|only|(?:four|fif|six|seven|eigh|nin|ten|eleven|twelf|\w+teen|\w+tie)th|\d+(?:st|nd|rd|th))$/;

/** Whether a noun is told as one of a row: "the third city", "the latest town". */
const isOneOfRow = (doc: Document, head: Token): boolean =>
  doc.children[head.index]!.some(c => c < head.index && ROW.test(doc.tokens[c]!.lower));
