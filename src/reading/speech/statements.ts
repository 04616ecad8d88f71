import type { Document } from '../../language/document.ts';
import type { SpeechAct } from './speech-act.ts';

/** Words by which a text speaks of itself in the first person. */
const FIRST_PERSON = /^(?:we|our|us|i|my|me|ours)$/;
const COLON_WITHIN = 8;
const LONGEST = 60;

/**
 * A statement given in full without quotation marks, as ministries publish them ("The minister said: …", then paragraphs in
 * the first person): all of it, up to the next speaker, is that one's word.
 */
export function withStatements(doc: Document, acts: readonly SpeechAct[]): SpeechAct[] {
  return acts.map((act, i) => {
    const colon = colonBehind(doc, act);
    if (colon === null || act.direct) return act;
    const sentence = doc.tokens[colon]!.sentence;
    const next = acts
      .slice(i + 1)
      .find(
        a =>
          a.cue !== null &&
          a.tier === 'says' &&
          doc.tokens[a.cue]!.sentence > sentence &&
          !speaksItself(doc, a),
      );
    const last =
      Math.min(next ? doc.tokens[next.cue!]!.sentence : doc.sentences.length, sentence + LONGEST) - 1;
    const end = doc.sentences[last];
    const body = doc.tokens.slice(colon + 1, end?.last ?? colon + 1);
    if (!end || last < sentence || !body.some(t => FIRST_PERSON.test(t.lower))) return act;
    return { ...act, content: [{ start: doc.tokens[colon + 1]!.start, end: end.end }] };
  });
}

const speaksItself = (doc: Document, a: SpeechAct): boolean =>
  a.source !== null && FIRST_PERSON.test(doc.tokens[a.source]!.lower);

/** The colon that ends a lead-in close behind the cue. */
function colonBehind(doc: Document, act: SpeechAct): number | null {
  if (act.cue === null || act.tier !== 'says') return null;
  for (let i = act.cue + 1; i < Math.min(doc.tokens.length - 1, act.cue + COLON_WITHIN); i++) {
    const t = doc.tokens[i]!;
    if (t.text === ':') return i;
    if (t.text === '.' || t.sentence !== doc.tokens[act.cue]!.sentence) return null;
  }
  return null;
}
