import { countryCodes } from '../countries.ts';
import { type Cell, csvLine } from '../csv.ts';
import { numberOf } from '../number-of.ts';
import type { DisplacedFigure, ExportRecords } from '../records.ts';
import { oneLine, sayChain, sayDates, sayNumber } from '../words.ts';

/**
 * The columns of IDMC's Internal Displacement Updates, in their order, with the HXL tags of the second row: those of the data set on the
 * Humanitarian Data Exchange where it has one, else by the HXL standard 1.1.
 */
export const IDMC_COLUMNS = {
  id: '#event+id',
  country: '#country+name',
  iso3: '#country+code+v_iso3',
  latitude: '#geo+lat',
  longitude: '#geo+lon',
  centroid: '#geo+coordinates',
  role: '#meta+role',
  displacement_type: '#event+displacement_type',
  qualifier: '#meta+qualifier',
  figure: '#affected+displaced',
  displacement_date: '#date+displacement',
  displacement_start_date: '#date+displacement+start',
  displacement_end_date: '#date+displacement+end',
  year: '#date+year',
  event_name: '#event+name',
  event_codes: '#event+code',
  event_code_types: '#event+code+type',
  event_start_date: '#date+event+start',
  event_end_date: '#date+event+end',
  category: '#event+category',
  subcategory: '#event+subcategory',
  type: '#event+type',
  subtype: '#event+subtype',
  standard_popup_text: '#description+popup',
  standard_info_text: '#description+info',
  old_id: '#event+id+old',
  sources: '#meta+source',
  source_url: '#meta+source+url',
  locations_name: '#loc+name',
  locations_coordinates: '#loc+coordinates',
  locations_accuracy: '#loc+accuracy',
  locations_type: '#loc+type',
  displacement_occurred: '#event+displacement_occurred',
  created_at: '#date+created',
} as const;
export type IdmcRow = Readonly<Record<keyof typeof IDMC_COLUMNS, Cell>>;

/** IDMC's file: one row for each displacement told, under the columns and a row of HXL tags. */
export async function* writeIdmc(records: ExportRecords): AsyncGenerator<string> {
  const columns = Object.keys(IDMC_COLUMNS) as (keyof IdmcRow)[];
  yield csvLine(columns);
  yield csvLine(Object.values(IDMC_COLUMNS));
  for await (const figures of records.displaced())
    for (const row of idmcRows(figures, records)) yield csvLine(columns.map(column => row[column]));
}

/** The rows of some figures. `figures` hold all of a place and measure. */
export function idmcRows(figures: readonly DisplacedFigure[], records: ExportRecords): IdmcRow[] {
  const best = recommended(figures);
  return figures.map(figure => rowOf(figure, best.has(figure), records));
}

/** Of the figures for one place, day and measure, the one that is recommended: of a new count, and the last that became known. */
function recommended(figures: readonly DisplacedFigure[]): Set<DisplacedFigure> {
  const best = new Map<string, DisplacedFigure>();
  for (const figure of figures) {
    if (figure.running) continue;
    const key = [figure.place?.id, figure.date, figure.claim.figure?.term, figure.claim.figure?.who].join(
      '|',
    );
    const was = best.get(key);
    if (was == null || was.known < figure.known) best.set(key, figure);
  }
  return new Set(best.values());
}

const QUALIFIERS: Readonly<Record<string, string>> = {
  exactly: 'total',
  range: 'approximately',
  about: 'approximately',
  vague: 'approximately',
  'more-than': 'more than',
  'at-least': 'more than',
  'up-to': 'less than',
};

function rowOf(figure: DisplacedFigure, isRecommended: boolean, records: ExportRecords): IdmcRow {
  const { claim, place } = figure;
  const codes = countryCodes(place?.country ?? null);
  const country =
    place?.country == null ? '' : (records.gazetteer.byId(`iso:${place.country}`)?.name ?? place.country);
  const end = claim.time?.to ?? figure.date ?? claim.published?.slice(0, 10) ?? figure.known.slice(0, 10);
  const start = claim.time?.from ?? end;
  const hasPoint = place?.lat != null && place.lon != null;
  const said = sayFigure(figure);
  const where = place?.name ?? country;
  const info = `${country === '' ? '' : `${country}: `}${said}${where === '' || where === country ? '' : `, ${where}`}, ${sayDates(start, end)}`;
  return {
    id: numberOf(claim.id),
    country,
    iso3: codes?.alpha3 ?? '',
    latitude: place?.lat,
    longitude: place?.lon,
    centroid: hasPoint ? `[${place.lat}, ${place.lon}]` : '',
    role: isRecommended ? 'Recommended figure' : 'Triangulation',
    displacement_type: 'Conflict',
    qualifier: QUALIFIERS[claim.figure?.qualifier ?? 'exactly'] ?? 'total',
    figure:
      claim.figure?.unit === 'people' ? (figure.best ?? figure.low ?? figure.high ?? claim.figure.min) : '',
    displacement_date: end,
    displacement_start_date: start,
    displacement_end_date: end,
    year: Number(end.slice(0, 4)),
    event_name: [
      [country, place?.name].filter((part, i, all) => part && all.indexOf(part) === i).join(': '),
      sayDates(start, end),
    ]
      .filter(Boolean)
      .join(' - '),
    event_codes: '',
    event_code_types: '',
    event_start_date: start,
    event_end_date: end,
    category: 'Conflict and violence',
    subcategory: 'Conflict',
    type: 'Conflict',
    subtype: '',
    standard_popup_text: `${info}. “${oneLine(claim.quote.text)}”`,
    standard_info_text: info,
    old_id: '',
    sources: [sayChain(claim.attribution), claim.outlet].filter(Boolean).join('; '),
    source_url: figure.url ?? '',
    locations_name: place?.name ?? '',
    locations_coordinates: hasPoint ? `${place.lat}, ${place.lon}` : '',
    locations_accuracy: place == null ? '' : accuracyOf(place.kind),
    locations_type: /^(?:sheltered|in-camp|relocated)$/.test(claim.figure?.term ?? '') ? 'Destination' : '',
    displacement_occurred: '',
    created_at: figure.known.slice(0, 10),
  };
}

/** "about 2,000 people displaced", "more than 500 households homeless". */
function sayFigure({ claim, low, best, high }: DisplacedFigure): string {
  const { qualifier = 'exactly', unit = 'people', term = 'displaced' } = claim.figure ?? {};
  const n = best ?? low ?? high ?? claim.figure?.min;
  const words: Readonly<Record<string, string>> = {
    'more-than': 'more than ',
    'at-least': 'at least ',
    'up-to': 'up to ',
    about: 'about ',
  };
  const range =
    low != null && high != null && low !== high ? `${sayNumber(low)} to ${sayNumber(high)}` : null;
  const number = range ?? (n == null ? 'an unknown number of' : `${words[qualifier] ?? ''}${sayNumber(n)}`);
  return `${number} ${unit} ${term.replaceAll('-', ' ')}`;
}

/** IDMC's words for how exactly a place is known. */
const accuracyOf = (kind: string): string =>
  kind === 'country'
    ? 'Country/territory (ADM 0)'
    : kind === 'province'
      ? 'State/Region/Province (ADM 1)'
      : kind === 'district' || kind === 'area'
        ? 'District/Zone/Department (ADM 2)'
        : 'Town/Village (ADM 3)';
