import { type CalendarDate, type FigurePoint, type FigureSeries, hashId } from '../../model/index.ts';
import { compareFacts, type FigureFact, originAt } from '../facts/fact.ts';
import { groupBy } from '../group-by.ts';
import { boundsOf } from './bounds.ts';

/**
 * Figures as series: per measure, place and origin, in the order in which they became known, with low, best and high as
 * said. Text repeated adds no point. `live` facts only: those that count no longer are left out.
 */
export function makeSeries(facts: readonly FigureFact[]): FigureSeries[] {
  const live = facts.filter(
    f => f.live.to == null && !f.denied && f.modality !== 'planned' && f.carried == null,
  );
  const keyed = groupBy([...live].sort(compareFacts), keyOf);
  return [...keyed.values()]
    .map((list): FigureSeries => {
      const { term, unit, who, place } = list[0]!;
      return {
        id: seriesOf(list[0]!),
        term,
        unit,
        who,
        place,
        origin: originAt(list[0]!, '\uffff'),
        points: eachOnce(list).map(toPoint),
      };
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

const keyOf = (f: FigureFact): string =>
  JSON.stringify([f.term, f.unit, f.who, f.place, originAt(f, '\uffff')]);

/** The id of the series that a figure belongs to. */
export const seriesOf = (f: FigureFact): string => hashId('f', [keyOf(f)]);

/** One origin's figure told by several newsrooms is one point: the first. */
function eachOnce(list: readonly FigureFact[]): FigureFact[] {
  const seen = new Set<string>();
  return list.filter(f => {
    const key = JSON.stringify([f.min, f.max, f.qualifier, f.from, f.to]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

const toPoint = (f: FigureFact): FigurePoint => ({
  claim: f.claim,
  report: f.report,
  date: dateOfFigure(f),
  known: f.live.from,
  ...boundsOf(f),
  running: f.running,
});

/** The day that a figure is of: the end of its span, an open one's word. */
export const dateOfFigure = (f: Pick<FigureFact, 'from' | 'to' | 'running' | 'word'>): CalendarDate | null =>
  f.to != null && f.to <= f.word ? f.to : f.from == null && f.to == null ? null : f.word;
