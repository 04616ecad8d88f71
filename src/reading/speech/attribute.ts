import type { Document, Token } from '../../language/document.ts';
import { type Attribution, type OriginKind, overlaps, type Source, type Span } from '../../model/index.ts';
import { caseOf } from '../frames/slots.ts';
import { antecedentOf } from './antecedent.ts';
import { creditOf } from './credit.ts';
import type { SpeechAct } from './find-speech.ts';
import { phraseOf, type SourcePhrase } from './source-phrase.ts';
import { conjuncts } from './speaker.ts';

/** What a source is: its kind, whom it speaks for, and the fullest name that the report has for it. */
export type Described = Pick<Source, 'kind' | 'actor'> & { readonly name?: string };

/** What kind of source some words name, and whom it speaks for. */
export type DescribeSource = (phrase: SourcePhrase) => Described;

const PERSONAL = new Set([
  'he',
  'she',
  'they',
  'it',
  'we',
  'i',
  'who',
  'him',
  'her',
  'them',
  'both',
  'one',
  'another',
  'this',
  'that',
  'which',
]);
/**
 * The heads that a source phrase coordinates: "an official and three residents". A conjunct deeper in the phrase counts where
 * it has an article or number of its own ("a captain in the army and two residents", whatever the tree joins them to).
 */
export function coordinated(doc: Document, head: number, run?: Span): number[] {
  const nominal = (t: Token): boolean => ['NOUN', 'PROPN', 'PRON'].includes(t.upos);
  const direct = (at: number): number[] => [
    at,
    ...(doc.children[at] ?? [])
      .filter(
        c => doc.tokens[c]!.deprel === 'conj' && (nominal(doc.tokens[c]!) || doc.tokens[c]!.upos === 'NUM'),
      )
      .flatMap(direct),
  ];
  const out = direct(head);
  if (!run || out.length > 1) return out;
  const parts = conjuncts(doc, tokensOf(doc, head, run));
  if (parts.length > 1) return parts.map(p => p.head);
  const inside = doc.tokens.slice(head + 1).findIndex(t => t.start >= run.end);
  for (const t of doc.tokens.slice(head + 1, inside < 0 ? doc.tokens.length : head + 1 + inside)) {
    const own = (doc.children[t.index] ?? []).some(c => ['det', 'nummod'].includes(doc.tokens[c]!.deprel));
    if (t.deprel === 'conj' && t.upos === 'NOUN' && own) out.push(t.index);
  }
  return out;
}

/** The tokens of a stretch of text that holds a token. */
function tokensOf(doc: Document, within: number, span: Span): { first: number; last: number } {
  let first = within;
  let last = within + 1;
  while (first > 0 && doc.tokens[first - 1]!.start >= span.start) first--;
  while (last < doc.tokens.length && doc.tokens[last]!.end <= span.end) last++;
  return { first, last };
}

/** Nouns for what is written or sent, whose word is that of those who sent it. */
const DOCUMENTS = new Set([
  'statement',
  'claim',
  'message',
  'report',
  'video',
  'post',
  'tweet',
  'document',
  'letter',
  'announcement',
  'communique',
  'communiqué',
  'declaration',
  'recording',
  'bulletin',
  'release',
  'note',
  'tally',
  'count',
  'notice',
  'footage',
  'testimony',
]);
const RELATIVE = new Set(['who', 'which', 'that']);
/** A source by name alone takes its kind from the words that name it in full elsewhere. */
const UNSURE: readonly OriginKind[] = ['resident', 'unnamed'];

/** Builds chains of attribution over a text's speech acts. */
export class Attributor {
  private readonly doc: Document;
  private readonly acts: readonly SpeechAct[];
  private readonly describe: DescribeSource;
  /** The wire agency whose word everything else is, where the text credits one. */
  private readonly credit: Source | null;
  private readonly byName = new Map<string, Described | null>();

  /** The token that heads the last words for what a pronoun stands for, of the actors of a report; null where it is none. */
  private readonly standsFor: ((pronoun: number) => number | null) | null;

  constructor(
    doc: Document,
    acts: readonly SpeechAct[],
    describe: DescribeSource,
    standsFor: ((pronoun: number) => number | null) | null = null,
    outlet: string | null = null,
  ) {
    this.doc = doc;
    this.standsFor = standsFor;
    this.acts = acts.filter(a => a.tier === 'says');
    this.describe = describe;
    const credit = creditOf(doc, outlet);
    this.credit = credit && { name: credit.name, kind: 'news-agency', role: 'said' };
  }

  private source(head: number, role: Source['role'], within?: Span): Source {
    const phrase = phraseOf(this.doc, head, within);
    const token = this.doc.tokens[head]!;
    const own = this.describe(phrase);
    const known =
      token.upos === 'PROPN' && UNSURE.includes(own.kind)
        ? this.named(head)
        : token.upos === 'NOUN'
          ? this.spokenOf(head, phrase)
          : null;
    const { name = phrase.name, kind, actor } = known ?? own;
    return { name, role, kind, ...(actor ? { actor } : {}) };
  }

  /** "The mission", "the captain": what the text called it in full before. */
  private spokenOf(head: number, phrase: SourcePhrase): Described | null {
    const earlier = fullerBefore(this.doc, head);
    if (earlier === null) return null;
    const fuller = phraseOf(this.doc, earlier);
    if (fuller.words.split(' ').length <= phrase.words.split(' ').length) return null;
    return { name: fuller.name, ...this.describe(fuller) };
  }

  /** What the text says elsewhere of somebody named here by name alone: "ministry spokesman Adam Field … Field said". */
  private named(head: number): Described | null {
    const last = surnameAt(this.doc, head);
    const known = this.byName.get(last);
    if (known !== undefined) return known;
    let found: Described | null = null;
    for (const t of this.doc.tokens) {
      if (t.lower !== last || t.upos !== 'PROPN') continue;
      const phrase = phraseOf(this.doc, topOfName(this.doc, t.index));
      if (phrase.words.split(' ').length < 3) continue;
      const told = this.describe({ ...phrase, name: phrase.words });
      if (!UNSURE.includes(told.kind)) {
        found = told;
        break;
      }
    }
    this.byName.set(last, found);
    return found;
  }

  /** The token that stands for who speaks: pronouns, relatives and "the statement" resolved; null where the text names nobody. */
  private headOf(act: SpeechAct): number | null {
    if (act.source == null) return null;
    const token = this.doc.tokens[act.source]!;
    if (RELATIVE.has(token.lower)) return nounBefore(this.doc, act.source);
    if (PERSONAL.has(token.lower))
      return antecedentOf(this.doc, this.acts, act.source) ?? this.standsFor?.(act.source) ?? null;
    if (!DOCUMENTS.has(token.lemma)) return act.source;
    const owner = ownerOf(this.doc, act.source) ?? publisherOf(this.doc, act.source);
    if (owner !== null) return owner;
    // "an audio message": what was not spoken of before is its own source
    if (/^an?$/.test(articleOf(this.doc, act.source)) && token.lemma !== 'statement') return act.source;
    const earlier = this.acts.findLast(
      a =>
        a.source !== null &&
        a.source < act.source! &&
        !PERSONAL.has(this.doc.tokens[a.source]!.lower) &&
        !DOCUMENTS.has(this.doc.tokens[a.source]!.lemma),
    );
    const near = earlier && token.sentence - this.doc.tokens[earlier.source!]!.sentence <= 3;
    return near ? earlier.source : act.source;
  }

  /** The speech acts whose content holds a stretch of text, innermost first. */
  actsOver(at: Span): SpeechAct[] {
    const over = this.acts.filter(
      a =>
        a.content.some(c => c.start <= at.start && at.end <= c.end) &&
        !(a.cueSpan && overlaps(a.cueSpan, at)),
    );
    const depth = (a: SpeechAct): number => over.filter(o => o !== a && isWithin(a, o)).length;
    const size = (a: SpeechAct): number =>
      Math.min(...a.content.filter(c => overlaps(c, at)).map(c => c.end - c.start));
    return over.sort((x, y) => depth(y) - depth(x) || size(x) - size(y));
  }

  /**
   * Who said what stands at a span: one chain a coordinated source, innermost first. An empty chain is the outlet's own word.
   * A claim that stands in the speaker's own words about himself keeps him as origin. `denier`: the word that denies what
   * stands there; what is denied is the word of those who deny it, not of those who told it.
   */
  chains(at: Span, denier?: number): Attribution[] {
    let chains: Source[][] = [[]];
    const seen = new Set<string>();
    const extend = (sources: Source[]): void => {
      const fresh = sources.filter(s => !seen.has(s.name.toLowerCase()));
      for (const s of fresh) seen.add(s.name.toLowerCase());
      if (!fresh.length) return;
      chains = chains[0]!.length === 0 ? fresh.map(s => [s]) : chains.map(chain => [...chain, fresh[0]!]);
    };
    for (const act of this.actsOver(at)) if (reaches(this.doc, act, denier)) this.extendBy(act, extend);
    // "the rebels claim the town": an event word that is itself a verb of saying is its subject's word
    const saying = this.acts.find(a => a.cueSpan?.start === at.start && a.cueSpan.end === at.end);
    if (saying && chains[0]!.length === 0) this.extendBy(saying, extend);
    if (this.credit) extend([{ ...this.credit, role: chains[0]!.length > 0 ? 'reported' : 'said' }]);
    return chains;
  }

  /** The chain of the speech act that a verb is the word of; null where it is of none, or nobody is named. */
  wordOf(cue: number): Attribution | null {
    const act = this.acts.find(a => a.cue === cue);
    if (!act) return null;
    const chain: Source[] = [];
    const seen = new Set<string>();
    const extend = (sources: Source[]): void => {
      const fresh = sources.find(s => !seen.has(s.name.toLowerCase()));
      if (fresh) chain.push(fresh);
      for (const s of sources) seen.add(s.name.toLowerCase());
    };
    this.extendBy(act, extend);
    if (chain.length === 0) return null;
    for (const outer of this.actsOver(this.doc.tokens[cue]!))
      if (isWithin(act, outer)) this.extendBy(outer, extend);
    if (this.credit) extend([{ ...this.credit, role: 'reported' }]);
    return chain;
  }

  /** The chain of one who says something himself: who he is, and the agency that the text is credited to. */
  spokenBy(head: number): Attribution {
    const credit = this.credit ? [{ ...this.credit, role: 'reported' as const }] : [];
    return [this.source(head, 'said'), ...credit];
  }

  private extendBy(act: SpeechAct, extend: (sources: Source[]) => void): void {
    const head = this.headOf(act);
    if (head != null) {
      const heads = head === act.source ? coordinated(this.doc, head, act.sourceSpan ?? undefined) : [head];
      const own = heads.length === 1 && head === act.source ? act.sourceSpan : null;
      const sources = heads.map(h => this.source(h, 'said', own ?? undefined));
      // "State television, citing the ministry, says": an outlet passes on what another one said
      const passes =
        act.cites.length > 0 && sources.some(s => s.kind === 'outlet' || s.kind === 'news-agency');
      if (passes) for (const cited of act.cites) extend([this.source(cited, 'said')]);
      extend(passes ? sources.map(s => ({ ...s, role: 'reported' as const })) : sources);
    }
    for (const p of act.passedOnBy) extend([this.source(p, 'reported')]);
    for (const t of act.to) {
      const to = this.source(t, 'reported');
      if (to.kind === 'news-agency' || to.kind === 'outlet') extend([to]);
    }
  }
}

/** Whether an act is that of a denial, or holds it in what it says. */
const reaches = (doc: Document, act: SpeechAct, denier: number | undefined): boolean =>
  denier === undefined ||
  act.cue === denier ||
  act.content.some(c => c.start <= doc.tokens[denier]!.start && doc.tokens[denier]!.end <= c.end);

/** Whether one act stands in what another one says: "said that according to the police …". */
const isWithin = (inner: SpeechAct, outer: SpeechAct): boolean =>
  inner.cueSpan !== null &&
  outer.content.some(c => c.start <= inner.cueSpan!.start && inner.cueSpan!.end <= c.end);

/** "According to a member of the council, who said": the noun that a relative pronoun stands for. */
function nounBefore(doc: Document, pronoun: number): number | null {
  const verb = doc.tokens[doc.tokens[pronoun]!.head];
  if (verb?.deprel === 'acl:relcl' && verb.head >= 0 && verb.head < pronoun) return verb.head;
  let at = pronoun - 1;
  while (at >= 0 && !['NOUN', 'PROPN'].includes(doc.tokens[at]!.upos)) at--;
  while (
    at >= 0 &&
    ['compound', 'flat', 'nmod', 'appos'].includes(doc.tokens[at]!.deprel) &&
    doc.tokens[at]!.head < pronoun &&
    doc.tokens[at]!.head >= 0
  )
    at = doc.tokens[at]!.head;
  return at >= 0 ? at : null;
}

/** The article of a noun, in small letters; empty where it has none. */
const articleOf = (doc: Document, head: number): string => {
  const det = (doc.children[head] ?? []).find(c => doc.tokens[c]!.deprel === 'det');
  return det === undefined ? '' : doc.tokens[det]!.lower;
};

/** Who made a statement: "a statement by the governor", "the army's claim", "a statement from the mission". */
function ownerOf(doc: Document, head: number): number | null {
  for (const c of doc.children[head] ?? []) {
    const t = doc.tokens[c]!;
    if (t.deprel === 'nmod:poss' && t.upos !== 'PRON') return c;
    if (
      t.deprel.startsWith('nmod') &&
      /^(?:by|from|of)$/.test(caseOf(doc, c)) &&
      ['NOUN', 'PROPN'].includes(t.upos)
    )
      return c;
  }
  return null;
}

/** "The army put out a statement saying": who puts it out. */
function publisherOf(doc: Document, head: number): number | null {
  const verb = doc.tokens[doc.tokens[head]!.head];
  if (!verb || doc.tokens[head]!.deprel !== 'obj' || !PUBLISHES.test(verb.lemma)) return null;
  const subject = (doc.children[verb.index] ?? []).find(c => doc.tokens[c]!.deprel === 'nsubj');
  return subject !== undefined && ['NOUN', 'PROPN'].includes(doc.tokens[subject]!.upos) ? subject : null;
}
const PUBLISHES = /^(?:put|issue|release|publish|post|send|make|circulate|distribute|read)$/;

/** The earlier noun that a bare definite one takes up: "an army captain … the captain". */
function fullerBefore(doc: Document, head: number): number | null {
  const t = doc.tokens[head]!;
  const bare = (doc.children[head] ?? []).every(c => !MODIFIERS.test(doc.tokens[c]!.deprel));
  const definite = doc.tokens[head - 1]?.lower === 'the' || doc.tokens[head - 1]?.lower === 'this';
  if (!bare || !definite) return null;
  for (let i = head - 2; i >= 0 && t.sentence - doc.tokens[i]!.sentence <= REACH; i--) {
    const o = doc.tokens[i]!;
    if (o.lemma !== t.lemma || o.xpos !== t.xpos || o.upos === 'ADJ' || o.deprel === 'compound') continue;
    if ((doc.children[i] ?? []).some(c => MODIFIERS.test(doc.tokens[c]!.deprel))) return i;
  }
  return null;
}
const MODIFIERS = /^(?:compound|amod|nmod|flat|appos|acl)/;
/** How many sentences back a definite noun reaches. */
const REACH = 12;

/** The last token of the name that a token belongs to, in small letters. */
function surnameAt(doc: Document, head: number): string {
  let at = head;
  while (doc.tokens[at + 1]?.upos === 'PROPN' && doc.tokens[at + 1]!.sentence === doc.tokens[head]!.sentence)
    at++;
  return doc.tokens[at]!.lower;
}

/** The head of the whole noun phrase that a name stands in: "Observatory director Rami Abdel Rahman". */
function topOfName(doc: Document, i: number): number {
  let at = i;
  for (let hops = 0; hops < 4; hops++) {
    const { deprel, head } = doc.tokens[at]!;
    if (head < 0 || !/^(?:flat|compound|appos|nmod:desc)/.test(deprel)) break;
    at = head;
  }
  return at;
}
