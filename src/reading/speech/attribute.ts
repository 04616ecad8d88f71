import type { Document } from '../../language/document.ts';
import { type Attribution, overlaps, type Source, type Span } from '../../model/index.ts';
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

/** The heads that a source phrase coordinates: "an official and three residents". */
export function coordinated(doc: Document, head: number): number[] {
  const out = [head];
  for (const c of doc.children[head] ?? [])
    if (doc.tokens[c]!.deprel === 'conj' && ['NOUN', 'PROPN', 'PRON', 'NUM'].includes(doc.tokens[c]!.upos))
      out.push(...coordinated(doc, c));
  return out;
}

/** Whom a pronoun that speaks stands for: the last one named that spoke. */
function antecedentOf(doc: Document, acts: readonly SpeechAct[], act: SpeechAct): number | null {
  const pronoun = doc.tokens[act.source!]!.lower;
  if (['we', 'i', 'who', 'which', 'that'].includes(pronoun)) return null;
  const earlier = acts
    .filter(a => a.source != null && a.source < act.source! && !PERSONAL.has(doc.tokens[a.source]!.lower))
    .sort((x, y) => y.source! - x.source!);
  return earlier[0]?.source ?? null;
}

/** Builds chains of attribution over a text's speech acts. */
export class Attributor {
  private readonly doc: Document;
  private readonly acts: readonly SpeechAct[];
  private readonly describe: DescribeSource;

  constructor(doc: Document, acts: readonly SpeechAct[], describe: DescribeSource) {
    this.doc = doc;
    this.acts = acts;
    this.describe = describe;
  }

  private source(head: number, role: Source['role']): Source {
    const { name, words, span } = phraseOf(this.doc, head);
    return { name, role, ...this.describe(name, words, span) };
  }

  private headOf(act: SpeechAct): number | null {
    if (act.source == null) return null;
    if (!PERSONAL.has(this.doc.tokens[act.source]!.lower)) return act.source;
    return antecedentOf(this.doc, this.acts, act);
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
      if (head != null) extend(coordinated(this.doc, head).map(h => this.source(h, 'said')));
      for (const p of act.passedOnBy) extend([this.source(p, 'reported')]);
      for (const t of act.to) {
        const to = this.source(t, 'reported');
        if (to.kind === 'news-agency' || to.kind === 'outlet') extend([to]);
      }
    }
    return chains;
  }
}
