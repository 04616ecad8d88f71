import { addDays, agree, daysBetween, type Instant } from '../../model/index.ts';
import { compareFacts, type FigureFact, originAt } from '../facts/fact.ts';
import { reachOf } from '../figures/bounds.ts';
import { groupBy } from '../group-by.ts';
import { sayDay } from '../words/say-day.ts';
import { sayNumber, sentenceOf } from '../words/say-number.ts';
import { endOf, type Found, firstOf, type Settled, stands, unique } from './found.ts';
import { firstAt, type Names } from './place-case.ts';

/** Figures further apart than this are of two times. */
const MOST_DAYS = 7;
/** Earlier figures looked back at. */
const MOST_BACK = 24;
/** How much faster than on average a running total may have grown. */
const GROWTH = 2;

/** Figures that differ by more than this tell of two things: a strike and a war. */
const MOST_TIMES = 5;

/** The same two figures told again within so many days are no new mismatch. */
const SAME_DAYS = 60;

/** What figures are held against one another with. */
export interface FigureCase {
  /** Figures that count, by measure and place: in known order, and by the day of their word. */
  readonly lists: ReadonlyMap<string, readonly FigureFact[]>;
  readonly byWord: ReadonlyMap<string, readonly FigureFact[]>;
  readonly ofClaim: ReadonlyMap<string, readonly FigureFact[]>;
  /** Claims that a reading already found not to agree inside their report, a set each. */
  readonly inner: readonly ReadonlySet<string>[];
  readonly names: Names;
  /** What was found earlier than this instant is given; empty where all is to be found. */
  readonly from: Instant;
}

export function makeFigureCase(
  figures: readonly FigureFact[],
  { inner, names, from }: Pick<FigureCase, 'inner' | 'names' | 'from'>,
): FigureCase {
  const told = figures.filter(
    // figures that name no place tell of any two things
    f => f.place != null && !f.denied && f.modality === 'actual' && f.carried == null && reachOf(f) != null,
  );
  return {
    lists: groupBy([...told].sort(compareFacts), measureOf),
    byWord: groupBy(
      [...told].sort((a, b) => (a.word < b.word ? -1 : a.word > b.word ? 1 : 0)),
      measureOf,
    ),
    ofClaim: groupBy(figures, f => f.claim),
    inner,
    names,
    from,
  };
}

const measureOf = (f: FigureFact): string => JSON.stringify([f.term, f.unit, f.who, f.place]);

/**
 * Two bodies' figures for one measure, place and time that cannot both stand. A toll that rises from one day to the next
 * is no mismatch, nor is one that its own source updates.
 */
export function findFigureMismatches(one: FigureCase, earlier: readonly Found[] = []): Found[] {
  const known = earlier.flatMap(found => {
    const pair = pairOf(found, one);
    return pair == null ? [] : [{ found, pair }];
  });
  return [...one.lists.values()].flatMap(list => findInList(list, one, known));
}

interface Open {
  readonly found: Found;
  readonly pair: readonly [FigureFact, FigureFact];
}

function findInList(list: readonly FigureFact[], one: FigureCase, known: readonly Open[]): Found[] {
  const mine = known.filter(o => measureOf(o.pair[0]) === measureOf(list[0]!));
  const open: Open[] = [...mine];
  list.forEach((b, i) => {
    const at = b.live.from;
    if (at < one.from) return;
    for (const a of list.slice(Math.max(0, i - MOST_BACK), i)) {
      if (a.live.to != null && a.live.to <= at) continue;
      if (originAt(a, at) === originAt(b, at) || !isOneMeasure(a, b) || !areApart(a, b)) continue;
      if (one.inner.some(claims => claims.has(a.claim) && claims.has(b.claim))) continue;
      const repeats = (f: FigureFact, side: FigureFact): boolean =>
        originAt(f, at) === originAt(side, at) && f.min === side.min && f.max === side.max;
      const isTold = (o: Open): boolean =>
        stands(o.found, at) &&
        o.found.trail!.until! >= b.word &&
        o.pair.some(f => repeats(a, f)) &&
        o.pair.some(f => repeats(b, f));
      if (open.some(isTold)) continue;
      open.push({ pair: [a, b], found: makeFound(a, b, one) });
    }
  });
  return open.slice(mine.length).map(o => o.found);
}

function pairOf(found: Found, one: FigureCase): readonly [FigureFact, FigureFact] | null {
  const at = found.knownSince;
  const [a, b] = found.claims.map(id =>
    one.ofClaim.get(id)?.find(f => f.live.from <= at && (f.live.to == null || f.live.to > at)),
  );
  return a == null || b == null ? null : [a, b];
}

/** Whether two figures are of the same span, or where neither has one of the same days. */
function isOneMeasure(a: FigureFact, b: FigureFact): boolean {
  if (Math.abs(daysBetween(a.word, b.word)) > MOST_DAYS) return false;
  if ((a.from == null) !== (b.from == null)) return false;
  if (a.from != null && Math.abs(daysBetween(a.from, b.from!)) > 1) return false;
  if (a.running !== b.running) return false;
  if (a.running) return true;
  if (a.from == null) return Math.abs(daysBetween(a.word, b.word)) <= 1;
  return Math.abs(daysBetween(a.to ?? a.from, b.to ?? b.from!)) <= 1;
}

/** Whether two figures leave no number open in common, growth from the earlier to the later allowed for. */
function areApart(a: FigureFact, b: FigureFact): boolean {
  const [early, late] = a.word <= b.word ? [a, b] : [b, a];
  const [low, high] = reachOf(early)!,
    [from, to] = reachOf(late)!;
  if (!isOneOrder(early, late)) return false;
  if (to < low) return true;
  if (from <= high) return false;
  const days = daysBetween(early.word, late.word);
  if (days === 0) return true;
  // What happened on one day is counted up afterwards; what stands on a day may have become more.
  if (!early.running) return false;
  const span = Math.max(1, daysBetween(early.from!, early.word));
  return from > high * (1 + (GROWTH * days) / span);
}

function isOneOrder(a: FigureFact, b: FigureFact): boolean {
  const [low, high] = a.min! < b.min! ? [a, b] : [b, a];
  return high.min! <= MOST_TIMES * (low.max ?? low.min!);
}

const SAID: Readonly<Record<string, string>> = {
  exactly: '',
  about: 'about ',
  'more-than': 'more than ',
  'at-least': 'at least ',
  'up-to': 'up to ',
};

function sayFigure(f: FigureFact): string {
  if (f.min !== f.max) return `${sayNumber(f.min!)} to ${sayNumber(f.max!)}`;
  return `${SAID[f.qualifier] ?? ''}${sayNumber(f.min!)}`;
}

/** "people displaced in Afghanistan since 1 January" */
function sayMeasure(f: FigureFact, names: Names): string {
  const who = f.who ?? f.unit;
  const where = f.place == null ? '' : ` in ${names.place(f.place, f.placeName ?? f.place)}`;
  const from =
    f.from == null ? '' : f.running ? ` since ${sayDay(f.from, f.told)}` : ` on ${sayDay(f.from, f.told)}`;
  return `${who} ${f.term.replaceAll('-', ' ')}${where}${from}`;
}

function makeFound(a: FigureFact, b: FigureFact, one: FigureCase): Found {
  const open: Found = {
    kind: 'figure-mismatch',
    places: a.place == null ? [] : [a.place],
    reports: unique([a.report, b.report]),
    claims: [a.claim, b.claim],
    note: sentenceOf(
      `${a.sayer} ${agree(a.sayer, 'counts', 'count')} ${sayFigure(a)} ${sayMeasure(a, one.names)}, ${b.sayer} ${sayFigure(b)}`,
    ),
    knownSince: a.live.from > b.live.from ? a.live.from : b.live.from,
    settled: null,
    trail: {
      by: 'figures',
      until: addDays(a.word > b.word ? a.word : b.word, SAME_DAYS),
      disputed: false,
      side: null,
    },
  };
  return { ...open, settled: settleFigures(open, one) };
}

/** What settles two figures: the end of one, or a later figure of one of the two bodies that agrees with the other's. */
export function settleFigures(found: Found, one: FigureCase): Settled | null {
  const pair = pairOf(found, one);
  return pair == null ? found.settled : firstOf([endOf(pair), settle(...pair, one)]);
}

function settle(a: FigureFact, b: FigureFact, one: FigureCase): Settled | null {
  const since = a.live.from > b.live.from ? a.live.from : b.live.from;
  const words = one.byWord.get(measureOf(a)) ?? [];
  const [low, high] = a.word < b.word ? [a.word, b.word] : [b.word, a.word];
  const last = addDays(high, MOST_DAYS);
  const near: FigureFact[] = [];
  for (let i = firstAt(words, f => f.word >= addDays(low, -MOST_DAYS)); i < words.length; i++) {
    if (words[i]!.word > last) break;
    if (words[i]!.live.from > since) near.push(words[i]!);
  }
  for (const f of near.sort(compareFacts)) {
    const origin = originAt(f, f.live.from);
    const other = origin === originAt(a, f.live.from) ? b : origin === originAt(b, f.live.from) ? a : null;
    if (other == null || !isOneMeasure(f, other) || areApart(other, f)) continue;
    return {
      claims: [f.claim],
      decision: null,
      known: f.live.from,
      note: sentenceOf(`${f.sayer} has since given ${sayFigure(f)}, which agrees`),
    };
  }
  return null;
}
