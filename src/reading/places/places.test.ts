import { describe, expect, it } from 'vitest';
import { loadGazetteer } from '../../gazetteer/index.ts';
import { parseText } from '../../language/index.ts';
import { findPlaces } from './index.ts';
import { offsetIn } from './offset.ts';

const gazetteer = loadGazetteer();
/** "Words=id", with ° where the place itself is not meant. */
function read(text: string, how: 'name' | 'site' | 'description' = 'name'): string[] {
  const document = parseText(text);
  return findPlaces(document, { title: null, outlet: null, published: '2023-05-01' }, gazetteer)
    .filter(m => m.how === how)
    .map(m => `${text.slice(m.start, m.end)}=${m.place.id}${m.locative ? '' : '°'}`);
}

describe('places in context', () => {
  it.each([
    // a province is not its capital, and the words beside the name say which is meant
    [
      'Fighting spread in Farah province, and Farah city is cut off, in western Afghanistan.',
      'iso:AF-FRA',
      'gn:1142264',
    ],
    ['Rebels in Homs province shelled the city of Homs in Syria.', 'iso:SY-HI', 'gn:169577'],
    ['In Ukraine, troops left Kherson city but stayed in Kherson oblast.', 'gn:706448', 'iso:UA-65'],
    // what else the report names decides
    ['The rebels took Sake, 25 km west of Goma in eastern Congo.', 'gn:205970', 'gn:216281'],
    ['Troops in Mali left Bamba, east of Timbuktu.', 'iso:ML', 'gn:2449067'],
    ['The mayor of Paris, Texas, spoke.', 'gn:4717560', 'iso:US-TX'],
    ['Soldiers reached Laukkai in northern Shan State, Myanmar.', 'iso:MM-17', 'iso:MM'],
    ['Gunmen stormed Mocímboa da Praia in Cabo Delgado, Mozambique.', 'iso:MZ-P', 'iso:MZ'],
    ['Villagers fled Palma, in Cabo Delgado province.', 'iso:MZ-P', 'iso:MZ-P'],
    ['Fighters entered Tripoli, in northern Lebanon.', 'gn:266826', 'gn:266826'],
    ['Azerbaijan said its troops were in Shushi.', 'iso:AZ°', 'gn:147105'],
  ])('%s', (text, ...ids) => {
    const found = read(text).map(f => f.split('=')[1]);
    for (const id of ids) expect(found, found.join(' ')).toContain(id);
  });

  it.each([
    ['Jordan Marsh and Chad Ellery met in Georgia.', ['Georgia=iso:GE']],
    ['Senator Lincoln Reyes flew to Jordan.', ['Jordan=iso:JO']],
    ['Mr Kandahari and Colonel Farah spoke in Kabul.', ['Kabul=gn:1138958']],
    ['The Kestrel Liberation Army said so in Bamako.', ['Bamako=gn:2460596']],
  ])('persons and groups are no places: %s', (text, names) => {
    expect(read(text)).toEqual(names);
  });

  it.each([
    ['Washington said it would help.', 'Washington=gn:4140963°'],
    ['The Kabul government sent troops.', 'Kabul=gn:1138958°'],
    ['The Aleppo Sunrise Media Centre published pictures.', 'Aleppo=gn:170063°'],
    ['Malian soldiers marched.', 'Malian=iso:ML°'],
  ])('a name that stands for something else is marked so: %s', (text, name) => {
    expect(read(text)).toContain(name);
  });

  it('reads the same name as the same place, and another spelling too', () => {
    const found = read('Mazar-e Sharif fell, said officials in Afghanistan. Later Mazar-i-Sharif was quiet.');
    expect(found.filter(f => f.endsWith('gn:1133616'))).toHaveLength(2);
  });

  it('shares the kind of a list', () => {
    const found = read('The army holds Helmand and Kandahar provinces in Afghanistan.');
    expect(found).toEqual(expect.arrayContaining(['Helmand=iso:AF-HEL', 'Kandahar=iso:AF-KAN']));
  });

  it('never gives an unknown village a wrong known place', () => {
    const text = 'Troops in Mali seized the village of Tin Oubalou, 30 km north of Gao.';
    const [place] = findPlaces(parseText(text), { title: null, outlet: null, published: null }, gazetteer)
      .filter(m => m.place.name === 'Tin Oubalou')
      .map(m => m.place);
    expect(place).toMatchObject({ id: 'x:ML/ML-7/tin-oubalou', kind: 'village', precision: 'approximate' });
    expect(place?.lat).toBeGreaterThan(16.45); // Gao lies at 16.27° north
    expect(place?.lat).toBeLessThan(16.65);
  });

  it('makes sites children of their place', () => {
    const text = 'The rebels entered Goma in Congo. They took the airport and the governor’s office.';
    expect(read(text, 'site')).toEqual([
      'the airport=site:gn:216281/goma-airport'.replace('the ', ''),
      'governor’s office=site:gn:216281/governors-office',
    ]);
  });

  it('keeps the places in which a site may lie, where none of them is likely', () => {
    const places = (text: string) =>
      findPlaces(parseText(text), { title: null, outlet: null, published: null }, gazetteer);
    const doubted = places(
      'Malian rebels took Kidal on Friday. In Kidal, the army left the town. They passed the village of Anefis and seized the airport.',
    ).find(m => m.how === 'site')!.place;
    expect(doubted.candidates?.map(c => c.id)).toHaveLength(2);
    expect(doubted.candidates![0]).toMatchObject({ id: doubted.id });
    expect(doubted.candidates![0]!.score).toBeLessThan(0.6);
    const sure = places('Rebels in Mali took Gao. They hold its airport.').find(m => m.how === 'site')!.place;
    expect(sure).toMatchObject({ in: 'Gao' });
    expect(sure.candidates).toBeUndefined();
  });

  it('understands descriptions', () => {
    const text =
      'Fighters entered Goma in North Kivu. They left the city on Monday and hold its capital no longer.';
    expect(read(text, 'description')).toContain('the city=gn:216281');
  });

  it('keeps what else a name could mean, with probabilities', () => {
    const text = 'Reports from Homs in Syria are few.';
    const [homs] = findPlaces(parseText(text), { title: null, outlet: null, published: null }, gazetteer);
    expect(homs?.place.candidates?.map(c => c.id)).toEqual(
      expect.arrayContaining(['gn:169577', 'iso:SY-HI']),
    );
  });

  it('reads distance and direction', () => {
    expect(offsetIn(', 25 km west of ')).toEqual({ km: 25, bearing: 270 });
    expect(offsetIn(', a village some 12 kilometres to the south-east of ')).toEqual({
      km: 12,
      bearing: 135,
    });
    expect(offsetIn(' is near ')).toBeNull();
  });

  it('finds nothing in an empty text', () => {
    expect(read('')).toEqual([]);
  });
});
