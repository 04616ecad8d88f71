import type { Sitrep, SitrepEdits, SitrepSentence } from '../types.ts';

/** What an editor did so far: other words by sentence id, sentences left out, a title and a note of the desk's own. */
export interface Draft {
  readonly title: string;
  readonly note: string;
  readonly texts: Readonly<Record<string, string>>;
  readonly dropped: readonly string[];
}

export const EMPTY_DRAFT: Draft = { title: '', note: '', texts: {}, dropped: [] };

/** Sets other words for a sentence; the record's own words take the edit back. */
export function reword(draft: Draft, sentence: SitrepSentence, text: string): Draft {
  const { [sentence.id]: _before, ...others } = draft.texts;
  const isOwn = text.trim() === '' || text.trim() === sentence.text;
  return { ...draft, texts: isOwn ? others : { ...others, [sentence.id]: text.trim() } };
}

/** Leaves a sentence out, or takes it back in. */
export const drop = (draft: Draft, id: string, isOut: boolean): Draft => ({
  ...draft,
  dropped: isOut ? [...draft.dropped.filter(d => d !== id), id] : draft.dropped.filter(d => d !== id),
});

const SECTIONS = ['summary', 'changes', 'disputed', 'figures'] as const;

/** Leaves out every sentence that is only of places not chosen; null chooses all. */
export function outsideOf(sitrep: Sitrep, places: readonly string[] | null): string[] {
  if (places == null) return [];
  return SECTIONS.flatMap(section =>
    section === 'summary' ? [] : sitrep[section].filter(s => !s.places.some(p => places.includes(p))),
  ).map(s => s.id);
}

/** The edits as the server takes them. What the report no longer has is left away: the record may have changed since. */
export function editsOf(draft: Draft, sitrep: Sitrep, outside: readonly string[]): SitrepEdits {
  const known = new Set<string>(SECTIONS.flatMap(section => sitrep[section].map(s => s.id)));
  const out = new Set([...draft.dropped, ...outside].filter(id => known.has(id)));
  return {
    ...(draft.title.trim() === '' ? {} : { title: draft.title.trim() }),
    ...(draft.note.trim() === '' ? {} : { note: draft.note.trim() }),
    sentences: [
      ...[...out].map(id => ({ id, drop: true })),
      ...Object.entries(draft.texts)
        .filter(([id]) => known.has(id) && !out.has(id))
        .map(([id, text]) => ({ id, text })),
    ],
  };
}
