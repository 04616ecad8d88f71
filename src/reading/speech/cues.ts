import { readFileSync } from 'node:fs';
import type { Document, Token } from '../../language/document.ts';
import { formTable } from '../inflect.ts';

interface Cues {
  readonly say: readonly string[];
  readonly object: readonly string[];
  readonly clause: readonly string[];
  readonly attitude: readonly string[];
  readonly toSpeaker: readonly string[];
  readonly quoting: readonly string[];
  readonly nouns: readonly string[];
  readonly counts: readonly string[];
}
const CUES = JSON.parse(readFileSync(new URL('./data/cues.json', import.meta.url), 'utf8')) as Cues;

const FORMS = formTable([...CUES.say, ...CUES.quoting, ...CUES.clause, ...CUES.object, ...CUES.attitude]);
/** Verbs of saying: whatever stands with them is said. */
export const SAY = new Set(CUES.say);
/** Verbs that report a noun phrase too: "announced the capture of". */
export const OBJECT = new Set(CUES.object);
/** Verbs that report only with a clause, an object of theirs, or a quotation. */
export const CLAUSE = new Set(CUES.clause);
/** Verbs of wanting, judging, asking: attribution in the wide sense, no statement of fact. */
export const ATTITUDE = new Set(CUES.attitude);
export const TO_SPEAKER = new Set(CUES.toSpeaker);
export const QUOTING = new Set(CUES.quoting);
export const NOUNS = new Set(CUES.nouns);
export const COUNTS = new Set(CUES.counts);

/** Forms that a tagger may miss in odd places and that are hardly ever anything but speech. */
const SURE = new Set([
  'said',
  'says',
  'told',
  'tells',
  'tweeted',
  'insisted',
  'announced',
  'declared',
  'stated',
  'acknowledged',
  'denies',
  'admits',
  'insists',
  'confirms',
  'acknowledges',
  'concedes',
]);

const END = /^(?:[.;”"’]|'')$/;
const NOMINAL = new Set(['DET', 'NUM', 'ADJ', 'NOUN', 'PROPN', 'PRON', 'ADP']);

/** "…, an elder of the town related;": the last word of a clause that a comma, a noun phrase and it make up. */
function closes(doc: Document, token: Token): boolean {
  const next = doc.tokens[token.index + 1];
  if (next && next.sentence === token.sentence && !END.test(next.text)) return false;
  let i = token.index - 1;
  const first = doc.sentences[token.sentence]!.first;
  while (i > first && NOMINAL.has(doc.tokens[i]!.upos)) i--;
  return i > first + 2 && doc.tokens[i]!.text === ',' && token.index - i > 2;
}

const BE = /^(?:is|are|was|were)$/;

/** The cue verb that a token is a form of, or null. */
export function cueOf(doc: Document, token: Token): string | null {
  const verb = FORMS.get(token.lower);
  if (verb === undefined) return null;
  const adjective = token.upos === 'ADJ' || token.deprel === 'amod';
  if (adjective && SAY.has(verb) && token.lower.endsWith('ed') && closes(doc, token)) return verb;
  // "is warning voters that": no compound behind "is"
  const progressive = token.xpos === 'VBG' && BE.test(doc.tokens[token.index - 1]?.lower ?? '');
  if ((token.deprel === 'amod' || token.deprel === 'compound') && !progressive) return null;
  if (token.upos === 'VERB' || SURE.has(token.lower)) return verb;
  if (token.upos !== 'NOUN') return null;
  // the tagger takes a plain present for a noun: "residents fear that", "medics speak of", "local partners report."
  const base = token.lower === verb;
  const hasSubject = (doc.children[token.index] ?? []).some(c => doc.tokens[c]!.deprel === 'nsubj');
  const before = doc.tokens[token.index - 1];
  const next = doc.tokens[token.index + 1]?.lower ?? '';
  // not "in Baraza state."
  const named = before?.upos === 'PROPN' && verb !== 'state';
  const plural = before?.xpos === 'NNS' || before?.xpos === 'NNPS' || named;
  if (base && hasSubject && !ATTITUDE.has(verb)) return verb;
  if (base && plural && /^(?:that|of|no|the|a)$/.test(next) && !ATTITUDE.has(verb)) return verb;
  // "a new poll shows that"
  if (next === 'that' && before?.upos === 'NOUN' && token.lower === `${verb}s` && !ATTITUDE.has(verb))
    return verb;
  // "…, the former doctor maintains."
  if (token.lower === `${verb}s` && !ATTITUDE.has(verb) && closes(doc, token)) return verb;
  return plural && next === '.' && SAY.has(token.lower) ? verb : null;
}
