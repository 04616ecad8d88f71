import { expect, test } from 'vitest';
import { detectLanguage, whyUnread } from './language.ts';

test.each([
  ['The rebels took Sarmada on Tuesday after a night of shelling.', 'en'],
  ['Government troops left the town, a resident said by phone.', 'en'],
  ['Les rebelles ont pris la ville de Sarmada mardi, selon un habitant joint par téléphone.', 'fr'],
  ['Die Rebellen haben die Stadt am Dienstag eingenommen, wie Anwohner berichteten.', 'de'],
  ['Los rebeldes tomaron la ciudad el martes, según un vecino de la zona.', 'es'],
  ['سيطر المقاتلون على مدينة سرمدا يوم الثلاثاء بعد اشتباكات عنيفة', 'ar'],
  ['Повстанцы взяли город во вторник после ночных боёв', 'ru'],
])('%s → %s', async (text, language) => {
  expect(await detectLanguage(text)).toBe(language);
});

test.each([
  'Zaranj',
  'Ghazni, Herat, Kandahar, Lashkar Gah',
  'Rebels seize Sarmada',
  'M23 seizes Rutshuru Kiwanja Bunagana',
  '12',
  '',
])('a short text is never refused for its language: %s', async text => {
  expect(await whyUnread(text)).toBeNull();
});

test('what it is written in is said in words', async () => {
  expect(await whyUnread('Les rebelles ont pris la ville de Sarmada mardi, selon un habitant.')).toBe(
    'written in French',
  );
});
