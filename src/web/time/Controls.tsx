import { type ReactElement, useEffect, useState } from 'react';
import { knownDate, weekdayDate } from '../record/dates.ts';
import { openDock } from '../state/dock.ts';
import { useMoment } from '../state/record-store.ts';
import { adjust, useView } from '../state/view-store.ts';
import { strings } from '../strings.ts';
import { play, setLinked, toLatest } from './play.ts';

/** The two dates in words, the link between them, play, and what opens the lanes. */
export function Controls({ open }: { open: boolean }): ReactElement {
  const { day, known } = useMoment();
  const { linked, at, knownAt, span } = useView();
  const [stop, setStop] = useState<(() => void) | null>(null);
  useEffect(() => () => stop?.(), [stop]);
  const toggle = (): void => {
    if (stop != null) {
      stop();
      setStop(null);
    } else setStop(() => play(() => setStop(null)));
  };
  return (
    <div className="dock-controls">
      <button
        type="button"
        className="play"
        onClick={toggle}
        aria-label={stop == null ? strings.time.play : strings.time.pause}
      >
        <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
          {stop == null ? <path d="M3 1.5v13l11-6.5z" /> : <path d="M3 2h3.5v12H3zM9.5 2H13v12H9.5z" />}
        </svg>
      </button>
      <div className="dock-times">
        <p className="time-at">
          <span>{strings.time.at}</span> <strong>{weekdayDate(day)}</strong>
        </p>
        <button
          type="button"
          className="link-times"
          aria-pressed={linked}
          aria-label={linked ? strings.time.unlink : strings.time.link}
          title={linked ? strings.time.linked : strings.time.apart}
          onClick={() => setLinked(!linked)}
        >
          <svg
            viewBox="0 0 24 24"
            width="16"
            height="16"
            fill="none"
            stroke="currentColor"
            strokeWidth="2"
            strokeLinecap="round"
            aria-hidden="true"
          >
            <path d="M9 15l6-6" visibility={linked ? 'visible' : 'hidden'} />
            <path d="M11 6l2-2a4.2 4.2 0 0 1 6 6l-2 2M13 18l-2 2a4.2 4.2 0 0 1-6-6l2-2" />
          </svg>
        </button>
        <p className="time-known">
          <span>{strings.time.known}</span> <strong>{knownDate(known)}</strong>
        </p>
      </div>
      <div className="dock-more">
        <button
          type="button"
          className="quiet-button"
          onClick={toLatest}
          disabled={at == null && knownAt == null}
        >
          {strings.time.latest}
        </button>
        <button
          type="button"
          className="quiet-button span-button"
          onClick={() => adjust({ span: span === 'all' ? null : 'all' })}
        >
          {span === 'all' ? strings.time.busyDays : strings.time.wholeRecord}
        </button>
      </div>
      <button
        type="button"
        className="dock-toggle"
        aria-expanded={open}
        aria-label={open ? strings.time.close : strings.time.open}
        title={open ? strings.time.close : strings.time.open}
        onClick={() => openDock(!open)}
      >
        <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
          <path
            d={open ? 'M3 5.5l5 5 5-5' : 'M3 10.5l5-5 5 5'}
            fill="none"
            stroke="currentColor"
            strokeWidth="1.8"
          />
        </svg>
      </button>
    </div>
  );
}
