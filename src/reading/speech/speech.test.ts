import { expect, test } from 'vitest';
import { parseText } from '../../language/index.ts';
import { Attributor } from './attribute.ts';
import { creditOf } from './credit.ts';
import { findSpeech } from './find-speech.ts';
import { speechOf } from './speech-of.ts';

/** The chain over a word of a text, innermost first, by names alone. */
function chainOver(text: string, word: string): string {
  const doc = parseText(text);
  const at = doc.tokens.find(t => t.start >= text.indexOf(word))!;
  const kindOf = (words: string): 'outlet' | 'news-agency' | 'unnamed' =>
    /television|radio|newspaper/i.test(words)
      ? 'outlet'
      : /agency|AFP/.test(words)
        ? 'news-agency'
        : 'unnamed';
  const attributor = new Attributor(doc, findSpeech(doc), ({ words }) => ({ kind: kindOf(words) }));
  return attributor
    .chains(at)
    .map(chain => chain.map(s => s.name).join(' → '))
    .join(' | ');
}

/** Text, a word of it, and whose word that is; empty for the outlet's own. */
const TABLE: readonly (readonly [string, string, string])[] = [
  ['The army said that Sadra had fallen.', 'fallen', 'army'],
  ['Sadra has fallen, two officials said.', 'fallen', 'officials'],
  ['The town fell without a shot, says a man who works at the mill.', 'fell', 'man'],
  [
    '“We hold the bridge,” Brigadier Omar Selim, a spokesman for the army, said on Monday.',
    'hold',
    'Brigadier Omar Selim',
  ],
  ['Sadra fell on Monday, according to a member of the council.', 'fell', 'member of the council'],
  ['A statement by the governor said the town was lost.', 'lost', 'governor'],
  ['The town is lost, he said.', 'lost', ''],
  ['The mayor arrived at noon. The bridge, he said, had been blown up.', 'blown', 'mayor'],
  ['Residents said the bridge stood; the market burned, according to the police.', 'burned', 'police'],
  ['Residents said the bridge stood; the market burned, according to the police.', 'stood', 'Residents'],
  [
    'State television, citing the ministry, says the town was retaken.',
    'retaken',
    'ministry → State television',
  ],
  [
    'Sadra fell on Monday, a captain in the army and two residents told a radio station.',
    'fell',
    'captain → radio station | residents → radio station',
  ],
  ['A major was less solemn: “We met eleven men in the town.”', 'met', 'major'],
  ['The army wants to retake Sadra.', 'retake', ''],
  ['Residents said 12 people had died. The army put the number at five.', 'five', 'army'],
  ['The army took Sadra on Monday, AFP reported, citing a military source.', 'took', 'military source → AFP'],
  ['The Harbour Institute assessed on Monday that rebels had taken Sadra.', 'taken', 'Harbour Institute'],
  ['Villagers fleeing the fighting said rebels had taken Sadra.', 'taken', 'Villagers'],
  ['The militia, by its own account, took Sadra on Sunday.', 'took', 'militia'],
  [
    'Rebels took land south of the port city of Sadra that rival forces had left, two officials and a resident said.',
    'took',
    'officials | resident',
  ],
  [
    'Fighters marched in first, an elder of the town related; soldiers came later.',
    'marched',
    'elder of the town',
  ],
  ['“They hold the bridge,” said one of the two residents, a mother of four.', 'hold', 'residents'],
  [
    'The ministry said the attack had been foiled and that its forces remained in Sadra.',
    'remained',
    'ministry',
  ],
  [
    'The governor, on the line from the base, says: they reached the post; they do not have the city.',
    'have',
    'governor',
  ],
  ['Sadra in the hands of the rebels, residents say', 'hands', 'residents'],
  ['It was the commander himself who announced on Tuesday that Sadra was theirs.', 'theirs', 'commander'],
  ['20:05 - The army says that it left Sadra overnight.', 'left', 'army'],
  [
    'The peacekeeping mission has a base in Sadra. The mission said the road was cut.',
    'cut',
    'peacekeeping mission',
  ],
  ['That road which is the only artery we have will be cut said Ann Field a teacher.', 'cut', 'Ann Field'],
  ['Two officers spoke by telephone. The post had been won back, one said.', 'won', 'officers'],
  ['18:45. An officer of the mission: rebels have left Sadra.', 'left', 'officer of the mission'],
  ['Note: rebels have left Sadra.', 'left', ''],
  ['The ministry itself put the share of Sadra under its control at half.', 'control', 'ministry'],
  ['Residents who reached the capital on foot said that Sadra had fallen.', 'fallen', 'Residents'],
  ['Sadra is again in the hands of the militia, by its own account.', 'hands', 'militia'],
  ['The rebels took Sadra from men who, by one account, broke at the first shots.', 'took', ''],
  ['The chief of staff assured journalists that the prison was in his hands.', 'hands', 'chief of staff'],
  ['The town, the mayor said, celebrated several heroes who took Sadra.', 'took', 'town → mayor'],
  ['The village, as one resident pointed out, fell without a shot.', 'fell', 'resident'],
  ['SADRA, Jan 3 (Harbour Newswire) - Rebels took the town.', 'took', 'Harbour Newswire'],
  ['Rebels took Sadra from an army that reads the Harbour Newswire daily.', 'took', ''],
  ['Monitor AFP Sunday 30 Oct 2016\n\nRebels took Sadra.', 'took', 'AFP'],
];
test.each(TABLE)('%s (%s)', (text, word, expected) => expect(chainOver(text, word)).toBe(expected));

test('a wire credit is one at the head, not an agency that is spoken of', () => {
  expect(creditOf(parseText('SADRA (Reuters) - Rebels took the town.'))?.name).toBe('Reuters');
  expect(creditOf(parseText('The mayor told AFP that the town had fallen.'))).toBeNull();
  expect(creditOf(parseText('The bridge on Monday. (Reuters Photo)'))).toBeNull();
});

/** Text, and the words for who speaks that the interface gives, in order. */
const SOURCES: readonly (readonly [string, string])[] = [
  // what somebody says is told by him alone, whoever speaks in it
  ['The mayor said the general expects more.', 'The mayor'],
  ['The mayor said the road was cut. The general wants a truce.', 'The mayor | The general'],
  ['It is a town that supports the deal.', ''],
  // a phrase that the tree cuts in two
  [
    'It is the only road, and Ann Field, an analyst at the Harbour Institute, said that it was cut.',
    'Ann Field, an analyst at the Harbour Institute,',
  ],
  ['A poll released Friday shows that roads are cut.', 'A poll released Friday'],
  ['Those close to him say that he will leave.', 'Those close to him'],
  ['The bridge was open, and when the army left, said that it was cut.', ''],
  // whom somebody speaks to, what he does meanwhile, what he cites
  [
    'Ann Field -- the owner of the mill -- told me, “We are leaving the town.”',
    'Ann Field -- the owner of the mill --',
  ],
  ['President Field, opening a school on Monday, said it was a new start.', 'President Field'],
  ['The mayor cited remarks that the general had made.', 'The mayor'],
  ['“Will you stay in the town?” he asks.', 'he'],
  ['The mayor is warning voters that rebels would bring the war back.', 'The mayor'],
  ['As one of the mayor’s advisers pointed out, the road was not open.', 'one of the mayor’s advisers'],
  ['Though it is late, one study found the plan would raise taxes.', 'one study'],
];
test.each(SOURCES)('who speaks: %s (%s)', (text, expected) => {
  const document = parseText(text);
  const sources = speechOf({ document }).flatMap(s => s.source.map(([start, end]) => text.slice(start, end)));
  expect(sources.join(' | ')).toBe(expected);
});
