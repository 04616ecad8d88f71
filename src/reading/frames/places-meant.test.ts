import { expect, test } from 'vitest';
import { makeReport } from '../../model/index.ts';
import { createReader } from '../read.ts';

const reader = createReader();

/** The control claims of a text: event, places with where they lie and their parts, polarity. */
const shown = (text: string): string[] =>
  reader
    .read(makeReport({ text, outlet: 'Example Courier', published: '2024-05-20' }))
    .claims.filter(c => c.kind === 'control')
    .map(
      c =>
        `${c.event} ${c.places
          .map(p => `${p.name}${p.in ? ` @ ${p.in}` : ''}${p.part ? ` [${p.part}]` : ''}`)
          .join(' + ')}${c.polarity === 'denied' ? ' denied' : ''}`,
    );

/** What a text must tell, and after `!` what it must not. */
const cases: readonly (readonly [text: string, ...told: string[]])[] = [
  // said behind a name, between commas
  ['Rebels are in Mali. Kidal, captured on 8 May, is quiet.', 'capture Kidal'],
  ['Kidal and Gao, both handed to the Malian army on Friday, are quiet.', 'handover Kidal + Gao'],
  [
    'Malian rebels took the airport at Gao, besieged for two years.',
    'capture airport at Gao',
    'besiege airport at Gao',
  ],
  ['Malian rebels took Gao, backed by tanks.', 'capture Gao', '!clash Gao'],
  // a verb of saying in the relative clause
  [
    'Militia dug trenches near Kidal in Mali, which an armed group allied with the rebels said it had seized on Sunday.',
    'capture Kidal',
  ],
  ['Malian rebels left Kidal, where the army says that it has been in charge since May.', 'hold Kidal'],
  ['Shops in Kidal, which a resident said had closed, were looted by Malian soldiers.', '!capture Kidal'],
  ['Residents in Kidal, whose capture the Malian army announced at noon, fled.', 'capture Kidal'],
  // ground without a name, by a place that has one
  ['Malian rebels cleared areas north and west of Gao.', 'capture areas north and west of Gao'],
  [
    'The Malian army left eastern areas it controlled outside the city of Gao.',
    'withdraw eastern areas outside Gao',
  ],
  ['The Malian army holds most of the hills around Kidal.', 'hold hills around Kidal'],
  ['Malian rebels took several villages near Gao, including Bara and Berrah.', '!capture villages near Gao'],
  [
    'Bara and Berrah, two villages near Gao that Malian rebels have under siege, are quiet.',
    '!besiege villages near Gao',
  ],
  ['Malian rebels took hills near Kidal. They hold the city.', 'hold Kidal'],
  ['Malian rebels hold Gao. The army blocked the road south of the city.', 'besiege road south of Gao'],
  [
    'Malian rebels hold Gao. The army took countryside north of the city.',
    'capture countryside north of Gao',
  ],
  // the first of two names that only says where the second lies
  ['Malian rebels took the Gao region village of Bara.', 'capture Bara', '!capture Gao + Bara'],
  ['Malian rebels shelled the besieged Gao suburb of Bara.', 'besiege Bara'],
  ['Villagers were hit as rebels fought the Malian army in Bara, near Gao.', 'clash Bara'],
  // what was attacked is where they were beaten off
  [
    'Malian rebels are near Kidal. On Monday they attacked the prison in Gao and were driven off by marines.',
    'repel prison in Gao',
  ],
  ['Malian rebels are near Kidal. They tried to storm Gao and were beaten off twice.', 'repel Gao'],
  // one of many, and many of one
  ['Kidal was one of the first towns that the Malian rebels took in May.', 'capture Kidal'],
  ['The Malian army bombed Gao, the largest of the towns that the rebels seized in May.', 'capture Gao'],
  [
    'Malian soldiers left Kidal, Gao and other desert towns that they had held since May.',
    'withdraw Kidal + Gao',
    'hold Kidal + Gao',
  ],
  ['The towns of Kidal, Gao and Menaka in Mali fell on Friday.', 'capture Kidal + Gao + Menaka'],
  // shares
  ['Malian rebels control at least 85 percent of Kidal.', 'hold Kidal [85 percent]'],
  ['Malian troops have cleared about 90% of Kidal.', 'capture Kidal [about 90%]'],
  ['Malian troops have cleared 15 to 20 percent of Kidal.', 'capture Kidal [20 percent]'],
  ['Malian troops lost none of Kidal, an official said.', 'capture Kidal denied'],
  ['The Malian army seized Kidal, one day after claiming neighbouring Gao.', 'capture Kidal', 'capture Gao'],
  // in which place a site lies that has none beside it
  [
    'Malian rebels took Kidal on Friday. In Kidal, the army left the fort. They passed the village of Anefis and seized the airport.',
    'capture airport',
  ],
  [
    'Fighting reached Kidal in Mali. The interior ministry in Bamako said soldiers had recaptured the prison.',
    'recapture prison @ Kidal',
  ],
  [
    'Malian rebels took the airport at Gao and the radio station in Kidal.',
    'capture airport at Gao + radio station in Kidal',
  ],
  // lists: a site each, names that no list of names knows
  [
    'The UN mission in Mali closed its bases at Tessalit, Aguelhok and Kidal.',
    'withdraw base at Tessalit + base at Aguelhok + base at Kidal',
  ],
  [
    'Malian soldiers left Kidal, Zorvina, Mays Tarem, Gao and other desert villages.',
    'withdraw Kidal + Zorvina + Mays Tarem + Gao',
  ],
  ['Malian soldiers pulled out of Kidal, La Torma and Gao.', 'withdraw Kidal + La Torma + Gao'],
  [
    'Zorvina, Tarem and Kelb, taken by the Malian rebels on Tuesday, are quiet.',
    'capture Zorvina + Tarem + Kelb',
  ],
  ['Oumar Zorvina, captured by the Malian army on Tuesday, is ill.', '!capture Oumar Zorvina'],
  // places that go by a number, capitals by their owners
  ['Malian rebels withdrew from Kilo 16, the main junction, on Monday.', 'withdraw Kilo 16'],
  ['Malian rebels marched 16 miles and entered Kidal.', 'enter Kidal'],
  ["Ivory Coast's political capital was in the hands of the rebels on Wednesday.", 'hold Yamoussoukro'],
  ["Ivory Coast's commercial capital was in the hands of the rebels on Wednesday.", '!hold Yamoussoukro'],
  ["Liberian rebels captured the country's second port, Buchanan, on Monday.", 'capture Buchanan'],
  ['Liberian rebels captured the main port, Monrovia and a bridge.', '!capture Monrovia'],
  // an office that speaks is no place
  ["Mali's defence ministry announced that the town of Kidal had been lost.", 'capture Kidal'],
];
test.each(cases)('%s', (text, ...told) => {
  const claims = shown(text);
  for (const each of told)
    if (each.startsWith('!')) expect(claims).not.toContain(each.slice(1));
    else expect(claims).toContain(each);
});

test('a place that a statement leaves out is told with what else it may be, and not at all where none is likely', () => {
  const left = (text: string) =>
    reader
      .read(makeReport({ text, outlet: 'Example Courier', published: '2024-05-20' }))
      .claims.filter(c => c.event === 'withdraw')
      .flatMap(c => c.places);
  const sure = left('Malian rebels took Kidal on Friday. The army withdrew.');
  expect(sure.map(p => p.name)).toEqual(['Kidal']);
  const many = left(
    'In Mali rebels shelled Gao, Ansongo and Menaka, and villagers from Anefis fled to Kidal and Tessalit. The army withdrew.',
  );
  expect(many).toEqual([]);
});
