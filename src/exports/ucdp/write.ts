import type { ActorKind, ClaimView } from '../../model/index.ts';
import { admin2Of } from '../acled/precision.ts';
import { assignKilled } from '../assign-killed.ts';
import { countryCodes } from '../countries.ts';
import { type Cell, csvLine } from '../csv.ts';
import { numberOf } from '../number-of.ts';
import type { ExportRecords, Happening, PlaceHappenings } from '../records.ts';
import { type Party, partiesOf } from '../sides.ts';
import { oneLine, sayChain } from '../words.ts';
import { deathsOf } from './deaths.ts';
import { datePrec, prioGrid, wherePrec } from './precision.ts';

/** The columns of UCDP's Georeferenced Event Dataset, in its order (GED codebook, version 24.1). */
export const GED_COLUMNS = [
  'id',
  'relid',
  'year',
  'active_year',
  'code_status',
  'type_of_violence',
  'conflict_dset_id',
  'conflict_new_id',
  'conflict_name',
  'dyad_dset_id',
  'dyad_new_id',
  'dyad_name',
  'side_a_dset_id',
  'side_a_new_id',
  'side_a',
  'side_b_dset_id',
  'side_b_new_id',
  'side_b',
  'number_of_sources',
  'source_article',
  'source_office',
  'source_date',
  'source_headline',
  'source_original',
  'where_prec',
  'where_coordinates',
  'where_description',
  'adm_1',
  'adm_2',
  'latitude',
  'longitude',
  'geom_wkt',
  'priogrid_gid',
  'country',
  'country_id',
  'region',
  'event_clarity',
  'date_prec',
  'date_start',
  'date_end',
  'deaths_a',
  'deaths_b',
  'deaths_civilians',
  'deaths_unknown',
  'best',
  'high',
  'low',
  'gwnoa',
  'gwnob',
] as const;
export type GedRow = Readonly<Record<(typeof GED_COLUMNS)[number], Cell>>;

/** UCDP GED's file: one row for each event of organised violence in which somebody is said to have died, by place, then by day. */
export async function* writeUcdp(records: ExportRecords): AsyncGenerator<string> {
  yield csvLine(GED_COLUMNS);
  for await (const places of records.happenings())
    for (const place of places)
      for (const row of gedRows(place, records)) yield csvLine(GED_COLUMNS.map(column => row[column]));
}

/** The rows of one place. */
export function gedRows(place: PlaceHappenings, records: ExportRecords): GedRow[] {
  const killed = assignKilled(place);
  return place.happenings
    .flatMap(happening => {
      const row = rowOf(place, happening, killed.get(happening.event.id) ?? [], records);
      return row == null ? [] : [row];
    })
    .sort((a, b) => (String(a.date_start) < String(b.date_start) ? -1 : 1));
}

const ORGANISED = /^(?:Battles|Explosions\/Remote violence|Violence against civilians)$/;

function rowOf(
  { place }: PlaceHappenings,
  { event, claims }: Happening,
  killed: readonly ClaimView[],
  records: ExportRecords,
): GedRow | null {
  const start = event.from ?? event.to,
    end = event.to ?? event.from;
  if (start == null || end == null || !claims.some(c => ORGANISED.test(c.acled?.event ?? ''))) return null;
  const { a, b, type } = dyadOf(claims, place.country, records);
  const deaths = deathsOf(killed, a?.kind ?? null, b?.kind ?? null);
  if (deaths == null) return null;
  const codes = countryCodes(place.country);
  const country =
    place.country == null ? '' : (records.gazetteer.byId(`iso:${place.country}`)?.name ?? place.country);
  const sideA = sideName(a, country),
    sideB = type === 3 ? 'Civilians' : sideName(b, country);
  const told = [...claims, ...killed];
  const isDated = told.some(c => c.time?.from != null || c.time?.to != null);
  const reports = [...new Map(told.map(c => [c.report, c])).values()];
  const hasPoint = place.lat != null && place.lon != null;
  return {
    id: numberOf(event.id),
    relid: `${codes?.alpha3 ?? 'ZZZ'}-${start.slice(0, 4)}-${type}-${event.id}`,
    year: Number(end.slice(0, 4)),
    active_year: '',
    code_status: 'Dateline: not checked',
    type_of_violence: type,
    conflict_dset_id: '',
    conflict_new_id: '',
    conflict_name: type === 1 ? `${country}: Government` : `${sideA} - ${sideB}`,
    dyad_dset_id: '',
    dyad_new_id: '',
    dyad_name: `${sideA} - ${sideB}`,
    side_a_dset_id: '',
    side_a_new_id: '',
    side_a: sideA,
    side_b_dset_id: '',
    side_b_new_id: '',
    side_b: sideB,
    number_of_sources: new Set(told.map(c => c.origin)).size,
    source_article: reports.map(articleOf).join(';'),
    source_office: [...new Set(reports.map(c => c.outlet ?? ''))].filter(Boolean).join(';'),
    source_date: [...new Set(reports.map(c => c.published?.slice(0, 10) ?? ''))].filter(Boolean).join(';'),
    source_headline: reports
      .map(c => oneLine(c.reportTitle ?? ''))
      .filter(Boolean)
      .join(';'),
    source_original: [...new Set(told.map(c => sayChain(c.attribution)))].filter(Boolean).join(';'),
    where_prec: wherePrec(place),
    where_coordinates: place.name,
    where_description: [
      ...new Set(told.flatMap(c => c.places.map(p => (p.part ? `${p.name} (${p.part})` : p.name)))),
    ].join('; '),
    adm_1: place.admin1Name ?? '',
    adm_2: admin2Of(place, records.gazetteer) ?? '',
    latitude: place.lat,
    longitude: place.lon,
    geom_wkt: hasPoint ? `POINT (${place.lon} ${place.lat})` : '',
    priogrid_gid: hasPoint ? prioGrid(place.lat!, place.lon!) : '',
    country,
    country_id: codes?.gw,
    region: codes?.gedRegion,
    event_clarity: start === end && isDated ? 1 : 2,
    date_prec: datePrec(start, end, isDated),
    date_start: `${start} 00:00:00.000`,
    date_end: `${end} 00:00:00.000`,
    ...deaths,
    gwnoa: a?.kind === 'state-forces' ? codes?.gw : '',
    gwnob: type !== 3 && b?.kind === 'state-forces' ? codes?.gw : '',
  };
}

/** The two sides, the state first, and UCDP's type of violence: 1 a state takes part, 2 none does, 3 against civilians. */
function dyadOf(
  claims: readonly ClaimView[],
  country: string | null,
  records: ExportRecords,
): { readonly a: Party | null; readonly b: Party | null; readonly type: 1 | 2 | 3 } {
  const { first, second } = partiesOf(claims, country, records);
  const isOneSided =
    claims.some(c => c.acled?.event === 'Violence against civilians') || second?.kind === 'civilians';
  if (isOneSided) return { a: first, b: null, type: 3 };
  const isState = (kind: ActorKind | undefined): boolean =>
    kind === 'state-forces' || kind === 'external-forces';
  const type = isState(first?.kind) || isState(second?.kind) ? 1 : 2;
  return !isState(first?.kind) && isState(second?.kind)
    ? { a: second, b: first, type }
    : { a: first, b: second, type };
}

/** As UCDP names a side: a state by its government. */
const sideName = (party: Party | null, country: string): string =>
  party == null
    ? 'Unknown'
    : party.kind === 'state-forces' && country !== ''
      ? `Government of ${country}`
      : party.name;

/** As GED has it: `"Example Wire,2021-08-10,Title"`. */
const articleOf = (c: ClaimView): string =>
  `"${[c.outlet ?? '', c.published?.slice(0, 10) ?? '', oneLine(c.reportTitle ?? '')].join(',')}"`;
