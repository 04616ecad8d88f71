import type { Document, Token } from '../../language/index.ts';
import type { Attribution } from '../../model/index.ts';
import type { Annotated } from '../annotations.ts';
import { caseOf } from '../frames/slots.ts';
import type { Attributor } from '../speech/attribute.ts';
import type { Drafted } from './drafted.ts';

const DENY = new Set(['deny', 'dismiss', 'reject', 'refute', 'dispute', 'contradict', 'rebut']);
const WHAT = new Set([
  'this',
  'that',
  'it',
  'claim',
  'report',
  'account',
  'charge',
  'assertion',
  'accusation',
  'allegation',
  'version',
  'both',
]);

/** Nouns that take up what was told: "the army denies any landing", "denied the loss". */
const TOLD = new Set([
  'landing',
  'loss',
  'fall',
  'capture',
  'seizure',
  'takeover',
  'retreat',
  'withdrawal',
  'pullout',
  'advance',
  'incursion',
  'attack',
  'defeat',
  'siege',
  'surrender',
]);

/**
 * "The ministry denied this": what was said just before, denied by who says so. Takes the claims of the text in its order;
 * gives only the denials. The words quoted are those of the denial.
 */
export function plainDenials(a: Annotated, claims: readonly Drafted[], attributor: Attributor): Drafted[] {
  const doc = a.document;
  return doc.tokens.flatMap(verb => {
    if (verb.upos !== 'VERB' || !DENY.has(verb.lemma)) return [];
    const denier = denierOfApposed(doc, verb);
    if (denier !== null)
      return deniedBefore(doc, verb, claims).map(d => denial(doc, verb, d, attributor.spokenBy(denier)));
    const what = doc.children[verb.index]!.map(c => doc.tokens[c]!).find(
      c =>
        c.deprel === 'obj' &&
        (WHAT.has(c.lemma) ||
          (TOLD.has(c.lemma) && doc.children[c.index]!.every(k => doc.tokens[k]!.deprel === 'det'))),
    );
    const subject = doc.children[verb.index]!.map(c => doc.tokens[c]!).find(c => c.deprel === 'nsubj');
    if (!what || !subject || doc.children[what.index]!.some(c => doc.tokens[c]!.deprel.startsWith('acl')))
      return [];
    const attribution = attributor.chains(what)[0] ?? [];
    return deniedBefore(doc, verb, claims).map(d => denial(doc, verb, d, attribution));
  });
}

/** "…, a claim denied by the army", "…, which the army denies": who denies what the words before say. */
function denierOfApposed(doc: Document, verb: Token): number | null {
  const kids = doc.children[verb.index]!.map(c => doc.tokens[c]!);
  // "a claim denied by …", "a claim the army denies": right before the verb or its subject, set off by a comma
  const noun = doc.tokens
    .slice(Math.max(0, verb.index - 4), verb.index)
    .find(t => WHAT.has(t.lemma) && /^an?$/.test(doc.tokens[t.index - 1]?.lower ?? ''));
  const told = noun !== undefined && /^[,–—-]$/.test(doc.tokens[noun.index - 2]?.text ?? '');
  const which = kids.find(c => c.lower === 'which' && c.index < verb.index);
  const sums = which !== undefined && doc.tokens[which.index - 1]?.text === ',';
  if (!told && !sums) return null;
  const by = kids.find(c => /^obl/.test(c.deprel) && caseOf(doc, c.index) === 'by');
  const subject = kids.find(c => c.deprel === 'nsubj' && c !== noun && !/^(?:which|that)$/.test(c.lower));
  return (verb.xpos === 'VBN' && by ? by : subject)?.index ?? null;
}

/** The claims that the denial is about: those of its own sentence before it, else of the sentence before. */
function deniedBefore(doc: Document, verb: Token, claims: readonly Drafted[]): Drafted[] {
  const sentence = doc.sentences[verb.sentence]!;
  const before = doc.sentences[verb.sentence - 1];
  const affirmed = claims.filter(
    c => c.draft.kind === 'control' && c.draft.polarity === 'affirmed' && !c.draft.attributive,
  );
  const own = affirmed.filter(c => c.draft.quote.start >= sentence.start && c.draft.quote.end <= verb.start);
  const found =
    own.length || !before
      ? own
      : affirmed.filter(c => c.draft.quote.start >= before.start && c.draft.quote.end <= before.end);
  const last = found.at(-1);
  return found.filter(c => c.draft.quote.start === last?.draft.quote.start);
}

function denial(doc: Document, verb: Token, { draft }: Drafted, attribution: Attribution): Drafted {
  const sentence = doc.sentences[verb.sentence]!;
  const end = doc.tokens[sentence.last - 1]!;
  const from = doc.children[verb.index]!.reduce((first, c) => Math.min(first, c), verb.index);
  const span = {
    start: doc.tokens[from]!.start,
    end: end.upos === 'PUNCT' ? doc.tokens[sentence.last - 2]!.end : end.end,
  };
  const { acled: _acled, ...rest } = draft;
  return {
    draft: {
      ...rest,
      polarity: 'denied',
      attribution,
      quote: { ...span, text: doc.text.slice(span.start, span.end) },
      frame: `${draft.frame}.denied`,
    },
    rules: [`denied: ${verb.text} it`],
    ongoing: false,
  };
}
