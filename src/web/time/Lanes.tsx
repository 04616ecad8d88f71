import { memo, type ReactElement, useEffect, useMemo, useRef, useState } from 'react';
import { useAnswer } from '../api/client.ts';
import { paths } from '../api/paths.ts';
import { knownDate, monthName, shortDate, weekdayDate } from '../record/dates.ts';
import { DAY_MS } from '../record/days.ts';
import { maskOf, PAPER } from '../record/say.ts';
import { useMoment } from '../state/record-store.ts';
import { useTheme } from '../state/theme.ts';
import { strings } from '../strings.ts';
import type { ReportRow } from '../types.ts';
import { drawChanges, drawReports, makeCounter } from './draw-timeline.ts';
import { moveAt, moveKnown } from './play.ts';
import { makeScale, type Scale, ticksOf } from './scale.ts';

/** What happened when above the ruler, what became known when below it, a handle on each. */
export function Lanes(): ReactElement {
  const moment = useMoment();
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
  const ever = useMemo(() => makeCounter(index, mask, scale)(Number.MAX_VALUE), [index, mask, scale]);
  const countAt = useMemo(() => makeCounter(index, mask, scale), [index, mask, scale]);
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
    drawChanges(upper.current, countAt(known), ever, scale, day, {
      ...look,
      height: size.upper,
    });
    drawReports(lower.current, days, scale, knownDay, { ...look, height: size.lower });
  }, [size, width, theme, known, countAt, ever, scale, day, days, knownDay]);

  return (
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
