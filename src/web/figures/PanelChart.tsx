import type { MouseEvent, ReactElement } from 'react';
import { figureText } from '../parts/ClaimCard.tsx';
import { mediumDate, shortDate } from '../record/dates.ts';
import { hrefTo, navigate } from '../state/view-store.ts';
import { strings } from '../strings.ts';
import type { Panel, PanelPoint } from './series.ts';

const WIDTH = 300,
  HEIGHT = 132,
  LEFT = 6,
  RIGHT = 58,
  TOP = 14,
  BOTTOM = 22;

const short = new Intl.NumberFormat('en-GB', { notation: 'compact', maximumFractionDigits: 1 });
const rangeOf = (p: PanelPoint): string => figureText({ min: p.low ?? p.best, max: p.high ?? p.best });

/** A measure at a place over time: a dot is the figure, a bar its range, an arrow an open end. Each leads to its words. */
export function PanelChart({
  panel,
  most,
  first,
  last,
  label,
}: {
  panel: Panel;
  most: number;
  first: number;
  last: number;
  label: string;
}): ReactElement {
  const x = (d: number): number => LEFT + ((WIDTH - LEFT - RIGHT) * (d - first + 0.5)) / (last - first + 1);
  const y = (n: number): number => TOP + (HEIGHT - TOP - BOTTOM) * (1 - n / most);
  const go = (event: MouseEvent, p: PanelPoint): void => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    navigate({ view: 'report', report: p.report, claim: p.claim });
  };
  const final = panel.points.at(-1);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of links inside a drawing; a fieldset cannot stand in SVG
    <svg className="chart panel-chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="group" aria-label={label}>
      <line x1={0} x2={WIDTH - RIGHT} y1={y(0)} y2={y(0)} className="chart-axis" />
      <line x1={0} x2={WIDTH - RIGHT} y1={y(most)} y2={y(most)} className="chart-line" />
      <text x={0} y={y(most) - 4}>
        {short.format(most)}
      </text>
      <text x={0} y={HEIGHT - 6}>
        {shortDate(first)}
      </text>
      <text x={WIDTH - RIGHT} y={HEIGHT - 6} textAnchor="end">
        {shortDate(last)}
      </text>
      {panel.points.map(p => {
        const value = p.best ?? p.low ?? p.high;
        if (value == null) return null;
        const [low, high] = [p.low ?? value, p.high ?? value];
        const [cx, cy] = [x(p.day), y(value)];
        return (
          <a
            key={p.claim}
            href={hrefTo({ view: 'report', report: p.report, claim: p.claim })}
            onClick={e => go(e, p)}
            aria-label={`${rangeOf(p)}, ${mediumDate(p.day)}`}
          >
            <title>{`${rangeOf(p)}, ${mediumDate(p.day)}, ${p.running ? strings.figures.running : strings.figures.own}`}</title>
            <rect x={cx - 12} y={TOP - 8} width={24} height={HEIGHT - TOP - BOTTOM + 12} fill="transparent" />
            {high > low ? <line x1={cx} x2={cx} y1={y(low)} y2={y(high)} className="chart-range" /> : null}
            {p.high == null && p.low != null ? (
              <path d={`M${cx - 4} ${cy - 7}l4 -5l4 5`} className="chart-open" />
            ) : null}
            <circle cx={cx} cy={cy} r={4} className={p.running ? 'chart-dot' : 'chart-dot chart-dot-own'} />
          </a>
        );
      })}
      {final == null ? null : (
        <text
          x={x(final.day) + 10}
          y={y(final.best ?? final.low ?? final.high ?? 0) + 4}
          className="chart-value"
        >
          {short.format(final.best ?? final.low ?? final.high ?? 0)}
        </text>
      )}
    </svg>
  );
}
