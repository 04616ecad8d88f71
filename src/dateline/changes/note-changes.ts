import { changesBetween } from '../../ledger/index.ts';
import type { Basis, ChangeBody, Holding, Instant, PlaceView, Status } from '../../model/index.ts';
import {
  forgetWritten,
  hasWritten,
  insertChanges,
  loadBelievedAbout,
  loadPlaces,
  type NewChange,
  type ToldDiscrepancy,
  type ToldPeriod,
  type Tx,
  takeWritten,
  type Written,
} from '../../store/index.ts';
import type { Context } from '../context.ts';
import { namingOf } from '../filing/naming.ts';

/** Most entries that one place gives at once. */
const MOST = 5;

/** What wrote: it has an entry of its own. */
export interface Cause {
  readonly body: Extract<ChangeBody, { kind: 'report' | 'decision' }>;
  /** The places that it is about; where it is the only cause, all that changed is its doing. */
  readonly places?: readonly string[];
}

/**
 * Notes how the record differs from what was last told of it, in the transaction that wrote: a stream, feed or webhook can
 * then neither miss a change nor tell one that was rolled back.
 */
export async function noteChanges(
  context: Context,
  tx: Tx,
  at: Instant,
  causes: readonly Cause[],
): Promise<void> {
  const { places, discrepancies } = await takeWritten(tx);
  const differing = places.filter(written => differencesOf(written).length > 0);
  const opened = discrepancies.filter(isNews);
  const ids = [...differing.map(t => t.id), ...opened.flatMap(t => (t.after ?? t.before)!.places)];
  const views =
    ids.length === 0 ? new Map<string, PlaceView>() : await loadPlaces(tx, { ids: [...new Set(ids)] });
  const told = [
    ...(await tellPlaces(context, tx, differing, views)),
    ...opened.map(t => tellDiscrepancy(t, views)),
  ];
  const own = causes.map(cause => causeOf(cause.body, causes.length === 1 ? told : toldOf(cause, told)));
  await insertChanges(tx, at, [...own, ...told]);
}

/** What another way of weighing wrote when the ledger was opened is no news: it counts as told. */
export async function tellNothing({ store }: Pick<Context, 'store'>): Promise<void> {
  if (await store.read(hasWritten)) await store.write(forgetWritten);
}

const union = (lists: readonly (readonly string[])[]): string[] => [...new Set(lists.flat())].sort();

/** What one of several causes may have changed: what is told of its places. */
function toldOf({ places = [] }: Cause, told: readonly NewChange[]): NewChange[] {
  const mine = new Set(places);
  return told.filter(t => t.places.some(place => mine.has(place)));
}

/** A report or decision is found by all that it changed. */
const causeOf = (body: Cause['body'], told: readonly NewChange[]): NewChange => ({
  body,
  places: union(told.map(t => t.places)),
  sides: union(told.map(t => t.sides)),
  countries: union(told.map(t => t.countries)),
});

interface Difference {
  readonly on: string;
  readonly before: ToldPeriod | null;
  readonly after: ToldPeriod | null;
}

/** Where the periods of a place differ: each that is new, latest first; where none is, the latest that has gone. */
function differencesOf({ before, after }: Written<readonly ToldPeriod[]>): Difference[] {
  const was = new Set(before.map(keyOf)),
    is = new Set(after.map(keyOf));
  const come = after.filter(p => !was.has(keyOf(p)));
  // A line that stayed covers no day of one that came or went: lines that are believed at one time never overlap.
  if (come.length > 0)
    return (
      come
        .map(p => ({ on: p.from, before: at(before, p.from), after: p }))
        // A baseline only says where the record begins.
        .filter(d => d.before != null || d.after.basis !== 'assumed')
        .filter(d => d.before == null || lineOf(d.before) !== lineOf(d.after))
        .reverse()
        .slice(0, MOST)
    );
  const gone = before.filter(p => !is.has(keyOf(p))).at(-1);
  if (gone == null) return [];
  const instead = at(after, gone.from);
  return instead != null && lineOf(instead) === lineOf(gone)
    ? []
    : [{ on: gone.from, before: gone, after: instead }];
}

/** What people are told of a period: not its claims, nor its end, which the next one tells. */
const lineOf = (p: ToldPeriod): string => `${p.side} ${p.status} ${p.basis}`;
const keyOf = (p: ToldPeriod): string => `${p.from} ${lineOf(p)}`;
const at = (periods: readonly ToldPeriod[], day: string): ToldPeriod | null =>
  periods.find(p => p.from <= day && (p.to == null || day < p.to)) ?? null;

async function tellPlaces(
  context: Context,
  tx: Tx,
  written: readonly Written<readonly ToldPeriod[]>[],
  views: ReadonlyMap<string, PlaceView>,
): Promise<NewChange[]> {
  if (written.length === 0) return [];
  const differing = written.map(one => ({ place: one.id, differences: differencesOf(one) }));
  const periods = await loadBelievedAbout(
    tx,
    differing.flatMap(({ place, differences }) => differences.map(d => ({ place, day: d.on }))),
  );
  const { nameOfSide } = namingOf(context);
  return differing.flatMap(({ place, differences }) => {
    const view = views.get(place);
    if (view == null) return [];
    const mine = periods.filter(p => p.place === place);
    return [...differences].reverse().map(({ on, before, after }): NewChange => {
      const days = { from: on, to: on, knownAt: null };
      const [said] = after == null ? [] : changesBetween(mine, days, () => view, { nameOfSide });
      const sentence = said?.sentence ?? sayPlainly(view.name, on, before, after);
      const { id, name, country, lat, lon } = view;
      return {
        body: {
          kind: 'control',
          place: { id, name, country, lat, lon },
          on: after == null ? null : on,
          before: holding(before),
          after: holding(after),
          claims: after?.claims ?? [],
          sentence,
        },
        places: [id],
        sides: union([[before?.side ?? '', after?.side ?? ''].filter(side => side !== '')]),
        countries: country == null ? [] : [country],
      };
    });
  });
}

const holding = (p: ToldPeriod | null): Holding | null =>
  p == null
    ? null
    : {
        holder: p.side == null ? null : { side: p.side, name: p.name ?? p.side },
        status: p.status as Status,
        basis: p.basis as Basis,
      };

/** Where it is no change of hands: how sure it is now, or that it is no longer said. */
function sayPlainly(name: string, on: string, before: ToldPeriod | null, after: ToldPeriod | null): string {
  const held = (p: ToldPeriod): string => (p.name == null ? p.status : `${p.status} by ${p.name}`);
  if (after == null)
    return `${name}: that it was ${before == null ? 'held' : held(before)} from ${on} is no longer on record.`;
  const words =
    before == null || before.status !== after.status ? held(after) : `${held(after)} since ${after.from}`;
  return `${name}: ${words}; ${after.basis}.`;
}

const isNews = ({ before, after }: Written<ToldDiscrepancy | null>): boolean =>
  before == null ? after != null : before.settled !== (after?.settled ?? true);

function tellDiscrepancy(
  { id, before, after }: Written<ToldDiscrepancy | null>,
  views: ReadonlyMap<string, PlaceView>,
): NewChange {
  const { kind, places } = (after ?? before)!;
  const countries = places.flatMap(place => views.get(place)?.country ?? []);
  return {
    body: {
      kind: 'discrepancy',
      discrepancy: id,
      what: kind,
      places: places.map(place => ({ id: place, name: views.get(place)?.name ?? place })),
      settled: after?.settled ?? true,
    },
    places: [...places],
    sides: [],
    countries: [...new Set(countries)],
  };
}
