import { isTake } from '../../model/index.ts';
import { coversDay } from '../views/status-at.ts';
import { sentenceOf } from '../words/say-number.ts';
import { endOf, type Found, firstOf, unique } from './found.ts';
import { believedFrom, firstThat, inDays, type PlaceCase } from './place-case.ts';
import { sayControl } from './say-control.ts';
import { overtakenAt, settledAt } from './settled-by.ts';

/**
 * Places that two origins put in two hands at once: a hold that stands against the holder of the record, and takings of one
 * day by two sides of which none can be called the later.
 */
export const findStatusConflicts = (one: PlaceCase): Found[] => [...againstHolder(one), ...takenTwice(one)];

function againstHolder(one: PlaceCase): Found[] {
  const found: Found[] = [];
  let open: Found | null = null;
  const holds = one.byKnown.filter(
    f => f.event === 'hold' && !f.denied && f.force === 'actual' && !one.innerClaims.has(f.claim),
  );
  for (const hold of holds)
    for (const dispute of one.disputesBy(hold.claim)) {
      // While one such word stands, further ones add nothing.
      if (open != null && (open.settled == null || open.settled.known > dispute.from)) continue;
      const period = one
        .disputed(hold.claim)
        .find(p => p.knownFrom <= dispute.from && (p.knownTo == null || p.knownTo > dispute.from));
      const taking = period?.claims.flatMap(id => one.ofClaim.get(id) ?? [])[0];
      if (period == null || taking == null || hold.carried != null) continue;
      const { to } = dispute;
      const ends = endOf([hold]);
      open = {
        kind: 'status-conflict',
        places: [one.place],
        reports: unique([taking.report, hold.report]),
        claims: unique([taking.claim, hold.claim]),
        note: sentenceOf(
          `${taking.sayer} says that ${sayControl(taking, one.names)}; ${hold.sayer} that ${sayControl(hold, one.names)}`,
        ),
        knownSince: dispute.from,
        settled: firstOf([
          ends,
          to == null ? null : settledAt(one, hold.day, to),
          overtakenAt(one, hold.day, dispute.from),
        ]),
      };
      found.push(open);
    }
  return found;
}

function takenTwice(one: PlaceCase): Found[] {
  const takes = one.byDay.filter(
    f => isTake(f.event) && !f.denied && f.force === 'actual' && f.part == null && f.side != null,
  );
  const found: Found[] = [];
  const seen = new Set<string>();
  for (const a of takes)
    for (const b of inDays(takes, a.day, a.day)) {
      if (
        a.side! >= b.side! ||
        seen.has(a.day) ||
        one.innerClaims.has(a.claim) ||
        one.innerClaims.has(b.claim)
      )
        continue;
      const knownSince = a.live.from > b.live.from ? a.live.from : b.live.from;
      const period = one.periodAt(a.day, knownSince);
      if (
        period?.status !== 'contested' ||
        !period.claims.includes(a.claim) ||
        !period.claims.includes(b.claim)
      )
        continue;
      seen.add(a.day);
      const next = firstThat(
        believedFrom(one, knownSince, { after: true }),
        p => coversDay(p, a.day) && p.status !== 'contested',
      );
      found.push({
        kind: 'status-conflict',
        places: [one.place],
        reports: unique([a.report, b.report]),
        claims: [a.claim, b.claim],
        note: sentenceOf(
          `${a.sayer} says that ${sayControl(a, one.names)}; ${b.sayer} that ${sayControl(b, one.names)}`,
        ),
        knownSince,
        settled: firstOf([endOf([a, b]), next == null ? null : settledAt(one, a.day, next.knownFrom)]),
      });
    }
  return found;
}
