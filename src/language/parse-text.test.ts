import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseText } from './index.ts';

const piece = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.constantFrom(
    '\r\n',
    '\n\n',
    '\n',
    '\t',
    '\u00a0',
    ' ',
    '  ',
    '😀',
    '👩‍👩‍👧',
    '"',
    '“',
    '”',
    "'",
    '’',
    '‘',
    '«',
    '»',
    '...',
    '—',
    'cannot',
    'don’t',
    "n't",
    'Lt. Gen.',
    'U.S.',
    'St. ',
    '12,000',
    'Kalmar',
    'fell',
    'the town.',
    '\u200b',
    '\u2028',
    '\ufeff',
    '3.5',
    '@a',
    '#b',
    'http://a.example/b?c=d',
    'é',
    'e\u0301',
    '\u0000',
    '\ud83d',
    'مدينة',
    '市',
    'a.b.c',
    '$5m',
    '-',
    '(',
    ')',
  ),
);
const anyText = fc.array(piece, { maxLength: 30 }).map(pieces => pieces.join(''));

describe('parseText keeps exact offsets for every text', () => {
  test('tokens spell the text, sentences and paragraphs tile them, every sentence is one tree', () => {
    fc.assert(
      fc.property(anyText, text => {
        const { tokens, sentences, paragraphs, quotations, children } = parseText(text);
        let end = 0;
        for (const [i, token] of tokens.entries()) {
          expect(token.index).toBe(i);
          expect(text.slice(token.start, token.end)).toBe(token.text);
          expect(token.text).not.toBe('');
          expect(text.slice(end, token.start)).toMatch(/^[\s\u200b\ufeff]*$/);
          end = token.end;
        }
        expect(text.slice(end)).toMatch(/^[\s\u200b\ufeff]*$/);
        let first = 0;
        for (const [i, sentence] of sentences.entries()) {
          expect(sentence.first).toBe(first);
          expect(sentence.last).toBeGreaterThan(sentence.first);
          first = sentence.last;
          expect([sentence.start, sentence.end]).toEqual([
            tokens[sentence.first]!.start,
            tokens[sentence.last - 1]!.end,
          ]);
          const own = tokens.slice(sentence.first, sentence.last);
          expect(own.filter(token => token.head < 0).map(token => token.index)).toEqual([sentence.root]);
          for (const token of own) {
            expect(token.sentence).toBe(i);
            let above = token.index;
            for (let step = 0; tokens[above]!.head >= 0; step++) {
              expect(step).toBeLessThan(own.length);
              above = tokens[above]!.head;
            }
            expect(above).toBe(sentence.root);
            if (token.head >= 0) expect(children[token.head]).toContain(token.index);
          }
        }
        expect(first).toBe(tokens.length);
        expect(children.flat().length).toBe(tokens.length - sentences.length);
        let sentence = 0;
        for (const paragraph of paragraphs) {
          expect(paragraph.first).toBe(sentence);
          sentence = paragraph.last;
        }
        expect(sentence).toBe(sentences.length);
        for (const quotation of quotations) {
          expect(quotation.start).toBeLessThan(quotation.inner.start);
          expect(quotation.inner.end).toBeLessThanOrEqual(quotation.end);
          expect(quotation.end).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('a text without words is a document without tokens', () => {
    for (const text of ['', ' ', '\r\n\t\u00a0', '\n\n\n'])
      expect(parseText(text)).toMatchObject({
        text,
        tokens: [],
        sentences: [],
        paragraphs: [],
        quotations: [],
      });
  });

  test('the same text gives the same document', () => {
    const text = 'Troops of the coastal brigade took Kalmar on Monday. “It is over,” a resident said.';
    expect(parseText(text)).toEqual(parseText(text));
  });
});

const odd: [string, string][] = [
  ['no blanks', 'x'.repeat(20_000)],
  ['no full stop', 'government troops took the town and the rebels fled over the river while '.repeat(300)],
  ['brackets', '('.repeat(2000)],
  ['quotation marks', '"'.repeat(3000)],
  ['single marks', " 'a".repeat(3000)],
  ['hyphens', 'a-'.repeat(2000)],
  ['control characters', 'a\u0000b\u0007 c\u001b[0m '.repeat(500)],
  ['pictures', '👩‍👩‍👧'.repeat(2000)],
  ['halves of characters', '\ud83d'.repeat(2000)],
  ['lines', 'a\r\n'.repeat(2000)],
  ['another script', 'سقطت المدينة'.repeat(500)],
];
test.each(odd)('odd text: %s', (_, text) => {
  const { tokens, sentences } = parseText(text);
  expect(tokens.map(token => text.slice(token.start, token.end)).join('')).toBe(text.replace(/\s/g, ''));
  for (const { first, last } of sentences) expect(last - first).toBeLessThanOrEqual(240);
});

test('lines that were wrapped make one paragraph, a list of long lines makes one each', () => {
  const wrapped =
    'Troops of the coastal brigade took the harbour of Kalmar on\nMonday after two days of fighting with the rebels, who\nwithdrew towards the river and the old town without\na shot.';
  expect(parseText(wrapped).paragraphs.length).toBe(1);
  const listed =
    'Troops of the coastal brigade took the harbour of Kalmar\nRebels withdrew towards the river and the old town\nThe governor left the province by helicopter on Monday';
  expect(parseText(listed).paragraphs.length).toBe(3);
});

const sentences: [string, string[]][] = [
  [
    'Lt. Gen. Amos Keller visited St. Albans. He met Mr. Dane there.',
    ['Lt. Gen. Amos Keller visited St. Albans.', 'He met Mr. Dane there.'],
  ],
  [
    'U.S. troops left on Sunday. The U.S. Embassy said so.',
    ['U.S. troops left on Sunday.', 'The U.S. Embassy said so.'],
  ],
  ['“We will stay.” He left.', ['“We will stay.”', 'He left.']],
  ['"We are here," he said. "They left."', ['"We are here," he said.', '"They left."']],
  ['“Is it true?” she asked. No one knew.', ['“Is it true?” she asked.', 'No one knew.']],
  [
    'Battalion No. 12 came. It left at 5 p.m. on Friday.',
    ['Battalion No. 12 came.', 'It left at 5 p.m. on Friday.'],
  ],
  ['Rebels take Kalmar\n\nThe town fell on Monday.', ['Rebels take Kalmar', 'The town fell on Monday.']],
  [
    'It began on Jan. 5 near the river. Gen. A. B. Orlo fled.',
    ['It began on Jan. 5 near the river.', 'Gen. A. B. Orlo fled.'],
  ],
  [
    'KALMAR (Example Wire) — The town fell. Rebels cheered.',
    ['KALMAR (Example Wire) — The town fell.', 'Rebels cheered.'],
  ],
  [
    'REBELS TAKE KALMAR\r\n- The town fell.\r\n- The army fled.',
    ['REBELS TAKE KALMAR', '- The town fell.', '- The army fled.'],
  ],
  [
    'The U.S.-backed force left the U.S. It had come in Jan. 2019.',
    ['The U.S.-backed force left the U.S.', 'It had come in Jan. 2019.'],
  ],
  ['The army lost 3.5 percent. Why? Nobody said!', ['The army lost 3.5 percent.', 'Why?', 'Nobody said!']],
];
test.each(sentences)('sentences of %j', (text, expected) => {
  expect(parseText(text).sentences.map(s => text.slice(s.start, s.end))).toEqual(expected);
});

const relations: [string, string, string, string][] = [
  ['Government troops captured Kalmar on Monday.', 'troops', 'nsubj', 'captured'],
  ['Government troops captured Kalmar on Monday.', 'Kalmar', 'obj', 'captured'],
  ['The town was taken by the rebels.', 'town', 'nsubj:pass', 'taken'],
  ['The town was taken by the rebels.', 'rebels', 'obl:agent', 'taken'],
  ['Officials said that the army had left the port.', 'left', 'ccomp', 'said'],
  ['They met the militia that held the bridge.', 'held', 'acl:relcl', 'militia'],
  ['The governor of Kalmar denied it.', 'Kalmar', 'nmod', 'governor'],
  ['The army did not take the town.', 'not', 'advmod', 'take'],
];
test.each(relations)('in %j, %s is %s of %s', (text, child, relation, head) => {
  const { tokens } = parseText(text);
  const token = tokens.find(each => each.text === child)!;
  expect([token.deprel, tokens[token.head]?.text]).toEqual([relation, head]);
});
