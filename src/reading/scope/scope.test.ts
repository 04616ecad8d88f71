import { expect, test } from 'vitest';
import { makeReport } from '../../model/index.ts';
import { createReader } from '../read.ts';

const reader = createReader();

/** The control claims of a text by event, whether denied, and how real. */
const shown = (text: string): string =>
  reader
    .read(makeReport({ text, outlet: 'Example Courier', published: '2024-03-14' }))
    .claims.filter(c => c.kind === 'control')
    .map(c => [c.event, c.polarity === 'denied' ? 'denied' : '', c.modality].filter(Boolean).join(' '))
    .join(' | ');

const TABLE: readonly (readonly [string, string])[] = [
  // what is still awaited has not happened
  ['The army said it would fight until Baraza was retaken.', 'recapture planned'],
  ['The army will stay until the last rebels have left Baraza.', ''],
  ['Once Baraza is taken the army will march home.', 'capture planned'],
  ['When the army retakes Baraza, families will go home.', 'recapture planned'],
  ['The army held out until rebels entered Baraza on Monday.', 'enter actual'],
  ['After the army retook Baraza, families went home.', 'recapture actual'],
  // nobody stands for it
  ['There were rumours that rebels had taken Baraza.', 'capture possible'],
  ['He denied a rumour that rebels had taken Baraza.', 'capture denied actual'],
  ['Heavy fighting could be heard in the town of Baraza.', 'clash actual'],
  // what is meant to be brought about
  ['The army is due to quit Baraza by Saturday.', 'withdraw planned'],
  ['The army began a campaign aimed at recapturing Baraza.', 'recapture planned'],
  ['The rebels are fighting to defend Baraza.', 'clash actual | hold actual'],
  // a siege lasts until it is told to have ended, a hold in the pluperfect has ended
  ['The army had besieged Baraza since May.', 'besiege actual'],
  ['The army had held Baraza since May.', 'hold past'],
  // what is wanted, owed, nearly done
  ['The rebels must leave Baraza, the army said.', 'withdraw planned'],
  ['The rebels are supposed to leave Baraza.', 'withdraw planned'],
  ['The rebels, who must rest, have taken Baraza.', 'capture actual'],
  ["The rebels' condition is that the army leaves Baraza.", 'withdraw planned'],
  ['The rebels came close to taking Baraza.', 'capture possible'],
  // what is not done, or over
  ['The army has yet to retake Baraza.', 'recapture denied actual'],
  ['The army has yet to say that it lost Baraza.', ''],
  ['The army is far from having taken Baraza.', 'capture denied actual'],
  ['The army stopped short of entering Baraza.', 'enter denied actual'],
  ['Without taking Baraza, the rebels went home.', 'capture denied actual'],
  ['The army no longer holds Baraza.', 'hold denied actual'],
  ['The rebels are no longer in the town of Baraza.', 'hold denied actual'],
  ['The town of Baraza has yet to be handed over.', 'handover denied actual'],
  // told as false, wherever the tree hangs it
  ['The army denied a report by a foreign newspaper that it had abandoned Baraza.', 'withdraw denied actual'],
  [
    'The mayor denied rumours that rebels had crossed the river and were in control of Baraza.',
    'hold denied actual',
  ],
  ['Claims by rebel channels that fighters remain in Baraza are baseless.', 'hold denied actual'],
  ['The rebels denied having been driven out of Baraza.', 'capture denied actual'],
  ['Nothing suggests that rebels have entered Baraza.', 'enter denied actual'],
  ['The paper had wrongly reported the capture of Baraza.', 'capture denied actual'],
  [
    'Officials deny that the town of Baraza has been captured and say the army has entered Sadra.',
    'capture denied actual | enter actual',
  ],
  ['The report that rebels had entered Baraza was read by the mayor.', 'enter actual'],
  // what was tried and came to nothing
  ['An attempt to retake Baraza failed.', 'recapture denied actual'],
  ["The rebels' bid to capture Baraza ended in defeat.", 'capture denied actual'],
  ['The rebels tried in vain to take Baraza.', 'capture denied actual'],
  ['The attempt to take Baraza began on Monday.', 'capture planned'],
  // nobody and not one
  ['Not one fighter of the militia remains in Baraza.', 'hold denied actual'],
  ['There is not a single soldier in Baraza.', 'hold denied actual'],
  ['Neither Baraza nor Sadra has fallen.', 'capture denied actual'],
  ['No policemen could be seen in Baraza.', 'hold denied actual'],
  ['The town of Baraza is outside the control of the rebels.', 'hold denied actual'],
  ['Baraza was taken by the army. Not a shot was fired.', 'handover actual | clash denied actual'],
  ['The town of Baraza was lost almost without a battle.', 'handover actual'],
  ['The rebels claimed on their channels to have captured the town of Baraza.', 'capture actual'],
  ['The rebels aim to have captured the town of Baraza by May.', 'capture planned'],
];
test.each(TABLE)('%s', (text, expected) => expect(shown(text)).toBe(expected));

test('where none of it came, nothing happened', () => {
  const { claims } = reader.read(
    makeReport({
      text: 'None of the fighting reached the town of Baraza.',
      outlet: 'Example Courier',
      published: '2024-03-14',
    }),
  );
  expect(claims.map(c => `${c.event} ${c.polarity}`)).toEqual(['armed-clash denied']);
});
