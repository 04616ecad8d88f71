import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { addImportedPlaces, readImportedPlaces } from './imported.ts';
import { openGazetteer } from './open.ts';

const bytes = readFileSync(new URL('./compiled/gazetteer.bin', import.meta.url));
const own = {
  place: {
    id: 'gn:99900001',
    name: 'Zorvino Kalay',
    kind: 'village' as const,
    country: 'AF',
    admin1: 'iso:AF-FRA',
    parent: 'iso:AF-FRA',
    lat: 32.5,
    lon: 62.2,
    population: 900,
    seatOf: null,
  },
  names: ['Zorvino Kalay', 'Zorvino'],
};

it('keeps imported places in a folder, one of an id', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-places-'));
  expect(readImportedPlaces(folder)).toEqual([]);
  expect(addImportedPlaces(folder, [own])).toBe(1);
  expect(addImportedPlaces(folder, [{ ...own, names: ['Zorvino Kalay'] }])).toBe(1);
  expect(readImportedPlaces(folder)).toEqual([{ ...own, names: ['Zorvino Kalay'] }]);
});

it('finds imported places beside its own, and adds names to those that are there', () => {
  const gazetteer = openGazetteer(bytes, [
    own,
    { place: { ...own.place, id: 'gn:1138336' }, names: ['Kandahar', 'Zorvabad'] },
  ]);
  expect(gazetteer.has('zorvino kalay')).toBe(true);
  expect(gazetteer.find('Zorvino')[0]).toMatchObject({ place: own.place, fit: 'exact', alternate: true });
  expect(gazetteer.find('Zorvino', { country: 'SY' }).some(c => c.place.id === own.place.id)).toBe(false);
  expect(gazetteer.byId('gn:99900001')?.name).toBe('Zorvino Kalay');
  expect(gazetteer.childrenOf('iso:AF-FRA').map(p => p.id)).toContain('gn:99900001');
  expect(gazetteer.find('Zorvabad')[0]?.place.kind).toBe('city');
});
