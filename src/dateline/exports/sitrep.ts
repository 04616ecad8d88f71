import { buildSitrep } from '../../exports/index.ts';
import { rollUp } from '../../ledger/index.ts';
import { saySide } from '../../ledger/words/say-side.ts';
import {
  type Asker,
  type Change,
  type ClaimView,
  type DivisionShapes,
  LedgerError,
  type Sitrep,
  type SitrepQuery,
  type StatusRow,
} from '../../model/index.ts';
import type { Context } from '../context.ts';
import { countryName, countryOf } from '../country.ts';
import { namingOf } from '../filing/naming.ts';
import { dayOf, knownAtOf } from '../moment.ts';
import { changes } from '../views/changes.ts';
import { viewClaims } from '../views/claims.ts';
import { discrepancies } from '../views/discrepancies.ts';
import { figures } from '../views/findings.ts';
import { sides } from '../views/map.ts';
import { shapes } from '../views/shapes.ts';
import { status } from '../views/status.ts';
import { addressesOf } from '../withholding/addresses.ts';

/** Most countries on one map. */
const MOST_COUNTRIES = 6;

/**
 * What changed between two days, both included, as known at an instant: the sentences of the record with the words they stand on, what
 * does not add up, figures, and who holds what on the last day. Private persons are masked for who asks with `withhold`.
 */
export async function sitrep(context: Context, by: Asker, query: SitrepQuery): Promise<Sitrep> {
  const from = dayOf(query.from),
    to = dayOf(query.to);
  if (from > to) throw new LedgerError('invalid', `the report ends before it begins: ${from} is after ${to}`);
  const country = countryOf(context, query.country);
  const knownAt = knownAtOf(query.knownAt) ?? context.now();
  const [changed, rows, open, series, allSides] = [
    await changes(context, by, { from, to, country, knownAt }),
    await status(context, by, { at: to, country, knownAt }),
    await discrepancies(context, by, { country, knownAt }),
    await figures(context, by, { country, knownAt }),
    await sides(context, by),
  ];
  const shares = sharesOf(context, country, rows);
  const ids = [
    ...changed.rows.flatMap(c => [...c.after.claims, ...c.after.against]),
    ...rows.flatMap(r => [...r.claims, ...r.against]),
    ...open.flatMap(d => d.claims),
    ...series.flatMap(s => s.points.map(p => p.claim)),
  ];
  const { claims, urls } = await context.store.read(async tx => {
    const found = await viewClaims(tx, by, { ids: [...new Set(ids)], knownAt });
    return {
      claims: new Map<string, ClaimView>(found.map(c => [c.id, c])),
      urls: await addressesOf(tx, by, [...new Set(found.map(c => c.report))]),
    };
  });
  return buildSitrep({
    from,
    to,
    country: country == null ? null : { code: country, name: countryName(country) },
    knownAt,
    withheld: by.withhold,
    changes: changed.rows,
    rows,
    discrepancies: open,
    series,
    claims,
    sides: allSides,
    shapes: await shapesFor(context, by, country, changed.rows, rows),
    shares,
    placeName: id =>
      context.gazetteer().byId(id)?.name ?? rows.find(r => r.place.id === id)?.place.name ?? null,
    saySide,
    urlOf: report => urls.get(report) ?? null,
  });
}

/** Who holds how many of the capitals of a country's divisions, where any of them is in the record. */
function sharesOf(
  context: Context,
  country: string | undefined,
  rows: readonly StatusRow[],
): { readonly id: string; readonly text: string; readonly claims: readonly string[] }[] {
  const set = country == null ? null : namingOf(context).sets.find('provincial capitals', country);
  if (set == null) return [];
  const members = new Set(set.members);
  const counted = rows.filter(row => members.has(row.place.id));
  if (counted.length === 0) return [];
  const { sentence, unknown } = rollUp(rows, set);
  const rest = unknown === 0 ? '' : ` Of ${unknown} nothing is known.`;
  return [{ id: 'capitals', text: sentence + rest, claims: counted.flatMap(row => row.claims.slice(0, 1)) }];
}

/** The shapes of the country, or of those in which something changed. */
async function shapesFor(
  context: Context,
  by: Asker,
  country: string | undefined,
  changed: readonly Change[],
  rows: readonly StatusRow[],
): Promise<DivisionShapes[]> {
  const told = changed.length > 0 ? changed.map(c => c.place.country) : rows.map(r => r.place.country);
  const n = new Map<string, number>();
  for (const code of country == null ? told : [country])
    if (code != null) n.set(code, (n.get(code) ?? 0) + 1);
  const most = [...n].sort((a, b) => b[1] - a[1]).slice(0, MOST_COUNTRIES);
  return Promise.all(most.map(([code]) => shapes(context, by, code)));
}
