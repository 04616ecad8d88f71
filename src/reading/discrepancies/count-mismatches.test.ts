import { expect, test } from 'vitest';
import { makeReport } from '../../model/index.ts';
import { createReader } from '../read.ts';

const reader = createReader();
const kindsOf = (text: string): string =>
  reader
    .read(makeReport({ text, outlet: 'Example Courier', published: '2024-03-14' }))
    .discrepancies.map(d => d.kind)
    .join(' ');

test.each([
  ['The rebels said they had taken nine towns. An official said they held five towns.', 'count-mismatch'],
  ['The rebels said they had taken more than five towns. An official said they held nine towns.', ''],
  [
    'More than 200 people fled as rebels, who hold five towns, moved on. An official said they held nine towns.',
    'count-mismatch',
  ],
])('%s', (text, expected) => expect(kindsOf(text)).toBe(expected));
