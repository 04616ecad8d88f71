import { parseAtomFeed } from 'feedsmith';
import { expect, test } from 'vitest';
import type { ChangeEntry } from '../../model/index.ts';
import { atomOf } from './atom.ts';

const entry = (seq: number, body: ChangeEntry['body']): ChangeEntry => ({
  seq,
  at: `2021-08-1${seq}T00:00:00.000Z`,
  body,
});
const place = { id: 'gn:1142264', name: 'Farah', country: 'AF', lat: 32.4, lon: 62.1 };
const holding = { holder: { side: 'red', name: 'Red' }, status: 'held', basis: 'reported' } as const;
const FEED = {
  title: 'Dateline: <Farah> & Herat',
  self: 'https://desk.example/feeds/changes.atom?place=a&kind=control',
  origin: 'https://desk.example',
};

test('a feed reader understands it; names stay what they are, whatever is in them', () => {
  const sentence = 'Farah fell to <b>Red</b> & "Blue"\u0000 on 9 August.';
  const xml = atomOf(
    [
      entry(2, {
        kind: 'control',
        place,
        on: '2021-08-09',
        before: null,
        after: holding,
        claims: [],
        sentence,
      }),
      entry(1, {
        kind: 'discrepancy',
        discrepancy: 'd1',
        what: 'status-conflict',
        places: [place],
        settled: false,
      }),
    ],
    FEED,
  );
  expect(xml).not.toContain('<b>');
  const feed = parseAtomFeed(xml);
  const text = (value: unknown): string =>
    typeof value === 'string' ? value : String((value as { value?: string } | undefined)?.value);
  expect(text(feed.title)).toBe('Dateline: <Farah> & Herat');
  expect(feed.entries?.map(each => text(each.title))).toEqual([
    'Farah fell to <b>Red</b> & "Blue"\ufffd on 9 August.',
    'Does not add up: status conflict, Farah',
  ]);
  expect(feed.updated).toBe('2021-08-12T00:00:00.000Z');
  expect(feed.entries?.[0]?.links?.[0]?.href).toBe(
    'https://desk.example/?view=place&place=gn%3A1142264&at=2021-08-09',
  );
  expect(xml).toContain('<georss:point>32.4 62.1</georss:point>');
});

test('an id says the same for the same change, and another for another', () => {
  const ids = (seq: number) =>
    /<entry>\n<id>(.*)<\/id>/.exec(
      atomOf([entry(seq, { kind: 'report', report: 'r1', outlet: null, claims: 1 })], FEED),
    )![1];
  expect(ids(1)).toBe(ids(1));
  expect(ids(1)).not.toBe(ids(2));
  expect(ids(1)).toMatch(/^urn:uuid:[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-a[\da-f]{3}-[\da-f]{12}$/);
});
