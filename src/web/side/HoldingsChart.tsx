import type { ReactElement } from 'react';
import { monthName, shortDate } from '../record/dates.ts';
import type { Holdings } from '../record/holdings.ts';
import { useNarrow } from '../state/use-narrow.ts';
import { makeScale, ticksOf } from '../time/scale.ts';

const WIDE = 720,
  NARROW = 360,
  HEIGHT = 220,
  LEFT = 34,
  BOTTOM = 24,
  TOP = 10,
  /** Half the width of a day's name. */
  HALF_TICK = 20;

/** Steps of a count over days as an SVG path that starts and ends on the ground line. */
function area(counts: Int32Array, x: (i: number) => number, y: (n: number) => number): string {
  let path = `M${x(0)} ${y(0)}`;
  counts.forEach((n, i) => {
    path += `V${y(n)}H${x(i + 1)}`;
  });
  return `${path}V${y(0)}Z`;
}

/** What a side held, day by day: filled for held, striped for contested; the line is the day that the timeline shows. */
export function HoldingsChart({
  holdings,
  firstDay,
  lastDay,
  day,
  colour,
  label,
}: {
  holdings: Holdings;
  firstDay: number;
  lastDay: number;
  day: number;
  colour: string;
  label: string;
}): ReactElement {
  const width = useNarrow() ? NARROW : WIDE;
  const days = lastDay - firstDay + 1;
  const most = Math.max(4, ...holdings.held);
  const x = (i: number): number => LEFT + ((width - LEFT) * i) / days;
  const y = (n: number): number => TOP + (HEIGHT - TOP - BOTTOM) * (1 - n / most);
  const step = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000].find(s => most / s <= 5) ?? most;
  const lines = Array.from({ length: Math.floor(most / step) + 1 }, (_, i) => i * step);
  const ticks = ticksOf(makeScale(firstDay, lastDay, width - LEFT));
  return (
    <svg className="chart" viewBox={`0 0 ${width} ${HEIGHT}`} role="img" aria-label={label}>
      <defs>
        <pattern
          id="stripes"
          width="5"
          height="5"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width="1.6" height="5" className="chart-stripe" />
        </pattern>
      </defs>
      {lines.map(n => (
        <g key={n}>
          <line x1={LEFT} x2={width} y1={y(n)} y2={y(n)} className="chart-line" />
          <text x={LEFT - 8} y={y(n) + 4} textAnchor="end">
            {n}
          </text>
        </g>
      ))}
      <path d={area(holdings.held, x, y)} fill={colour} fillOpacity={0.8} />
      <path d={area(holdings.contested, x, y)} fill="url(#stripes)" />
      {ticks.map(t => (
        <text
          key={t.day}
          x={Math.min(x(t.day - firstDay + 0.5), width - HALF_TICK)}
          y={HEIGHT - 6}
          textAnchor="middle"
        >
          {t.kind === 'day' ? shortDate(t.day) : monthName(t.day)}
        </text>
      ))}
      {day < firstDay || day > lastDay ? null : (
        <line
          x1={x(day - firstDay + 0.5)}
          x2={x(day - firstDay + 0.5)}
          y1={TOP - 6}
          y2={HEIGHT - BOTTOM}
          className="chart-now"
        />
      )}
    </svg>
  );
}
