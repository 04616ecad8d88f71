import { dayOf } from '../record/days.ts';
import type { FigurePoint, FigureSeries } from '../types.ts';

/** One point of a panel: a figure of one origin, with the claim it leads to. */
export interface PanelPoint extends FigurePoint {
  readonly day: number;
  readonly origin: string;
}

/** One small chart: a measure at a place, from every origin. */
export interface Panel {
  readonly place: string | null;
  readonly unit: string;
  readonly who: string | null;
  readonly points: readonly PanelPoint[];
}

/** The panels of one measure, on one scale. */
export interface Measure {
  readonly term: string;
  readonly panels: readonly Panel[];
  readonly most: number;
}

/** Arranges series by measure, then place; a place's origins share its panel. Measures with the most points come first. */
export function measuresOf(series: readonly FigureSeries[]): Measure[] {
  const measures = new Map<string, Map<string, Panel & { points: PanelPoint[] }>>();
  for (const s of series) {
    const panels = measures.get(s.term) ?? new Map<string, Panel & { points: PanelPoint[] }>();
    measures.set(s.term, panels);
    const key = [s.place, s.unit, s.who].join('|');
    const panel = panels.get(key) ?? { place: s.place, unit: s.unit, who: s.who, points: [] };
    panels.set(key, panel);
    for (const p of s.points) panel.points.push({ ...p, origin: s.origin, day: dayOf(p.date ?? p.known) });
  }
  return [...measures]
    .map(([term, panels]) => {
      const rows = [...panels.values()].sort((a, b) => b.points.length - a.points.length);
      for (const row of rows) row.points.sort((a, b) => a.day - b.day || (a.claim < b.claim ? -1 : 1));
      const most = Math.max(1, ...rows.flatMap(r => r.points.map(p => p.high ?? p.best ?? p.low ?? 0)));
      return { term, panels: rows, most };
    })
    .sort((a, b) => sizeOf(b) - sizeOf(a) || (a.term < b.term ? -1 : 1));
}

const sizeOf = (m: Measure): number => m.panels.reduce((n, p) => n + p.points.length, 0);
