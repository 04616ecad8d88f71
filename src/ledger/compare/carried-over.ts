import { agree, type ControlPeriod, isTake } from '../../model/index.ts';
import type { ControlFact } from '../facts/fact.ts';

import { sayDay } from '../words/say-day.ts';
import { sentenceOf } from '../words/say-number.ts';
import { saySide } from '../words/say-side.ts';
import { endOf, type Found, firstOf, type Settled, unique } from './found.ts';
import { firstThat, knownFrom, type PlaceCase } from './place-case.ts';

/** What is said to be going on. */
const GOING_ON: ReadonlySet<string> = new Set(['clash', 'enter', 'besiege', 'advance', 'repel']);

/**
 * Old text repeated as if new, that what has been reported since contradicts: a paragraph of an earlier day that tells of
 * fighting for a place which has fallen since, or puts it in hands that have lost it. Text repeated that still holds is
 * marked, and no discrepancy.
 */
export function findCarriedOver(one: PlaceCase, earlier: readonly Found[] = []): Found[] {
  const repeated = one.byKnown.filter(
    f => f.carried != null && f.told > f.word && !f.denied && f.force === 'actual' && f.live.from >= one.from,
  );
  const open = new Map<string, Found>();
  for (const f of earlier) {
    const repeat = one.factOf(f.claims.at(-1)!, f.knownSince);
    if (repeat != null) open.set(keyOf(repeat), f);
  }
  const found: Found[] = [];
  for (const f of repeated) {
    const period = one.periodAt(f.told, f.live.from);
    if (period == null || !isOvertaken(f, period)) continue;
    const first = one.ofReport.get(f.carried!)?.find(g => g.event === f.event && g.side === f.side) ?? null;
    const key = keyOf(f);
    const last = open.get(key);
    if (last != null && (last.settled == null || last.settled.known > f.live.from)) continue;
    const made = makeFound(one, f, first, period);
    open.set(key, made);
    found.push(made);
  }
  return found;
}

/** One paragraph repeated is one discrepancy, however much it says of the place. */
const keyOf = (f: ControlFact): string => f.carried!;

/** Whether the line believed when text was repeated began after the text was first written and says otherwise. */
function isOvertaken(f: ControlFact, period: ControlPeriod): boolean {
  if (period.validFrom < f.word || period.basis === 'assumed') return false;
  const holder = period.holder?.side ?? null;
  if (GOING_ON.has(f.event)) return period.status === 'held' || period.status === 'vacated';
  if (f.event === 'hold' || isTake(f.event)) return f.side != null && holder != null && holder !== f.side;
  return false;
}

function makeFound(one: PlaceCase, f: ControlFact, first: ControlFact | null, period: ControlPeriod): Found {
  const place = one.names.place(f.place, f.placeName);
  const who = f.outlet ?? 'the report';
  const since =
    period.holder == null
      ? `it has been left since ${sayDay(period.validFrom, f.told)}`
      : `${saySide(period.holder.name)} ${agree(period.holder.name, 'has', 'have')} held it since ${sayDay(period.validFrom, f.told)}`;
  const open: Found = {
    kind: 'carried-over',
    places: [one.place],
    reports: unique([first?.report ?? f.carried!, f.report]),
    claims: unique([...(first == null ? [] : [first.claim]), f.claim]),
    note: sentenceOf(
      `${who} repeats on ${sayDay(f.told, f.word)} what it wrote of ${place} on ${sayDay(f.word, f.told)}; ${since}`,
    ),
    knownSince: f.live.from,
    settled: null,
    trail: { by: 'repeated', until: null, disputed: false, side: period.holder?.side ?? null },
  };
  return { ...open, settled: settleRepeated(open, one) };
}

/** What settles text repeated: its end, or the newsroom's own later word for what has been so since. */
export function settleRepeated(found: Found, one: PlaceCase): Settled | null {
  const f = one.factOf(found.claims.at(-1)!, found.knownSince);
  if (f == null) return found.settled;
  const own = firstThat(
    knownFrom(one, found.knownSince, { after: true }),
    g =>
      g.outlet === f.outlet &&
      g.carried == null &&
      !g.denied &&
      g.force !== 'word' &&
      (isTake(g.event) || g.event === 'hold') &&
      g.side === found.trail!.side,
  );
  const settled =
    own == null
      ? null
      : {
          claims: [own.claim],
          decision: null,
          known: own.live.from,
          note: sentenceOf(`${own.outlet ?? 'the newsroom'} has since written so itself`),
        };
  return firstOf([endOf([f]), settled]);
}
