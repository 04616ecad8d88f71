import { WEIGHING } from '../../src/dateline/filing/rebuild.ts';
import type { Store } from '../../src/store/index.ts';

export interface Fill {
  readonly countries: readonly string[];
  /** Places of each country. */
  readonly places: number;
  /** Periods of each place, ten days long, one after the other; each stands on one claim of its own. */
  readonly periods: number;
}

/**
 * Fills a ledger's record with rows, for runs that only read it: as many claims as periods, ten a report. Filing so many
 * would take hours; what reads them cannot tell.
 */
export async function fillRecord(store: Store, { countries, places, periods }: Fill): Promise<void> {
  const cc = `'{${countries.join(',')}}'::text[]`;
  await store.query(`
    create temporary table fill as
      select c.code, p.n as place, k.n as period,
        'x:' || lower(c.code) || '/-/place ' || p.n as id,
        'fill-' || c.code || '-' || p.n || '-' || k.n as claim,
        'fill-report-' || c.code || '-' || p.n || '-' || (k.n / 10) as report,
        timestamptz '2018-01-01' + (k.n * 10 + p.n % 10) * interval '1 day' as day
      from unnest(${cc}) as c(code), generate_series(1, ${places}) p(n), generate_series(0, ${periods - 1}) k(n);
    insert into places (id, name, kind, country, admin1, admin1_name, parent, lat, lon, precision, population)
      select distinct id, 'Place ' || place, 'town', code, null, null, null, place % 60, place % 90, 'approximate', 0
      from fill;
    insert into reports (id, title, outlet, published, text, filed, known)
      select report, 'Filled', 'Fill Wire', to_char(min(day), 'YYYY-MM-DD'), 'Filled.', min(day), min(day)
      from fill group by report;
    insert into weighed_claims (id, report, ord, kind, event, places, known, origin, body)
      select claim, report, period % 10, 'control', 'capture', array[id], day, claim,
        jsonb_build_object('id', claim, 'report', report, 'kind', 'control', 'places', '[]'::jsonb)
      from fill;
    insert into control_periods (place, valid, known, holder_side, holder_name, status, basis, believed_from, origins,
        last_word, detail)
      select id, daterange(day::date, case when period = ${periods - 1} then null else (day + interval '10 days')::date end),
        tstzrange(day, null), 'side-' || period % 5, 'Side ' || period % 5, 'held', 'reported', day, 1, day::date,
        jsonb_build_object('claims', jsonb_build_array(claim), 'against', '[]'::jsonb, 'parts', '[]'::jsonb,
          'pressure', '[]'::jsonb)
      from fill;
    delete from written;
    drop table fill;
    update revision set weighing = '${WEIGHING}';
    analyze;`);
}
