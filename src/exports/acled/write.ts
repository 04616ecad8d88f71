import type { ClaimView } from '../../model/index.ts';
import { assignKilled } from '../assign-killed.ts';
import { countryCodes } from '../countries.ts';
import { type Cell, csvLine } from '../csv.ts';
import { numberOf } from '../number-of.ts';
import type { ExportRecords, Happening, PlaceHappenings } from '../records.ts';
import { type Party, partiesOf } from '../sides.ts';
import { sayDate } from '../words.ts';
import { disorderOf, INTER, interactionOf, weightOf } from './codes.ts';
import { fatalitiesOf } from './fatalities.ts';
import { dateFor, locationFor } from './precision.ts';

/** The columns of ACLED's data export, in its order (ACLED codebook, 2024; acleddata.com). */
export const ACLED_COLUMNS = [
  'event_id_cnty',
  'event_date',
  'year',
  'time_precision',
  'disorder_type',
  'event_type',
  'sub_event_type',
  'actor1',
  'assoc_actor_1',
  'inter1',
  'actor2',
  'assoc_actor_2',
  'inter2',
  'interaction',
  'civilian_targeting',
  'iso',
  'region',
  'country',
  'admin1',
  'admin2',
  'admin3',
  'location',
  'latitude',
  'longitude',
  'geo_precision',
  'source',
  'source_scale',
  'notes',
  'fatalities',
  'tags',
  'timestamp',
] as const;
export type AcledRow = Readonly<Record<(typeof ACLED_COLUMNS)[number], Cell>>;

/** ACLED's file: one row for each event with a code of its codebook, by place, then by day. */
export async function* writeAcled(records: ExportRecords): AsyncGenerator<string> {
  yield csvLine(ACLED_COLUMNS);
  for await (const places of records.happenings())
    for (const place of places)
      for (const row of acledRows(place, records)) yield csvLine(ACLED_COLUMNS.map(column => row[column]));
}

/** The rows of one place. What is told of one day and the same two parties is one event: the weightiest. */
export function acledRows(place: PlaceHappenings, records: ExportRecords): AcledRow[] {
  const killed = assignKilled(place);
  const made = place.happenings.flatMap(happening => {
    const coded = codedOf(happening.claims);
    if (coded == null) return [];
    return [{ happening, coded, killed: killed.get(happening.event.id) ?? [] }];
  });
  const merged = new Map<string, (typeof made)[number]>();
  for (const each of made.sort((a, b) => weightOf(a.coded.subEvent) - weightOf(b.coded.subEvent))) {
    const key = mergeKey(each.happening, each.coded.event);
    const first = merged.get(key);
    merged.set(key, first == null ? each : { ...first, killed: [...first.killed, ...each.killed] });
  }
  return [...merged.values()]
    .map(each => rowOf(place, each.happening, each.coded, each.killed, records))
    .filter(row => row != null)
    .sort((a, b) => (String(a.event_date) < String(b.event_date) ? -1 : 1));
}

/** Fighting for a place by the same two sides on one day is one battle, however many things are told of it. */
function mergeKey({ event, claims }: Happening, type: string): string {
  if (type !== 'Battles') return event.id;
  const sides = new Set(claims.flatMap(c => [c.actor?.side, c.target?.side]).filter(side => side != null));
  return [event.to ?? event.from, ...[...sides].sort()].join('|');
}

/** The code that most claims bear; of those alike the weightiest. */
function codedOf(claims: readonly ClaimView[]): { readonly event: string; readonly subEvent: string } | null {
  const n = new Map<string, number>();
  for (const { acled, verdict } of claims)
    if (acled != null && verdict !== 'rejected') {
      const key = `${acled.event}\u001f${acled.subEvent}`;
      n.set(key, (n.get(key) ?? 0) + 1);
    }
  const best = [...n].sort(
    ([a, m], [b, k]) => k - m || weightOf(a.split('\u001f')[1]!) - weightOf(b.split('\u001f')[1]!),
  )[0];
  const [event, subEvent] = best?.[0].split('\u001f') ?? [];
  return event == null || subEvent == null ? null : { event, subEvent };
}

function rowOf(
  { place }: PlaceHappenings,
  { event, claims }: Happening,
  coded: { readonly event: string; readonly subEvent: string },
  killed: readonly ClaimView[],
  records: ExportRecords,
): AcledRow | null {
  const isDated = claims.some(c => c.time?.from != null || c.time?.to != null);
  const when = dateFor(event.from, event.to, isDated);
  if (when == null) return null;
  const codes = countryCodes(place.country);
  const country =
    place.country == null ? null : (records.gazetteer.byId(`iso:${place.country}`)?.name ?? place.country);
  const parties = partiesOf(claims, place.country, records);
  const isCivilian = coded.event === 'Violence against civilians' || /^Excessive force/.test(coded.subEvent);
  const first = parties.first;
  const second = parties.second ?? (coded.event === 'Violence against civilians' ? CIVILIANS : null);
  const where = locationFor(place, records.gazetteer);
  const fatalities = fatalitiesOf(killed);
  const isDemonstration = coded.event === 'Protests' || coded.subEvent === 'Violent demonstration';
  return {
    event_id_cnty: `${codes?.alpha3 ?? 'ZZZ'}${numberOf(event.id)}`,
    event_date: when.date,
    year: Number(when.date.slice(0, 4)),
    time_precision: when.precision,
    disorder_type: disorderOf(coded.event, coded.subEvent),
    event_type: coded.event,
    sub_event_type: coded.subEvent,
    actor1: nameOf(first, country),
    assoc_actor_1: '',
    inter1: INTER[first?.kind ?? UNIDENTIFIED][1],
    actor2: second == null ? '' : nameOf(second, country),
    assoc_actor_2: '',
    inter2: second == null ? '' : INTER[second.kind][1],
    interaction: interactionOf(first?.kind ?? UNIDENTIFIED, second?.kind ?? null),
    civilian_targeting: isCivilian || second?.kind === 'civilians' ? 'Civilian targeting' : '',
    iso: codes?.numeric,
    region: codes?.acledRegion,
    country,
    admin1: where.admin1,
    admin2: where.admin2,
    admin3: '',
    location: where.name,
    latitude: where.lat,
    longitude: where.lon,
    geo_precision: where.precision,
    source: [...new Set(claims.map(c => c.outlet ?? c.reportTitle ?? c.report))].join('; '),
    source_scale: '',
    notes: notesOf(claims, killed, when.date),
    fatalities,
    tags: isDemonstration ? 'crowd size=no report' : '',
    timestamp: Math.floor(
      Date.parse(
        claims
          .map(c => c.known)
          .sort()
          .at(-1)!,
      ) / 1000,
    ),
  };
}

/** As what ACLED counts an armed group that nobody names. */
const UNIDENTIFIED = 'political-militia';
const CIVILIANS: Party = { name: 'civilians', kind: 'civilians', side: null };

/** As ACLED names those whom no name is given: "Civilians (Mali)", "Unidentified Armed Group (Mali)". */
function nameOf(party: Party | null, country: string | null): string {
  if (party == null)
    return country == null ? 'Unidentified Armed Group' : `Unidentified Armed Group (${country})`;
  const groups = { civilians: 'Civilians', protesters: 'Protesters', rioters: 'Rioters' } as const;
  const group = party.kind in groups ? groups[party.kind as keyof typeof groups] : null;
  return group == null ? party.name : country == null ? group : `${group} (${country})`;
}

/** The words that it stands on: one claim of each origin, then the words on the dead. */
function notesOf(claims: readonly ClaimView[], killed: readonly ClaimView[], date: string): string {
  const told = [...claims, ...killed].filter(
    (claim, i, all) => all.findIndex(c => c.origin === claim.origin && c.kind === claim.kind) === i,
  );
  const quotes = told.map(c => `“${c.quote.text.replace(/\s+/g, ' ').trim()}” (${c.outlet ?? 'no outlet'})`);
  return `On ${sayDate(date)}: ${[...new Set(quotes)].join(' ')}`;
}
