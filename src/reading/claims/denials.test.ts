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

const TOLD = 'The rebels said that they had seized Baraza. ';
const SAID = 'capture Baraza: rebels | ';

const TABLE: readonly (readonly [string, string])[] = [
  // headlines, whose verb the tagger takes for a noun
  ['Government denies loss of Baraza.', 'capture Baraza denied: Government'],
  ['The army denies losing Baraza.', 'capture Baraza denied: army'],
  ['Their spokesman tonight denies that rebels have taken Baraza.', 'capture Baraza denied: spokesman'],
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
  // denials of what was said just before
  [`${TOLD}The army said this was false.`, `${SAID}capture Baraza denied: army | denial`],
  [`${TOLD}“That is a lie,” said the governor.`, `${SAID}capture Baraza denied: governor | denial`],
  [
    `${TOLD}“There is no truth in that,” an army spokesman said.`,
    `${SAID}capture Baraza denied: army spokesman | denial`,
  ],
  [`${TOLD}The claim was denied by the governor.`, `${SAID}capture Baraza denied: governor | denial`],
  [`${TOLD}The army called the report nonsense.`, `${SAID}capture Baraza denied: army | denial`],
  [
    `${TOLD}An officer said that nothing of the sort had happened.`,
    `${SAID}capture Baraza denied: officer | denial`,
  ],
  [
    `${TOLD}Residents reached by telephone contradicted them.`,
    `${SAID}capture Baraza denied: Residents | denial`,
  ],
  [`${TOLD}The mayor, a former colonel, denied it.`, `${SAID}capture Baraza denied: mayor | denial`],
  [`${TOLD.slice(0, -2)}, a claim the army rejected.`, `${SAID}capture Baraza denied: army | denial`],
  ['It was not true that Baraza had fallen, the governor said.', 'capture Baraza denied: governor'],
  ['The governor said it was a lie that rebels had taken Baraza.', 'capture Baraza denied: governor'],
  [
    'The army said that claims by the militia that it had taken Baraza were false.',
    'capture Baraza denied: army',
  ],
  [
    'The rebels hold Baraza, residents said. The army denied it, saying its troops held Sadra.',
    'hold Baraza: residents | hold Sadra: army | hold Baraza denied: army | denial',
  ],
  [
    'There were rumours that rebels had taken Baraza; they are wrong, the governor said.',
    'capture Baraza: own word | capture Baraza denied: governor',
  ],
  [`${TOLD}The army calls that a lie.`, `${SAID}capture Baraza denied: army | denial`],
  [`${TOLD.slice(0, -2)}, but the army denied it.`, `${SAID}capture Baraza denied: army | denial`],
  // short answers
  [`${TOLD}They had not.`, `${SAID}capture Baraza denied: own word | denial`],
  [`${TOLD}They have not, residents said.`, `${SAID}capture Baraza denied: residents | denial`],
  [`${TOLD}They did not say when.`, SAID.slice(0, -3)],
  // places left out
  [
    'The rebels hold all of the city of Baraza except for the airport, residents said.',
    'hold Baraza: residents | hold airport denied: residents',
  ],
  ['The rebels took the town of Baraza, except that nobody saw them.', 'capture Baraza: own word'],
  [
    'Rebels took Baraza, the mayor said. The army dismissed the loss as a tactical retreat.',
    'capture Baraza: mayor',
  ],
  [
    'The army said it had retaken Baraza and was fighting in Sadra. The rebels denied this.',
    'recapture Baraza: army | clash Sadra: army | recapture Baraza denied: rebels | denial',
  ],
  // what somebody says elsewhere in the sentence, or in a sentence of its own
  [
    '“We entered Baraza at noon,” a colonel said on Tuesday. “There was no fighting.”',
    'clash Baraza denied: colonel',
  ],
  [
    'A rebel officer denied that there was a deal: “The soldiers fled the town of Baraza.”',
    'withdraw Baraza: rebel officer',
  ],
  ['The town of Baraza is surrounded, its mayor says: no light, no water.', 'besiege Baraza: mayor'],
  ['The town of Baraza fell on Sunday, a governor admitted on Monday.', 'capture Baraza: governor'],
  ['“Rebels hold the town of Baraza,” a colonel said by telephone.', 'hold Baraza: colonel'],
  ['The army left the town of Baraza, the former mayor maintains.', 'withdraw Baraza: former mayor'],
  ["In the army's version, rebels left the town of Baraza.", 'withdraw Baraza: army'],
  ['The army put out a statement saying that it had retaken the town of Baraza.', 'recapture Baraza: army'],
  ['In an account of the war, rebels took the town of Baraza.', 'capture Baraza: own word'],
  // somebody's silence is no denial, and no word of his
  ['The army would not confirm that rebels had captured Baraza.', ''],
  ['The army has not said that Baraza has fallen.', ''],
  ['The army declined to say whether Baraza had fallen.', ''],
  ['The army did not deny that it had lost Baraza.', ''],
  [`${TOLD}The army called the report in to headquarters.`, SAID.slice(0, -3)],
  [`${TOLD}The mayor said prices had doubled. The army denied it.`, SAID.slice(0, -3)],
  ['They do not, in our view, hold Baraza.', 'hold Baraza denied: own word'],
  ['There is no sign that rebels have entered Baraza.', 'enter Baraza denied: own word'],
  // what only looks like it
  [
    'The army, which denied any role in the raid, confirmed reports that rebels had captured Baraza.',
    'capture Baraza: army',
  ],
  ['The mayor rejected calls to flee amid reports that rebels had captured Baraza.', 'capture Baraza: mayor'],
  ['There is evidence that rebels have entered Baraza.', 'enter Baraza: own word'],
  ['Reports that rebels captured Baraza could not be confirmed.', 'capture Baraza: own word'],
  ['Residents confirmed reports that rebels had captured Baraza.', 'capture Baraza: Residents'],
];
test.each(TABLE)('%s', (text, expected) => expect(shown(text)).toBe(expected));
