import { expect, test } from 'vitest';
import { makeReport } from '../../model/index.ts';
import { createReader } from '../read.ts';

const reader = createReader();

/** The events of a text: what, where, who does it, to whom. */
const shown = (text: string): string[] =>
  reader
    .read(makeReport({ text, outlet: 'Example Courier', published: '2024-05-20' }))
    .claims.filter(c => c.kind === 'event')
    .map(c => [c.event, c.places[0]?.name ?? '-', c.actor?.name ?? '-', c.target?.name ?? '-'].join(' | '));

const cases: readonly (readonly [string, string, ...string[]])[] = [
  [
    'not where it was fired',
    'Four rockets fired from Iran slammed into the town of Kilis on Monday.',
    'shelling-artillery-missile-attack | Kilis | - | -',
  ],
  [
    'nor where there is only that',
    'Three people were hurt by rockets fired from Uganda.',
    'shelling-artillery-missile-attack | - | - | -',
  ],
  [
    'not the backer',
    'The army fired artillery to stop US-backed mercenaries.',
    'shelling-artillery-missile-attack | - | army | -',
  ],
  [
    'not where those who were hit came from',
    'A roadside bomb killed two soldiers travelling from Gao to Kidal near Anefis.',
    'remote-explosive-landmine-ied | Anefis | - | -',
  ],
  [
    'each in its own clause',
    'Police in Lagos arrested 12 men over the killing of a trader in Kano.',
    'arrests | Lagos | Police | -',
    'attack | Kano | - | -',
  ],
  [
    'from where people are taken they are taken',
    'Gunmen abducted 30 pupils from a school in Kankara in Katsina state.',
    'attack | school | Gunmen | -',
    'abduction-forced-disappearance | school | Gunmen | -',
  ],
  [
    'who throws it',
    'The militia fired rockets at a market in Sirte.',
    'shelling-artillery-missile-attack | market | militia | -',
  ],
  [
    'by whom a noun is',
    'Air strikes by the Saudi-led coalition killed nine people in Hajjah.',
    'air-drone-strike | Hajjah | Saudi-led coalition | -',
  ],
  ['whose strikes', 'Israeli air strikes hit Rafah, medics said.', 'air-drone-strike | Rafah | Israeli | -'],
  [
    'the word names who does it',
    'Gunmen opened fire on worshippers in Kaduna.',
    'attack | Kaduna | Gunmen | -',
  ],
  [
    'whom somebody accuses',
    'The rebels accused the army of shelling a market in Sirte.',
    'shelling-artillery-missile-attack | market | army | -',
  ],
  [
    'who tells of it is no mob',
    'Boko Haram killed three men in Borno, according to vigilantes.',
    'attack | Borno | Boko Haram | -',
  ],
];
test.each(cases)('%s: %s', (_, text, ...expected) => expect(shown(text)).toEqual(expected));

test('an attack that was beaten off is told by the control claim alone', () =>
  expect(shown("Ukraine's army said its units had repelled eleven attacks near Avdiivka.")).toEqual([]));

test('whoever kills is not counted with the dead', () => {
  const figures = (text: string) =>
    reader.read(makeReport({ text, published: '2024-05-20' })).claims.flatMap(c => c.figure?.min ?? []);
  expect(figures('Two gunmen killed five villagers in Bali.')).toEqual([5]);
  expect(figures('Two suicide bombers have killed at least 22 people in Bali.')).toEqual([22]);
  expect(figures('Three people were hurt when two grenades exploded in Bali.')).toEqual([3]);
  expect(figures('Two soldiers killed in Bali clash.')).toEqual([2]);
});

test('leaving the dead behind is no withdrawal', () =>
  expect(shown('Rebels raided the town, leaving 30 people dead.').join()).not.toContain('other'));
