import { LedgerError, type Sitrep, type SitrepEdits, type SitrepSentence } from '../../model/index.ts';

/** The sections whose sentences an editor may change. */
const SECTIONS = ['summary', 'changes', 'disputed', 'figures'] as const;

/**
 * The report with an editor's words: a sentence said otherwise keeps what it stands on and what it said before; a dropped one goes.
 * Throws a `LedgerError` ('invalid') where a sentence is named that the report does not have.
 * @example editSitrep(sitrep, { note: 'Checked by the desk.', sentences: [{ id: 'summary:hands', text: 'Nine towns fell.' }] })
 */
export function editSitrep(sitrep: Sitrep, edits: SitrepEdits): Sitrep {
  const known = new Set(SECTIONS.flatMap(section => sitrep[section].map(sentence => sentence.id)));
  for (const { id, text } of edits.sentences ?? []) {
    if (!known.has(id))
      throw new LedgerError(
        'invalid',
        `the report has no sentence "${id}": make it anew, its record has changed`,
      );
    if (text?.trim() === '')
      throw new LedgerError('invalid', `the sentence "${id}" is empty: drop it instead`);
  }
  const byId = new Map((edits.sentences ?? []).map(edit => [edit.id, edit]));
  const edited = <S extends SitrepSentence>(sentences: readonly S[]): S[] =>
    sentences.flatMap(sentence => {
      const edit = byId.get(sentence.id);
      if (edit == null) return [sentence];
      if (edit.drop === true) return [];
      const text = edit.text?.trim() ?? sentence.text;
      return [
        text === sentence.text
          ? sentence
          : { ...sentence, text, original: sentence.original ?? sentence.text },
      ];
    });
  return {
    ...sitrep,
    title: edits.title?.trim() || sitrep.title,
    note: edits.note?.trim() || sitrep.note,
    summary: edited(sitrep.summary),
    changes: edited(sitrep.changes),
    disputed: edited(sitrep.disputed),
    figures: edited(sitrep.figures),
  };
}
