import type { ReactElement, RefObject } from 'react';
import { strings } from '../strings.ts';
import { savePng, saveSvg } from './save-chart.ts';

/** Saves the chart inside an element as SVG or PNG. */
export function SaveChart({ of, title }: { of: RefObject<HTMLElement | null>; title: string }): ReactElement {
  const save = (how: (svg: SVGSVGElement, title: string) => unknown): void => {
    const svg = of.current?.querySelector<SVGSVGElement>('svg.chart');
    if (svg != null) void how(svg, title);
  };
  return (
    <span className="save-chart no-print">
      <button
        type="button"
        className="quiet-button"
        aria-label={`${strings.figures.saveSvg}: ${title}`}
        onClick={() => save(saveSvg)}
      >
        SVG
      </button>
      <button
        type="button"
        className="quiet-button"
        aria-label={`${strings.figures.savePng}: ${title}`}
        onClick={() => save(savePng)}
      >
        PNG
      </button>
    </span>
  );
}
