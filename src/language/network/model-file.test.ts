import { expect, test } from 'vitest';
import { type ParameterName, type Parameters, shapesOf } from './layout.ts';
import { packModel, unpackModel } from './model-file.ts';
import { makeTrained } from './trained.ts';

const sizes = { word: 8, hidden: 8, arc: 8, label: 8, tags: 3, relations: 2 };
const parameters = Object.fromEntries(
  Object.entries(shapesOf(sizes)).map(([name, [rows, columns]]) => [
    name,
    Float32Array.from({ length: rows * columns }, (_, i) => Math.sin(i * i + name.length)),
  ]),
) as Record<ParameterName, Float32Array> as Parameters;
const model = {
  sizes,
  tags: ['NOUN|NN', 'VERB|VBD', 'PUNCT|.'],
  relations: ['nsubj', 'root'],
  vocabulary: ['<unknown>', '<between>', 'wtown', 'w”'],
  lemmas: 'e\tVBD\ted\t2\t',
  vectors: {
    scales: Float32Array.of(1, 2, 3, 4),
    values: Int8Array.from({ length: 32 }, (_, i) => i * 8 - 127),
  },
  trained: makeTrained(sizes, parameters),
};

test('a model comes back from its bytes as it was', () => {
  expect(unpackModel(packModel(model))).toEqual(model);
});

test('bytes of another format are refused, and what they begin with is said', () => {
  expect(() => unpackModel(Buffer.from('DATELINE-PARSER-2\n00000000'))).toThrow(
    'invalid parser model: begins with "DATELINE-PARSER-2',
  );
  expect(() => unpackModel(new Uint8Array(0))).toThrow('invalid parser model: begins with ""');
});
