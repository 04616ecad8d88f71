import { type KeyboardEvent, type ReactElement, useEffect, useRef } from 'react';
import { useAnswer } from '../api/client.ts';
import { paths } from '../api/paths.ts';
import { DateSpan } from '../parts/DateSpan.tsx';
import { LastWord } from '../parts/LastWord.tsx';
import { Shown } from '../parts/States.tsx';
import { weekdayDate } from '../record/dates.ts';
import { dateOfDay, dayOf, endOfDay, knownText } from '../record/days.ts';
import { DAYS_BACK } from '../state/exact-view.ts';
import { useMoment } from '../state/record-store.ts';
import { useSettled } from '../state/use-settled.ts';
import { useView } from '../state/view-store.ts';
import { strings } from '../strings.ts';
import type { Change, Changes, DiscrepancyRow, ReportRow } from '../types.ts';
import { ChangeItem } from './ChangeItem.tsx';
import { Summary } from './Summary.tsx';

/** What changed between two days, in plain sentences, newest first, each with its sources a click away. */
export function TodayPage(): ReactElement {
  const view = useView();
  const { day, known, country, extent } = useMoment();
  const from = Math.min(view.from == null ? day - DAYS_BACK.today! : dayOf(view.from), day);
  // Nothing is waited for where the record ends before these days.
  const isPast = extent.lastDay != null && dayOf(extent.lastDay) < from;
  const knownAt = knownText(known);
  const path = useSettled(paths.changes({ from: dateOfDay(from), to: dateOfDay(day), country, knownAt }));
  const changes = useAnswer<Changes>(path);
  const reports = useAnswer<ReportRow[]>(paths.reports);
  const discrepancies = useAnswer<DiscrepancyRow[]>(useSettled(paths.discrepancies({ country, knownAt })));
  const list = useRef<HTMLDivElement>(null);
  const isHere = changes.state === 'here';
  // The keys act where the focus is: it goes to the list as the page opens, unless it is in a field already.
  useEffect(() => {
    const { activeElement: on, body } = document;
    if (isHere && (on == null || on === body || on.closest('nav') != null))
      list.current?.focus({ preventScroll: true });
  }, [isHere]);

  /** j and k, or the arrows, go from change to change; Enter opens the words, as on every button. */
  const step = (event: KeyboardEvent): void => {
    const by = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[event.key];
    if (by == null || event.metaKey || event.ctrlKey || event.altKey) return;
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('.change-open') ?? [])];
    const at = rows.indexOf(document.activeElement as HTMLElement);
    const next = rows[at < 0 ? (by > 0 ? 0 : -1) : at + by];
    if (next == null) return;
    event.preventDefault();
    next.focus();
  };

  const within = (instant: string): boolean =>
    Date.parse(instant) >= endOfDay(from - 1) && Date.parse(instant) <= known;
  return (
    <div className="page page-today">
      <h1>{strings.pages.today}</h1>
      <p className="lead">{strings.changes.intro}</p>
      <DateSpan from={from} to={day} />
      <Summary
        changes={changes.state === 'here' ? changes.data.rows : null}
        reports={reports.state === 'here' ? reports.data.filter(r => within(r.known)) : null}
        discrepancies={discrepancies.state === 'here' ? discrepancies.data : null}
        within={within}
      />
      <div className="today-notes quiet no-print">
        {isPast || (changes.state === 'here' && changes.data.rows.length === 0) ? null : (
          <p className="keys">{strings.changes.keys}</p>
        )}
        <LastWord before={from} />
      </div>
      <Shown answer={changes} path={path} lines={10}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p className="none">{strings.changes.noneBetween}</p>
          ) : (
            // biome-ignore lint/a11y/noStaticElementInteractions: only adds keys to the buttons inside
            <div ref={list} tabIndex={-1} className="today-list" onKeyDown={step}>
              {byDay(rows).map(([on, own]) => (
                <section key={on} className="today-day">
                  <h2 className="today-date">{weekdayDate(dayOf(on))}</h2>
                  <ul>
                    {own.map(change => (
                      <ChangeItem
                        key={`${change.place.id}${change.known}${change.after.status}`}
                        change={change}
                      />
                    ))}
                  </ul>
                </section>
              ))}
            </div>
          )
        }
      </Shown>
    </div>
  );
}

function byDay(rows: readonly Change[]): [string, Change[]][] {
  const days = new Map<string, Change[]>();
  for (const row of [...rows].sort((a, b) =>
    a.on < b.on ? 1 : a.on > b.on ? -1 : a.known < b.known ? 1 : -1,
  ))
    days.set(row.on, [...(days.get(row.on) ?? []), row]);
  return [...days];
}
