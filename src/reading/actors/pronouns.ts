import { readFileSync } from 'node:fs';
import { type Document, isUnder, type Token } from '../../language/index.ts';
import type { ActorMention } from '../annotations.ts';
import { SAY } from '../speech/cues.ts';

const PLURAL = new Set(['they', 'them', 'their', 'theirs', 'themselves']);
const SINGULAR = new Set(['it', 'its', 'itself']);
const OWN = new Set(['we', 'our', 'us', 'ours']);
const OF_A_PERSON = new Set(['his', 'her']);
const RELATIVE = new Set(['who', 'which']);

/**
 * Pronouns that stand for an actor of the fight: the last one spoken of, its subject first; "we" inside a quotation is the side
 * that speaks it. Looks back two sentences. "it" stands for an actor only where it does something ("its fighters", "it said"),
 * "his" only where it is said of forces ("an army officer said his men"): those of the side that the person is of.
 */
export function resolvePronouns(
  doc: Document,
  mentions: readonly ActorMention[],
  forces: ReadonlySet<string>,
): ActorMention[] {
  const out = [...mentions],
    named = mentions.filter(m => m.actor.id !== 'civilians');
  for (const t of doc.tokens) {
    const plural = PLURAL.has(t.lower),
      singular = SINGULAR.has(t.lower),
      own = OWN.has(t.lower),
      ofPerson = OF_A_PERSON.has(t.lower) && forces.has(doc.tokens[t.head]?.lower ?? '');
    if (!(plural || singular || own || ofPerson) || t.upos !== 'PRON') continue;
    const antecedent = own
      ? (speakerOf(doc, named, t.start) ?? ownVoice(doc, named, t.start))
      : ofPerson
        ? whoseOfficer(doc, named, t.index)
        : (lastSpokenOf(
            doc,
            othersThan(besideQuote(doc, mentions, t.start), mentions, plural),
            t.index,
            plural,
          ) ?? subjectAhead(doc, named, t));
    if (!antecedent || antecedent.actor.id === 'civilians') continue;
    if (singular && t.deprel === 'nsubj:pass') continue;
    out.push({
      ...antecedent,
      first: t.index,
      last: t.index + 1,
      head: t.index,
      start: t.start,
      end: t.end,
      how: 'pronoun',
    });
  }
  return out.sort((a, b) => a.first - b.first);
}

/** Whose words a token stands in: a quotation's speaker, who tells of it, or the side that the whole text speaks for. */
export function voiceAt(
  doc: Document,
  mentions: readonly ActorMention[],
  token: number,
): ActorMention | null {
  const named = mentions.filter(m => m.actor.id !== 'civilians'),
    t = doc.tokens[token]!;
  const quoted = speakerOf(doc, named, t.start);
  if (quoted) return quoted;
  for (let at = t, hops = 0; at.head >= 0 && hops < 8; at = doc.tokens[at.head]!, hops++) {
    const teller = tellerOf(doc, named, at);
    if (teller) return teller;
  }
  return ownVoice(doc, named, t.start);
}

export { RELATIVE };

/** "the army base", "a rebel spokesman": the actor only tells of another thing. */
const isModifier = (doc: Document, m: ActorMention): boolean => {
  const head = doc.tokens[m.head]!;
  return /^(?:compound|amod)$/.test(head.deprel) && head.head >= m.last;
};

/** Who is named right beside the quotation that a word stands in. */
function besideQuote(doc: Document, mentions: readonly ActorMention[], offset: number): ActorMention | null {
  const quotation = doc.quotations.find(q => q.start <= offset && offset < q.end);
  if (!quotation) return null;
  const sentences = doc.sentences.filter(s => s.start < quotation.end && quotation.start < s.end);
  const beside = mentions.filter(
    m =>
      (m.end <= quotation.start || m.start >= quotation.end) &&
      sentences.some(s => s.start <= m.start && m.end <= s.end),
  );
  const nearest = beside.find(m => m.start >= quotation.end) ?? beside.at(-1) ?? null;
  return nearest?.actor.id === 'civilians' ? null : nearest;
}

/** How many sentences back somebody may have been quoted who is "he" now. */
const QUOTED_BEFORE = 3;

/** Who speaks a quotation that a word stands in: whom its verb of saying names; else who is named beside it. */
function speakerOf(doc: Document, named: readonly ActorMention[], offset: number): ActorMention | null {
  const quotation = doc.quotations.find(q => q.start <= offset && offset < q.end);
  if (!quotation) return null;
  const subject = subjectOfSaying(doc, quotation);
  const outside = named.filter(
    m =>
      (m.end <= quotation.start || m.start >= quotation.end) &&
      !(subject && isToldBeside(doc, m.head, subject.head)),
  );
  if (subject) {
    const own = outside.find(m => isUnder(doc, m.head, subject.index));
    if (own) return own;
    const told = subject.upos === 'PRON' ? quotedBefore(doc, outside, subject.index) : null;
    if (told) return told;
    if (BYSTANDERS.has(subject.lemma)) return null;
  }
  const sentences = doc.sentences.filter(s => s.start < quotation.end && quotation.start < s.end);
  const beside = outside.filter(m => sentences.some(s => s.start <= m.start && m.end <= s.end)),
    after = beside.find(m => m.start >= quotation.end),
    before = outside.filter(m => m.end <= quotation.start && quotation.start - m.end < 400);
  return after ?? beside.at(-1) ?? before.at(-1) ?? null;
}

/** Those who speak for no side of the fight. */
const BYSTANDERS = new Set(
  JSON.parse(readFileSync(new URL('./data/bystanders.json', import.meta.url), 'utf8')) as string[],
);

/** The subject of the verb of saying beside a quotation, outside of it. */
function subjectOfSaying(doc: Document, { start, end }: { start: number; end: number }): Token | null {
  const sentences = new Set(doc.sentences.flatMap((s, i) => (s.start < end && start < s.end ? [i] : [])));
  const verbs = doc.tokens.filter(
    t =>
      sentences.has(t.sentence) &&
      (t.end <= start || t.start >= end) &&
      SAY.has(t.lemma) &&
      t.upos === 'VERB',
  );
  const nearest = verbs.find(t => t.start >= end) ?? verbs.at(-1);
  const subject = nearest && doc.children[nearest.index]!.find(c => doc.tokens[c]!.deprel === 'nsubj');
  return subject === undefined ? null : doc.tokens[subject]!;
}

/** "said a sergeant, adding that rebels had followed": those of whom the speaker tells besides are not the ones who speak. */
function isToldBeside(doc: Document, token: number, saying: number): boolean {
  for (let at = token, hops = 0; at >= 0 && hops < 12; at = doc.tokens[at]!.head, hops++) {
    const { deprel, head } = doc.tokens[at]!;
    if (head === saying) return /^(?:ccomp|advcl|xcomp|conj|parataxis)/.test(deprel) && at > saying;
  }
  return false;
}

/** "he", of whoever was last told to have said something. */
function quotedBefore(doc: Document, named: readonly ActorMention[], index: number): ActorMention | null {
  const { sentence } = doc.tokens[index]!;
  for (let s = sentence; s >= Math.max(0, sentence - QUOTED_BEFORE); s--) {
    const here = named.filter(
      m =>
        doc.tokens[m.head]!.sentence === s &&
        m.last <= index &&
        m.how !== 'pronoun' &&
        saysSomething(doc, m.head),
    );
    if (here.length) return here.at(-1)!;
  }
  return null;
}

/** Whether a word stands in the subject of a verb of saying. */
function saysSomething(doc: Document, token: number): boolean {
  for (let at = token, hops = 0; at >= 0 && hops < 4; at = doc.tokens[at]!.head, hops++) {
    const { deprel, head } = doc.tokens[at]!;
    if (deprel === 'nsubj') return SAY.has(doc.tokens[head]?.lemma ?? '');
    if (!/^(?:compound|amod|nmod|flat|appos)/.test(deprel)) return false;
  }
  return false;
}

/** "An army officer said his men": the side that the person's own words name, in the sentence or in the one before. */
function whoseOfficer(doc: Document, named: readonly ActorMention[], index: number): ActorMention | null {
  const { sentence } = doc.tokens[index]!;
  for (const s of [sentence, sentence - 1]) {
    const before = named.filter(
      m => doc.tokens[m.head]!.sentence === s && m.last <= index && isOfSubject(doc, m.head),
    );
    if (before.length) return before.at(-1)!;
  }
  return null;
}

/** Whether a word is a subject or stands in one: "a spokesman for the group", "an army officer". */
function isOfSubject(doc: Document, token: number): boolean {
  for (let at = token, hops = 0; at >= 0 && hops < 4; at = doc.tokens[at]!.head, hops++) {
    const { deprel } = doc.tokens[at]!;
    if (deprel.startsWith('nsubj')) return true;
    if (!/^(?:compound|amod|nmod|flat|appos)/.test(deprel)) return false;
  }
  return false;
}

/** Of whom "they" can be said inside a quotation: of others than the one who speaks. */
const othersThan = (
  speaker: ActorMention | null,
  mentions: readonly ActorMention[],
  plural: boolean,
): readonly ActorMention[] =>
  speaker && plural ? mentions.filter(m => m.entity !== speaker.entity) : mentions;

/** "our units": in a text that speaks for a side by itself, as a staff's bulletin does. */
function ownVoice(doc: Document, named: readonly ActorMention[], offset: number): ActorMention | null {
  if (doc.quotations.some(q => q.start <= offset && offset < q.end)) return null;
  const isOurs = (m: ActorMention): boolean =>
    doc.children[m.head]!.some(c => doc.tokens[c]!.lower === 'our') || doc.tokens[m.first]!.lower === 'our';
  return named.find(m => m.how !== 'pronoun' && isOurs(m)) ?? null;
}

/** "The army said its men", "the rebels claim that they": who tells is meant, where the pronoun opens what is told. */
function whoTells(doc: Document, mentions: readonly ActorMention[], index: number): ActorMention | null {
  let at = index;
  // up from the subject of what is told to its verb, and on to the verb of saying
  for (let hops = 0; hops < 3 && /^(?:nmod:poss|nsubj|compound)/.test(doc.tokens[at]!.deprel); hops++)
    at = doc.tokens[at]!.head;
  const told = doc.tokens[at];
  return at === index || !told
    ? null
    : tellerOf(
        doc,
        mentions.filter(m => m.how !== 'pronoun' && m.last <= index),
        told,
      );
}

/** Of some mentions the one in the subject of the verb of saying that a clause hangs on. */
function tellerOf(doc: Document, mentions: readonly ActorMention[], clause: Token): ActorMention | null {
  const verb = doc.tokens[clause.head];
  if (clause.deprel !== 'ccomp' || !verb || !SAY.has(verb.lemma)) return null;
  const subjects = doc.children[verb.index]!.filter(c => doc.tokens[c]!.deprel === 'nsubj');
  return mentions.find(m => subjects.some(s => isUnder(doc, m.head, s))) ?? null;
}

/** "They drove them out": who does it to them is another. */
function isOtherOf(doc: Document, m: ActorMention, index: number): boolean {
  const t = doc.tokens[index]!;
  if (!/^(?:obj|iobj|obl)/.test(t.deprel)) return false;
  return doc.tokens[m.head]!.deprel.startsWith('nsubj') && doc.tokens[m.head]!.head === t.head;
}

/** Whether an actor is the subject of its sentence's own verb. */
const isOfTheRoot = (doc: Document, m: ActorMention): boolean => {
  const verb = doc.tokens[doc.tokens[m.head]!.head];
  return verb !== undefined && verb.head < 0;
};

/** "In Baraza, which they took in May, the rebels burnt the court": the subject of the sentence, where nobody was named before. */
const subjectAhead = (doc: Document, named: readonly ActorMention[], t: Token): ActorMention | null =>
  named.find(
    m =>
      m.first > t.index &&
      doc.tokens[m.head]!.sentence === t.sentence &&
      doc.tokens[m.head]!.deprel === 'nsubj' &&
      isOfTheRoot(doc, m),
  ) ?? null;

function lastSpokenOf(
  doc: Document,
  mentions: readonly ActorMention[],
  index: number,
  plural: boolean,
): ActorMention | null {
  const sentence = doc.tokens[index]!.sentence;
  const teller = whoTells(doc, mentions, index);
  if (teller) return teller;
  for (let s = sentence; s >= Math.max(0, sentence - 2); s--) {
    const all = mentions.filter(
      m => doc.tokens[m.head]!.sentence === s && m.last <= index && !isOtherOf(doc, m, index),
    );
    const whole = all.filter(m => !isModifier(doc, m));
    const here = whole.length ? whole : all;
    if (!here.length) continue;
    const subjects = here.filter(m => doc.tokens[m.head]!.deprel.startsWith('nsubj'));
    const main = subjects.find(m => isOfTheRoot(doc, m));
    const chosen = s === sentence ? (subjects.at(-1) ?? here.at(-1)) : (main ?? subjects[0] ?? here[0]);
    if (chosen && (plural || chosen.actor.id !== 'civilians')) return chosen;
  }
  return null;
}
