import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatView, goTo, PAGES, parseView, type View } from './view.ts';

test.each([
  '/',
  '/?at=2021-08-10&knownAt=2021-08-09&times=apart',
  '/?at=2021-08-10',
  '/?country=AF&place=gn:1121863&at=2021-08-10&knownAt=2021-08-10',
  '/?view=report&report=r0123&claim=c4567',
  '/?view=place&place=site:gn:1/airport&knownAt=2021-08-07T13:20:00.000Z',
  '/?map=66.5,34.2,5.5',
])('%s leads to a view that has this address', address => {
  expect(formatView(parseView(address.slice(1)))).toBe(address);
});

test('any view survives its address', () => {
  const text = fc.option(fc.string({ minLength: 1, maxLength: 20 }), { nil: null });
  const date = fc.option(fc.constantFrom('2021-08-10', '2016-02-29'), { nil: null });
  const views: fc.Arbitrary<View> = fc.record({
    view: fc.constantFrom(...PAGES),
    country: text,
    at: date,
    knownAt: fc.option(fc.constantFrom('2021-08-10', '2021-08-07T13:20:00.000Z'), { nil: null }),
    linked: fc.boolean(),
    place: text,
    report: text,
    claim: text,
    side: text,
    besides: text,
    tab: text,
    from: date,
    q: text,
    kind: text,
    basis: text,
    source: text,
    until: date,
    span: fc.constantFrom('all' as const, null),
    map: fc.option(
      fc.tuple(fc.constantFrom(66.5, -0.25), fc.constantFrom(34.25, 0), fc.constantFrom(5.5, 8)),
      {
        nil: null,
      },
    ),
  });
  fc.assert(
    fc.property(views, made => {
      // One time without the other cannot be linked.
      const view = { ...made, linked: made.linked && (made.at == null) === (made.knownAt == null) };
      expect(parseView(formatView(view).slice(1))).toEqual(view);
    }),
    { numRuns: 300 },
  );
});

test.each([
  '?at=yesterday',
  '?at=2021-13-45',
  '?at=2021-02-30',
  '?view=nonsense',
  '?map=1,2',
  '?knownAt=soon',
])('%s is left out, not an error', search => expect(formatView(parseView(search))).toBe('/'));

test('another page keeps country and times, and lets go of the rest', () => {
  const view = parseView('?view=report&report=r1&claim=c1&country=AF&at=2021-08-10&knownAt=2021-08-10');
  expect(formatView(goTo(view, { view: 'discrepancies' }))).toBe(
    '/?view=discrepancies&country=AF&at=2021-08-10&knownAt=2021-08-10',
  );
});
