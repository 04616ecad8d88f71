import { expect, test } from 'vitest';
import { makeReport } from '../../model/index.ts';
import { createReader } from '../read.ts';

const reader = createReader();

/** The control claims of a text by event, place, whether denied, and whose word; and the kinds of discrepancies. */
function shown(text: string): string {
  const { claims, discrepancies } = reader.read(
    makeReport({ text, outlet: 'Example Courier', published: '2024-03-14' }),
  );
  return [
    ...claims
      .filter(c => c.kind === 'control')
      .map(
        c =>
          `${c.event} ${c.places[0]?.name}${c.polarity === 'denied' ? ' denied' : ''}: ${c.attribution[0]?.name ?? 'own word'}`,
      ),
    ...discrepancies.map(d => d.kind),
  ].join(' | ');
}

const TABLE: readonly (readonly [string, string])[] = [
  ['Reports that rebels had captured Baraza are false, the army said.', 'capture Baraza denied: army'],
  [
    'There is no truth to reports that Baraza has fallen, the governor said.',
    'capture Baraza denied: governor',
  ],
  ['The mayor denied reports that rebels had entered Baraza.', 'enter Baraza denied: mayor'],
  ['The army called reports that rebels had captured Baraza fabricated.', 'capture Baraza denied: army'],
  [
    'The rebels said they had taken Baraza, a claim denied by the army.',
    'capture Baraza: rebels | capture Baraza denied: army | denial',
  ],
  [
    'The rebels said they had taken Baraza, which the army denied.',
    'capture Baraza: rebels | capture Baraza denied: army | denial',
  ],
  ['They do not, in our view, hold Baraza.', 'hold Baraza denied: own word'],
  ['There is no sign that rebels have entered Baraza.', 'enter Baraza denied: own word'],
  // what only looks like it
  [
    'The army, which denied any role in the raid, confirmed reports that rebels had captured Baraza.',
    'capture Baraza: own word',
  ],
  ['The mayor rejected calls to flee amid reports that rebels had captured Baraza.', 'capture Baraza: mayor'],
  ['There is evidence that rebels have entered Baraza.', 'enter Baraza: own word'],
  ['Reports that rebels captured Baraza could not be confirmed.', 'capture Baraza: own word'],
  ['Residents confirmed reports that rebels had captured Baraza.', 'capture Baraza: Residents'],
];
test.each(TABLE)('%s', (text, expected) => expect(shown(text)).toBe(expected));
