import { expect, it } from 'vitest';
import { distanceKm, loadGazetteer } from '../../gazetteer/index.ts';
import { parseText } from '../../language/index.ts';
import { findPlaces } from './index.ts';

/** Our own sentences, each with a name and where it lies: [kind, sentence, name, latitude, longitude]. */
const TABLE: readonly (readonly ['town' | 'village' | 'site', string, string, number, number])[] = [
  ['town', 'Rebels entered Saraqib in Idlib province, Syria.', 'Saraqib', 35.86, 36.8],
  ['town', 'The army lost Tadef, near al-Bab in northern Syria.', 'Tadef', 36.35, 37.53],
  ['town', 'Shelling hit Arbin in Eastern Ghouta, Syria.', 'Arbin', 33.54, 36.37],
  ['town', 'Islamic State fighters left Khasham in Syria’s Deir ez-Zor province.', 'Khasham', 35.29, 40.3],
  ['town', 'Peshmerga fighters took Bashiqa, north-east of Mosul in Iraq.', 'Bashiqa', 36.45, 43.34],
  ['town', 'Iraqi troops entered al-Shura, south of Mosul.', 'al-Shura', 35.97, 43.23],
  ['town', 'The Houthis took Haradh in Yemen’s Hajjah province.', 'Haradh', 16.41, 43.06],
  ['town', 'Fighting reached Lawdar in Abyan, Yemen.', 'Lawdar', 13.88, 45.87],
  ['town', 'Forces from Misrata took Tawergha in Libya.', 'Tawergha', 32.03, 15.1],
  ['town', 'The M23 took Nyanzale in North Kivu, Congo.', 'Nyanzale', -1.0, 29.12],
  ['town', 'Jihadists left Djibo in northern Burkina Faso.', 'Djibo', 14.1, -1.63],
  ['town', 'Soldiers left Labbezanga, in Mali near Niger.', 'Labbezanga', 14.96, 0.7],
  ['town', 'The RSF took En Nahud in West Kordofan, Sudan.', 'En Nahud', 12.7, 28.43],
  ['town', 'The army retook Umm Rawaba in Sudan’s North Kordofan.', 'Umm Rawaba', 12.91, 31.22],
  ['town', 'Tigrayan fighters entered Maychew in Ethiopia.', 'Maychew', 12.78, 39.53],
  ['town', 'Al-Shabaab took Galhareri in Somalia’s Galgaduud region.', 'Galhareri', 4.6, 47.05],
  ['town', 'Insurgents burned houses in Macomia, Cabo Delgado, Mozambique.', 'Macomia', -12.25, 40.12],
  ['town', 'The Arakan Army took Rathedaung in Myanmar’s Rakhine state.', 'Rathedaung', 20.48, 92.76],
  ['town', 'Russian troops entered Selydove in Ukraine’s Donetsk region.', 'Selydove', 48.15, 37.3],
  ['town', 'Azerbaijani forces took Hadrut in Nagorno-Karabakh.', 'Hadrut', 39.52, 47.03],
  ['town', 'Boko Haram fighters left Damasak in Nigeria’s Borno state.', 'Damasak', 13.11, 12.51],
  ['town', 'Gangs entered Mirebalais in central Haiti.', 'Mirebalais', 18.83, -72.1],
  ['village', 'The army took the village of Rityan, north of Aleppo in Syria.', 'Rityan', 36.34, 37.06],
  ['village', 'Rebels left al-Eis, a village south of Aleppo, Syria.', 'al-Eis', 35.99, 36.97],
  ['village', 'Troops took the village of Albu Saif near Mosul, Iraq.', 'Albu Saif', 36.27, 43.12],
  [
    'village',
    'The army took the village of Robotyne in Ukraine’s Zaporizhzhia region.',
    'Robotyne',
    47.45,
    35.84,
  ],
  ['village', 'The M23 entered the village of Mushaki in Masisi, Congo.', 'Mushaki', -1.53, 28.96],
  ['village', 'Insurgents attacked Awasse, a village in Cabo Delgado, Mozambique.', 'Awasse', -11.47, 39.99],
  ['village', 'Rebels took Zorvino, a village 12 km south of Goma in Congo.', 'Zorvino', -1.79, 29.23],
  [
    'village',
    'The army left Kostrabad, a village 20 km west of Farah in Afghanistan.',
    'Kostrabad',
    32.37,
    61.9,
  ],
  ['site', 'Rebels took Menagh air base in Syria’s Aleppo province.', 'Menagh air base', 36.52, 37.04],
  ['site', 'The coalition took Hodeidah airport in Yemen.', 'Hodeidah airport', 14.75, 42.98],
];
const NEAR_KM = 20;

it('resolves towns and villages of the conflicts, and hardly any to a wrong place', () => {
  const gazetteer = loadGazetteer(),
    right = { town: 0, village: 0, site: 0 },
    missed: string[] = [];
  let wrong = 0;
  for (const [kind, text, name, lat, lon] of TABLE) {
    const found = findPlaces(
      parseText(text),
      { title: null, outlet: 'Harbour Wire', published: '2020-01-01' },
      gazetteer,
    ).find(m => m.place.name === name && m.locative)?.place;
    const isPlaced = found?.lat != null && found.precision !== 'within' && found.precision !== 'unresolved';
    const isNear = isPlaced && distanceKm(found.lat!, found.lon!, lat, lon) <= NEAR_KM;
    if (isNear) right[kind]++;
    else missed.push(`${name}: ${found?.id ?? 'none'}`);
    if (isPlaced && !isNear) wrong++;
  }
  const of = (kind: string): number => TABLE.filter(row => row[0] === kind).length;
  expect(right.town / of('town'), missed.join('; ')).toBeGreaterThanOrEqual(0.9);
  expect(right.village / of('village'), missed.join('; ')).toBeGreaterThanOrEqual(0.7);
  expect(right.site / of('site'), missed.join('; ')).toBe(1);
  expect(wrong / TABLE.length, missed.join('; ')).toBeLessThan(0.03);
});
