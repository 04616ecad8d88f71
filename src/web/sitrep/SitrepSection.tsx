import { type ReactElement, useState } from 'react';
import { ViewLink } from '../parts/Links.tsx';
import { strings } from '../strings.ts';
import type { SitrepSentence, SitrepSource } from '../types.ts';
import { type Draft, drop, reword } from './edits.ts';

/** A part of the report: each sentence can be said otherwise or left out, and leads to the words it stands on. */
export function SitrepSection({
  title,
  sentences,
  sources,
  draft,
  outside,
  onChange,
}: {
  title: string;
  sentences: readonly SitrepSentence[];
  sources: readonly SitrepSource[];
  draft: Draft;
  outside: readonly string[];
  onChange: (draft: Draft) => void;
}): ReactElement | null {
  const shown = sentences.filter(s => !outside.includes(s.id));
  if (shown.length === 0) return null;
  return (
    <section>
      <h2 className="rule">{title}</h2>
      <ul className="sitrep-sentences">
        {shown.map(s => (
          <Sentence key={s.id} sentence={s} sources={sources} draft={draft} onChange={onChange} />
        ))}
      </ul>
    </section>
  );
}

function Sentence({
  sentence,
  sources,
  draft,
  onChange,
}: {
  sentence: SitrepSentence;
  sources: readonly SitrepSource[];
  draft: Draft;
  onChange: (draft: Draft) => void;
}): ReactElement {
  const { sitrep: words } = strings;
  const text = draft.texts[sentence.id] ?? sentence.text;
  const isOut = draft.dropped.includes(sentence.id);
  const [editing, setEditing] = useState<string | null>(null);
  const finish = (): void => {
    if (editing != null) onChange(reword(draft, sentence, editing));
    setEditing(null);
  };
  return (
    <li className={isOut ? 'sitrep-out' : undefined}>
      {editing == null ? (
        <p className="words">
          {text}{' '}
          {sentence.evidence.map(e => (
            <sup key={e.claim}>
              <ViewLink
                to={{
                  view: 'report',
                  report: sources.find(s => s.n === e.source)?.report ?? null,
                  claim: e.claim,
                }}
              >
                <span className="visually-hidden">{words.wordsOf(e.who)} </span>
                {e.source}
              </ViewLink>{' '}
            </sup>
          ))}
        </p>
      ) : (
        <textarea
          // biome-ignore lint/a11y/noAutofocus: the reader asked for this field a moment ago
          autoFocus
          rows={3}
          aria-label={words.editLabel}
          value={editing}
          onChange={e => setEditing(e.target.value)}
          onBlur={finish}
          onKeyDown={e => {
            if (e.key === 'Escape') setEditing(null);
            else if (e.key === 'Enter' && (e.metaKey || e.ctrlKey)) finish();
          }}
          dir="auto"
        />
      )}
      {text === sentence.text ? null : (
        <p className="quiet">
          {words.was} <bdi>{sentence.text}</bdi>
        </p>
      )}
      <p className="sitrep-tools no-print">
        {isOut ? null : (
          <button type="button" className="quiet-button" onClick={() => setEditing(text)}>
            {words.edit}
          </button>
        )}
        <button
          type="button"
          className="quiet-button"
          aria-pressed={isOut}
          onClick={() => onChange(drop(draft, sentence.id, !isOut))}
        >
          {isOut ? words.takeIn : words.leaveOut}
        </button>
      </p>
    </li>
  );
}
