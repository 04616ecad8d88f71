import { expect, test } from 'vitest';
import { indexPeriods } from '../record/index-periods.ts';
import { makeRecord } from '../testing/fixture/make-record.ts';
import { basisOfClaims, type Filters, isClaimIn, isReportIn } from './filters.ts';

const record = makeRecord();
const basis = basisOfClaims(indexPeriods(record, []));
const none: Filters = { kind: null, basis: null, source: null, from: null, until: null };
const found = (f: Partial<Filters>) => record.claims.filter(c => isClaimIn(c, { ...none, ...f }, basis));

test('without filters every claim is found', () => expect(found({}).length).toBe(record.claims.length));

test('each filter keeps only its own', () => {
  expect(new Set(found({ kind: 'figure' }).map(c => c.kind))).toEqual(new Set(['figure']));
  const confirmed = found({ basis: 'confirmed' });
  expect(confirmed.length).toBeGreaterThan(0);
  for (const c of confirmed) expect(basis.get(c.id)).toBe('confirmed');
  for (const c of found({ source: 'outlet' })) expect(c.attribution[0]?.kind ?? 'outlet').toBe('outlet');
});

test('the dates are inclusive, and what has no date falls outside them', () => {
  const day = record.claims[0]!.published!.slice(0, 10);
  for (const c of found({ from: day, until: day })) expect(c.published!.slice(0, 10)).toBe(day);
  expect(
    isReportIn({ published: '2021-08-10T13:40:00Z' }, { ...none, from: '2021-08-10', until: '2021-08-10' }),
  ).toBe(true);
  expect(isReportIn({ published: null }, { ...none, from: '2021-08-10' })).toBe(false);
});
