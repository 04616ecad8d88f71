import {
  type Asker,
  type ClaimPlace,
  type ClaimReference,
  type ClaimTime,
  type ClaimView,
  CONTROL_EVENTS,
  type Ledger,
  LedgerError,
  type Ruling,
} from '../../model/index.ts';
import { placeOrThrow } from '../places.ts';

/** What a correction says; what is left out stays as the reader has it. */
export interface Correction {
  readonly place?: string;
  readonly country?: string;
  /** A side; false: nobody named. */
  readonly actor?: string | false;
  readonly from?: string;
  readonly to?: string;
  /** False: undated. */
  readonly time?: false;
  readonly event?: string;
}

/** A claim as a decision names it: by id, and by its words, so that the decision outlives a new reading. */
export async function referenceOrThrow(ledger: Ledger, by: Asker, id: string): Promise<ClaimReference> {
  const [claim] = await ledger.claims(by, { ids: [id] });
  if (claim == null)
    throw new LedgerError('not-found', `no claim has the id "${id}": "dateline history" shows them`);
  return referenceTo(claim);
}

const referenceTo = (claim: ClaimView): ClaimReference => ({
  claim: claim.id,
  report: claim.report,
  in: claim.in,
  span: { start: claim.quote.start, end: claim.quote.end },
  kind: claim.kind,
  place: claim.places[0]?.id ?? null,
});

/** The ruling that corrects a claim. A LedgerError where nothing is to be corrected, or what is given is unknown. */
export async function correctionOf(
  ledger: Ledger,
  by: Asker,
  claim: string,
  given: Correction,
): Promise<Ruling> {
  const { place, actor, event } = given;
  const time = timeOf(given);
  if (place == null && actor == null && time === undefined && event == null)
    throw new LedgerError(
      'invalid',
      'nothing to correct: give --place, --actor, --from and --to, --event, --no-actor or --no-time',
    );
  return {
    kind: 'correct',
    claim: await referenceOrThrow(ledger, by, claim),
    ...(place == null ? {} : { place: await claimPlaceOf(ledger, by, place, given.country) }),
    ...(actor == null ? {} : { actor: actor === false ? null : await actorOf(ledger, by, actor) }),
    ...(time === undefined ? {} : { time }),
    ...(event == null ? {} : { event: eventOrThrow(event) }),
  };
}

function timeOf({ from, to, time }: Correction): ClaimTime | null | undefined {
  if (time === false) return null;
  if (from == null && to == null) return undefined;
  const [first, last] = [from ?? to!, to ?? from!];
  if (last < first)
    throw new LedgerError('invalid', `the time ends on "${last}", before it begins on "${first}"`);
  return { from: first, to: last, precision: first === last ? 'day' : 'range' };
}

async function claimPlaceOf(
  ledger: Ledger,
  by: Asker,
  given: string,
  country: string | undefined,
): Promise<ClaimPlace> {
  const { id } = await placeOrThrow(ledger, by, given, country);
  const { place } = await ledger.history(by, id);
  return {
    id: place.id,
    name: place.name,
    kind: place.kind,
    country: place.country,
    admin1: place.admin1,
    lat: place.lat,
    lon: place.lon,
    precision: place.precision,
  };
}

/** A side of the ledger by its id or name. */
export async function sideOrThrow(
  ledger: Ledger,
  by: Asker,
  given: string,
): Promise<{ readonly side: string; readonly name: string }> {
  const sides = await ledger.sides(by);
  const words = given.toLowerCase().replace(/^the /, '');
  const found = sides.find(s => s.side === given || s.name.toLowerCase().replace(/^the /, '') === words);
  if (found != null) return found;
  if (sides.length === 0) return { side: given, name: given };
  throw new LedgerError(
    'invalid',
    `no side is called "${given}" in this ledger: it knows ${sides.map(s => s.side).join(', ')}`,
  );
}

async function actorOf(
  ledger: Ledger,
  by: Asker,
  given: string,
): Promise<{ id: string; name: string; side: string }> {
  const { side, name } = await sideOrThrow(ledger, by, given);
  return { id: side, name, side };
}

function eventOrThrow(event: string): string {
  if (/^[a-z]+(-[a-z]+)*$/.test(event)) return event;
  throw new LedgerError(
    'invalid',
    `unknown event "${event}": write one of ${CONTROL_EVENTS.join(', ')}, or an ACLED sub-event such as air-drone-strike`,
  );
}
