import { memo, type ReactElement, useEffect, useMemo, useRef, useState } from 'react';
import { useAnswer } from '../api/client.ts';
import { paths } from '../api/paths.ts';
import { knownDate, monthName, shortDate, weekdayDate } from '../record/dates.ts';
import { DAY_MS } from '../record/days.ts';
import { maskOf, PAPER } from '../record/say.ts';
import { useMoment } from '../state/record-store.ts';
import { useTheme } from '../state/theme.ts';
import { adjust, useView } from '../state/view-store.ts';
import { strings } from '../strings.ts';
import type { ReportRow } from '../types.ts';
import { countChanges, drawChanges, drawReports } from './draw-timeline.ts';
import { moveAt, moveKnown, play, setLinked, toLatest } from './play.ts';
import { makeScale, type Scale, ticksOf } from './scale.ts';

/** The two times: what happened when above the ruler, what became known when below it, a handle on each. */
export function Timeline(): ReactElement {
  const moment = useMoment();
  const view = useView();
  const theme = useTheme();
  const reports = useAnswer<ReportRow[]>(paths.reports);
  const lanes = useRef<HTMLDivElement>(null);
  const upper = useRef<HTMLCanvasElement>(null);
  const lower = useRef<HTMLCanvasElement>(null);
  // Measured when the size changes, not in each frame: asking a page for its layout just after changing it is what costs.
  const [size, setSize] = useState({ width: 0, upper: 0, lower: 0 });
  const { width } = size;
  const { index, day, known, firstDay, lastDay, country } = moment;
  const knownDay = Math.floor(known / DAY_MS);

  useEffect(() => {
    if (lanes.current == null) return;
    const sizes = new ResizeObserver(([entry]) =>
      setSize({
        width: Math.floor(entry!.contentRect.width),
        upper: upper.current?.clientHeight ?? 0,
        lower: lower.current?.clientHeight ?? 0,
      }),
    );
    sizes.observe(lanes.current);
    return () => sizes.disconnect();
  }, []);

  const scale = useMemo(() => makeScale(firstDay, lastDay, width), [firstDay, lastDay, width]);
  const mask = maskOf(index, country);
  const ever = useMemo(() => countChanges(index, Number.MAX_VALUE, mask, scale), [index, mask, scale]);
  const days = useMemo(
    () => (reports.state === 'here' ? reports.data.map(r => Math.floor(Date.parse(r.known) / DAY_MS)) : []),
    [reports],
  );

  useEffect(() => {
    if (width === 0 || upper.current == null || lower.current == null) return;
    const look = {
      theme,
      ink: theme === 'dark' ? '#ece8e0' : '#1d1b18',
      faint: theme === 'dark' ? '#8b857a' : '#8d877b',
      paper: PAPER[theme],
      ratio: Math.min(devicePixelRatio || 1, 2),
    };
    drawChanges(upper.current, countChanges(index, known, mask, scale), ever, scale, day, {
      ...look,
      height: size.upper,
    });
    drawReports(lower.current, days, scale, knownDay, { ...look, height: size.lower });
  }, [size, width, theme, index, known, mask, ever, scale, day, days, knownDay]);

  return (
    <section className="dock" aria-label={strings.time.dock}>
      <Controls />
      <div className="lanes" ref={lanes}>
        <div className="lane lane-changes" aria-hidden="true">
          <canvas ref={upper} />
        </div>
        <div className="ruler" aria-hidden="true">
          {width === 0 ? null : <Ticks scale={scale} />}
          <i className="needle needle-at" style={{ transform: `translateX(${scale.x(day)}px)` }} />
          <i
            className="needle needle-known"
            style={{ transform: `translateX(${scale.x(Math.min(knownDay, lastDay))}px)` }}
          />
        </div>
        <div className="lane lane-reports" aria-hidden="true">
          <canvas ref={lower} />
        </div>
        <input
          type="range"
          className="handle handle-at"
          min={firstDay}
          max={lastDay}
          value={day}
          onChange={e => moveAt(Number(e.target.value))}
          aria-label={strings.time.atLong}
          aria-valuetext={weekdayDate(day)}
        />
        <input
          type="range"
          className="handle handle-known"
          min={firstDay}
          max={lastDay}
          value={Math.min(knownDay, lastDay)}
          onChange={e => moveKnown(Number(e.target.value))}
          aria-label={strings.time.knownLong}
          aria-valuetext={knownDate(known)}
        />
      </div>
      {!view.linked && day > knownDay ? (
        <p className="dock-note">{strings.time.ahead(shortDate(knownDay))}</p>
      ) : null}
    </section>
  );
}

/** The dates along the ruler. */
const Ticks = memo(function Ticks({ scale }: { scale: Scale }): ReactElement {
  return (
    <>
      {ticksOf(scale).map(({ day, kind }) => (
        <span key={day} className="tick" style={{ left: scale.x(day) }}>
          {kind === 'day'
            ? shortDate(day)
            : kind === 'month'
              ? monthName(day)
              : new Date(day * DAY_MS).getUTCFullYear()}
        </span>
      ))}
    </>
  );
});

/** The two dates in words, the link between them, play. */
function Controls(): ReactElement {
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
    </div>
  );
}
