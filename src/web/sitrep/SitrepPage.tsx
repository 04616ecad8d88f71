import { type ReactElement, useMemo, useState } from 'react';
import { useAnswer } from '../api/client.ts';
import { paths } from '../api/paths.ts';
import { DateSpan } from '../parts/DateSpan.tsx';
import { LastWord } from '../parts/LastWord.tsx';
import { Shown } from '../parts/States.tsx';
import { saveFile } from '../parts/save-file.ts';
import { knownDate, longDate, publishedDate } from '../record/dates.ts';
import { dateOfDay, dayOf, knownText } from '../record/days.ts';
import { fullName } from '../record/say.ts';
import { DAYS_BACK } from '../state/exact-view.ts';
import { useMoment } from '../state/record-store.ts';
import { useSettled } from '../state/use-settled.ts';
import { useView } from '../state/view-store.ts';
import { strings } from '../strings.ts';
import type { Sitrep, SitrepFormat } from '../types.ts';
import { useWork } from './drafts.ts';
import { type Draft, editsOf, outsideOf } from './edits.ts';
import { SitrepSection } from './SitrepSection.tsx';

const FORMATS: readonly SitrepFormat[] = ['md', 'html', 'pdf'];

/** A situation report between two days: chosen, edited sentence by sentence, and saved as a file. */
export function SitrepPage(): ReactElement {
  const view = useView();
  const { day, known, country } = useMoment();
  const from = Math.min(view.from == null ? day - DAYS_BACK.sitrep! : dayOf(view.from), day);
  const query = { from: dateOfDay(from), to: dateOfDay(day), country, knownAt: knownText(known) };
  const path = useSettled(paths.sitrep(query));
  const answer = useAnswer<Sitrep>(path);
  return (
    <div className="page page-sitrep">
      <h1 className="no-print">{strings.sitrep.title}</h1>
      <p className="lead no-print">{strings.sitrep.intro}</p>
      <DateSpan from={from} to={day} />
      <LastWord before={from} />
      <Shown answer={answer} path={path} lines={12}>
        {sitrep => <Editor key={path} sitrep={sitrep} query={query} />}
      </Shown>
    </div>
  );
}

/** Keeps a draft of the report's edits; the text itself stays the record's. */
function Editor({
  sitrep,
  query,
}: {
  sitrep: Sitrep;
  query: { from: string; to: string; country: string | null; knownAt: string };
}): ReactElement {
  // Without the known time: what is filed meanwhile must not take the edits away.
  const [{ drafts, places }, keep] = useWork(`${query.from} ${query.to} ${query.country}`);
  const setDrafts = (next: readonly Draft[]): void => keep({ drafts: next });
  const [saving, setSaving] = useState<SitrepFormat | null>(null);
  const [error, setError] = useState<string | null>(null);
  const draft = drafts.at(-1)!;
  const change = (next: Draft): void => setDrafts([...drafts, next]);
  /** Typing on in title or note is one step, not one a letter. */
  const type = (next: Draft): void => {
    const before = drafts.at(-2);
    const isTyping = before != null && before.texts === draft.texts && before.dropped === draft.dropped;
    setDrafts([...(isTyping ? drafts.slice(0, -1) : drafts), next]);
  };
  const outside = useMemo(() => outsideOf(sitrep, places), [sitrep, places]);
  const save = async (format: SitrepFormat): Promise<void> => {
    setSaving(format);
    setError(null);
    await saveFile(
      paths.sitrepFile,
      {
        from: query.from,
        to: query.to,
        ...(query.country == null ? {} : { country: query.country }),
        knownAt: query.knownAt,
        format,
        edits: editsOf(draft, sitrep, outside),
      },
      `situation-report.${format}`,
    ).catch((e: Error) => setError(e.message));
    setSaving(null);
  };
  const { sitrep: words } = strings;
  return (
    <>
      <PlaceChoice sitrep={sitrep} chosen={places} onChoose={next => keep({ places: next })} />
      <div className="buttons sitrep-buttons no-print">
        {FORMATS.map(format => (
          <button
            key={format}
            type="button"
            className={format === 'pdf' ? 'primary' : undefined}
            disabled={saving != null}
            onClick={() => void save(format)}
          >
            {saving === format ? words.saving : words.save[format]}
          </button>
        ))}
        <button type="button" disabled={drafts.length === 1} onClick={() => setDrafts(drafts.slice(0, -1))}>
          {words.undo}
        </button>
      </div>
      {error == null ? null : (
        <p role="alert" className="error">
          {error}
        </p>
      )}
      <article className="sitrep" aria-label={words.preview}>
        <label className="field">
          <span className="no-print">{words.heading}</span>
          <textarea
            className="sitrep-title"
            rows={1}
            value={draft.title === '' ? sitrep.title : draft.title}
            onChange={e => type({ ...draft, title: e.target.value.replaceAll('\n', ' ') })}
            dir="auto"
          />
        </label>
        <p className="quiet">
          {words.span(longDate(dayOf(sitrep.from)), longDate(dayOf(sitrep.to)))},{' '}
          {strings.place.knownAs(knownDate(sitrep.knownAt))}
          {sitrep.withheld ? ` · ${words.withheld}` : ''}
        </p>
        <label className="field">
          <span className="no-print">{words.note}</span>
          <textarea
            rows={2}
            value={draft.note}
            placeholder={words.noteHint}
            onChange={e => type({ ...draft, note: e.target.value })}
            dir="auto"
          />
        </label>
        {(['summary', 'changes', 'disputed', 'figures'] as const).map(section => (
          <SitrepSection
            key={section}
            title={words.sections[section]}
            sentences={sitrep[section]}
            sources={sitrep.sources}
            draft={draft}
            outside={outside}
            onChange={change}
          />
        ))}
        <p className="quiet">{words.mapNote}</p>
        <section>
          <h2 className="rule">
            {words.sources} <span className="count">{sitrep.sources.length}</span>
          </h2>
          <ol className="sitrep-sources">
            {sitrep.sources.map(s => (
              <li key={s.n} value={s.n} id={`source-${s.n}`}>
                <bdi>{s.title ?? strings.report.untitled}</bdi>
                <span className="quiet">
                  {' '}
                  <bdi>{s.outlet ?? strings.report.unknownOutlet}</bdi>
                  {s.published == null ? '' : `, ${publishedDate(s.published)}`}
                </span>
              </li>
            ))}
          </ol>
        </section>
      </article>
    </>
  );
}

/** Which places the report tells of: all, or some. */
function PlaceChoice({
  sitrep,
  chosen,
  onChoose,
}: {
  sitrep: Sitrep;
  chosen: readonly string[] | null;
  onChoose: (places: readonly string[] | null) => void;
}): ReactElement | null {
  const { index, extent } = useMoment();
  const ids = useMemo(
    () => [...new Set([...sitrep.changes, ...sitrep.disputed, ...sitrep.figures].flatMap(s => s.places))],
    [sitrep],
  );
  const nameOf = (id: string): string => {
    const at = index.placeAt.get(id);
    if (at != null) return fullName(index, at);
    return extent.countries.find(c => `iso:${c.code}` === id)?.name ?? id;
  };
  if (ids.length < 2) return null;
  const toggle = (id: string, on: boolean): void => {
    const next = (chosen ?? ids).filter(p => p !== id);
    const all = on ? [...next, id] : next;
    onChoose(all.length === ids.length ? null : all);
  };
  return (
    <details className="place-choice no-print">
      <summary>
        {strings.sitrep.places}{' '}
        <span className="count">
          {chosen == null ? strings.sitrep.allPlaces : strings.sitrep.somePlaces(chosen.length, ids.length)}
        </span>
      </summary>
      <ul>
        {[...ids]
          .sort((a, b) => nameOf(a).localeCompare(nameOf(b)))
          .map(id => (
            <li key={id}>
              <label>
                <input
                  type="checkbox"
                  checked={chosen == null || chosen.includes(id)}
                  onChange={e => toggle(id, e.target.checked)}
                />{' '}
                <bdi>{nameOf(id)}</bdi>
              </label>
            </li>
          ))}
      </ul>
    </details>
  );
}
