import type { Document, Token } from '../../language/index.ts';
import { caseOf } from '../frames/slots.ts';
import { sets } from './words.ts';

const childrenOf = (doc: Document, t: Token): Token[] => doc.children[t.index]!.map(c => doc.tokens[c]!);

/**
 * Whether an attempt is told to have come to nothing: "an attempt to retake it failed", "their bid was beaten back", "a failed attempt",
 * "tried in vain", "who tried to take it were driven off", "tried to take it but were repelled".
 * @param at the word for the attempt, a noun or a verb
 */
export const cameToNothing = (doc: Document, at: Token): boolean =>
  isInVain(doc, at) || (at.upos === 'VERB' ? triersFailed(doc, at) : attemptFailed(doc, at));

/** "a failed attempt", "tried unsuccessfully", "in vain". */
const isInVain = (doc: Document, at: Token): boolean =>
  childrenOf(doc, at).some(
    t =>
      (t.deprel === 'amod' && sets.failedModifiers.has(t.lower)) ||
      t.lower === 'unsuccessfully' ||
      (t.lower === 'vain' && caseOf(doc, t.index) === 'in'),
  );

function attemptFailed(doc: Document, noun: Token): boolean {
  const verb = doc.tokens[noun.head];
  if (verb && noun.deprel.startsWith('nsubj') && fails(doc, verb, noun.deprel === 'nsubj:pass')) return true;
  return childrenOf(doc, noun).some(t => t.deprel === 'acl:relcl' && fails(doc, t, false));
}

function triersFailed(doc: Document, verb: Token): boolean {
  const noun = doc.tokens[verb.head];
  const above = noun && verb.deprel === 'acl:relcl' ? doc.tokens[noun.head] : undefined;
  if (above && noun!.deprel === 'nsubj:pass' && fails(doc, above, true)) return true;
  return childrenOf(doc, verb).some(
    t =>
      t.deprel === 'conj' &&
      childrenOf(doc, t).some(c => c.lower === 'but') &&
      fails(
        doc,
        t,
        childrenOf(doc, t).some(c => c.deprel === 'aux:pass'),
      ),
  );
}

/** "failed", "ended in failure", "came to nothing"; of what suffers it "was repelled", "were beaten back". */
function fails(doc: Document, verb: Token, suffers: boolean): boolean {
  const kids = childrenOf(doc, verb);
  if (sets.fails.has(verb.lemma)) return !kids.some(t => t.deprel === 'xcomp');
  if (/^(?:end|result|come)$/.test(verb.lemma))
    return kids.some(t => sets.failures.has(t.lemma) && /^(?:in|to|with)$/.test(caseOf(doc, t.index)));
  const passive = suffers || kids.some(t => t.deprel === 'aux:pass');
  if (!passive || verb.xpos !== 'VBN') return false;
  return (
    sets.repelled.has(verb.lemma) ||
    (sets.thrown.has(verb.lemma) && kids.some(t => /^(?:back|off)$/.test(t.lower)))
  );
}
