import fc from 'fast-check';
import { expect, test } from 'vitest';
import { IntakeError, parseColumnMap, readCsv, readRow, streamCsv } from '../index.ts';

async function all(pieces: readonly (string | Uint8Array)[]) {
  async function* stream() {
    yield* pieces;
  }
  const records = [];
  for await (const record of streamCsv(stream())) records.push(record);
  return records;
}

test('quotes, line breaks in cells, delimiters and marks', async () => {
  expect(await all(['\ufeffHead;Body\r\n"A ""hill""";"two\n', 'lines"\r\n\r\nB;;\n'])).toEqual([
    { line: 2, cells: { Head: 'A "hill"', Body: 'two\nlines' } },
    { line: 5, cells: { Head: 'B', Body: '' } },
  ]);
  expect(await all(['a\tb,c\td\n1\t2\t3\n'])).toEqual([{ line: 2, cells: { a: '1', 'b,c': '2', d: '3' } }]);
  expect(await all(['only,a,head'])).toEqual([]);
});

test('wherever a file is cut into pieces, its rows are the same', async () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', ';', 'é'), maxLength: 6 });
  const quoted = (value: string): string => `"${value.replaceAll('"', '""')}"`;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(cell, cell), { maxLength: 4 }),
      fc.integer({ min: 1, max: 9 }),
      async (rows, size) => {
        const file = Buffer.from(['x,y', ...rows.map(row => row.map(quoted).join(','))].join('\n'));
        const pieces = Array.from({ length: Math.ceil(file.length / size) }, (_, i) =>
          file.subarray(i * size, (i + 1) * size),
        );
        const read = (await all(pieces)).map(({ cells }) => [cells.x, cells.y]);
        expect(read).toEqual(rows.filter(row => row.some(value => value.trim() !== '')));
      },
    ),
    { numRuns: 200 },
  );
});

test('bytes that are no UTF-8 are Windows-1252', async () => {
  expect(await all([Buffer.from('a,b\n1,caf\xe9 \x93x\x94\n', 'latin1')])).toEqual([
    { line: 2, cells: { a: '1', b: 'café “x”' } },
  ]);
});

test('a quote that never ends is named by its line', async () => {
  expect(() => readCsv('a,b\n1,"2\n')).toThrow('line 2: a quote is opened and never closed');
  await expect(all(['a,b\n"', 'x'.repeat(4_000_001)])).rejects.toThrow('line 2: the row is too long');
  await expect(all([' \n'])).rejects.toBeInstanceOf(IntakeError);
});

test('columns are found by the map, else by their usual names', () => {
  const row = {
    Headline: 'Hill taken',
    Body: 'Rebels took the hill.',
    Date: '2024-03-02 10:00:00 +0200',
    Byline: 'Ada Brook; Ben Stone',
    Publisher: ' ',
  };
  expect(readRow(row, {})).toEqual({
    title: 'Hill taken',
    text: 'Rebels took the hill.',
    published: '2024-03-02T10:00:00+02:00',
    authors: ['Ada Brook', 'Ben Stone'],
  });
  expect(readRow({ Kop: 'x', Tekst: 'y' }, parseColumnMap('title=kop, text=tekst'))).toEqual({
    title: 'x',
    text: 'y',
  });
});

test.each([
  [{ Kop: 'x' }, '', 'there is no column "text" among "Kop": say which one is the text, with --map text=…'],
  [{ text: 'x' }, 'title=Kop', 'there is no column "Kop" among "text"'],
  [{ text: 'x', date: '2/3/2024' }, '', 'the publication date "2/3/2024" cannot be read'],
])('%j with %j is refused: %s', (row, map, why) => {
  expect(() => readRow(row, map === '' ? {} : parseColumnMap(map))).toThrow(why);
});

test.each([
  ['title', '"title" maps no column'],
  ['headline=x', '"headline" is no field of a report'],
])('a map %j is refused', (map, why) => {
  expect(() => parseColumnMap(map)).toThrow(why);
});

test('a bad value is quoted in one short line, whatever is in its cell', () => {
  const cell = `on the 3rd\nof March, ${'or so '.repeat(40)}`;
  const refused = (): unknown => readRow({ text: 'Rebels took the hill.', date: cell }, {});
  expect(refused).toThrow(/^the publication date "on the 3rd of March, [^\n]{30,60}…" cannot be read/);
  expect(() => readRow({ ['head\n'.repeat(100)]: 'x' }, {})).toThrow(
    /^there is no column "text" among [^\n]{30,70}: say which/,
  );
});
