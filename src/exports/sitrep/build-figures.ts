import type { CalendarDate, ClaimView, FigureSeries, FigureTerm, SitrepFigure } from '../../model/index.ts';
import { isOne, sayCount, sayFigureTime, VERBS } from './say-figure.ts';
import { evidenceFor, type Numbering } from './sources.ts';

interface Told {
  readonly claim: ClaimView;
  readonly date: CalendarDate | null;
  readonly low: number | null;
  readonly high: number | null;
}

export interface FigureInput {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly series: readonly FigureSeries[];
  readonly claimOf: (id: string) => ClaimView | undefined;
  readonly placeName: (id: string) => string | null;
  readonly saySide: (name: string) => string;
}

const ORDER = Object.keys(VERBS);
/** Measures whose place is where people left, or came back to. */
const FROM: Readonly<Partial<Record<FigureTerm, string>>> = {
  fled: 'from',
  evacuated: 'from',
  returned: 'to',
};

/** One entry for each measure, group of people and place: the last figure of each origin in the time reported on, none added up. */
export function buildFigures(input: FigureInput, numbering: Numbering): SitrepFigure[] {
  const groups = new Map<string, { series: FigureSeries; told: Told[] }>();
  for (const series of input.series) {
    const told = lastIn(series, input);
    if (told == null) continue;
    const key = [series.term, series.unit, series.who, series.place].join('\u001f');
    const group = groups.get(key) ?? { series, told: [] };
    group.told.push(told);
    groups.set(key, group);
  }
  return [...groups.values()]
    .map(({ series, told }) => toFigure(series, told, input, numbering))
    .sort(
      (a, b) =>
        ORDER.indexOf(a.term) - ORDER.indexOf(b.term) ||
        (b.high ?? b.low ?? 0) - (a.high ?? a.low ?? 0) ||
        (a.id < b.id ? -1 : 1),
    );
}

/** The last figure of a series in the time reported on; an undated one is of the day it was known. */
function lastIn({ points }: FigureSeries, { from, to, claimOf }: FigureInput): Told | null {
  const inside = points.filter(p => {
    const day = p.date ?? p.known.slice(0, 10);
    return from <= day && day <= to;
  });
  const point = inside.at(-1);
  const claim = point && claimOf(point.claim);
  if (point == null || claim == null) return null;
  const low = point.low ?? point.best ?? point.high ?? claim.figure?.min ?? null;
  return { claim, date: point.date, low, high: point.high ?? (isOpen(claim) ? null : point.best) };
}

function toFigure(
  { term, unit, who, place }: FigureSeries,
  told: readonly Told[],
  { placeName, saySide }: FigureInput,
  numbering: Numbering,
): SitrepFigure {
  const sorted = [...told].sort((a, b) => (a.low ?? 0) - (b.low ?? 0) || (a.claim.id < b.claim.id ? -1 : 1));
  const lows = told.flatMap(t => t.low ?? []);
  const where = place == null ? null : placeName(place);
  return {
    id: ['figure', term, unit, who ?? '', place ?? ''].join(':'),
    on:
      told
        .map(t => t.date ?? '')
        .sort()
        .at(-1) || null,
    text: sayFigures(sorted, term as FigureTerm, where, saySide),
    original: null,
    places: place == null ? [] : [place],
    evidence: evidenceFor(
      sorted.map(t => t.claim),
      [],
      numbering,
    ),
    term,
    who,
    unit,
    place: where,
    low: lows.length > 0 ? Math.min(...lows) : null,
    high: highOf(told),
    origins: told.length,
  };
}

/** "At least" and "more than" say nothing at the upper end. */
const isOpen = ({ figure }: ClaimView): boolean =>
  figure?.qualifier === 'at-least' || figure?.qualifier === 'more-than';

/** The most that any origin gives; null where one says "at least" a number that no other goes beyond. */
function highOf(told: readonly Told[]): number | null {
  const highs = told.flatMap(t => t.high ?? []);
  const most = highs.length === 0 ? null : Math.max(...highs);
  const isBeyond = told.some(t => t.high == null && (most == null || (t.low ?? 0) >= most));
  return isBeyond ? null : most;
}

/** "At least 27 children were killed in Khost on 9 August 2021, according to the United Nations." */
function sayFigures(
  told: readonly Told[],
  term: FigureTerm,
  where: string | null,
  saySide: FigureInput['saySide'],
): string {
  const parts = told.map(({ claim }, i) => {
    const verb = VERBS[term][isOne(claim) ? 1 : 0];
    const place = i === 0 && where != null ? ` ${FROM[term] ?? 'in'} ${where}` : '';
    const time = sayFigureTime(claim);
    const what = i === 0 ? `${sayCount(claim)} ${verb}${place}` : sayCount(claim);
    return `${what}${time === '' ? '' : ` ${time}`}, according to ${speakerOf(claim, saySide)}`;
  });
  const sentence = parts.join('; ');
  return `${sentence[0]!.toUpperCase()}${sentence.slice(1)}.`;
}

/** Whose word: a body with its article, and the newsroom that carries it. */
function speakerOf({ attribution, outlet }: ClaimView, saySide: FigureInput['saySide']): string {
  const [first] = attribution;
  if (first == null) return outlet ?? 'a report without a source';
  const name = saySide(first.name);
  return first.kind === 'outlet' || first.kind === 'news-agency' || outlet == null
    ? name
    : `${name} (${outlet})`;
}
