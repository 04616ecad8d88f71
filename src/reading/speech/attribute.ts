import type { Document, Token } from '../../language/document.ts';
import { type Attribution, overlaps, type Source, type Span } from '../../model/index.ts';
import { antecedentOf } from './antecedent.ts';
import type { SpeechAct } from './find-speech.ts';
import { subtree } from './find-speech.ts';

/** What kind of source some words name, and whom it speaks for; `name` without apposition, `words` with all that is said of it. */
export type DescribeSource = (name: string, words: string, at: Span) => Pick<Source, 'kind' | 'actor'>;

const OUTSIDE = new Set([
  'acl',
  'acl:relcl',
  'appos',
  'parataxis',
  'conj',
  'cc',
  'punct',
  'advcl',
  'list',
  'dep',
  'discourse',
  'ccomp',
]);
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
  'this',
  'that',
  'which',
]);
const ARTICLE = /^(?:the|a|an|this|that|these|those|its|their|his|her)\s+/i;

/** The words of a noun phrase, without what is only added to it. */
export function phraseOf(doc: Document, head: number): { name: string; words: string; span: Span } {
  const core = subtree(doc, head, t => OUTSIDE.has(t.deprel) || (t.deprel === 'case' && t.head === head));
  const full = subtree(
    doc,
    head,
    t =>
      ['acl:relcl', 'parataxis', 'conj', 'cc', 'advcl', 'ccomp'].includes(t.deprel) ||
      (t.deprel === 'case' && t.head === head),
  );
  let first = core.first;
  while (
    first < head &&
    (doc.tokens[first]!.upos === 'PUNCT' ||
      doc.tokens[first]!.upos === 'ADP' ||
      (doc.tokens[first]!.upos === 'ADV' && !/^\d/.test(doc.tokens[first]!.text)))
  )
    first++;
  const last = Math.min(core.last, first + 14);
  const span = { start: doc.tokens[first]!.start, end: doc.tokens[last - 1]!.end };
  return {
    name: doc.text.slice(span.start, span.end).replace(ARTICLE, '').replace(/\s+/g, ' '),
    words: doc.text.slice(doc.tokens[full.first]!.start, doc.tokens[full.last - 1]!.end).replace(/\s+/g, ' '),
    span,
  };
}

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
  const inside = doc.tokens.slice(head + 1).findIndex(t => t.start >= run.end);
  for (const t of doc.tokens.slice(head + 1, inside < 0 ? doc.tokens.length : head + 1 + inside)) {
    const own = (doc.children[t.index] ?? []).some(c => ['det', 'nummod'].includes(doc.tokens[c]!.deprel));
    if (t.deprel === 'conj' && t.upos === 'NOUN' && own) out.push(t.index);
  }
  return out;
}

/** Builds chains of attribution over a text's speech acts. */
export class Attributor {
  private readonly doc: Document;
  private readonly acts: readonly SpeechAct[];
  private readonly describe: DescribeSource;

  constructor(doc: Document, acts: readonly SpeechAct[], describe: DescribeSource) {
    this.doc = doc;
    this.acts = acts.filter(a => a.tier === 'says');
    this.describe = describe;
  }

  private source(head: number, role: Source['role']): Source {
    const { name, words, span } = phraseOf(this.doc, head);
    return { name, role, ...this.describe(name, words, span) };
  }

  /** The source that a noun phrase names, by the token that heads it; what a pronoun stands for is not looked up. */
  sourceOf(head: number): Source | null {
    return PERSONAL.has(this.doc.tokens[head]!.lower) ? null : this.source(head, 'said');
  }

  private headOf(act: SpeechAct): number | null {
    if (act.source == null) return null;
    if (!PERSONAL.has(this.doc.tokens[act.source]!.lower)) return act.source;
    return antecedentOf(this.doc, this.acts, act.source);
  }

  /** The speech acts whose content holds a stretch of text, innermost first. */
  actsOver(at: Span): SpeechAct[] {
    const size = (a: SpeechAct): number =>
      Math.min(...a.content.filter(c => overlaps(c, at)).map(c => c.end - c.start));
    return this.acts
      .filter(
        a =>
          a.content.some(c => c.start <= at.start && at.end <= c.end) &&
          !(a.cueSpan && overlaps(a.cueSpan, at)),
      )
      .sort((x, y) => size(x) - size(y));
  }

  /**
   * Who said what stands at a span: one chain a coordinated source, innermost first. An empty chain is the outlet's own word.
   * A claim that stands in the speaker's own words about himself keeps him as origin.
   */
  chains(at: Span): Attribution[] {
    const acts = this.actsOver(at);
    let chains: Source[][] = [[]];
    const seen = new Set<string>();
    const extend = (sources: Source[]): void => {
      const fresh = sources.filter(s => !seen.has(s.name.toLowerCase()));
      for (const s of fresh) seen.add(s.name.toLowerCase());
      if (!fresh.length) return;
      chains = chains[0]!.length === 0 ? fresh.map(s => [s]) : chains.map(chain => [...chain, fresh[0]!]);
    };
    for (const act of acts) {
      const head = this.headOf(act);
      if (head != null) {
        const speaker =
          head === act.source ? coordinated(this.doc, head, act.sourceSpan ?? undefined) : [head];
        const sources = speaker.map(h => this.source(h, 'said'));
        // "State television, citing the ministry, says": an outlet passes on what another one said
        const passes = sources.some(s => s.kind === 'outlet' || s.kind === 'news-agency');
        if (passes) for (const cited of act.cites) extend([this.source(cited, 'said')]);
        extend(
          passes && act.cites.length > 0 ? sources.map(s => ({ ...s, role: 'reported' as const })) : sources,
        );
      }
      for (const p of act.passedOnBy) extend([this.source(p, 'reported')]);
      for (const t of act.to) {
        const to = this.source(t, 'reported');
        if (to.kind === 'news-agency' || to.kind === 'outlet') extend([to]);
      }
    }
    return chains;
  }
}
