import { describe, expect, it } from 'vitest';
import { ACTOR_KINDS } from '../model/index.ts';
import { loadActors } from './actors.ts';
import { parseSides, sideAt } from './sides.ts';
import { readAlliances, readGroups, readRegimes } from './tables.ts';

const actors = loadActors();
const DATE = /^(?:\d{4}(?:-\d{2}(?:-\d{2})?)?)?$/;

describe('the data files of actors', () => {
  const groups = readGroups();

  it('hold some six hundred actors, each once', () => {
    expect(groups.length + readRegimes().length).toBeGreaterThan(600);
    expect(new Set(groups.map(g => g.id)).size).toBe(groups.length);
  });

  it('have kinds, dates, a side and a source in every row', () => {
    for (const g of groups) {
      expect(ACTOR_KINDS, g.id).toContain(g.kind);
      expect(g.from, g.id).toMatch(DATE);
      expect(g.to, g.id).toMatch(DATE);
      expect(g.sides, g.id).toMatch(/^[a-z0-9-]+(?:;[a-z0-9-]+@\d{4}(?:-\d{2}){0,2})*$/);
      expect(g.source, g.id).not.toBe('');
    }
    for (const a of readAlliances()) expect(`${a.from}|${a.to}`).toMatch(/^\d{4}[\d-]*\|[\d-]*$/);
  });
});

describe('actors by name', () => {
  it.each([
    ['FARDC', null, 'congo-kinshasa-army', 'congo-kinshasa'],
    ['the RSF', null, 'rapid-support-forces', 'rsf'],
    ['Daesh', null, 'islamic-state', 'islamic-state'],
    ['Jama’at Nusrat al-Islam wal-Muslimin', null, 'jnim', 'jnim'],
    ['al Shabaab', null, 'al-shabaab', 'al-shabaab'],
    ['TPLF', null, 'tplf', 'tplf'],
  ])('%s', (name, date, id, side) => {
    expect(actors.findByName(name, date)[0]).toMatchObject({ id, side });
  });

  it('asks for capitals where a name has them, and for the country of a common noun', () => {
    expect(actors.findByName('Local forces')).toEqual([]);
    expect(actors.findByName('junta', '2023-01-01', 'MM')[0]?.side).toBe('myanmar');
    expect(actors.findByName('junta', '2023-01-01', 'ML')).toEqual([]);
  });

  it('changes sides with the date', () => {
    expect(actors.stateForces('AF', 'government', '2021-08-14').side).toBe('afghanistan');
    expect(actors.stateForces('AF', 'government', '2021-08-15').side).toBe('taliban');
    expect(actors.stateForces('SY', 'army', '2024-12-07').side).toBe('syria');
    expect(actors.stateForces('SY', 'army', '2025-01-10').side).toBe('syria-transitional');
    expect(actors.stateForces('IQ', 'army').side).toBe('iraq');
    expect(actors.byId('sudan-shield', '2024-01-01')?.side).toBe('rsf');
    expect(actors.byId('sudan-shield', '2024-12-01')?.side).toBe('sudan');
  });

  it('knows allies at a date', () => {
    expect(actors.alliesOf('syria', '2016-12-01')).toEqual(expect.arrayContaining(['russia', 'hezbollah']));
    expect(actors.alliesOf('syria', '2010-01-01')).toEqual([]);
    expect(actors.alliesOf('mali', '2023-06-01')).toContain('wagner');
  });

  it('makes state forces of any country by rule', () => {
    expect(actors.stateForces('RW', 'army')).toMatchObject({
      id: 'rwanda-army',
      side: 'rwanda',
      kind: 'state-forces',
    });
    expect(actors.countryByDemonym('Rwandan')?.code).toBe('RW');
  });

  it('reads dated sides', () => {
    const sides = parseSides('a;b@2021-08-15');
    expect([sideAt(sides, '2021-08-14'), sideAt(sides, '2021-08-15'), sideAt(sides, null)]).toEqual([
      'a',
      'b',
      'b',
    ]);
  });
});
