import { expect, test } from 'vitest';
import type { StatusRow } from '../../model/index.ts';
import { nameInSentence } from '../places/name-in-sentence.ts';
import { saySites } from './say-roll-up.ts';

const row = (id: string, name: string, side: string | null, since: string): StatusRow => ({
  place: {
    ...{ id, name, kind: id.startsWith('site:') ? 'site' : 'city', country: 'ZZ', admin1: null },
    ...{ admin1Name: null, parent: null, lat: null, lon: null, seatOf: null, precision: 'exact' },
  },
  holder: side == null ? null : { side, name: side },
  status: side == null ? 'vacated' : 'held',
  basis: 'reported',
  since,
  ...{ sinceEarliest: null, until: null, knownSince: `${since}T12:00:00.000Z`, origins: 1 },
  ...{ claims: [], against: [], parts: [], pressure: [], lastWord: since },
});

test('a site in other hands than its city is told apart, one in the same hands is not', () => {
  const city = row('x:zz/-/arvo', 'Arvo', 'red', '2030-03-10');
  const base = row('site:x:zz/-/arvo/base', 'base of Arvo', 'blue', '2030-03-01');
  const gate = row('site:x:zz/-/arvo/gate', 'gate', null, '2030-03-11');
  const mill = row('site:x:zz/-/arvo/mill', 'mill', 'red', '2030-03-10');
  expect(saySites([city, base, gate, mill], city.place.id)).toMatch(
    /^Arvo is held by (the )?red; the base of Arvo holds out, held by (the )?blue; the gate is left by its holder\.$/,
  );
  expect(saySites([city, mill], city.place.id)).toBe(null);
});

test.each([
  ['governor’s office', 'site', 'the governor’s office in Farah'],
  ['airport of Farah', 'site', 'the airport of Farah'],
  ['Sangar Base', 'site', 'Sangar Base in Farah'],
  ['Farah', 'city', 'Farah'],
] as const)('%s is named with its place', (name, kind, said) => {
  expect(nameInSentence({ name, kind, parent: 'gn:1142264' }, () => 'Farah')).toBe(said);
});
