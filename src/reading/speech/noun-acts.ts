import type { Document, Token } from '../../language/document.ts';
import type { Span } from '../../model/index.ts';
import { slotsOf } from '../frames/slots.ts';
import { COUNTS } from './cues.ts';
import { base, hasFiniteVerb, segmentOf, spanOf, subtree, trimmed } from './spans.ts';
import type { Run, SpeechAct } from './speech-act.ts';

const act = (
  doc: Document,
  cue: Run,
  source: number,
  run: Run,
  content: readonly Span[],
  tier: SpeechAct['tier'],
): SpeechAct => ({
  cue: cue.first,
  cueSpan: spanOf(doc, cue),
  verb: doc.tokens[cue.first]!.lower,
  tier,
  source,
  sourceSpan: spanOf(doc, run),
  to: [],
  passedOnBy: [],
  cites: [],
  content,
  direct: false,
});

/** "According to a report by the monitors": the clause round it is theirs. */
export function accordingTo(doc: Document, t: Token): SpeechAct | null {
  if (doc.tokens[t.index + 1]?.lower !== 'to') return null;
  const run = phraseFrom(doc, t.index + 2, t);
  return run
    ? act(
        doc,
        { first: t.index, last: t.index + 2 },
        run.head,
        run,
        around(doc, t, t.index, run.last),
        'says',
      )
    : null;
}

/** "By the mission's own count", "by one estimate". */
export function byCount(doc: Document, t: Token): SpeechAct | null {
  const head = doc.tokens[t.head];
  if (!head || t.deprel !== 'case' || head.index < t.index || !COUNTS.has(head.lemma)) return null;
  const owner = (doc.children[head.index] ?? []).find(
    c => doc.tokens[c]!.deprel === 'nmod:poss' && doc.tokens[c]!.upos !== 'PRON',
  );
  const whole = subtree(doc, head.index, x => base(x.deprel).startsWith('acl'));
  const own = owner === undefined ? ownerBefore(doc, head) : null;
  const source = owner ?? own ?? head.index;
  const run =
    own !== null
      ? subtree(doc, own, x => base(x.deprel) === 'case')
      : owner === undefined
        ? { first: t.index + 1, last: whole.last }
        : subtree(doc, owner);
  return act(
    doc,
    { first: t.index, last: t.index + 1 },
    source,
    run,
    around(doc, t, t.index, whole.last),
    'says',
  );
}

/** "The militia, by its own account, took it": the subject of the clause, whose the count is. */
function ownerBefore(doc: Document, head: Token): number | null {
  const his = (doc.children[head.index] ?? []).some(
    c => doc.tokens[c]!.deprel === 'nmod:poss' && doc.tokens[c]!.upos === 'PRON',
  );
  const subject = his && head.head >= 0 ? slotsOf(doc, head.head).subj[0] : undefined;
  return subject !== undefined && ['NOUN', 'PROPN'].includes(doc.tokens[subject]!.upos) ? subject : null;
}

/** What a phrase such as "according to X" is said of: what stands before it where that is a clause, else both sides. */
function around(doc: Document, t: Token, first: number, last: number): Span[] {
  const segment = segmentOf(doc, t);
  const before = trimmed(doc, segment.first, first);
  const after = trimmed(doc, last, segment.last);
  if (isInside(doc, first)) return after ? [after] : [];
  const whole = hasFiniteVerb(doc, segment.first, first) && first - segment.first > 3;
  return (whole ? [before] : [before, after]).filter((s): s is Span => s !== null && s.end - s.start > 3);
}

/** "She said that according to the police, …": the phrase opens the clause that is said. */
const isInside = (doc: Document, first: number): boolean =>
  doc.tokens[first - 1]?.lower === 'that' ||
  (doc.tokens[first - 1]?.text === ',' && doc.tokens[first - 2]?.lower === 'that');

/** The noun phrase that begins at a token: its head by the tree, its words up to a comma. */
function phraseFrom(doc: Document, first: number, t: Token): (Run & { head: number }) | null {
  const sentence = doc.sentences[t.sentence]!;
  const nominal = (i: number): boolean => ['NOUN', 'PROPN', 'PRON'].includes(doc.tokens[i]!.upos);
  let head = -1;
  for (let i = first; i < sentence.last && i < first + 12; i++) {
    if (/^[,;:]$/.test(doc.tokens[i]!.text)) break;
    if (!nominal(i)) continue;
    head = i;
    for (
      let above = doc.tokens[head]!.head;
      above > head && above < first + 12 && nominal(above);
      above = doc.tokens[above]!.head
    ) {
      if (base(doc.tokens[head]!.deprel) === 'nsubj') break;
      head = above;
    }
    break;
  }
  if (head < 0) return null;
  const run = subtree(
    doc,
    head,
    x =>
      base(x.deprel) === 'parataxis' ||
      base(x.deprel) === 'case' ||
      (x.upos === 'VERB' && x.index > head && !base(x.deprel).startsWith('acl')) ||
      x.index < first,
  );
  return { first, last: Math.max(run.last, head + 1), head };
}

/** "The army's claim that …", "his plan to …": a noun that reports a clause, and who holds it. */
export function nounAct(doc: Document, t: Token): SpeechAct | null {
  const clause = (doc.children[t.index] ?? []).find(c => {
    const k = doc.tokens[c]!;
    return (
      ['acl', 'ccomp'].includes(base(k.deprel)) &&
      k.deprel !== 'acl:relcl' &&
      (doc.children[c] ?? []).some(m => /^(?:that|to)$/.test(doc.tokens[m]!.lower) && m < c)
    );
  });
  if (clause === undefined) return null;
  const slots = slotsOf(doc, t.index);
  const source = slots.by.get('poss')?.[0] ?? slots.by.get('by')?.[0] ?? slots.by.get('from')?.[0];
  if (source === undefined) return null;
  const run = subtree(doc, source, x => base(x.deprel) === 'case' && x.lower !== '’s' && x.lower !== "'s");
  const span = subtree(doc, clause);
  const content = trimmed(doc, span.first, span.last);
  const states = (doc.children[clause] ?? []).some(m => doc.tokens[m]!.lower === 'that');
  return content
    ? act(doc, { first: t.index, last: t.index + 1 }, source, run, [content], states ? 'says' : 'holds')
    : null;
}

/** "Mayor: the town is ours", "HOST: Good evening": a name before a colon at the start of a sentence; a verbless lead-in to a quotation. */
export function colonAct(doc: Document, sentence: Run): SpeechAct | null {
  for (let i = sentence.first; i < Math.min(sentence.last, sentence.first + 6); i++) {
    const t = doc.tokens[i]!;
    if (t.text === ':') {
      const run = { first: firstName(doc, sentence.first, i), last: i };
      if (
        run.first >= i ||
        !doc.tokens.slice(run.first, i).every(x => ['NOUN', 'PROPN', 'ADJ', 'DET'].includes(x.upos))
      )
        return null;
      if (!/^\p{Lu}/u.test(doc.tokens[run.first]!.text) || !isSpeakerLike(doc, run)) return null;
      const content = trimmed(doc, i + 1, sentence.last);
      return content ? act(doc, { first: i, last: i + 1 }, i - 1, run, [content], 'holds') : null;
    }
  }
  return null;
}
const firstName = (doc: Document, first: number, last: number): number => {
  let i = first;
  while (i < last && /^["“‘(]$/.test(doc.tokens[i]!.text)) i++;
  return i;
};
const isSpeakerLike = (doc: Document, run: Run): boolean =>
  doc.tokens.slice(run.first, run.last).some(t => t.upos === 'PROPN') ||
  /(?:er|or|poll|man|ist|official|officials|report|study|police|army)$/.test(doc.tokens[run.last - 1]!.lower);

/** "A major was less solemn: “…”": a clause without a verb of saying that leads to a quotation gives its subject the word. */
export function leadInAct(doc: Document, colon: Token): SpeechAct | null {
  const next = doc.tokens[colon.index + 1];
  const quote = next
    ? doc.quotations.find(q => q.start <= next.start && next.start < q.end && q.start >= colon.end - 1)
    : undefined;
  if (!quote) return null;
  const segment = segmentOf(doc, colon);
  for (let i = segment.first; i < colon.index; i++) {
    const t = doc.tokens[i]!;
    if (
      base(t.deprel) !== 'nsubj' ||
      !['NOUN', 'PROPN', 'PRON'].includes(t.upos) ||
      doc.tokens[t.head]?.deprel.startsWith('acl')
    )
      continue;
    const run = subtree(doc, i);
    return act(
      doc,
      { first: colon.index, last: colon.index + 1 },
      i,
      run,
      [{ start: quote.start, end: quote.end }],
      'says',
    );
  }
  return null;
}
