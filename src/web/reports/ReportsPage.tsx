import type { ReactElement } from 'react';
import { useAnswer } from '../api/client.ts';
import { paths } from '../api/paths.ts';
import { ViewLink } from '../parts/Links.tsx';
import { Shown } from '../parts/States.tsx';
import { publishedDate } from '../record/dates.ts';
import { useMoment } from '../state/record-store.ts';
import { strings } from '../strings.ts';
import type { ReportRow } from '../types.ts';

/** Every report known at the time shown, newest first. */
export function ReportsPage(): ReactElement {
  const { known } = useMoment();
  const answer = useAnswer<ReportRow[]>(paths.reports);
  return (
    <div className="page">
      <h1>{strings.reportList.title}</h1>
      <p className="lead">{strings.reportList.intro}</p>
      <Shown answer={answer} path={paths.reports} lines={10}>
        {all => <Table all={all} rows={all.filter(r => Date.parse(r.known) <= known)} />}
      </Shown>
    </div>
  );
}

function Table({ all, rows }: { all: readonly ReportRow[]; rows: readonly ReportRow[] }): ReactElement {
  const { columns, copyOf, own, none, noneKnown } = strings.reportList;
  if (rows.length === 0) return <p className="none">{all.length === 0 ? none : noneKnown}</p>;
  const titles = new Map(all.map(r => [r.id, r.title ?? strings.report.untitled]));
  return (
    <table className="reports">
      <thead>
        <tr>
          <th scope="col">{columns.published}</th>
          <th scope="col">{columns.title}</th>
          <th scope="col">{columns.outlet}</th>
          <th scope="col" className="number">
            {columns.claims}
          </th>
        </tr>
      </thead>
      <tbody>
        {[...rows]
          .sort((a, b) => (a.known < b.known ? 1 : a.known > b.known ? -1 : a.id < b.id ? -1 : 1))
          .map(r => (
            <tr key={r.id}>
              <td className="when">
                {r.published == null ? strings.report.undated : publishedDate(r.published)}
              </td>
              <td>
                <ViewLink to={{ view: 'report', report: r.id }} className="words">
                  <bdi>{r.title ?? strings.report.untitled}</bdi>
                </ViewLink>
                {r.copyOf == null ? null : <div className="quiet">{copyOf(titles.get(r.copyOf) ?? own)}</div>}
                {r.unread == null ? null : <div className="quiet">{strings.report.unread(r.unread)}</div>}
              </td>
              <td>
                <bdi>{r.outlet ?? strings.report.unknownOutlet}</bdi>
              </td>
              <td className="number">{r.claims}</td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}
