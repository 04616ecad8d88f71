import { describe, expect, test } from 'vitest';
import { tellError } from './log.ts';

describe('what the log says of an error', () => {
  test.each([
    ['invalid input syntax for type json: "Gul Karimi said"', 'invalid input syntax for type json: …'],
    ["duplicate key: (name)='Gul Karimi'", 'duplicate key: (name)=…'],
    ['unterminated "Gul Karimi', 'unterminated …'],
    ['unexpected “Gul Karimi” here', 'unexpected … here'],
  ])('%s → %s', (message, told) => {
    expect(tellError(Object.assign(new Error(message), { code: '22P02' }))).toMatchObject({
      error: 'Error',
      code: '22P02',
      message: told,
    });
  });
});
