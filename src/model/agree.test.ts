import { expect, test } from 'vitest';
import { agree } from './agree.ts';

test.each([
  ['Syrian rebels', 'hold'],
  ['Houthis', 'hold'],
  ['Iraqi forces', 'hold'],
  ['Soldiers of the north', 'hold'],
  ['the ministry and the governor', 'hold'],
  ['Taliban', 'holds'],
  ['United States', 'holds'],
  ['Reuters', 'holds'],
  ['Blue government', 'holds'],
  ['Government of the northern districts', 'holds'],
])('%s %s', (name, form) => expect(agree(name, 'holds', 'hold')).toBe(form));
