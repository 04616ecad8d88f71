import type { Document } from '../../language/index.ts';
import type { Attribution } from '../../model/index.ts';
import type { Annotated } from '../annotations.ts';
import type { Attributor } from '../speech/attribute.ts';
import { type DenialAct, deniedEvents, findDenials, isOfSomebody } from '../speech/denial-acts.ts';
import { findSpeech } from '../speech/find-speech.ts';
import type { Drafted } from './drafted.ts';

/** How many sentences back a pronoun reaches, a noun for what is told, and one for what happened. */
const NEAR = 1;
const MIDDLE = 2;
const FAR = 8;

/**
 * "The ministry denied this": what was said before, denied by who says so. Takes the claims of the text in its order;
 * gives only the denials. The words quoted are those of the denial.
 */
export function plainDenials(a: Annotated, claims: readonly Drafted[], attributor: Attributor): Drafted[] {
  const doc = a.document;
  return findDenials(doc).flatMap(act => {
    const attribution = wordOf(doc, act, attributor);
    if (isSpelledOut(doc, act, claims, attribution)) return [];
    return deniedBefore(doc, act, claims, attribution).map(d => denial(doc, act, d, attribution));
  });
}

/** "The army dismissed such accounts. Baraza had not fallen, it said": what is denied is told right behind. */
function isSpelledOut(
  doc: Document,
  act: DenialAct,
  claims: readonly Drafted[],
  denier: Attribution,
): boolean {
  const { sentence, end } = doc.tokens[act.word]!;
  const until = doc.sentences[sentence + 1]?.end ?? doc.text.length;
  return claims.some(
    ({ draft }) =>
      draft.kind === 'control' &&
      draft.polarity === 'denied' &&
      draft.quote.start >= end &&
      draft.quote.end <= until &&
      (draft.attribution.length === 0 || isOwn(draft, denier)),
  );
}

/** Whose word a denial is: of whom the text has saying it, else of the one who denies. */
function wordOf(doc: Document, act: DenialAct, attributor: Attributor): Attribution {
  if (act.by !== null) return attributor.wordOf(act.word) ?? attributor.spokenBy(act.by);
  return attributor.chains(doc.tokens[act.word]!)[0] ?? [];
}

/** The claims that the denial is about: of its own sentence before it, else of the nearest sentence before that has any from others. */
function deniedBefore(
  doc: Document,
  act: DenialAct,
  claims: readonly Drafted[],
  denier: Attribution,
): Drafted[] {
  const word = doc.tokens[act.word]!;
  const events = deniedEvents(doc, act.noun);
  const told = claims.filter(
    ({ draft }) =>
      draft.kind === 'control' &&
      draft.polarity === 'affirmed' &&
      draft.modality !== 'past' &&
      !draft.attributive &&
      draft.quote.end <= word.start &&
      (events === null || events.includes(draft.event ?? '')) &&
      !isOwn(draft, denier),
  );
  const reach = act.short ? 1 : events !== null ? FAR : act.noun === null ? NEAR : MIDDLE;
  for (let s = word.sentence; s >= 0 && s >= word.sentence - reach; s--) {
    const { start, end } = doc.sentences[s]!;
    const all = told.filter(c => c.draft.quote.start >= start && c.draft.quote.end <= end);
    const named = isOfSomebody(doc, act.noun) ? all.filter(c => c.draft.attribution.length > 0) : [];
    const here = named.length ? named : all;
    const last = here.at(-1)?.draft;
    if (last === undefined) {
      if (events === null && isSaidIn(doc, s, act.word)) return [];
      continue;
    }
    const whose = last.attribution[0]?.name;
    // "said that it had retaken the prison and was clearing the town": what is denied is that it changed hands
    const outcome = here.filter(({ draft }) => draft.event !== 'clash');
    return (events === null && outcome.length ? outcome : here).filter(({ draft }) =>
      whose === undefined ? draft.quote.start === last.quote.start : draft.attribution[0]?.name === whose,
    );
  }
  return [];
}

/** Whether somebody says something in a sentence, before the denial: then that is what is denied, if only nothing about control. */
const isSaidIn = (doc: Document, sentence: number, word: number): boolean =>
  findSpeech(doc).some(
    a =>
      a.cue !== null &&
      a.cue < word &&
      a.tier === 'says' &&
      doc.tokens[a.cue]!.sentence === sentence &&
      a.content.some(c => c.end <= doc.tokens[word]!.start),
  );

/** Whether what was told is the denier's own word, or that of his side about what his side did. */
function isOwn({ attribution: told, actor }: Drafted['draft'], denier: Attribution): boolean {
  const [a, b] = [told[0], denier[0]];
  if (!a || !b) return false;
  if (a.name.toLowerCase() === b.name.toLowerCase()) return true;
  const side = b.actor?.side ?? null;
  return side !== null && a.actor?.side === side && (actor?.side == null || actor.side === side);
}

function denial(doc: Document, act: DenialAct, { draft }: Drafted, attribution: Attribution): Drafted {
  const word = doc.tokens[act.word]!;
  const sentence = doc.sentences[word.sentence]!;
  const end = doc.tokens[sentence.last - 1]!;
  const from = doc.children[word.index]!.reduce((first, c) => Math.min(first, c), word.index);
  const span = {
    start: doc.tokens[from]!.start,
    end: end.upos === 'PUNCT' ? doc.tokens[sentence.last - 2]!.end : end.end,
  };
  const { acled: _acled, ...rest } = draft;
  return {
    draft: {
      ...rest,
      polarity: 'denied',
      // what was only rumoured is denied for a fact, and what was promised has not come to pass
      modality: draft.modality === 'possible' || act.short ? 'actual' : draft.modality,
      attribution,
      quote: { ...span, text: doc.text.slice(span.start, span.end) },
      frame: `${draft.frame}.denied`,
    },
    rules: [`denied: ${word.text} it`],
    ongoing: false,
  };
}
