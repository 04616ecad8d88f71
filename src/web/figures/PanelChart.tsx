import type { MouseEvent, ReactElement } from 'react';
import { figureText } from '../parts/ClaimCard.tsx';
import { mediumDate, shortDate } from '../record/dates.ts';
import { hrefTo, navigate } from '../state/view-store.ts';
import { strings } from '../strings.ts';
import { drawnAt, type Panel, type PanelPoint } from './series.ts';

const WIDTH = 320,
  HEIGHT = 146,
  LEFT = 40,
  RIGHT = 8,
  TOP = 24,
  BOTTOM = 24;
/** How far from the sides a value's words must begin, so that they stay inside. */
const HALF_WORD = 24;

const short = new Intl.NumberFormat('en-GB', { notation: 'compact', maximumFractionDigits: 1 });
const rangeOf = (p: PanelPoint): string => figureText({ min: p.low ?? p.best, max: p.high ?? p.best });

/** A measure at a place over time: a dot is the figure, a bar its range, an arrow an open end. Each leads to its words. */
export function PanelChart({
  panel,
  first,
  last,
  label,
}: {
  panel: Panel;
  first: number;
  last: number;
  label: string;
}): ReactElement {
  const { top } = panel;
  const x = (d: number): number => LEFT + ((WIDTH - LEFT - RIGHT) * (d - first + 0.5)) / (last - first + 1);
  const y = (n: number): number => TOP + (HEIGHT - TOP - BOTTOM) * (1 - n / top);
  const final = panel.points.at(-1);
  const lines = top > 1 ? [0, top / 2, top] : [0, top];
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of links inside a drawing; a fieldset cannot stand in SVG
    <svg className="chart panel-chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="group" aria-label={label}>
      {lines.map(n => (
        <g key={n}>
          <line x1={LEFT} x2={WIDTH} y1={y(n)} y2={y(n)} className={n === 0 ? 'chart-axis' : 'chart-line'} />
          <text x={LEFT - 6} y={y(n) + 4} textAnchor="end">
            {short.format(n)}
          </text>
        </g>
      ))}
      <text x={LEFT} y={HEIGHT - 5}>
        {shortDate(first)}
      </text>
      {last === first ? null : (
        <text x={WIDTH} y={HEIGHT - 5} textAnchor="end">
          {shortDate(last)}
        </text>
      )}
      {panel.points.map(p => (
        <Point key={p.claim} point={p} x={x} y={y} />
      ))}
      {final == null ? null : <Value point={final} x={x(final.day)} y={y} />}
    </svg>
  );
}

function Point({
  point: p,
  x,
  y,
}: {
  point: PanelPoint;
  x: (day: number) => number;
  y: (n: number) => number;
}): ReactElement | null {
  const value = drawnAt(p);
  if (value == null) return null;
  const [low, high] = [p.low ?? value, p.high ?? value];
  const [cx, cy] = [x(p.day), y(value)];
  const go = (event: MouseEvent): void => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    navigate({ view: 'report', report: p.report, claim: p.claim });
  };
  const said = `${rangeOf(p)}, ${mediumDate(p.day)}`;
  return (
    <a href={hrefTo({ view: 'report', report: p.report, claim: p.claim })} onClick={go} aria-label={said}>
      <title>{`${said}, ${p.running ? strings.figures.running : strings.figures.own}`}</title>
      <rect x={cx - 12} y={cy - 12} width={24} height={24} fill="transparent" />
      {high > low ? <line x1={cx} x2={cx} y1={y(low)} y2={y(high)} className="chart-range" /> : null}
      {p.high == null && p.low != null ? (
        <path d={`M${cx - 4} ${cy - 7}l4 -5l4 5`} className="chart-open" />
      ) : null}
      <circle cx={cx} cy={cy} r={4} className={p.running ? 'chart-dot' : 'chart-dot chart-dot-own'} />
    </a>
  );
}

/** The last figure in words, above its dot and inside the drawing. */
function Value({ point: p, x, y }: { point: PanelPoint; x: number; y: (n: number) => number }): ReactElement {
  const value = drawnAt(p) ?? 0;
  const isOpen = p.high == null && p.low != null;
  return (
    <text
      x={Math.min(Math.max(x, LEFT + HALF_WORD), WIDTH - HALF_WORD)}
      y={y(p.high ?? value) - (isOpen ? 15 : 9)}
      textAnchor="middle"
      className="chart-value"
    >
      {short.format(value)}
    </text>
  );
}
