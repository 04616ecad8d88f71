import { type ReactElement, useEffect } from 'react';
import { AddPage } from './add/AddPage.tsx';
import { DiscrepanciesPage } from './discrepancies/DiscrepanciesPage.tsx';
import { FiguresPage } from './figures/FiguresPage.tsx';
import { Header } from './Header.tsx';
import { MapPage } from './MapPage.tsx';
import { Lost } from './parts/Lost.tsx';
import { Failed, NothingFiled, Waiting } from './parts/States.tsx';
import { PlaceView } from './place/PlaceView.tsx';
import { ReportPage } from './report/ReportPage.tsx';
import { ReportsPage } from './reports/ReportsPage.tsx';
import { ReviewPage } from './review/ReviewPage.tsx';
import { SearchPage } from './search/SearchPage.tsx';
import { SidePage } from './side/SidePage.tsx';
import { SitrepPage } from './sitrep/SitrepPage.tsx';
import { useDockOpen } from './state/dock.ts';
import { useRecordPart } from './state/record-store.ts';
import type { View } from './state/view.ts';
import { useRestedView } from './state/view-store.ts';
import { strings } from './strings.ts';
import { PrintedMoment } from './time/PrintedMoment.tsx';
import { Timeline } from './time/Timeline.tsx';
import { TodayPage } from './today/TodayPage.tsx';

/** Pages that stand outside the two times: their timeline would say nothing. */
const TIMELESS: readonly View['view'][] = ['report', 'add', 'search'];

export function App(): ReactElement {
  // What follows the handles asks for the moment itself: the frame around it stays.
  const state = useRecordPart(r => r.state);
  const failed = useRecordPart(r => (r.state === 'failed' ? r : null));
  const view = useRestedView();
  useEffect(() => {
    document.title = view.view === 'map' ? strings.name : `${strings.pages[view.view]} · ${strings.name}`;
  }, [view.view]);
  const empty = useRecordPart(
    r => r.state === 'here' && r.moment.index.places.length === 0 && r.moment.extent.reports === 0,
  );
  return (
    <>
      <a className="skip" href="#main">
        {strings.skip}
      </a>
      <Header />
      <Lost />
      {state === 'here' && !empty && !TIMELESS.includes(view.view) ? <PrintedMoment /> : null}
      <main id="main" tabIndex={-1} className={`view-${view.view}`}>
        {failed != null ? (
          <div className="page">
            <Failed message={failed.message} path={failed.path} />
          </div>
        ) : state === 'waiting' ? (
          <Frame map={view.view === 'map'} />
        ) : empty && view.view !== 'add' ? (
          <div className="page">
            <NothingFiled />
          </div>
        ) : (
          <Page view={view} />
        )}
      </main>
      {TIMELESS.includes(view.view) || empty || state === 'failed' ? null : state === 'here' ? (
        <Timeline />
      ) : (
        <DockWaiting />
      )}
    </>
  );
}

/** The room of the timeline while the record is on its way. */
function DockWaiting(): ReactElement {
  return <section className={useDockOpen() ? 'dock' : 'dock dock-slim'} aria-hidden="true" />;
}

/** The page's frame while the record is on its way: nothing moves when it comes. */
function Frame({ map }: { map: boolean }): ReactElement {
  return map ? (
    <div className="map-page">
      <div className="map" />
      <aside className="panel">
        <Waiting lines={10} />
      </aside>
    </div>
  ) : (
    <div className="page">
      <Waiting lines={10} />
    </div>
  );
}

function Page({ view }: { view: View }): ReactElement {
  if (view.view === 'report' && view.report != null) return <ReportPage key={view.report} id={view.report} />;
  if (view.view === 'place' && view.place != null)
    return (
      <div className="page">
        <PlaceView key={view.place} id={view.place} page />
      </div>
    );
  if (view.view === 'today') return <TodayPage />;
  if (view.view === 'side' && view.side != null) return <SidePage id={view.side} />;
  if (view.view === 'review') return <ReviewPage />;
  if (view.view === 'figures') return <FiguresPage />;
  if (view.view === 'sitrep') return <SitrepPage />;
  if (view.view === 'search') return <SearchPage />;
  if (view.view === 'add') return <AddPage />;
  if (view.view === 'reports') return <ReportsPage />;
  if (view.view === 'discrepancies') return <DiscrepanciesPage />;
  return <MapPage />;
}
