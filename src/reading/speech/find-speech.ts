import { readFileSync } from 'node:fs';
import type { Document, Quotation, Token } from '../../language/document.ts';
import { covers, overlaps, type Span } from '../../model/index.ts';
import { caseOf, slotsOf } from '../frames/slots.ts';

/**
 * One piece of reported speech. `source` is the token that heads the words for who speaks (null where nobody is named),
 * `to` the heads of those it was said to ("told AFP"), `quoting` the heads of outlets that pass it on
 * ("Example Radio quoted him as saying"). `content` holds the spans of what was said.
 */
export interface SpeechAct {
  readonly cue: number | null;
  readonly cueSpan: Span | null;
  readonly verb: string;
  readonly source: number | null;
  readonly to: readonly number[];
  readonly passedOnBy: readonly number[];
  readonly content: readonly Span[];
  readonly direct: boolean;
}

interface Cues {
  readonly say: readonly string[];
  readonly objectContent: readonly string[];
  readonly needsClause: readonly string[];
  readonly toSpeaker: readonly string[];
  readonly quoting: readonly string[];
  readonly nouns: readonly string[];
}
const CUES = JSON.parse(readFileSync(new URL('./data/cues.json', import.meta.url), 'utf8')) as Cues;
const SAY = new Set(CUES.say),
  OBJECT = new Set(CUES.objectContent),
  CLAUSE = new Set(CUES.needsClause),
  TELL = new Set(CUES.toSpeaker),
  NOUNS = new Set(CUES.nouns);
const base = (rel: string): string => rel.split(':')[0]!;

/** First and last token of everything below a token, within its sentence. */
export function subtree(
  doc: Document,
  i: number,
  without: (t: Token) => boolean = () => false,
): { first: number; last: number } {
  let first = i,
    last = i + 1;
  const walk = (at: number, depth: number): void => {
    first = Math.min(first, at);
    last = Math.max(last, at + 1);
    if (depth > 40) return;
    for (const c of doc.children[at] ?? []) if (!without(doc.tokens[c]!)) walk(c, depth + 1);
  };
  walk(i, 0);
  return { first, last };
}

const spanOf = (doc: Document, run: { first: number; last: number }): Span => ({
  start: doc.tokens[run.first]!.start,
  end: doc.tokens[run.last - 1]!.end,
});

function trimmed(doc: Document, first: number, last: number): Span | null {
  while (
    first < last &&
    (doc.tokens[first]!.upos === 'PUNCT' || doc.tokens[first]!.lower === 'that') &&
    !/["“”«»‘]/.test(doc.tokens[first]!.text)
  )
    first++;
  while (last > first && /^[,;:—–-]$/.test(doc.tokens[last - 1]!.text)) last--;
  return first < last ? { start: doc.tokens[first]!.start, end: doc.tokens[last - 1]!.end } : null;
}

const quotationAt = (doc: Document, offset: number): Quotation | undefined =>
  doc.quotations.find(q => q.start <= offset && offset < q.end);

/** What a speech verb reports: its clause, its object, or the rest of the sentence round it. */
function contentOf(doc: Document, v: Token, subjectRun: { first: number; last: number } | null): Span[] {
  const kids = doc.children[v.index] ?? [];
  const clausal = kids.filter(
    c =>
      ['ccomp', 'xcomp'].includes(base(doc.tokens[c]!.deprel)) ||
      (base(doc.tokens[c]!.deprel) === 'parataxis' &&
        /["“«]/.test(
          doc.text.slice(doc.tokens[c]!.start - 3 < 0 ? 0 : doc.tokens[c]!.start - 30, doc.tokens[c]!.start),
        )),
  );
  const spans: Span[] = [];
  for (const c of clausal) {
    const run = subtree(doc, c, t => t.index === v.index);
    // a clause round the verb: "The town, he said, is lost"
    const inside = run.first < v.index && run.last > v.index;
    const cut = inside
      ? [
          trimmed(
            doc,
            run.first,
            subjectRun && subjectRun.first < v.index ? Math.min(subjectRun.first, v.index) : v.index,
          ),
          trimmed(doc, Math.max(v.index + 1, subjectRun?.last ?? 0), run.last),
        ]
      : [trimmed(doc, run.first, run.last)];
    for (const s of cut) if (s) spans.push(s);
  }
  if (
    !spans.length &&
    (base(v.deprel) === 'parataxis' || base(v.deprel) === 'conj') &&
    v.head >= 0 &&
    base(v.deprel) === 'parataxis'
  ) {
    const own = subtree(doc, v.index),
      sentence = doc.sentences[v.sentence]!;
    for (const s of [trimmed(doc, sentence.first, own.first), trimmed(doc, own.last, sentence.last)])
      if (s && s.end - s.start > 3) spans.push(s);
  }
  if (!spans.length && (OBJECT.has(v.lemma) || v.lemma === 'accuse' || v.lemma === 'put'))
    for (const c of kids) {
      const rel = base(doc.tokens[c]!.deprel);
      if (rel === 'obj' || rel === 'advcl' || (rel === 'obl' && caseOf(doc, c) === 'of')) {
        const s = trimmed(doc, subtree(doc, c).first, subtree(doc, c).last);
        if (s) spans.push(s);
      }
    }
  return spans;
}

/** Quotations of the verb's sentence, outside of which it stands, whole even where they run on over sentences. */
function quotedBy(doc: Document, v: Token): Span[] {
  const sentence = doc.sentences[v.sentence]!;
  return doc.quotations
    .filter(q => overlaps(q, sentence) && !(q.start <= v.start && v.end <= q.end))
    .map(q => ({ start: q.start, end: q.end }));
}

const ownSubject = (doc: Document, v: Token): boolean =>
  (doc.children[v.index] ?? []).some(c => base(doc.tokens[c]!.deprel) === 'nsubj');

/** Where a quotation has confused the tree: the first noun phrase between the quotation and the verb, or right behind the verb. */
function speakerBeside(doc: Document, v: Token): number | null {
  const sentence = doc.sentences[v.sentence]!;
  const quotes = doc.quotations.filter(q => overlaps(q, sentence) && q.inner.end - q.inner.start > 12);
  if (!quotes.length) return null;
  const named = (t: Token): boolean =>
    t.upos === 'PROPN' ||
    t.upos === 'NOUN' ||
    (t.upos === 'PRON' && /^(?:he|she|they|it|one)$/.test(t.lower));
  const run = (i: number): number => {
    // the head of the noun phrase that starts here: its last noun before punctuation, verb or preposition
    let head = i;
    for (
      let k = i;
      k < sentence.last &&
      (named(doc.tokens[k]!) || ['ADJ', 'DET', 'NUM', 'PART'].includes(doc.tokens[k]!.upos));
      k++
    )
      if (named(doc.tokens[k]!)) head = k;
    return head;
  };
  const free = (t: Token): boolean => !quotes.some(q => q.start <= t.start && t.end <= q.end);
  const before = quotes.filter(q => q.end <= v.start).at(-1);
  for (let i = sentence.first; i < v.index; i++) {
    const t = doc.tokens[i]!;
    if (!free(t) || (before && t.start < before.end)) continue;
    if (named(t)) return run(i);
  }
  for (let i = v.index + 1; i < Math.min(sentence.last, v.index + 6); i++) {
    const t = doc.tokens[i]!;
    if (!free(t)) break;
    if (named(t)) return run(i);
    if (!['DET', 'ADJ', 'NUM'].includes(t.upos)) break;
  }
  return null;
}

function isSubjectless(doc: Document, v: Token): boolean {
  return !(doc.children[v.index] ?? []).some(c => ['nsubj', 'csubj'].includes(base(doc.tokens[c]!.deprel)));
}

function verbAct(doc: Document, v: Token): SpeechAct | null {
  const slots = slotsOf(doc, v.index),
    quoting = CUES.quoting.includes(v.lemma);
  const passive = slots.passive;
  let source: number | null = (passive ? slots.obj : slots.subj)[0] ?? null;
  const inQuote = quotationAt(doc, v.start);
  if (
    !passive &&
    !inQuote &&
    (source == null || quotationAt(doc, doc.tokens[source]!.start) || !ownSubject(doc, v))
  )
    source =
      speakerBeside(doc, v) ??
      (source != null && quotationAt(doc, doc.tokens[source]!.start) ? null : source);
  const passedOnBy: number[] = [],
    to: number[] = [];
  if (quoting) {
    // "X quoted Y as saying": Y speaks, X passes it on; "Y was quoted by X as saying" the same
    const speaker = passive ? slots.obj[0] : (slots.obj[0] ?? slots.by.get('obl')?.[0]);
    if (passive) passedOnBy.push(...(slots.by.get('by') ?? []));
    else if (source != null) passedOnBy.push(source);
    source = speaker ?? null;
  } else if (passive) return null; // "it was reported that": nobody's word
  for (const key of ['to', 'obj', 'iobj', 'with'])
    if (key !== 'obj' || TELL.has(v.lemma))
      for (const t of key === 'obj' ? slots.obj : (slots.by.get(key) ?? []))
        if (
          key === 'to' || key === 'with'
            ? v.lemma === 'speak' || ['PROPN', 'NOUN'].includes(doc.tokens[t]!.upos)
            : true
        )
          to.push(t);
  const subjectRun =
    source != null && doc.tokens[source]!.sentence === v.sentence
      ? subtree(doc, source, t => t.index === v.index)
      : null;
  let content = contentOf(doc, v, subjectRun);
  const quotes = quotedBy(doc, v).filter(q => !subjectRun || !overlaps(q, spanOf(doc, subjectRun)));
  const direct =
    quotes.length > 0 && !content.some(c => quotes.every(q => c.end <= q.start && quotes.length === 0));
  if (!content.length && !quotes.length) {
    if (CLAUSE.has(v.lemma) || OBJECT.has(v.lemma)) return null;
    // "The town is lost, he said" where the tree misses it: the rest of the sentence
    const own = subtree(doc, v.index),
      sentence = doc.sentences[v.sentence]!;
    const rest = [
      trimmed(doc, sentence.first, Math.min(own.first, subjectRun?.first ?? own.first)),
      trimmed(doc, Math.max(own.last, subjectRun?.last ?? 0), sentence.last),
    ].filter((s): s is Span => s != null && s.end - s.start > 12);
    content = rest;
  }
  if (
    CLAUSE.has(v.lemma) &&
    !quotes.length &&
    !(doc.children[v.index] ?? []).some(c =>
      ['ccomp', 'xcomp', 'obl', 'obj', 'advcl', 'parataxis'].includes(base(doc.tokens[c]!.deprel)),
    )
  )
    return null;
  const all = [...content];
  for (const q of quotes)
    if (!all.some(s => covers(s, q)) && (all.length === 0 || !CLAUSE.has(v.lemma))) all.push(q);
  if (!all.length || (source == null && isSubjectless(doc, v) && !passedOnBy.length)) return null;
  return {
    cue: v.index,
    cueSpan: { start: v.start, end: v.end },
    verb: v.lemma,
    source,
    to,
    passedOnBy,
    content: all,
    direct,
  };
}

/** "according to a report by the monitors": the rest of the clause is theirs. */
function accordingTo(doc: Document, t: Token): SpeechAct | null {
  const sentence = doc.sentences[t.sentence]!;
  let source = -1,
    last = t.index + 1;
  if (doc.tokens[t.index + 1]?.lower !== 'to') return null;
  // the noun that "according to" introduces: its head in the tree, or the head of the words after it
  let at = t.head;
  if (at <= t.index) {
    for (let i = t.index + 2; i < sentence.last; i++)
      if (['NOUN', 'PROPN', 'PRON'].includes(doc.tokens[i]!.upos)) {
        at = i;
        while (
          doc.tokens[at]!.head > at &&
          doc.tokens[doc.tokens[at]!.head]!.sentence === t.sentence &&
          ['NOUN', 'PROPN'].includes(doc.tokens[doc.tokens[at]!.head]!.upos)
        )
          at = doc.tokens[at]!.head;
        break;
      }
  }
  if (at < 0 || doc.tokens[at]!.sentence !== t.sentence) return null;
  source = at;
  const run = subtree(
    doc,
    source,
    x =>
      base(x.deprel) === 'acl' || base(x.deprel) === 'parataxis' || (x.upos === 'VERB' && x.index > source),
  );
  last = Math.max(run.last, source + 1);
  const first = Math.min(t.index, run.first);
  const content = [trimmed(doc, sentence.first, first), trimmed(doc, last, sentence.last)].filter(
    (s): s is Span => s != null && s.end - s.start > 8,
  );
  return content.length
    ? {
        cue: t.index,
        cueSpan: { start: t.start, end: doc.tokens[t.index + 1]!.end },
        verb: 'according',
        source,
        to: [],
        passedOnBy: [],
        content,
        direct: false,
      }
    : null;
}

/** "the army's claim that", "a statement by the mission said": a noun that reports a clause. */
function nounAct(doc: Document, t: Token): SpeechAct | null {
  const clause = (doc.children[t.index] ?? []).find(
    c =>
      ['acl', 'ccomp'].includes(base(doc.tokens[c]!.deprel)) &&
      doc.tokens[c]!.deprel !== 'acl:relcl' &&
      (doc.children[c] ?? []).some(m => doc.tokens[m]!.lower === 'that'),
  );
  if (clause == null) return null;
  const slots = slotsOf(doc, t.index),
    source =
      slots.by.get('poss')?.[0] ??
      slots.by.get('by')?.[0] ??
      slots.by.get('from')?.[0] ??
      slots.by.get('of')?.[0] ??
      slots.by.get('compound')?.[0];
  if (source == null) return null;
  const run = subtree(doc, clause),
    content = trimmed(doc, run.first, run.last);
  return content
    ? {
        cue: t.index,
        cueSpan: { start: t.start, end: t.end },
        verb: t.lemma,
        source,
        to: [],
        passedOnBy: [],
        content: [content],
        direct: false,
      }
    : null;
}

/** A quotation that no verb of its own sentence claims goes on with the speaker before it, or else belongs to the one after it. */
function runningQuotations(doc: Document, acts: readonly SpeechAct[]): SpeechAct[] {
  const out: SpeechAct[] = [];
  for (const q of doc.quotations) {
    if (
      q.inner.end - q.inner.start < 25 ||
      acts.some(a =>
        a.content.some(
          c =>
            covers(c, q) ||
            (overlaps(c, q) && Math.min(c.end, q.end) - Math.max(c.start, q.start) > (q.end - q.start) / 2),
        ),
      )
    )
      continue;
    if (
      !/[.!?,]["”’»]*\s*$/.test(doc.text.slice(q.inner.start, q.end)) &&
      !/^[“"]?[A-Z]/.test(doc.text.slice(q.start, q.start + 3))
    )
      continue;
    const sentence = doc.sentences.find(s => overlaps(s, q));
    if (!sentence) continue;
    const before = [...out, ...acts]
      .filter(a => a.cueSpan && a.cueSpan.end <= q.start && q.start - a.cueSpan.end < 600)
      .sort((x, y) => y.cueSpan!.end - x.cueSpan!.end)[0];
    const after = acts
      .filter(a => a.cueSpan && a.cueSpan.start >= q.end && a.cueSpan.start - q.end < 160)
      .sort((x, y) => x.cueSpan!.start - y.cueSpan!.start)[0];
    const paragraph = (offset: number): number =>
      doc.paragraphs.findIndex(p => p.start <= offset && offset < p.end);
    const chosen =
      after &&
      paragraph(after.cueSpan!.start) === paragraph(q.start) &&
      !(before && paragraph(before.cueSpan!.start) === paragraph(q.start))
        ? after
        : (before ?? after);
    if (chosen)
      out.push({
        ...chosen,
        cueSpan: null,
        cue: chosen.cue,
        content: [{ start: q.start, end: q.end }],
        direct: true,
      });
  }
  return out;
}

/** All reported speech of a text: who, by which words, what. Requires: document. */
export function findSpeech(doc: Document): SpeechAct[] {
  const acts: SpeechAct[] = [];
  for (const t of doc.tokens) {
    let act: SpeechAct | null = null;
    if (t.upos === 'VERB' && SAY.has(t.lemma)) act = verbAct(doc, t);
    else if (t.lower === 'according') act = accordingTo(doc, t);
    else if (t.upos === 'NOUN' && NOUNS.has(t.lemma)) act = nounAct(doc, t);
    if (act) acts.push(act);
  }
  return [...acts, ...runningQuotations(doc, acts)];
}

export { quotationAt };
