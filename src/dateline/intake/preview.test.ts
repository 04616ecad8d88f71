import { expect, test } from 'vitest';
import { preview } from './preview.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

test('a text file is one report, and nothing of it is filed', async () => {
  const found = await preview({
    name: 'story.txt',
    bytes: bytes('Rebels took the town of Zorvino on Tuesday.'),
  });
  expect(found.refused).toEqual([]);
  expect(found.reports.map(r => r.text)).toEqual(['Rebels took the town of Zorvino on Tuesday.']);
});

test('a table gives its rows, as many as are wanted, and says that there are more', async () => {
  const rows = Array.from({ length: 5 }, (_, i) => `Town ${i} fell on Monday.`).join('\n');
  const found = await preview({ name: 'stories.csv', bytes: bytes(`text\n${rows}\n`) }, 3);
  expect(found.reports.map(r => r.text)).toEqual([
    'Town 0 fell on Monday.',
    'Town 1 fell on Monday.',
    'Town 2 fell on Monday.',
  ]);
  expect(found.more).toBe(true);
});

test.each(['/etc/hostname', 'file:///etc/hostname', '../package.json'])(
  '%s is no address, and no file is read for it',
  async address => {
    const found = await preview({ address });
    expect(found.reports).toEqual([]);
    expect(found.refused[0]?.why).toContain('is no web address');
  },
);
