import { type ChangeEvent, type FormEvent, type ReactElement, useMemo, useRef, useState } from 'react';
import { post, refresh } from '../api/client.ts';
import { paths } from '../api/paths.ts';
import { DateField } from '../parts/DateField.tsx';
import { ViewLink } from '../parts/Links.tsx';
import { publishedDate } from '../record/dates.ts';
import { forget, useKept } from '../state/kept.ts';
import { strings } from '../strings.ts';
import type { Filing, Reading, ReportInput } from '../types.ts';
import { Bring, type Incoming, IncomingList } from './Incoming.tsx';
import { Preview } from './Preview.tsx';

type Fields = Record<'text' | 'title' | 'outlet' | 'published' | 'url', string>;

const inputOf = ({ text, title, outlet, published, url }: Fields): ReportInput => ({
  text,
  title: title || null,
  outlet: outlet || null,
  published: published || null,
  url: url || null,
});

const EMPTY: Fields = { text: '', title: '', outlet: '', published: '', url: '' };
const KEPT = 'add';

/** Paste a report, see at once what is read in it, then file it. Nothing goes into the record before that; what is typed outlasts leaving the page. */
export function AddPage(): ReactElement {
  const [report, setReport] = useKept<Fields>(KEPT, EMPTY);
  const [wasKept, setWasKept] = useState(() => Object.values(report).some(said => said !== ''));
  const [read, setRead] = useState<{ input: ReportInput; reading: Reading } | null>(null);
  const [filing, setFiling] = useState<Filing | null>(null);
  const [busy, setBusy] = useState<'reading' | 'filing' | null>(null);
  const [error, setError] = useState<string | null>(null);

  const [came, setCame] = useState<readonly Incoming[]>([]);
  const [chosen, setChosen] = useState<ReportInput | null>(null);
  const [said, setSaid] = useState<string | null>(null);

  const input = useMemo(() => inputOf(report), [report]);
  const isStale = read != null && JSON.stringify(read.input) !== JSON.stringify(input);
  const form = useRef<HTMLFormElement>(null);
  const change = (fields: Partial<Fields>): void => {
    setReport({ ...report, ...fields });
    setFiling(null);
  };
  const set =
    (name: keyof Fields) =>
    (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>): void =>
      change({ [name]: event.target.value });
  const run = async (what: 'reading' | 'filing', work: () => Promise<void>): Promise<void> => {
    setBusy(what);
    setError(null);
    await work().catch((e: Error) => setError(e.message));
    setBusy(null);
  };
  const readIt = (event: FormEvent): void => {
    event.preventDefault();
    void run('reading', async () => {
      const { reading } = await post<{ reading: Reading }>(paths.read, input);
      setRead({ input, reading });
    });
  };
  const fileIt = (): void => {
    if (form.current?.reportValidity() === false) return;
    void run('filing', async () => {
      const filings = await post<Filing[]>(paths.reports, input);
      setFiling(filings[0] ?? null);
      if (filings[0]?.outcome !== 'refused') {
        forget(KEPT);
        setWasKept(false);
      }
      refresh();
    });
  };
  const choose = (given: ReportInput): void => {
    setChosen(given);
    setFiling(null);
    setWasKept(false);
    const next = {
      text: given.text,
      title: given.title ?? '',
      outlet: given.outlet ?? '',
      published: given.published ?? '',
      url: given.url ?? '',
    };
    setReport(next);
    void run('reading', async () => {
      const asked = inputOf(next);
      const { reading } = await post<{ reading: Reading }>(paths.read, asked);
      setRead({ input: asked, reading });
    });
  };
  const take = (what: readonly Incoming[]): void => {
    setCame(what);
    setSaid(null);
    const [first] = what.flatMap(c => c.reports);
    if (first != null) choose(first);
  };
  const fileAll = (reports: readonly ReportInput[]): void =>
    void run('filing', async () => {
      const filings = await post<Filing[]>(paths.reports, { reports });
      setSaid(
        strings.add.filedAll(
          filings.filter(f => f.outcome === 'filed').length,
          filings.filter(f => f.outcome === 'known').length,
        ),
      );
      refresh();
    });
  const watch = (address: string): void =>
    void run('filing', async () => {
      await post(paths.feeds, { feeds: [{ address }] });
      setSaid(strings.add.watched);
    });

  return (
    <div className="page page-add">
      <h1>{strings.add.title}</h1>
      <p className="lead">{strings.add.intro}</p>
      <Bring onCame={take} />
      <IncomingList
        came={came}
        chosen={chosen}
        busy={busy != null}
        onChoose={choose}
        onFileAll={fileAll}
        onWatch={watch}
      />
      {said == null ? null : (
        <p role="status" className="notice">
          {said}
        </p>
      )}
      {wasKept ? (
        <p role="status" className="notice">
          {strings.add.kept}{' '}
          <button
            type="button"
            className="quiet-button"
            onClick={() => {
              setReport(EMPTY);
              setRead(null);
              setWasKept(false);
              forget(KEPT);
            }}
          >
            {strings.add.clear}
          </button>
        </p>
      ) : null}
      <div className="add-columns">
        <form ref={form} onSubmit={readIt}>
          <div className="field">
            {/* Beside the field, not round it: what is typed there is no part of its name. */}
            <label htmlFor="add-text">{strings.add.text}</label>
            <textarea
              id="add-text"
              className="words"
              rows={12}
              value={report.text}
              onChange={set('text')}
              required
              dir="auto"
            />
          </div>
          <label className="field">
            <span>{strings.add.headline}</span>
            <input value={report.title} onChange={set('title')} dir="auto" />
          </label>
          <div className="field-pair">
            <label className="field">
              <span>{strings.add.outlet}</span>
              <input value={report.outlet} onChange={set('outlet')} dir="auto" />
            </label>
            <DateField
              label={strings.add.published}
              value={report.published.slice(0, 10)}
              onChange={published => change({ published })}
            />
          </div>
          <p className="quiet">
            {report.published.length > 10 ? publishedDate(report.published) : strings.add.publishedHint}
          </p>
          <label className="field">
            <span>{strings.add.url}</span>
            <input type="url" value={report.url} onChange={set('url')} />
          </label>
          <div className="buttons">
            <button
              type="submit"
              className={read == null || isStale ? 'primary' : undefined}
              disabled={busy != null}
            >
              {busy === 'reading' ? strings.add.reading : strings.add.read}
            </button>
            <button
              type="button"
              className={read == null || isStale ? undefined : 'primary'}
              disabled={read == null || isStale || busy != null || filing != null}
              onClick={fileIt}
            >
              {busy === 'filing' ? strings.add.filing : strings.add.file}
            </button>
          </div>
          <div role="status">
            {isStale ? <p className="quiet">{strings.add.stale}</p> : null}
            {filing == null ? null : <FilingNote filing={filing} />}
          </div>
          {error == null ? null : (
            <p role="alert" className="error">
              {error}
            </p>
          )}
        </form>
        <section className="add-preview" aria-label={strings.add.preview}>
          {read == null ? (
            <p className="add-hint">{strings.add.previewHint}</p>
          ) : (
            <Preview input={read.input} reading={read.reading} />
          )}
        </section>
      </div>
    </div>
  );
}

/** What became of the report, in one sentence. */
function FilingNote({ filing }: { filing: Filing }): ReactElement {
  const { add } = strings;
  const said =
    filing.outcome === 'filed'
      ? add.filed(filing.claims)
      : filing.outcome === 'known'
        ? add.known
        : filing.outcome === 'unread'
          ? add.unread(filing.why)
          : add.refused(filing.why);
  return (
    <p className="notice">
      {said}{' '}
      {filing.outcome === 'refused' ? null : (
        <ViewLink to={{ view: 'report', report: filing.report }}>{add.open}</ViewLink>
      )}
    </p>
  );
}
