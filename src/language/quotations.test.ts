import { expect, test } from 'vitest';
import { findParagraphs } from './paragraphs.ts';
import { findQuotations } from './quotations.ts';

const cases: [string, string[]][] = [
  ['He said "we are here" and left.', ['we are here']],
  ['“We are here,” he said. “They fled.”', ['We are here,', 'They fled.']],
  ['«Nous restons», a dit le maire.', ['Nous restons']],
  ['"We stay.\n\n"We fight," he said.', ['We stay.\n\n"We fight,']],
  ['“One.\n\n“Two.\n\n“Three,” she said. Then “four”.', ['One.\n\n“Two.\n\n“Three,', 'four']],
  ['“Never closed.\n\nAnother paragraph.', ['Never closed.']],
  ["The town's 'liberation' was the rebels' work.", ['liberation']],
  ["'We will stay,' the soldiers' leader said.", ['We will stay,']],
  ['“He told us ‘run’ and we ran,” she said.', ['He told us ‘run’ and we ran,', 'run']],
  ["It didn't fall in the '90s, they said; the dogs' bowls were empty.", []],
  ['He said "we stay and the day after "we go" again.', ['we stay and the day after', 'we go']],
  ['', []],
];
test.each(cases)('quotations of %j', (text, expected) => {
  const found = findQuotations(text, findParagraphs(text));
  expect(found.map(q => text.slice(q.inner.start, q.inner.end))).toEqual(expected);
});
