import { parquetReadObjects } from 'hyparquet';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LocalLedger, openLedger } from '../src/dateline.ts';
import { readCsv } from '../src/intake/csv/read-csv.ts';
import { type Asker, type ClaimView, EXPORT_FORMATS, type ExportQuery } from '../src/model/index.ts';
import { makeLedgerDirectory, removeDirectories } from './support/pglite.ts';

/** As published: ACLED's codebook (2024), UCDP GED's codebook (24.1), IDMC's Internal Displacement Updates. */
const ACLED =
  'event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,country,admin1,admin2,admin3,location,latitude,longitude,geo_precision,source,source_scale,notes,fatalities,tags,timestamp';
const GED =
  'id,relid,year,active_year,code_status,type_of_violence,conflict_dset_id,conflict_new_id,conflict_name,dyad_dset_id,dyad_new_id,dyad_name,side_a_dset_id,side_a_new_id,side_a,side_b_dset_id,side_b_new_id,side_b,number_of_sources,source_article,source_office,source_date,source_headline,source_original,where_prec,where_coordinates,where_description,adm_1,adm_2,latitude,longitude,geom_wkt,priogrid_gid,country,country_id,region,event_clarity,date_prec,date_start,date_end,deaths_a,deaths_b,deaths_civilians,deaths_unknown,best,high,low,gwnoa,gwnob';
const IDU =
  'id,country,iso3,latitude,longitude,centroid,role,displacement_type,qualifier,figure,displacement_date,displacement_start_date,displacement_end_date,year,event_name,event_codes,event_code_types,event_start_date,event_end_date,category,subcategory,type,subtype,standard_popup_text,standard_info_text,old_id,sources,source_url,locations_name,locations_coordinates,locations_accuracy,locations_type,displacement_occurred,created_at';

const REPORTS = [
  {
    id: 'ridge-1',
    title: '=HYPERLINK("http://evil.example") Farah falls',
    outlet: '@Ridge Post',
    published: '2021-08-10',
    url: 'https://ridge.example/farah',
    text: 'The Taliban captured the city of Farah on Tuesday, a member of the provincial council told Ridge Post.\n\nOmid Rahmani, a resident of Farah, said that at least 12 civilians were killed in Farah on Tuesday. About 2,000 people fled Farah on Tuesday, the United Nations said.',
  },
  {
    id: 'harbour-1',
    title: 'Clashes in Herat',
    outlet: 'Harbour Wire',
    published: '2021-08-11',
    text: 'Taliban fighters clashed with government forces in Herat on Wednesday, police said. Nine soldiers were killed in the fighting in Herat on Wednesday, the defence ministry said.',
  },
  {
    id: 'lantern-1',
    title: 'Fighting in Gao',
    outlet: 'Lantern Radio',
    published: '2021-08-12',
    text: 'Malian soldiers clashed with militants in Gao on Thursday, the army said.',
  },
];

const desk: Asker = { id: 'desk', name: 'The desk', role: 'analyst', withhold: true };
let ledger: LocalLedger;
beforeAll(async () => {
  const opened = await openLedger({
    database: await makeLedgerDirectory(),
    now: () => '2021-08-20T12:00:00.000Z',
  });
  if (opened.kind !== 'local') throw new Error('the ledger is held by another process');
  ledger = opened;
  await ledger.add(desk, REPORTS);
}, 300_000);
afterAll(async () => {
  await ledger.close();
  removeDirectories();
});

async function bytesOf(query: ExportQuery, by = desk): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of (await ledger.export(by, query)).bytes) chunks.push(chunk);
  return Buffer.concat(chunks);
}
const textOf = async (query: ExportQuery, by = desk): Promise<string> =>
  (await bytesOf(query, by)).toString('utf8');
const rowsOf = async (query: ExportQuery): Promise<Record<string, string>[]> =>
  readCsv(await textOf(query)).map(row => row.cells);
const heads = (csv: string): string => csv.split('\r\n')[0]!;

describe('acled', () => {
  test('has the published columns, a row an event, with its codes', async () => {
    expect(heads(await textOf({ format: 'acled' }))).toBe(ACLED);
    const rows = await rowsOf({ format: 'acled' });
    const farah = rows.find(r => r.sub_event_type === 'Non-state actor overtakes territory')!;
    expect(farah).toMatchObject({
      event_date: '2021-08-10',
      year: '2021',
      time_precision: '1',
      disorder_type: 'Political violence',
      event_type: 'Battles',
      actor1: 'Taliban',
      inter1: 'Rebel group',
      iso: '4',
      region: 'South Asia',
      country: 'Afghanistan',
      admin1: 'Farah',
      location: 'Farah',
      geo_precision: '1',
      fatalities: '0',
    });
    expect(rows.find(r => r.sub_event_type === 'Attack')).toMatchObject({
      location: 'Farah',
      actor2: 'Civilians (Afghanistan)',
      civilian_targeting: 'Civilian targeting',
      fatalities: '12',
    });
    expect(farah.event_id_cnty).toMatch(/^AFG\d{1,14}$/);
    expect(Number(farah.latitude)).toBeCloseTo(32.37, 1);
    expect(farah.notes).toContain('“The Taliban captured the city of Farah');
    const herat = rows.find(r => r.location === 'Herat' && r.sub_event_type === 'Armed clash')!;
    expect(herat).toMatchObject({ interaction: 'State forces-Rebel group', fatalities: '9' });
  });

  test('every value is of the codebook', async () => {
    for (const row of await rowsOf({ format: 'acled' })) {
      expect(['1', '2', '3']).toContain(row.time_precision);
      expect(['1', '2', '3']).toContain(row.geo_precision);
      expect([
        'Political violence',
        'Demonstrations',
        'Political violence; Demonstrations',
        'Strategic developments',
      ]).toContain(row.disorder_type);
      expect(row.fatalities).toMatch(/^\d+$/);
      expect(
        new Set([
          '',
          'State forces',
          'Rebel group',
          'Political militia',
          'Identity militia',
          'Rioters',
          'Protesters',
          'Civilians',
          'External/Other forces',
        ]),
      ).toContain(row.inter2);
    }
  });
});

describe('ucdp', () => {
  test('has the published columns, a row for each event in which somebody died', async () => {
    expect(heads(await textOf({ format: 'ucdp' }))).toBe(GED);
    const rows = await rowsOf({ format: 'ucdp' });
    expect(rows.map(r => [r.adm_1, r.best])).toEqual(
      expect.arrayContaining([
        ['Farah', '12'],
        ['Herat', '9'],
      ]),
    );
    expect(rows).toHaveLength(2);
    const herat = rows.find(r => r.adm_1 === 'Herat')!;
    expect(herat).toMatchObject({
      type_of_violence: '1',
      side_a: 'Government of Afghanistan',
      side_b: 'Taliban',
      where_prec: '1',
      date_prec: '1',
      date_start: '2021-08-11 00:00:00.000',
      deaths_a: '9',
      deaths_b: '0',
      low: '9',
      high: '9',
      country_id: '700',
      region: 'Asia',
    });
    expect(herat.source_original).toMatch(/defence ministry/);
    expect(herat.source_article).toBe('"Harbour Wire,2021-08-11,Clashes in Herat"');
    expect(Number(herat.priogrid_gid)).toBe(
      Math.floor((Number(herat.latitude) + 90) * 2) * 720 +
        Math.floor((Number(herat.longitude) + 180) * 2) +
        1,
    );
  });

  test('low, best and high are in order, and best is the sum of its parts', async () => {
    for (const row of await rowsOf({ format: 'ucdp' })) {
      const [low, best, high] = [Number(row.low), Number(row.best), Number(row.high)];
      expect(low).toBeLessThanOrEqual(best);
      expect(best).toBeLessThanOrEqual(high);
      expect(best).toBe(
        ['deaths_a', 'deaths_b', 'deaths_civilians', 'deaths_unknown'].reduce(
          (sum, c) => sum + Number(row[c]),
          0,
        ),
      );
    }
  });
});

test('idmc has the published columns, a row of HXL tags, and the displacement told', async () => {
  const csv = await textOf({ format: 'idmc' });
  expect(heads(csv)).toBe(IDU);
  const tags = csv.split('\r\n')[1]!.split(',');
  const HASHTAGS = ['country', 'geo', 'meta', 'event', 'affected', 'date', 'description', 'loc'];
  for (const tag of tags) {
    expect(tag).toMatch(/^#[a-z][a-z0-9_]*(\+[a-z][a-z0-9_]*)*$/);
    expect(HASHTAGS).toContain(/^#([a-z]+)/.exec(tag)![1]);
  }
  expect(new Set(tags).size).toBe(tags.length);
  const [, ...rows] = await rowsOf({ format: 'idmc' });
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({
    iso3: 'AFG',
    role: 'Recommended figure',
    displacement_type: 'Conflict',
    qualifier: 'approximately',
    figure: '2000',
    displacement_date: '2021-08-10',
    locations_name: 'Farah',
    source_url: 'https://ridge.example/farah',
  });
  expect(rows[0]!.sources).toContain('United Nations');
});

test('csv and geojson have the rows of the status', async () => {
  const rows = await ledger.status(desk, { at: '2021-08-16' });
  expect(rows.length).toBeGreaterThan(0);
  const csv = await rowsOf({ format: 'csv', at: '2021-08-16' });
  expect(csv.map(r => [r.place, r.holder, r.basis])).toEqual(
    rows.map(r => [r.place.id, r.holder?.side ?? '', r.basis]),
  );
  const geo = JSON.parse(await textOf({ format: 'geojson', at: '2021-08-16' }));
  expect(geo.type).toBe('FeatureCollection');
  expect(geo.features.map((f: { id: string }) => f.id)).toEqual(rows.map(r => r.place.id));
  for (const { geometry } of geo.features as { geometry: { coordinates: [number, number] } | null }[])
    if (geometry != null) expect(Math.abs(geometry.coordinates[1])).toBeLessThanOrEqual(90);
});

test('jsonl and parquet have every claim, and come back as they went out', async () => {
  const claims = await ledger.claims(desk);
  const lines = (await textOf({ format: 'jsonl' }))
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as ClaimView);
  expect(lines).toEqual(JSON.parse(JSON.stringify(claims)));
  const bytes = await bytesOf({ format: 'parquet' });
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer;
  const rows = await parquetReadObjects({ file });
  expect(rows.map(row => JSON.parse(row.claim as string))).toEqual(lines);
  expect(rows.map(row => row.quote)).toEqual(lines.map(c => c.quote.text));
  expect(rows[0]!.known).toEqual(new Date(lines[0]!.known));
  expect(rows.map(row => row.latitude ?? null)).toEqual(lines.map(c => c.places[0]?.lat ?? null));
});

describe('annotations', () => {
  interface Annotation {
    readonly id: string;
    readonly type: string;
    readonly body: readonly { readonly value?: string; readonly format?: string }[];
    readonly target: {
      readonly source: string;
      readonly selector: readonly {
        type: string;
        exact?: string;
        prefix?: string;
        suffix?: string;
        start?: number;
        end?: number;
      }[];
    };
  }
  const read = async (by = desk) =>
    JSON.parse(await textOf({ format: 'annotations' }, by)) as {
      '@context': string;
      type: string;
      total: number;
      first: { type: string; items: Annotation[] };
    };

  test('are a collection by the Web Annotation Data Model, one for each claim', async () => {
    const collection = await read();
    expect(collection['@context']).toBe('http://www.w3.org/ns/anno.jsonld');
    expect(collection.type).toBe('AnnotationCollection');
    expect(collection.first.type).toBe('AnnotationPage');
    expect(collection.total).toBe(collection.first.items.length);
    expect(new Set(collection.first.items.map(a => a.id)).size).toBe(collection.total);
    for (const a of collection.first.items) {
      expect(a.type).toBe('Annotation');
      expect(() => new URL(a.id)).not.toThrow();
      expect(() => new URL(a.target.source)).not.toThrow();
      expect(a.target.selector.map(s => s.type)).toEqual(['TextQuoteSelector', 'TextPositionSelector']);
    }
  });

  test('both selectors find the same words in the report', async () => {
    const open: Asker = { ...desk, withhold: false };
    const { first } = await read(open);
    const texts = new Map(
      (
        await Promise.all(
          REPORTS.map(r => ledger.reports(open).then(rows => rows.find(x => x.ref === r.id)!)),
        )
      ).map((row, i) => [row.id, REPORTS[i]!]),
    );
    for (const { body, target } of first.items) {
      const claim = JSON.parse(body.find(b => b.format === 'application/json')!.value!) as ClaimView;
      const report = texts.get(claim.report)!;
      const text = claim.in === 'title' ? report.title : report.text;
      const [quote, position] = target.selector;
      expect(text.slice(position!.start, position!.end)).toBe(quote!.exact);
      expect(text).toContain(quote!.prefix! + quote!.exact! + quote!.suffix!);
    }
  });
});

describe('whoever may not see names gets none, in any format', () => {
  test.each(EXPORT_FORMATS)('%s', async format => {
    const masked = (await bytesOf({ format })).toString('latin1');
    expect(/Omid|Rahmani/.test(masked)).toBe(false);
    const open = (await bytesOf({ format }, { ...desk, withhold: false })).toString('latin1');
    if (['jsonl', 'annotations', 'parquet', 'ucdp'].includes(format))
      expect(/Omid Rahmani/.test(open)).toBe(true);
  });

  test('lifting it is in the audit log', async () => {
    await bytesOf({ format: 'jsonl' }, { ...desk, withhold: false });
    const [last] = await ledger.auditLog({ ...desk, role: 'administrator' }, { action: 'export', limit: 1 });
    expect(last).toMatchObject({ by: 'desk', detail: { format: 'jsonl', names: true } });
  });
});

test('no cell runs as a formula, and numbers stay numbers', async () => {
  const acled = await rowsOf({ format: 'acled' });
  expect(acled.find(r => r.location === 'Farah')!.source).toMatch(/^'@Ridge Post/);
  const ucdp = await textOf({ format: 'ucdp' });
  for (const line of [ucdp, await textOf({ format: 'acled' })])
    for (const { cells } of readCsv(line))
      for (const cell of Object.values(cells))
        if (!/^-?[\d.]+$/.test(cell)) expect(cell).not.toMatch(/^[=+\-@]/);
  const west = await rowsOf({ format: 'acled', country: 'ML' });
  expect(west[0]!.longitude).toMatch(/^-0\.0\d+$/);
});

test('country, at and knownAt narrow every format', async () => {
  for (const format of EXPORT_FORMATS) {
    if (format === 'idmc' || format === 'ucdp') continue;
    const mali = (await bytesOf({ format, country: 'Mali' })).toString('latin1');
    expect(/Gao/.test(mali), format).toBe(true);
    expect(/Herat/.test(mali), format).toBe(false);
    const early = (await bytesOf({ format, at: '2021-08-10' })).toString('latin1');
    expect(/Gao/.test(early), format).toBe(false);
    const known = (await bytesOf({ format, knownAt: '2021-08-11', at: '2021-08-16' })).toString('latin1');
    expect(/Farah/.test(known), format).toBe(true);
    expect(/Gao/.test(known), format).toBe(false);
  }
  await expect(ledger.export(desk, { format: 'acled', country: 'Atlantis' })).rejects.toThrow(
    'unknown country "Atlantis"',
  );
  await expect(ledger.export(desk, { format: 'xml' as 'csv' })).rejects.toThrow('unknown format "xml"');
});
