import type { Document } from '../../language/document.ts';
import { cueOf, NOUNS, QUOTING } from './cues.ts';
import { accordingTo, byCount, colonAct, leadInAct, nounAct } from './noun-acts.ts';
import { runningQuotations } from './running-quotations.ts';
import type { SpeechAct } from './speech-act.ts';
import { withStatements } from './statements.ts';
import { verbAct } from './verb-act.ts';

const known = new WeakMap<Document, readonly SpeechAct[]>();

/** All reported speech of a text: who, by which words, what; in order of the cues, quotations that run on at the end. Requires: document. */
export function findSpeech(doc: Document): readonly SpeechAct[] {
  const acts = known.get(doc) ?? actsOf(doc);
  known.set(doc, acts);
  return acts;
}

function actsOf(doc: Document): SpeechAct[] {
  const acts: SpeechAct[] = [];
  for (const sentence of doc.sentences) {
    const here: SpeechAct[] = [];
    for (let i = sentence.first; i < sentence.last; i++) {
      const act = actAt(doc, i);
      if (act) here.push(act);
    }
    if (here.length === 0) {
      const colon = doc.tokens.slice(sentence.first, sentence.last).find(t => t.text === ':');
      const led = (colon ? leadInAct(doc, colon) : null) ?? colonAct(doc, sentence);
      if (led) here.push(led);
    }
    acts.push(...withCited(here).map(act => citingBehind(doc, act, sentence)));
  }
  const full = withStatements(doc, acts);
  return [...full, ...runningQuotations(doc, full)];
}

function actAt(doc: Document, i: number): SpeechAct | null {
  const token = doc.tokens[i]!;
  if (token.lower === 'according') return accordingTo(doc, token);
  // "Ann Field, reporting from Baraza, said": where the reporter is, not what is said.
  if (token.lower === 'reporting' && /^(?:from|in|for)$/.test(doc.tokens[i + 1]?.lower ?? '')) return null;
  const verb = cueOf(doc, token);
  if (verb) return verbAct(doc, token, verb);
  if (token.lower === 'by' || token.lower === 'in') return byCount(doc, token);
  return token.upos === 'NOUN' && NOUNS.has(token.lemma) ? nounAct(doc, token) : null;
}

/** "…, the agency reported, citing a military source": whom the speaker names right behind. */
function citingBehind(doc: Document, act: SpeechAct, sentence: Document['sentences'][number]): SpeechAct {
  if (act.cue === null || act.source === null || act.cites.length > 0 || act.tier !== 'says') return act;
  for (let i = act.cue + 1; i < Math.min(sentence.last - 1, act.cue + BEHIND); i++) {
    const t = doc.tokens[i]!;
    if (i > act.cue + 1 && cueOf(doc, t) && !CITING.test(t.lower)) return act;
    if (!CITING.test(t.lower) || doc.tokens[i - 1]!.text !== ',') continue;
    const object = (doc.children[i] ?? []).find(
      c => c > i && doc.tokens[c]!.deprel === 'obj' && ['NOUN', 'PROPN'].includes(doc.tokens[c]!.upos),
    );
    return object === undefined ? act : { ...act, cites: [object] };
  }
  return act;
}
const CITING = /^(?:citing|quoting)$/;
/** How many tokens behind the cue somebody may be cited. */
const BEHIND = 8;

/** "State television, citing the ministry, says …": what a speaker says citing another is that one's word, by way of the speaker. */
function withCited(acts: readonly SpeechAct[]): SpeechAct[] {
  const citing = acts.filter(a => QUOTING.has(a.verb) && a.passedOnBy.length > 0);
  if (citing.length === 0) return [...acts];
  const rest = acts.filter(a => !citing.includes(a));
  const said = rest.map(act => {
    const by = citing.find(c => act.source !== null && c.passedOnBy.includes(act.source));
    return by ? { ...act, cites: [...act.cites, by.source!] } : act;
  });
  const alone = citing.filter(
    c => !rest.some(act => act.source !== null && c.passedOnBy.includes(act.source)),
  );
  return [...said, ...alone].sort((x, y) => (x.cue ?? 0) - (y.cue ?? 0));
}

export { quotationAt, subtree } from './spans.ts';
export type { SpeechAct } from './speech-act.ts';
