import { expect, test } from 'vitest';
import { makeReport } from '../../model/index.ts';
import { createReader } from '../read.ts';

const reader = createReader();

/** The days of each control claim of a text published on Thursday 14 March 2024: "capture Baraza 2024-03-12..2024-03-12". */
const datesOf = (text: string, title?: string): string[] =>
  reader
    .read(
      makeReport({ text, ...(title ? { title } : {}), outlet: 'Example Courier', published: '2024-03-14' }),
    )
    .claims.filter(c => c.kind === 'control')
    .map(
      c =>
        `${c.event} ${c.places[0]?.name} ${c.time ? `${c.time.from ?? '?'}..${c.time.to ?? '?'}` : 'no day'}`,
    );

const TABLE: readonly (readonly [string, string])[] = [
  [
    'Government forces recaptured Baraza on Tuesday, more than a year after rebels seized it.',
    'recapture Baraza 2024-03-12..2024-03-12 | capture Baraza ?..2023-03-12',
  ],
  ['Rebels captured Baraza in five days.', 'capture Baraza no day'],
  ['Rebels captured Baraza.', 'capture Baraza no day'],
  ['Baraza is surrounded by the rebels.', 'besiege Baraza 2024-03-14..2024-03-14'],
  ['Rebels captured Baraza before dawn on Tuesday.', 'capture Baraza 2024-03-12..2024-03-12'],
  [
    'The army recaptured Baraza, which fell to the rebels last month, on Monday.',
    'recapture Baraza 2024-03-11..2024-03-11 | capture Baraza 2024-02-01..2024-02-29',
  ],
  [
    'The army captured Baraza, the town that guards the road to the coast, in January.',
    'capture Baraza 2024-01-01..2024-01-31',
  ],
  // what is under way is of the day that it is told, whoever tells it
  ['Rebels are leaving the town of Baraza.', 'withdraw Baraza 2024-03-14..2024-03-14'],
  ['Clashes continue in the town of Baraza.', 'clash Baraza 2024-03-14..2024-03-14'],
  [
    'The mayor said that the army was closing in on the town of Baraza.',
    'advance Baraza 2024-03-14..2024-03-14',
  ],
  [
    'The mayor said that fighting was under way near the town of Baraza.',
    'clash Baraza 2024-03-14..2024-03-14',
  ],
  ['The mayor said that soldiers still held Baraza.', 'hold Baraza 2024-03-14..2024-03-14'],
  ['The mayor said that soldiers had held Baraza.', 'hold Baraza no day'],
  // a present state has its own day, and not that of what was told before
  ['The militia, which changed sides in January, holds Baraza.', 'hold Baraza 2024-03-14..2024-03-14'],
  ['The rebels have held the town of Baraza for two weeks.', 'hold Baraza 2024-02-29..2024-03-14'],
  ['The rebels entered the town of Baraza for two days.', 'enter Baraza no day'],
  [
    'The town of Baraza, in the north, remains firmly held by the rebels.',
    'hold Baraza 2024-03-14..2024-03-14',
  ],
  ['The town of Baraza remains firmly held by the rebels.', 'hold Baraza 2024-03-14..2024-03-14'],
  ['The army announced on Tuesday that it holds the town of Baraza.', 'hold Baraza 2024-03-12..2024-03-12'],
  ['The militia has held Baraza since January.', 'hold Baraza 2024-01-01..2024-03-14'],
  [
    'The army entered Baraza on Monday. Residents said that rebels were in control of Sadra.',
    'enter Baraza 2024-03-11..2024-03-11 | hold Sadra 2024-03-14..2024-03-14',
  ],
];
test.each(TABLE)('%s', (text, expected) => expect(datesOf(text).join(' | ')).toBe(expected));
