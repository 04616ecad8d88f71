import { describe, expect, it } from 'vitest';
import { loadActors } from '../../actors/index.ts';
import { loadGazetteer } from '../../gazetteer/index.ts';
import { parseText } from '../../language/index.ts';
import type { OriginKind } from '../../model/index.ts';
import { findPlaces } from '../places/index.ts';
import { findActors, findNames, sourceKind } from './index.ts';

const gazetteer = loadGazetteer(),
  actors = loadActors();

function annotate(text: string, published = '2023-05-01') {
  const document = parseText(text),
    context = { title: null, outlet: 'Harbour Wire', published };
  const places = findPlaces(document, context, gazetteer),
    found = findActors(document, context, places, actors);
  return { document, context, places, actors: found, names: findNames(document, found, places) };
}
/** "Words=side" of every actor but pronouns. */
const sides = (text: string, published?: string): string[] =>
  annotate(text, published)
    .actors.filter(m => m.how !== 'pronoun')
    .map(m => `${text.slice(m.start, m.end)}=${m.actor.side}`);

describe('actors in context', () => {
  it.each([
    ['2021-08-10', 'Government forces left Farah in Afghanistan.', 'Government forces=afghanistan'],
    ['2023-02-10', 'Government forces searched houses in Kabul, Afghanistan.', 'Government forces=taliban'],
    ['2023-05-01', 'Malian soldiers entered Ber.', 'Malian soldiers=mali'],
    ['2023-05-01', 'In Mali, the 4 Task Force Battalion held Ber.', 'Task Force Battalion=mali'],
    ['2023-05-01', 'Rwandan troops crossed into eastern Congo.', 'Rwandan troops=rwanda'],
    ['2023-05-01', 'In Myanmar, the junta lost a base near Lashio.', 'junta=myanmar'],
    ['2023-05-01', 'In Niger, the army lost a post near Tillaberi.', 'army=niger'],
    ['2016-05-01', 'Assad’s troops entered Palmyra in Syria.', 'Assad’s troops=syria'],
    [
      '2016-05-01',
      'Pro-government militias hold a hill near Homs in Syria.',
      'Pro-government militias=syria',
    ],
    ['2016-05-01', 'Kurdish-led forces took Manbij in Syria.', 'Kurdish-led forces=syrian-democratic-forces'],
    ['2023-05-01', 'M23 fighters took Rubaya in Congo.', 'M23 fighters=m23'],
    [
      '2023-05-01',
      'Fighters of the Falcon Brigade took a bridge near Homs in Syria.',
      'Falcon Brigade=x:SY/falcon-brigade',
    ],
    [
      '2023-05-01',
      'Burkina Faso’s defence department spoke of Gao in Mali.',
      'Burkina Faso’s defence department=burkina-faso',
    ],
    [
      '2023-05-01',
      'A column of the Patriotic Forces reached Gao in Mali.',
      'Patriotic Forces=x:ML/patriotic-forces',
    ],
    ['2023-05-01', 'The Armed Forces left Gao in Mali.', 'Armed Forces=mali'],
    ['2023-05-01', 'Nigerian tanks stood on a bridge near Diffa in Niger.', 'Nigerian tanks=nigeria'],
    ['2023-05-01', 'Russian mercenaries entered Ber in Mali.', 'Russian mercenaries=wagner'],
    ['2022-08-01', 'In Mozambique, insurgents entered Palma.', 'insurgents=islamic-state-mozambique'],
    ['2018-11-05', 'The Joint Forces entered Hodeidah in Yemen.', 'Joint Forces=yemen'],
    ['2024-11-05', 'The Joint Forces left Kutum in Sudan.', 'Joint Forces=sudan-joint-force'],
    [
      '2017-03-01',
      'The US-led coalition struck near Raqqa in Syria, and ISIL left. The coalition confirmed it.',
      'coalition=us-led-coalition',
    ],
    [
      '2023-05-01',
      'African Union peacekeepers left a base near Jowhar in Somalia.',
      'African Union peacekeepers=african-union',
    ],
    ['2016-11-01', 'Daraa Army units took a hill near Daraa in Syria.', 'Daraa Army units=syria'],
    ['2020-05-01', 'Government forces held Gharyan in Libya.', 'Government forces=libya-gna'],
  ])('%s: %s', (date, text, expected) => {
    expect(sides(text, date)).toContain(expected);
  });

  it('gives "the group" and "the rebels" to whom the report has named', () => {
    const text = 'The M23 took Rubaya in Congo. The army said the rebels had fled. The group denied it.';
    expect(sides(text)).toEqual(expect.arrayContaining(['rebels=m23', 'group=m23', 'army=congo-kinshasa']));
  });

  it('takes no relief or rights group for an armed one', () => {
    const text = 'The M23 took Rubaya in Congo. A rights group said so. The aid group left.';
    expect(sides(text).filter(s => s.includes('group'))).toEqual([]);
  });

  it('does not take whom a group is linked to for the group', () => {
    const text = 'JNIM, an al-Qaeda affiliate, took Ber in Mali. The fighters burned a post.';
    expect(sides(text)).toContain('fighters=jnim');
  });

  it('calls a group that the report only describes by its own words', () => {
    const text = 'In Mozambique, insurgents entered Palma.',
      found = annotate(text, '2022-08-01').actors.find(m => m.actor.side === 'islamic-state-mozambique');
    expect(found?.actor.name).toBe('insurgents');
  });

  it('does not take allies of the state for the rebels', () => {
    const text = 'M23 rebels attacked near Sake in Congo. Wazalendo fighters stopped the rebels.';
    expect(sides(text)).toContain('rebels=m23');
  });

  it('names persons and bodies that do not fight', () => {
    const { document, names } = annotate('Governor Amina Solari met the Lakeside Relief Agency in Goma.');
    const said = names.map(n => `${document.text.slice(n.start, n.end)}/${n.kind}`);
    expect(said).toContain('Lakeside Relief Agency/organisation');
    expect(said.some(s => s.includes('Amina Solari') && s.endsWith('/person'))).toBe(true);
  });
});

describe('kinds of sources', () => {
  it.each<[string, OriginKind]>([
    ['a member of the provincial council', 'local-official'],
    ['two residents', 'resident'],
    ['a doctor at the hospital', 'medical'],
    ['Agence France-Presse', 'news-agency'],
    ['the Syrian Observatory for Human Rights', 'monitor'],
    ['an army spokesman', 'party'],
    ['the defence ministry', 'party'],
    ['the UN refugee agency', 'intergovernmental'],
    ['the Red Cross', 'ngo'],
    ['a diplomat', 'official'],
    ['local media', 'outlet'],
    ['Harbour Wire', 'outlet'],
    ['security sources', 'unnamed'],
    ['a witness', 'witness'],
    ['the mayor of Goma', 'local-official'],
    ['the state news agency', 'party'],
    ["the group's television channel", 'party'],
    ['a rebel-run radio station', 'party'],
    ['a privately-run radio station', 'outlet'],
    ["the group's Telegram channel", 'party'],
    ['the National Security Council', 'party'],
    ['the US National Security Council', 'official'],
    ['the prime minister', 'party'],
    ['the French prime minister', 'official'],
    ['analysts at the Harbour Institute', 'ngo'],
    ['a military blogger', 'outlet'],
  ])('%s: %s', (words, kind) => {
    const text = `It fell, ${words} said.`,
      a = annotate(text),
      start = text.indexOf(words);
    const name = words.replace(/^(?:a|an|the|two)\s+/i, '').replace(/ at the .*/, '');
    const found = sourceKind(words, {
      ...a.context,
      name,
      at: { start, end: start + words.length },
      actors: a.actors,
      places: a.places,
    });
    expect(found.kind).toBe(kind);
  });

  it('says for whom a party speaks', () => {
    const text = 'A Taliban spokesman said that Farah had fallen in Afghanistan.',
      a = annotate(text);
    const words = 'A Taliban spokesman';
    const found = sourceKind(words, {
      ...a.context,
      name: 'Taliban spokesman',
      at: { start: 0, end: words.length },
      actors: a.actors,
      places: a.places,
    });
    expect(found).toMatchObject({ kind: 'party', actor: { side: 'taliban' } });
  });
});

/** The side of the first mention of some words. */
const sideOf = (text: string, words: string): string | null | undefined =>
  annotate(text).actors.find(m => text.slice(m.start, m.end) === words)?.actor.side;

describe('forces, and whose they are', () => {
  it.each([
    [
      'The M23 took Rubaya in Congo. Burundi’s defence department claimed that its soldiers held Uvira.',
      'soldiers',
      'burundi',
    ],
    ['The army left Sake in Congo. An M23 spokesman said his fighters held Goma.', 'fighters', 'm23'],
    [
      'The M23 reached Rubaya in Congo, though Rwandan officers say the town is in their hands.',
      'their',
      'rwanda',
    ],
    // who does it to them is another
    ['The M23 held Sake in Congo until Rwandan troops drove them out.', 'them', 'm23'],
    // a bulletin speaks for a side, and "the enemy" is the other one
    [
      'Our troops in Kharkiv in Ukraine stood fast. The enemy left the hill. Russian forces lost ten men.',
      'enemy',
      'russia',
    ],
    // nobody speaks: nobody's enemy
    ['The enemy left a hill near Kharkiv in Ukraine. Russian forces lost ten men.', 'enemy', undefined],
  ])('%s: %s', (text, words, side) => expect(sideOf(text, words)).toBe(side));
});
