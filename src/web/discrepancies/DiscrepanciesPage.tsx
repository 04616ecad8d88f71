import type { ReactElement } from 'react';
import { useAnswer } from '../api/client.ts';
import { paths } from '../api/paths.ts';
import { Shown, Waiting } from '../parts/States.tsx';
import { today } from '../record/dates.ts';
import { knownText } from '../record/days.ts';
import { useMoment } from '../state/record-store.ts';
import { useSettled } from '../state/use-settled.ts';
import { showList, useRestedView } from '../state/view-store.ts';
import { strings } from '../strings.ts';
import type { DiscrepancyRow } from '../types.ts';
import { isDeferred, useDeferred } from './deferred.ts';
import { Inbox } from './Inbox.tsx';

const TABS = ['open', 'deferred', 'settled', 'all'] as const;
type Which = (typeof TABS)[number];

/** Everything that disagrees, as known at the time that the timeline says. */
export function DiscrepanciesPage(): ReactElement {
  const { known, country } = useMoment();
  const path = useSettled(paths.discrepancies({ country, knownAt: knownText(known) }));
  const answer = useAnswer<DiscrepancyRow[]>(path);
  const { tab } = useRestedView();
  const which: Which = TABS.find(t => t === tab) ?? 'open';
  const put = useDeferred();
  const now = today();
  return (
    <div className="page">
      <h1>{strings.discrepancies.title}</h1>
      <p className="lead">{strings.discrepancies.intro}</p>
      <Shown answer={answer} path={path} lines={8}>
        {rows => {
          if (put == null) return <Waiting lines={8} />;
          const isOff = (r: DiscrepancyRow): boolean => isDeferred(r, put, now);
          const open = rows.filter(r => r.settledBy == null && !isOff(r)),
            deferred = rows.filter(isOff),
            settled = rows.filter(r => r.settledBy != null);
          const sets = { open, deferred, settled, all: rows };
          const shown = [...sets[which]].sort((a, b) => (a.knownSince < b.knownSince ? 1 : -1));
          return (
            <>
              <div className="tabs no-print">
                {TABS.filter(w => w !== 'deferred' || deferred.length > 0 || which === w).map(w => (
                  <button
                    key={w}
                    type="button"
                    aria-pressed={which === w}
                    onClick={() => showList(w === 'open' ? null : w)}
                  >
                    {strings.discrepancies[w]} <span className="count">{sets[w].length}</span>
                  </button>
                ))}
              </div>
              {shown.length === 0 ? <p className="none">{strings.discrepancies.none}</p> : null}
              <Inbox
                rows={shown}
                whereIs={id =>
                  settled.some(r => r.id === id)
                    ? strings.discrepancies.nowSettled(open.length)
                    : deferred.some(r => r.id === id)
                      ? strings.discrepancies.nowDeferred(open.length)
                      : strings.discrepancies.nowOpen(open.length)
                }
              />
            </>
          );
        }}
      </Shown>
    </div>
  );
}
