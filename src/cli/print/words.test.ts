import { expect, test } from 'vitest';
import type { ClaimPlace } from '../../model/index.ts';
import { placeWords } from './words.ts';

const airport: ClaimPlace = {
  ...{ id: 'site:gn:2455560/airport', name: 'airport', kind: 'site', country: 'ML', admin1: null },
  ...{ lat: null, lon: null, precision: 'within' },
};

test('a site says where it lies, or that this is not sure', () => {
  expect(placeWords([{ ...airport, in: 'Gao' }])).toBe('airport (in Gao)');
  const candidates = [
    { id: 'site:gn:2455560/airport', score: 0.5 },
    { id: 'site:gn:2455518/airport', score: 0.4 },
  ];
  expect(placeWords([{ ...airport, candidates }])).toBe('airport [in which place is not sure]');
  expect(placeWords([airport])).toBe('airport');
});
