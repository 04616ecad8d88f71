import { describe, expect, test } from 'vitest';
import { linkTo, pageOf } from './paging.ts';

const rows = ['a', 'b', 'c', 'd', 'e'].map(id => ({ id }));
const keyOf = (row: { id: string }): string => row.id;
const ids = (page: { rows: readonly { id: string }[] }): string => page.rows.map(keyOf).join('');

describe('a list page by page', () => {
  test('is whole where nothing is said', () => {
    expect(pageOf(rows, keyOf, {})).toEqual({ rows, cursor: null });
  });

  test('comes in pages that meet, the last without a cursor', () => {
    const first = pageOf(rows, keyOf, { limit: 2 });
    const second = pageOf(rows, keyOf, { limit: 2, cursor: first.cursor! });
    const third = pageOf(rows, keyOf, { limit: 2, cursor: second.cursor! });
    expect([ids(first), ids(second), ids(third), third.cursor]).toEqual(['ab', 'cd', 'e', null]);
  });

  test('goes on after its last row, whatever came before it or went', () => {
    const { cursor } = pageOf(rows, keyOf, { limit: 2 });
    expect(ids(pageOf([{ id: '0' }, ...rows], keyOf, { limit: 2, cursor: cursor! }))).toBe('cd');
    expect(ids(pageOf(rows.slice(1), keyOf, { limit: 2, cursor: cursor! }))).toBe('cd');
    expect(ids(pageOf([rows[0]!, ...rows.slice(2)], keyOf, { limit: 2, cursor: cursor! }))).toBe('de');
  });

  test('refuses a cursor that is none, quoting it', () => {
    expect(() => pageOf(rows, keyOf, { cursor: 'nonsense' })).toThrow('"nonsense" is no cursor of this list');
  });

  test('the link keeps what else was asked', () => {
    expect(linkTo('http://h/api/reports?limit=2&at=2021-08-10', 'abc')).toBe(
      '</api/reports?limit=2&at=2021-08-10&cursor=abc>; rel="next"',
    );
  });
});
