import { expect, test } from 'vitest';
import { makeReport } from '../../model/index.ts';
import { createReader } from '../read.ts';

const reader = createReader();

/** The control claims of a text: event, places with their parts, actor, target, and what makes them less than told for true. */
const shown = (text: string): string[] =>
  reader
    .read(makeReport({ text, outlet: 'Example Courier', published: '2020-03-16' }))
    .claims.filter(c => c.kind === 'control')
    .map(c =>
      [
        c.event,
        c.places.map(p => `${p.name}${p.in ? ` @ ${p.in}` : ''}${p.part ? ` [${p.part}]` : ''}`).join(' + '),
        c.actor?.name ?? '-',
        c.target?.name ?? '-',
        ...(c.polarity === 'denied' ? ['denied'] : []),
        ...(c.modality === 'actual' ? [] : [c.modality]),
      ].join(' | '),
    );

const cases: readonly (readonly [string, string, string])[] = [
  [
    'whom a siege presses: the only other side that fights',
    'The Taliban attacked Afghan troops near Ghazni. The Taliban have surrounded Kunduz.',
    'besiege | Kunduz | Taliban | Afghan troops',
  ],
  [
    'and where none is told of, the only armed group named',
    'Afghan troops have surrounded Kunduz. The governor spoke of the Taliban.',
    'besiege | Kunduz | Afghan troops | Taliban',
  ],
  [
    'of two armed groups neither',
    'Afghan troops have surrounded Kunduz. The governor spoke of the Taliban and of Al-Qaeda.',
    'besiege | Kunduz | Afghan troops | -',
  ],
  [
    'who denies a loss would have lost',
    'Al-Qaeda and the Taliban fought in Ghazni. The Afghan defence ministry denied that Kunduz had fallen to the Taliban. Afghan troops hold Herat.',
    'capture | Kunduz | Taliban | Afghan troops | denied',
  ],
  [
    'a place is lost by who left it',
    'Kunduz has fallen. Afghan troops left Kunduz at noon.',
    'capture | Kunduz | - | Afghan troops',
  ],
  [
    'from whose grip it was freed',
    'Afghan troops freed Kunduz from Taliban control.',
    'capture | Kunduz | Afghan troops | Taliban',
  ],
  [
    'the goal of an undertaking',
    'The goal of the Afghan army assault is to seize Kunduz.',
    'capture | Kunduz | Afghan army | - | planned',
  ],
  [
    'a capture that would be something',
    'Capturing Kunduz would be a victory for the Taliban.',
    'capture | Kunduz | - | - | planned',
  ],
  [
    'those with whom something comes about',
    'The Taliban have been beaten back with Afghan troops having retaken the cities of Kunduz and Ghazni.',
    'recapture | Kunduz + Ghazni | Afghan troops | Taliban',
  ],
  [
    'we, of the one who is quoted, named a sentence before',
    'Afghan troops hold Kunduz. A Taliban spokesman said their men had reached the hills. "We left Ghazni because we chose to," he told a radio station, adding that Afghan units slept in cellars.',
    'withdraw | Ghazni | Taliban | -',
  ],
  [
    'a place that is yet to be held is one to be taken',
    'The Taliban said that Kunduz would be in their hands by Friday.',
    'capture | Kunduz | Taliban | - | planned',
  ],
  [
    'and one that is yet to be kept is held',
    'The Taliban said that Kunduz would remain in their hands.',
    'hold | Kunduz | Taliban | - | planned',
  ],
  [
    'where forces are to be stationed',
    'Afghan soldiers are preparing to deploy at Kunduz.',
    'enter | Kunduz | Afghan soldiers | - | planned',
  ],
  [
    'what could be seen was there',
    'Taliban fighters could be seen in Kunduz.',
    'enter | Kunduz | Taliban fighters | -',
  ],
  ['a form that the treebanks lack', 'The Taliban controlled Kunduz.', 'hold | Kunduz | Taliban | -'],
  [
    'a list of sites before the verb',
    "The governor's compound, the police headquarters and the prison in Kunduz had been won back by Afghan troops.",
    "recapture | governor's compound @ Kunduz + police headquarters @ Kunduz + prison in Kunduz | Afghan troops | -",
  ],
  [
    'gains, and what was taken with them',
    'The Taliban made gains this week, seizing the town of Kunduz.',
    'capture | Kunduz | Taliban | -',
  ],
  [
    'a loss denied by somebody who does not fight, to the only side that takes places',
    'The Taliban took Kunduz on Friday. A doctor denied that Ghazni had been captured.',
    'capture | Ghazni | Taliban | - | denied',
  ],
  [
    'parts of several places',
    'The rebels took parts of Gao and Kidal.',
    'capture | Gao [parts] + Kidal [parts] | rebels | -',
  ],
  [
    'two objects',
    'The peacekeepers handed the army the base at Gao.',
    'handover | base at Gao | army | peacekeepers',
  ],
  [
    'entered, and nobody fired',
    'The rebels walked into Gao in the morning. Nobody fired a shot, a trader said.',
    'handover | Gao | rebels | -',
  ],
  [
    'a capital whose line shifts is no place of the fight',
    'Anefis is in rebel hands, a trader said. Bamako’s line shifted. The defence ministry denied the loss.',
    'capture | Anefis | rebel | - | denied',
  ],
  [
    'the town, where no gazetteer knows it',
    'Rebels took Zorvino. The army denied the loss of the town.',
    'capture | Zorvino | Rebels | - | denied',
  ],
  [
    'an attacker newly seen in a place',
    'The rebels attacked Gao at dawn. By noon rebels were in Gao, a trader said.',
    'enter | Gao | rebels | -',
  ],
  [
    'initials in brackets',
    'The Libyan National Army (LNA), backed by drones, advanced into Sirte.',
    'enter | Sirte | Libyan National Army | -',
  ],
  [
    'forces that are loyal to somebody',
    'Forces loyal to the Government of National Accord entered Tarhuna on Friday.',
    'enter | Tarhuna | Government of National Accord | -',
  ],
  [
    'an attempt that was foiled',
    'The army foiled an attempt by al-Shabaab to storm Bulobarde in Somalia.',
    'repel | Bulobarde | army | al-Shabaab',
  ],
  [
    'within so many kilometres',
    'The Taliban advanced to within 5 km of Kunduz.',
    'advance | Kunduz | Taliban | -',
  ],
  [
    'a group that is only linked',
    'The al-Qaeda-linked JNIM attacked Boni in Mali.',
    'clash | Boni | JNIM | -',
  ],
  [
    'the capital of the country, where no other is said',
    'The M23 took Masisi in North Kivu, in the Democratic Republic of the Congo, and is pushing towards the capital.',
    'advance | Kinshasa | M23 | -',
  ],
  ['a small word between dashes', 'The Taliban took Pul-e-Khumri.', 'capture | Pul-e-Khumri | Taliban | -'],
  [
    'to lay siege',
    'The army is trying to lay siege to El Fasher.',
    'besiege | El Fasher | army | - | planned',
  ],
  [
    'who beat the attack off',
    'Taliban fighters attacked Kunduz. Afghan troops hold the city. The attack was beaten off, a resident said.',
    'repel | Kunduz | Afghan troops | Taliban fighters',
  ],
  [
    'under control again',
    'The ministry declared that the city of Kunduz was back under government control.',
    'recapture | Kunduz | government | -',
  ],
  [
    'a city after a part of it',
    'Afghan forces reached the centre of Kunduz. The city is under government control.',
    'hold | Kunduz | government | -',
  ],
  [
    'a town, and the province that it lies in',
    'Afghan troops left Khanabad, a town in Kunduz province which the Taliban overran on Monday.',
    'capture | Khanabad | Taliban | Afghan troops',
  ],
  [
    'fighting to take is fighting, and a plan',
    'The army fought to drive the Taliban out of Kunduz.',
    'clash | Kunduz | army | Taliban',
  ],
  ['clearing goes on', 'Afghan troops were clearing Kunduz.', 'clash | Kunduz | Afghan troops | -'],
  ['a siege told of', 'The army said its troops had surrounded Kunduz.', 'besiege | Kunduz | army | -'],
  ['an entry of a running report', '19:05 - The Taliban entered Kunduz.', 'enter | Kunduz | Taliban | -'],
  [
    'what was beaten off',
    'Troops in Afghanistan beat off an assault on Kunduz.',
    'repel | Kunduz | Troops | -',
  ],
  [
    'a sector of the front is no place',
    'In the Kupiansk direction, Ukrainian troops beat off an attack near Petropavlivka.',
    'repel | Petropavlivka | Ukrainian troops | -',
  ],
  [
    'vehicles, and whose they are',
    'Lorries of rebel fighters left Kidal.',
    'withdraw | Kidal | rebel fighters | -',
  ],
  ['people of a group', 'Volunteers of the VDP had left Gao.', 'withdraw | Gao | VDP | -'],
  ['men by what they wear', 'Masked men have left Kidal.', 'withdraw | Kidal | Masked men | -'],
  [
    'a unit of a land',
    "Ethiopia's army entered Gao. The Malian 12th Division left it.",
    'withdraw | Gao | Malian 12th Division | -',
  ],
];

test.each(cases)('%s: %s', (_, text, claim) => expect(shown(text)).toContain(claim));

test.each([
  ['a capital that is given a symbol', 'The victory has handed Bamako a symbol.'],
  ['what comes down on a place', 'Snow fell on Kunduz.'],
  ['clothes that are thrown off', 'The soldiers threw off their uniforms in Gao.'],
  ['lorries that are turned back', 'The fighters in Gao were turning lorries back towards the river.'],
  ['lorries of nobody who fights', 'Lorries of an aid agency left Kidal.'],
  ['men by nothing that fighters wear', 'Old men have left Kidal.'],
  ['cartridges that run out', 'The troops in Gao ran out of ammunition.'],
])('%s: %s', (_, text) => expect(shown(text)).toEqual([]));

test('a capital that speaks is the government there', () =>
  expect(shown('Kabul said its army held Kunduz.')).toEqual(['hold | Kunduz | Kabul | -']));

test('a word is no event, and some capitals of a region are not the region', () => {
  expect(shown('The Taliban avoided the word occupation in Kunduz.')).toEqual([]);
  expect(shown('Four of the five state capitals of Darfur are held by the RSF.')).toEqual([]);
});

test('forces come nearer to a place that no list knows', () =>
  expect(shown('Troops in Afghanistan are advancing on Zorvino.')).toEqual([
    'advance | Zorvino | Troops | -',
  ]));

test('a day is no place, and people who are moved are no force', () => {
  expect(shown('The assault on Monday came from three sides.')).toEqual([]);
  expect(shown('The stock exchange has been moved out of Kunduz.')).toEqual([]);
});

test('two sides that take one place in turn are told apart', () =>
  expect(
    shown(
      'Afghan troops fought to dislodge the Taliban from Kunduz, a city which the rebels overran on Monday.',
    ).filter(c => c.startsWith('capture')),
  ).toHaveLength(2));

test('what was beaten off is no fight of its own', () =>
  expect(shown('Troops in Afghanistan beat off an assault on Kunduz.')).toHaveLength(1));

test('of several enemies a place is taken from the one that is fought most, and from no ally', () => {
  const claims = shown(
    'The army drove the rebels out of Gao on Friday. Jihadists attacked the peacekeepers in Kidal. The army took Anefis on Sunday.',
  );
  expect(claims).toContain('capture | Anefis | army | rebels');
  // fought as often as each other: nobody is guessed
  expect(
    shown(
      'The army drove the rebels out of Gao. The army drove the jihadists out of Kidal. The army took Anefis.',
    ),
  ).toContain('capture | Anefis | army | -');
});

test('we, of a bystander, is of no side', () => {
  const told = shown(
    'Afghan troops hold Kunduz. Fighting went on near Ghazni. "We left Ghazni on foot," a farmer said, adding that Afghan soldiers had gone home.',
  );
  expect(told.filter(c => c.startsWith('withdraw'))).toEqual([]);
});

test('raids by those who only strike from the air are no clashes', () => {
  const flown = shown(
    'Airstrikes by NATO jets killed ten people in Kunduz. The council said that five died as NATO carried out raids on Ghazni.',
  );
  expect(flown).toEqual([]);
  const onGround = shown(
    'Afghan army jets bombed Kunduz. The Afghan army captured Ghazni and launched attacks on Kunduz.',
  );
  expect(onGround.filter(c => c.startsWith('clash | Kunduz'))).toHaveLength(1);
});
