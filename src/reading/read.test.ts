import { describe, expect, test } from 'vitest';
import { type Claim, makeReport, type Reading } from '../model/index.ts';
import { createReader } from './read.ts';

const reader = createReader();
const read = (text: string, title?: string): Reading =>
  reader.read(makeReport({ text, title, outlet: 'Saltmarsh Wire', published: '2022-09-14' }));

/** A control claim in one line: event, place, doer, whom, polarity and modality where not plain, whose word. */
function line(c: Claim): string {
  const marks = [c.polarity === 'denied' ? 'denied' : '', c.modality === 'actual' ? '' : c.modality];
  return [
    c.event,
    c.places.map(p => p.name).join('+'),
    c.actor?.name ?? '-',
    ...marks.filter(Boolean),
    ...(c.attribution[0] ? [`says ${c.attribution[0].name}`] : []),
  ].join(' | ');
}
const control = (text: string): string[] =>
  read(text)
    .claims.filter(c => c.kind === 'control' && !c.attributive)
    .map(line);

test('a text that opens with a preposition and a colon is read', () => {
  expect(control('In Gao itself: the rebels took the airport, an official said.')).toHaveLength(1);
  expect(control('From Gao: the rebels have left.')).toHaveLength(0);
});

test.each(['Gao, attacked in May, is quiet.', 'Taken yet to be', 'The rebels moved', 'That fell', 'Except'])(
  'a word with nothing beside it is read: %s',
  text => expect(() => read(text)).not.toThrow(),
);

test('a title that names no place is about the country of its body', () => {
  const sides = read('Rebels captured the town of Gao on Monday.', 'Town near border falls to rebels')
    .claims.filter(c => c.kind === 'control')
    .map(c => c.actor?.side);
  expect(sides).toHaveLength(2);
  expect(sides[0]).toBe(sides[1]);
  expect(sides[0]).not.toMatch(/^x:zz/);
});

test('a dateline is not what the first sentence is about', () => {
  expect(control('Gao, 14 September (Saltmarsh) - The port of Timbuktu was under rebel control.')).toEqual([
    'hold | port of Timbuktu | rebel',
  ]);
});

test('a site without a place is not that of the dateline, where the text names another', () => {
  const site = (text: string): (string | null | undefined)[] =>
    read(text)
      .claims.filter(c => c.places[0]?.kind === 'site')
      .map(c => c.places[0]!.in);
  expect(
    site('GAO, Sept 14 (Saltmarsh) - Rebels took Timbuktu. The army said it still held the airport.'),
  ).toEqual(['Timbuktu']);
});

describe('what is said of places', () => {
  const table: [string, string[]][] = [
    ['The rebels took Gao on Monday.', ['capture | Gao | rebels']],
    ['Gao was taken by the rebels.', ['capture | Gao | rebels']],
    ['The rebels took Gao and Timbuktu.', ['capture | Gao+Timbuktu | rebels']],
    ['The rebels failed to take Gao.', ['capture | Gao | rebels | denied']],
    ['The rebels vowed to take Gao.', ['capture | Gao | rebels | planned | says rebels']],
    ['The rebels did not enter Gao.', ['enter | Gao | rebels | denied']],
    ['The rebels once held Gao.', ['hold | Gao | rebels | past']],
    ['The rebels drove Malian soldiers out of Gao.', ['capture | Gao | rebels']],
    ['Fighting raged in Gao.', ['clash | Gao | -']],
    ['There are no rebels left in Gao.', ['hold | Gao | rebels | denied']],
    ['There are no rebels in Gao.', ['hold | Gao | rebels | denied']],
    ['Zorvino-Marc fell to the rebels.', ['capture | Zorvino-Marc | rebels']],
    [
      'A rebel column entered Gao. The column then left Timbuktu.',
      ['enter | Gao | rebel', 'withdraw | Timbuktu | rebel'],
    ],
    ['Neither side has taken Gao.', ['capture | Gao | - | denied']],
    ['An air raid on Gao killed three people.', []],
    ['The rebels were captured on video in Gao.', []],
    ['Police in Gao seized drugs.', []],
    ['The rebels overran Gao on Monday.', ['capture | Gao | rebels']],
    ['Mosul was among the first cities taken by the rebels.', ['capture | Mosul | rebels']],
    ['One of the drivers fell asleep in Gao.', []],
    ['The mayor of Gao took office.', []],
    ['The fall of the currency hurt traders in Gao.', []],
  ];
  test.each(table)('%s', (text, expected) => expect(control(text)).toEqual(expected));
});

describe('what other statements make plain', () => {
  test('who took a town that merely fell', () => {
    const claims = read('The rebels captured Gao on Monday. Gao fell within hours.').claims;
    expect(claims.filter(c => c.event === 'capture').map(c => c.actor?.name)).toEqual(['rebels', 'rebels']);
  });
  test('when it was taken', () => {
    const claims = read('The rebels have taken Gao. They entered Gao on Monday.').claims;
    expect(claims.find(c => c.event === 'capture')?.time?.from).toBe('2022-09-12');
  });
  test('an entry where the other side had left is a handover', () => {
    const lines = control('The army withdrew from Gao on Monday. The rebels entered Gao hours later.');
    expect(lines[1]).toMatch(/^handover \| Gao \| rebels/);
  });
});

describe('denials', () => {
  test('a denial of what was said before', () => {
    const lines = control('The rebels said that they had taken Gao. The army denied this.');
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(/^capture \| Gao \| rebels \| denied \| says army/);
  });
  test('a that-clause after the day of the saying', () =>
    expect(control('The army denied on Sunday that Gao had fallen.')[0]).toMatch(
      /capture \| Gao \| .*denied/,
    ));
});

describe('what does not add up', () => {
  const kinds = (text: string): string[] => read(text).discrepancies.map(d => d.kind);
  test('an ordinal above the count', () =>
    expect(
      kinds(
        'Gao is the seventh regional capital that the rebels have taken. The rebels hold five regional capitals.',
      ),
    ).toEqual(['count-mismatch']));
  test('taken and still fought for', () =>
    expect(kinds('The rebels have taken Gao. The rebels are battling the army for control of Gao.')).toEqual([
      'status-conflict',
    ]));
  test('one origin affirms, another denies', () =>
    expect(kinds('The rebels said that they had taken Gao. The army denied that Gao had fallen.')).toEqual([
      'denial',
    ]));
  test('nothing where all agrees', () =>
    expect(kinds('The rebels have taken Gao. The army left Gao.')).toEqual([]));
});

test('the same report gives the same reading, and every quote stands in the text', () => {
  const text = 'The rebels took Gao on Monday, residents said. “We hold the town,” a rebel commander said.';
  const first = read(text);
  expect(read(text)).toEqual(first);
  for (const { quote } of first.claims) expect(text.slice(quote.start, quote.end)).toBe(quote.text);
});

test('the explanation names frame and rules, and what was turned down', () => {
  const { reading, explanation } = reader.explain(
    makeReport({ text: 'The rebels took Gao. The mayor of Gao took office.', outlet: 'Saltmarsh Wire' }),
  );
  expect(explanation.claims).toHaveLength(reading.claims.length);
  expect(explanation.claims[0]).toMatchObject({
    claim: 0,
    frame: 'take',
    rules: ['place: obj', 'actor: subj'],
  });
  expect(explanation.rejected.some(r => r.frame === 'take' && r.words === 'took')).toBe(true);
});
