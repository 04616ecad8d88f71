import { readFileSync } from 'node:fs';
import type { Document, Token } from '../../language/document.ts';
import type { Span } from '../../model/index.ts';
import type { ActorMention, Annotated, PlaceMention } from '../annotations.ts';
import { clauseSpan } from '../frames/clause.ts';
import type { Fillers } from '../frames/fillers.ts';

/**
 * An ACLED sub-event type and the words that evoke it (codebook, 2023): one of the phrases in `any` (lemmas) must stand in the
 * sentence; `near2` asks for one more word of a set in the same sentence; `not` are words that turn it into something else.
 * `rank` orders the types where one report tells several: the smaller is what ACLED would code.
 */
export interface EventRow {
  readonly id: string;
  readonly event: string;
  readonly subEvent: string;
  readonly plover: { readonly type: string; readonly mode?: string };
  readonly rank: number;
  readonly any: readonly string[];
  readonly near2?: readonly string[];
  readonly not?: readonly string[];
  readonly example: string;
  readonly near: string;
}

export interface EventDraft {
  readonly row: EventRow;
  readonly trigger: number;
  readonly places: readonly PlaceMention[];
  readonly actor: ActorMention | null;
  readonly target: ActorMention | null;
  readonly span: Span;
}

export const EVENT_ROWS = JSON.parse(
  readFileSync(new URL('./data/events.json', import.meta.url), 'utf8'),
) as EventRow[];

/** Phrases by their first word: those of two or three words first. */
const byFirst = new Map<string, { words: string[]; row: EventRow }[]>();
for (const row of EVENT_ROWS)
  for (const phrase of row.any) {
    const words = phrase.split(' '),
      list = byFirst.get(words[0]!) ?? [];
    list.push({ words, row });
    byFirst.set(
      words[0]!,
      list.sort((x, y) => y.words.length - x.words.length),
    );
  }

const is = (t: Token | undefined, word: string): boolean =>
  t != null && (t.lemma === word || t.lower === word);

function phraseAt(doc: Document, at: number, words: readonly string[]): boolean {
  let i = at;
  for (const [k, word] of words.entries()) {
    if (k > 0) {
      i++;
      if (doc.tokens[i]?.text === '-') i++;
      if (!is(doc.tokens[i], word) && ['DET', 'PRON', 'ADV'].includes(doc.tokens[i]?.upos ?? '')) i++;
    }
    if (!is(doc.tokens[i], word)) return false;
  }
  return true;
}

/** Events that are no control statements, at most one of a type a sentence. Requires: document, places, actors. */
export function findEvents(a: Annotated, fill: Fillers): EventDraft[] {
  const doc = a.document,
    out: EventDraft[] = [];
  for (const sentence of doc.sentences) {
    const words = new Set<string>();
    for (let i = sentence.first; i < sentence.last; i++)
      words.add(doc.tokens[i]!.lemma).add(doc.tokens[i]!.lower);
    const done = new Set<string>();
    for (let i = sentence.first; i < sentence.last; i++) {
      const t = doc.tokens[i]!;
      for (const { words: phrase, row } of byFirst.get(t.lemma) ?? byFirst.get(t.lower) ?? []) {
        if (done.has(row.id) || !phraseAt(doc, i, phrase)) continue;
        if (row.not?.some(w => words.has(w)) || (row.near2 && !row.near2.some(w => words.has(w)))) continue;
        done.add(row.id);
        out.push(draft(a, fill, row, i));
      }
    }
  }
  return out;
}

function draft(a: Annotated, fill: Fillers, row: EventRow, trigger: number): EventDraft {
  const doc = a.document,
    slots = fill.slots(trigger),
    t = doc.tokens[trigger]!;
  const sentencePlaces = a.places.filter(p => p.locative && doc.tokens[p.first]!.sentence === t.sentence);
  const after = sentencePlaces.filter(p => p.first > trigger),
    near = after[0] ?? sentencePlaces.at(-1);
  const role = (paths: readonly string[]): ActorMention | null =>
    paths.flatMap(path => fill.tokens(slots, path)).flatMap(x => fill.actors(x))[0] ?? null;
  const actor = role(['subj', 'by', 'poss', 'amod', 'compound']),
    target = role(['obj', 'on', 'against', 'with', 'at']);
  return {
    row,
    trigger,
    places: near ? [near] : [],
    actor,
    target: target && target.entity !== actor?.entity ? target : null,
    span: clauseSpan(doc, trigger, near ? [near] : []),
  };
}
