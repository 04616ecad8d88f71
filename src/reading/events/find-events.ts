import type { Document, Sentence } from '../../language/document.ts';
import { overlaps, type Span } from '../../model/index.ts';
import type { ActorMention, Annotated, PlaceMention } from '../annotations.ts';
import { clauseSpan } from '../frames/clause.ts';
import type { Fillers } from '../frames/fillers.ts';
import { findSpeech } from '../speech/find-speech.ts';
import { type EventRow, namesOf, PHRASES, type Phrase } from './event-rows.ts';
import { placeOfEvent } from './place-of-event.ts';
import { prominenceOf } from './prominence.ts';
import { whoDoes } from './who-does.ts';
import { hitsWhomAsked } from './who-is-hit.ts';
import { isTakenBy } from './who-takes.ts';

export interface EventDraft {
  readonly row: EventRow;
  readonly trigger: number;
  readonly places: readonly PlaceMention[];
  readonly actor: ActorMention | null;
  readonly target: ActorMention | null;
  readonly span: Span;
}

const NONE: readonly Phrase[] = [];
/** How many words off a `close` word may stand. */
const CLOSE = 9;

interface Hit {
  readonly row: EventRow;
  readonly trigger: number;
}

/** Events that are no control statements, at most one of a type a sentence and one of a family. Requires: document, places, actors. */
export function findEvents(a: Annotated, fill: Fillers): EventDraft[] {
  const speakers = findSpeech(a.document).flatMap(act => (act.tier === 'says' && act.sourceSpan) || []);
  return a.document.sentences.flatMap(sentence => {
    const named = speakers.filter(span => overlaps(span, sentence));
    return onePerFamily(a.document, hitsIn(a, sentence, named)).map(hit => draft(a, fill, hit));
  });
}

/** The first phrase of each row that a sentence bears, with all that the row asks for; `named` are those who speak in it. */
function hitsIn(a: Annotated, sentence: Sentence, named: readonly Span[]): Hit[] {
  const doc = a.document;
  const names: (readonly string[])[] = [];
  for (let i = sentence.first; i < sentence.last; i++) names.push(namesOf(doc.tokens[i]!));
  let words: Set<string> | null = null;
  const bears = (): Set<string> => {
    words ??= new Set(names.flat());
    return words;
  };
  const hits = new Map<string, Hit>();
  names.forEach((own, k) => {
    const at = sentence.first + k;
    for (const name of own)
      for (const { words, row } of PHRASES.get(name) ?? NONE) {
        // "vigilantes said" tells of no mob; whoever chants at a protest protests
        const speaks = row.family !== 'protest' && named.some(source => overlaps(source, doc.tokens[at]!));
        if (hits.has(row.id) || speaks) continue;
        const end = phraseEnd(doc, at, words);
        if (end === null || row.without?.some(w => bears().has(w))) continue;
        if (row.needs && !row.needs.some(w => bears().has(w))) continue;
        if (row.near && !row.near.some(w => hasWord(bears(), doc, sentence, w))) continue;
        if (row.close && !isClose(names, sentence, at, end, row.close)) continue;
        if (hitsWhomAsked(doc, row, at) && isTakenBy(a, row, at)) hits.set(row.id, { row, trigger: at });
      }
  });
  return [...hits.values()];
}

const hasWord = (all: ReadonlySet<string>, doc: Document, sentence: Sentence, word: string): boolean =>
  word.includes(' ')
    ? doc.text.slice(sentence.start, sentence.end).toLowerCase().includes(word)
    : all.has(word);

function isClose(
  names: readonly (readonly string[])[],
  sentence: Sentence,
  at: number,
  end: number,
  wanted: readonly string[],
): boolean {
  const from = Math.max(0, at - CLOSE - sentence.first);
  const to = Math.min(names.length, end + CLOSE - sentence.first);
  for (let k = from; k < to; k++)
    if (k !== at - sentence.first && names[k]!.some(name => wanted.includes(name))) return true;
  return false;
}

/** The token after a phrase that begins at a token, over a hyphen and a small word between; null where it does not stand there. */
function phraseEnd(doc: Document, at: number, words: readonly string[]): number | null {
  let i = at;
  for (let k = 1; k < words.length; k++) {
    i++;
    if (doc.tokens[i]?.text === '-') i++;
    const is = (): boolean => doc.tokens[i] !== undefined && namesOf(doc.tokens[i]!).includes(words[k]!);
    for (
      let skipped = 0;
      !is() && skipped < 2 && ['DET', 'PRON', 'ADV', 'ADJ', 'NUM'].includes(doc.tokens[i]?.upos ?? '');
      skipped++
    )
      i++;
    if (!is()) return null;
  }
  return i + 1;
}

/** What says by which means people are killed or attacked: one event with the killing. */
const MEANS = new Set(['Explosions/Remote violence', 'Riots']);
const isMeans = (row: EventRow): boolean =>
  (MEANS.has(row.event) && row.family !== 'protest') || row.id === 'sexual-violence';

/** How much a step of ACLED's hierarchy weighs against a step away from the front of the sentence. */
const HIERARCHY = 0.6;

/** Of the hits of a family, the one that ACLED would code; "killed" gives way to the bomb or the mob that killed. */
function onePerFamily(doc: Document, hits: readonly Hit[]): Hit[] {
  const means = hits.some(hit => isMeans(hit.row));
  const kept = hits.filter(hit => !(means && hit.row.family === 'violence'));
  const cost = (hit: Hit): number => hit.row.rank * HIERARCHY + prominenceOf(doc, hit.trigger);
  return kept.filter(
    hit =>
      !hit.row.family || !kept.some(o => o !== hit && o.row.family === hit.row.family && cost(o) < cost(hit)),
  );
}

function draft(a: Annotated, fill: Fillers, { row, trigger }: Hit): EventDraft {
  const place = placeOfEvent(a, trigger);
  return {
    row,
    trigger,
    places: place ? [place] : [],
    ...whoDoes(a, fill, trigger),
    span: clauseSpan(a.document, trigger, place ? [place] : []),
  };
}
