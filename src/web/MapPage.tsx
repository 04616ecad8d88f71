import { type ReactElement, useEffect, useRef } from 'react';
import { ChangeList } from './changes/ChangeList.tsx';
import { CompareWith } from './map/CompareWith.tsx';
import { MapView } from './map/MapView.tsx';
import { LastWord } from './parts/LastWord.tsx';
import { ViewLink } from './parts/Links.tsx';
import { PlaceTable } from './place/PlaceTable.tsx';
import { PlaceView } from './place/PlaceView.tsx';
import { showList, useRestedView } from './state/view-store.ts';
import { strings } from './strings.ts';

/** The map with what belongs beside it: the changes, the places, or one place. */
export function MapPage(): ReactElement {
  const { place, map, from, tab: said } = useRestedView();
  const tab = said === 'places' ? 'places' : 'changes';
  const panel = useRef<HTMLElement>(null);
  const before = useRef(place);
  useEffect(() => {
    // Where the panel lies under the map, a place that was chosen is brought into view.
    if (place != null && place !== before.current && matchMedia('(max-width: 899px)').matches)
      panel.current?.scrollIntoView({ block: 'start' });
    else if (place !== before.current) panel.current?.scrollTo(0, 0);
    before.current = place;
  }, [place]);
  return (
    <div className="map-page">
      <h1 className="visually-hidden">{strings.map.title}</h1>
      <MapView />
      <aside
        className="panel"
        ref={panel}
        aria-label={place == null ? strings.changes.title : strings.pages.place}
      >
        {place == null ? (
          <>
            <div className="tabs panel-tabs">
              <button type="button" aria-pressed={tab === 'changes'} onClick={() => showList(null)}>
                {strings.changes.title}
              </button>
              <button type="button" aria-pressed={tab === 'places'} onClick={() => showList('places')}>
                {strings.changes.places}
              </button>
            </div>
            <h2 className="visually-hidden">
              {tab === 'changes' ? strings.changes.title : strings.changes.places}
            </h2>
            <LastWord />
            <CompareWith />
            {tab === 'changes' ? <ChangeList /> : <PlaceTable />}
          </>
        ) : (
          <>
            <ViewLink to={{ view: 'map', map, from }} className="panel-back no-print">
              ← {strings.changes.title}
            </ViewLink>
            <PlaceView id={place} page={false} />
          </>
        )}
      </aside>
    </div>
  );
}
