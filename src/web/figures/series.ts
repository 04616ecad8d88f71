import { dayOf } from '../record/days.ts';
import type { FigurePoint, FigureView } from '../types.ts';

/** One point of a panel: a figure of one origin, with the claim it leads to. */
export interface PanelPoint extends FigurePoint {
  readonly day: number;
  readonly origin: string;
}

/** One small chart: a measure at a place, from every origin. */
export interface Panel {
  readonly place: string | null;
  readonly placeName: string | null;
  readonly unit: string;
  readonly who: string | null;
  readonly points: readonly PanelPoint[];
  /** The upper end of its scale: a round number that no point of it exceeds. */
  readonly top: number;
}

/** The panels of one measure. */
export interface Measure {
  readonly term: string;
  readonly panels: readonly Panel[];
}

/** A round number that is no less: 5, 10, 20, 50, 100 and so on. @example roundUp(359_000) // 500_000 */
export function roundUp(n: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, n)));
  return [1, 2, 5, 10].map(step => step * power).find(step => step >= n) ?? n;
}

/** The number that a point is drawn at. */
export const drawnAt = (p: FigurePoint): number | null => p.best ?? p.low ?? p.high;

/** Arranges series by measure, then place; a place's origins share its panel. Measures with the most points come first. */
export function measuresOf(series: readonly FigureView[]): Measure[] {
  const measures = new Map<string, Map<string, { of: FigureView; points: PanelPoint[] }>>();
  for (const s of series) {
    const panels = measures.get(s.term) ?? new Map<string, { of: FigureView; points: PanelPoint[] }>();
    measures.set(s.term, panels);
    const key = [s.place, s.unit, s.who].join('|');
    const panel = panels.get(key) ?? { of: s, points: [] };
    panels.set(key, panel);
    for (const p of s.points) panel.points.push({ ...p, origin: s.origin, day: dayOf(p.date ?? p.known) });
  }
  return [...measures]
    .map(([term, panels]) => ({
      term,
      panels: [...panels.values()]
        .map(({ of: { place, placeName, unit, who }, points }) => ({
          place,
          placeName,
          unit,
          who,
          points: points.sort((a, b) => a.day - b.day || (a.claim < b.claim ? -1 : 1)),
          top: roundUp(Math.max(1, ...points.map(p => p.high ?? drawnAt(p) ?? 0))),
        }))
        .sort((a, b) => b.points.length - a.points.length || b.top - a.top),
    }))
    .sort((a, b) => sizeOf(b) - sizeOf(a) || (a.term < b.term ? -1 : 1));
}

const sizeOf = (m: Measure): number => m.panels.reduce((n, p) => n + p.points.length, 0);
