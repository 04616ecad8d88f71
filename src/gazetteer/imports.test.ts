import { describe, expect, it } from 'vitest';
import { importBoundaries } from './import-boundaries.ts';
import { importGeoNames } from './import-geonames.ts';
import { loadGazetteer } from './load.ts';

const line = (id: string, name: string, lat: string, feature: string, code: string): string =>
  [
    id,
    name,
    name,
    `${name}i,${name}abad`,
    lat,
    '62.1',
    feature,
    code,
    'AF',
    '',
    '06',
    '',
    '',
    '',
    '5200',
    '',
    '',
    'Asia/Kabul',
    '2020-01-01',
  ].join('\t');

describe('importing places', () => {
  it('reads a GeoNames country file, refusing broken lines and passing over what is no place', () => {
    const text = [
      line('9000001', 'Kalmabad', '32.4', 'P', 'PPL'),
      line('9000002', 'Kalma Stream', '32.4', 'H', 'STM'),
      line('9000003', 'Nowhere', '932.4', 'P', 'PPL'),
      'a broken line',
    ].join('\n');
    const { places, refused } = importGeoNames(text, code => (code === 'AF.06' ? 'iso:AF-FRA' : null));
    expect(places.map(p => p.place)).toMatchObject([
      { id: 'gn:9000001', kind: 'town', country: 'AF', admin1: 'iso:AF-FRA', parent: 'iso:AF-FRA' },
    ]);
    expect(places[0]?.names).toContain('Kalmabadabad');
    expect(refused).toEqual([
      { line: 3, why: 'invalid point "932.4, 62.1": write degrees, latitude first' },
      { line: 4, why: '1 columns: a GeoNames line has 19' },
    ]);
  });

  it('joins boundaries to divisions by code and by name', () => {
    const geometry = {
      type: 'Polygon',
      coordinates: [
        [
          [0, 0],
          [1, 0],
          [1, 1],
          [0, 0],
        ],
      ],
    };
    const json = {
      type: 'FeatureCollection',
      features: [
        { type: 'Feature', properties: { ADM1_EN: 'Hilmand' }, geometry },
        { type: 'Feature', properties: { shapeName: 'anything', shapeISO: 'AF-FRA' }, geometry },
        { type: 'Feature', properties: { ADM1_EN: 'Atlantis' }, geometry },
        {
          type: 'Feature',
          properties: { name: 'a point' },
          geometry: { type: 'Point', coordinates: [0, 0] },
        },
      ],
    };
    const ids = importBoundaries(json, loadGazetteer().divisionsOf('AF')).map(b => b.id);
    expect(ids).toEqual(['iso:AF-HEL', 'iso:AF-FRA', null]);
  });

  it('says what is wrong with another file', () => {
    expect(() => importBoundaries({ type: 'Topology' }, [])).toThrow(/its type is "Topology"/);
  });
});
