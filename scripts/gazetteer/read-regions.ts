import { addName, NAME, type RawPlace } from './raw-place.ts';
import { readTable } from './tsv.ts';

const TABLE = new URL('../../src/gazetteer/data/regions.tsv', import.meta.url);

/** Continents, seas and regions of several countries: areas without a country. */
export const readRegions = (): RawPlace[] =>
  readTable(TABLE).map(row => {
    const place: RawPlace = {
      id: row.id!,
      name: row.name!.replace(/^the /, ''),
      kind: 'area',
      country: '',
      admin1: null,
      parent: null,
      lat: Number(row.lat),
      lon: Number(row.lon),
      population: 1e7,
      seat: null,
      names: new Map(),
      a1: '',
      a2: '',
    };
    addName(place, place.name, NAME.main);
    for (const alias of row.aliases!.split(';')) addName(place, alias, NAME.main);
    return place;
  });
