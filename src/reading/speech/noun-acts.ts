import type { Document, Token } from '../../language/document.ts';
import type { Span } from '../../model/index.ts';
import { caseOf, slotsOf } from '../frames/slots.ts';
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

/** "in the army's version", "in the governor's words". */
const VERSIONS = new Set(['version', 'telling', 'account', 'word', 'view', 'estimate', 'reckoning']);

/** "By the mission's own count", "by one estimate". */
export function byCount(doc: Document, t: Token): SpeechAct | null {
  const head = doc.tokens[t.head];
  if (!head || t.deprel !== 'case' || head.index < t.index) return null;
  if (!(t.lower === 'in' ? VERSIONS : COUNTS).has(head.lemma)) return null;
  const owner = (doc.children[head.index] ?? []).find(c =>
    doc.tokens[c]!.deprel === 'nmod:poss'
      ? doc.tokens[c]!.upos !== 'PRON'
      : head.lemma === 'word' && caseOf(doc, c) === 'of',
  );
  // "in the last word on it", "in an account of the war": nobody's
  if (t.lower === 'in' && owner === undefined) return null;
  const whole = subtree(doc, head.index, x => base(x.deprel).startsWith('acl'));
  const own = owner === undefined ? ownerBefore(doc, head, t) : null;
  const source = owner ?? own ?? head.index;
  const run =
    own !== null
      ? subtree(doc, own, x => base(x.deprel) === 'case')
      : owner === undefined
        ? { first: t.index + 1, last: whole.last }
        : subtree(doc, owner, x => base(x.deprel) === 'case' && x.lower === 'of');
  return act(
    doc,
    { first: t.index, last: t.index + 1 },
    source,
    run,
    inRelative(doc, t, whole.last) ?? around(doc, t, t.index, whole.last),
    'says',
  );
}

/** "soldiers who, by one account, broke": only the relative clause is told so. */
function inRelative(doc: Document, t: Token, last: number): Span[] | null {
  const comma = doc.tokens[t.index - 1];
  if (comma?.text !== ',' || !/^(?:who|which|that)$/.test(doc.tokens[t.index - 2]?.lower ?? '')) return null;
  const segment = segmentOf(doc, t);
  let end = last + 1;
  while (end < segment.last && doc.tokens[end]!.text !== ',') end++;
  const span = trimmed(doc, last, end);
  return span ? [span] : null;
}

/** "The militia, by its own account, took it": the subject of the clause, whose the count is. */
function ownerBefore(doc: Document, head: Token, by: Token): number | null {
  const his = (doc.children[head.index] ?? []).some(
    c => doc.tokens[c]!.deprel === 'nmod:poss' && doc.tokens[c]!.upos === 'PRON',
  );
  // "in the hands of the militia, by its own account"
  const holder = his && doc.tokens[by.index - 1]?.text === ',' ? doc.tokens[by.index - 2] : undefined;
  const grip = holder && doc.tokens[doc.tokens[holder.head]?.index ?? -1];
  if (holder?.deprel === 'nmod' && grip && /^(?:hand|control|grip)$/.test(grip.lemma)) return holder.index;
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

const NOMINAL = new Set(['NOUN', 'PROPN', 'ADJ', 'DET', 'ADP', 'PART', 'NUM']);
/** How many tokens before the colon a speaker may take. */
const LONGEST_SPEAKER = 12;

/** "Mayor: the town is ours", "18:45. A UN officer: they have left", "HOST: Good evening": a speaker before a colon that opens what he says. */
export function colonAct(doc: Document, sentence: Run): SpeechAct | null {
  const first = firstName(doc, sentence.first, sentence.last);
  for (let i = first; i < Math.min(sentence.last, first + LONGEST_SPEAKER); i++) {
    if (doc.tokens[i]!.text !== ':') continue;
    const run = { first, last: i };
    const words = doc.tokens.slice(run.first, run.last);
    if (run.first >= i || !words.every(x => NOMINAL.has(x.upos) || x.text === '-')) return null;
    if (!/^\p{Lu}/u.test(words[0]!.text)) return null;
    const head = headOf(doc, run);
    const sure = isSpeaker(doc.tokens[head]!) && hasFiniteVerb(doc, i + 1, sentence.last);
    if (!sure && (run.last - run.first > 5 || !isSpeakerLike(doc, run))) return null;
    const content = trimmed(doc, i + 1, sentence.last);
    return content
      ? act(doc, { first: i, last: i + 1 }, sure ? head : i - 1, run, [content], sure ? 'says' : 'holds')
      : null;
  }
  return null;
}

/** The noun before the first preposition: "an officer of the mission". */
function headOf(doc: Document, run: Run): number {
  const link = doc.tokens.slice(run.first + 1, run.last).find(x => x.upos === 'ADP');
  return (link?.index ?? run.last) - 1;
}
const isSpeaker = (t: Token): boolean =>
  /(?:spokes(?:man|woman|person)|officials?|officers?|ministry|minister|observatory|mayor|governor|army|military|police|command|commander|general|colonel|mission|residents?|witness(?:es)?|doctors?|elder|ombudsman|president|council|agency|group|militia|rebels|monitors?)$/.test(
    t.lower,
  );

/** Behind a clock time and what opens a sentence: where a speaker's name may begin. */
const firstName = (doc: Document, first: number, last: number): number => {
  let i = first;
  while (
    i < last &&
    (/^["“‘(*•–-]$/.test(doc.tokens[i]!.text) || /^\d{1,2}[:.]\d\d\.?$/.test(doc.tokens[i]!.text))
  )
    i++;
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
  if (hasFiniteVerb(doc, segment.first, colon.index)) return null;
  const head = doc.tokens.slice(segment.first, colon.index).find(isSpeaker);
  if (!head) return null;
  const run = subtree(doc, head.index, t => t.index >= colon.index || base(t.deprel) === 'parataxis');
  const content = [{ start: quote.start, end: quote.end }];
  return act(doc, { first: colon.index, last: colon.index + 1 }, head.index, run, content, 'says');
}
