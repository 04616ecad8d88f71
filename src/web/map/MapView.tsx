import { type ReactElement, useEffect, useMemo, useRef, useState } from 'react';
import { useAnswer } from '../api/client.ts';
import { paths } from '../api/paths.ts';
import { dayOf } from '../record/days.ts';
import { currentRecord, onRecord, useRecordPart } from '../state/record-store.ts';
import { currentTheme, onTheme } from '../state/theme.ts';
import { adjust, currentView, navigate, onView } from '../state/view-store.ts';
import { strings } from '../strings.ts';
import type { DivisionShapes } from '../types.ts';
import { loadBasemap } from './basemap.ts';
import type { MapHandle, MapPhase, Under } from './create-map.ts';
import { freeCorner } from './free-corner.ts';
import { Legend } from './Legend.tsx';
import { MapTip } from './MapTip.tsx';

/** The map of the country, drawn after the first paint; the list of places says the same to who cannot see it. */
export function MapView(): ReactElement {
  const country = useRecordPart(r => (r.state === 'here' ? r.moment.country : null));
  const extent = useRecordPart(r => (r.state === 'here' ? r.moment.extent : null));
  const shapes = useAnswer<DivisionShapes>(country == null ? null : paths.shapes(country));
  const container = useRef<HTMLDivElement>(null);
  const overlay = useRef<HTMLCanvasElement>(null);
  const paper = useRef<HTMLCanvasElement>(null);
  const handle = useRef<MapHandle | null>(null);
  const [under, setUnder] = useState<Under | null>(null);
  const [phase, setPhase] = useState<MapPhase | 'failed'>('waiting');
  const data = shapes.state === 'here' ? shapes.data : null;

  useEffect(() => {
    if (data == null) return;
    let over = false;
    const leave: (() => void)[] = [];
    const start = async (): Promise<void> => {
      const [{ createMap }, basemap] = await Promise.all([import('./create-map.ts'), loadBasemap()]);
      const record = currentRecord();
      if (over || record.state !== 'here') return;
      if (container.current == null || overlay.current == null) return;
      if (paper.current == null) return;
      const map = createMap({
        container: container.current,
        overlay: overlay.current,
        paper: paper.current,
        basemap,
        shapes: data,
        theme: currentTheme(),
        moment: record.moment,
        camera: currentView().map,
        onHover: setUnder,
        onClick: found => {
          const { index } = record.moment;
          if (found == null) return;
          const seat = found.seat >= 0 ? index.places[found.seat]!.id : null;
          const place = found.place >= 0 ? index.places[found.place]!.id : seat;
          if (place != null) navigate({ place, map: currentView().map, from: currentView().from });
        },
        onMoved: camera => adjust({ map: camera }),
        onPhase: setPhase,
      });
      handle.current = map;
      const draw = (): void => {
        const now = currentRecord();
        const { place, from } = currentView();
        if (now.state === 'here') map.show(now.moment, place, from == null ? null : dayOf(from));
      };
      draw();
      const sizes = new ResizeObserver(() => map.resize());
      sizes.observe(container.current);
      leave.push(
        onRecord(draw),
        onView(draw),
        onTheme(() => map.setTheme(currentTheme())),
        () => sizes.disconnect(),
        () => map.remove(),
      );
    };
    afterPaint(() => {
      if (!over)
        start().catch(error => {
          console.error(error);
          setPhase('failed');
        });
    });
    return () => {
      over = true;
      for (const go of leave) go();
      handle.current = null;
    };
  }, [data]);

  const corner = useMemo(() => (data == null ? 'hidden' : freeCorner(data)), [data]);
  const name = extent?.countries.find(c => c.code === country)?.name ?? country ?? '';
  return (
    <section className="map" aria-label={strings.map.label(name)} data-phase={phase} data-legend={corner}>
      <div className="map-ground" ref={container} />
      <div className="map-places" aria-hidden="true">
        <canvas ref={overlay} />
      </div>
      <div className="map-paper" aria-hidden="true">
        <canvas ref={paper} />
      </div>
      {phase === 'failed' || shapes.state === 'failed' ? (
        <p className="map-note">{strings.map.failed}</p>
      ) : null}
      <div className="map-tools no-print">
        <button type="button" onClick={() => handle.current?.zoom(1)} aria-label={strings.map.zoomIn}>
          +
        </button>
        <button type="button" onClick={() => handle.current?.zoom(-1)} aria-label={strings.map.zoomOut}>
          −
        </button>
        <button
          type="button"
          aria-label={strings.map.reset}
          title={strings.map.reset}
          onClick={() => {
            handle.current?.fit();
            adjust({ map: null });
          }}
        >
          ⤢
        </button>
      </div>
      <Legend />
      {under == null ? null : <MapTip under={under} />}
    </section>
  );
}

/** Runs once the browser has painted what is there. */
function afterPaint(run: () => void): void {
  requestAnimationFrame(() => setTimeout(run, 0));
}
