import { type ReactElement, useMemo, useRef } from 'react';
import { useAnswer } from '../api/client.ts';
import { paths } from '../api/paths.ts';
import { claimWords, SourceChain } from '../parts/ClaimCard.tsx';
import { PlaceLink, ViewLink } from '../parts/Links.tsx';
import { useSteps } from '../parts/More.tsx';
import { Shown } from '../parts/States.tsx';
import { knownDate, publishedDate, timeText } from '../record/dates.ts';
import { adjust, useView } from '../state/view-store.ts';
import { strings } from '../strings.ts';
import type { ClaimView, ReportRow, ReportView } from '../types.ts';
import { onlyIn } from './differ.ts';
import { ReportText } from './ReportText.tsx';

/** A report: its text as published, the words of each claim marked, its origin and its copies. */
export function ReportPage({ id }: { id: string }): ReactElement {
  const path = paths.report(id);
  const answer = useAnswer<ReportView>(path);
  const all = useAnswer<ReportRow[]>(paths.reports);
  // Its copies are told by their outlets: the page is shown once they are known, so that no line of it moves.
  const isTold = answer.state !== 'here' || copiesOf(answer.data).length === 0 || all.state !== 'waiting';
  return (
    <div className="page page-report">
      {answer.state === 'failed' ? <h1>{strings.pages.report}</h1> : null}
      <Shown answer={isTold ? answer : WAITING} path={path} lines={12}>
        {report => <Report report={report} rows={all.state === 'here' ? all.data : []} />}
      </Shown>
    </div>
  );
}

const WAITING = { state: 'waiting' } as const;

/** The other reports that carry the same words. */
const copiesOf = (report: ReportView): string[] =>
  [...new Set([...(report.copyOf == null ? [] : [report.copyOf]), ...report.copies])].filter(
    id => id !== report.id,
  );

function Report({ report, rows }: { report: ReportView; rows: readonly ReportRow[] }): ReactElement {
  const { besides } = useView();
  const setBesides = (id: string | null): void => adjust({ besides: id });
  const other = useAnswer<ReportView>(besides == null ? null : paths.report(besides));
  return (
    <article aria-labelledby="report-title">
      <header className="report-head">
        <p className="quiet">
          <bdi>{report.outlet ?? strings.report.unknownOutlet}</bdi> ·{' '}
          {report.published == null ? strings.report.undated : publishedDate(report.published)}
          {' · '}
          {strings.report.known(knownDate(report.known))}
        </p>
        <h1 id="report-title" className="words" dir="auto">
          {report.title ?? strings.report.untitled}
        </h1>
        <Copies report={report} rows={rows} besides={besides} onCompare={setBesides} />
        {report.unread == null ? null : <p className="notice">{strings.report.unread(report.unread)}</p>}
      </header>
      {besides == null ? (
        <ReportWithClaims report={report} />
      ) : (
        <Shown answer={other} path={paths.report(besides)} lines={12}>
          {copy => <SideBySide a={report} b={copy} />}
        </Shown>
      )}
    </article>
  );
}

/** The text with its claims marked, and the claims beside it. */
function ReportWithClaims({ report }: { report: ReportView }): ReactElement {
  const { claim: chosen } = useView();
  const claims = useMemo(() => report.claimViews.filter(c => c.in === 'text'), [report]);
  const choose = (id: string | null): void => adjust({ claim: id });
  const kinds = [...new Set(claims.map(c => c.kind))];
  return (
    <div className="report-columns">
      <div>
        {kinds.length === 0 ? null : (
          <p className="marks-key quiet">
            {strings.report.legend}:{' '}
            {kinds.map(k => (
              <mark key={k} className={`words words-${k}`}>
                {strings.claim.kinds[k].toLowerCase()}
              </mark>
            ))}
          </p>
        )}
        <ReportText text={report.text} claims={claims} chosen={chosen} onChoose={choose} />
      </div>
      <aside className="report-claims" aria-label={strings.report.claims}>
        <h2 className="claims-title">
          {strings.report.claims} <span className="count">{report.claimViews.length}</span>
        </h2>
        <ClaimLines claims={report.claimViews} chosen={chosen} onChoose={choose} />
        {report.discrepancies.length === 0 ? null : (
          <>
            <h2 className="claims-title">{strings.report.discrepancies}</h2>
            <ul>
              {report.discrepancies.map(d => (
                <li key={d.note}>{d.note}</li>
              ))}
            </ul>
          </>
        )}
      </aside>
    </div>
  );
}

/** As many claims are listed at once, and the chosen one with those before it. */
const AT_ONCE = 100;

function ClaimLines({
  claims,
  chosen,
  onChoose,
}: {
  claims: readonly ClaimView[];
  chosen: string | null;
  onChoose: (id: string | null) => void;
}): ReactElement {
  const list = useRef<HTMLOListElement>(null);
  const least = claims.findIndex(c => c.id === chosen) + 1;
  const { shown, more } = useSteps(claims.length, AT_ONCE, { list, target: '.claim-choose' }, least);
  if (claims.length === 0) return <p className="quiet">{strings.report.noClaims}</p>;
  return (
    <>
      <ol ref={list}>
        {claims.slice(0, shown).map(c => (
          <ClaimLine key={c.id} claim={c} chosen={c.id === chosen} onChoose={onChoose} />
        ))}
      </ol>
      {more}
    </>
  );
}

/** One claim as a line that chooses its words in the text. */
function ClaimLine({
  claim,
  chosen,
  onChoose,
}: {
  claim: ClaimView;
  chosen: boolean;
  onChoose: (id: string | null) => void;
}): ReactElement {
  const when = timeText(claim.time?.from ?? null, claim.time?.to ?? null);
  const place = claim.places[0];
  return (
    <li className={`claim-line claim-${claim.kind}`} aria-current={chosen ? 'true' : undefined}>
      <button
        type="button"
        className="claim-choose"
        aria-pressed={chosen}
        onClick={() => onChoose(chosen ? null : claim.id)}
      >
        {claimWords(claim)}
      </button>
      <p className="quiet">
        <SourceChain attribution={claim.attribution} outlet={claim.outlet} /> ·{' '}
        {when ?? strings.claim.undated}
        {place?.id == null ? null : (
          <>
            {' · '}
            <PlaceLink id={place.id} name={place.name} />
          </>
        )}
        {claim.verdict == null ? '' : ` · ${strings.claim.verdict[claim.verdict]}`}
      </p>
    </li>
  );
}

function Copies({
  report,
  rows,
  besides,
  onCompare,
}: {
  report: ReportView;
  rows: readonly ReportRow[];
  besides: string | null;
  onCompare: (id: string | null) => void;
}): ReactElement | null {
  const others = copiesOf(report);
  if (others.length === 0) return null;
  const rowOf = new Map(rows.map(r => [r.id, r]));
  return (
    <div className="copies">
      <p>
        {report.copyOf == null ? strings.report.copies : strings.report.copyOf}:{' '}
        {others.map((id, i) => (
          <span key={id}>
            {i > 0 ? ', ' : ''}
            <ViewLink to={{ view: 'report', report: id }}>
              <bdi>{rowOf.get(id)?.outlet ?? rowOf.get(id)?.title ?? id}</bdi>
            </ViewLink>
          </span>
        ))}
        . {strings.report.oneOrigin}
      </p>
      <p className="buttons no-print">
        {others.map(id => (
          <button
            key={id}
            type="button"
            aria-pressed={besides === id}
            onClick={() => onCompare(besides === id ? null : id)}
          >
            {strings.report.compare} {rowOf.get(id)?.outlet ?? id}
          </button>
        ))}
      </p>
    </div>
  );
}

/** Two texts beside each other; what only one has is marked. */
function SideBySide({ a, b }: { a: ReportView; b: ReportView }): ReactElement {
  const marks = useMemo(() => [onlyIn(a.text, b.text) ?? [], onlyIn(b.text, a.text) ?? []] as const, [a, b]);
  return (
    <>
      <p className="quiet">{strings.report.compareNote}</p>
      <div className="side-by-side">
        {[a, b].map((r, i) => (
          <section key={r.id} aria-label={r.outlet ?? strings.report.unknownOutlet}>
            <h2>
              <bdi>{r.outlet ?? strings.report.unknownOutlet}</bdi>
            </h2>
            <ReportText text={r.text} claims={[]} chosen={null} onChoose={() => {}} only={marks[i]!} />
          </section>
        ))}
      </div>
    </>
  );
}
