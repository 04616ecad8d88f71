import { describe, expect, test } from 'vitest';
import { parseText } from '../../language/index.ts';
import { CONTROL_EVENTS } from '../../model/index.ts';
import type { Annotated } from '../annotations.ts';
import { Fillers } from '../frames/fillers.ts';
import { EVENT_ROWS, slugOf } from './event-rows.ts';
import { findEvents } from './find-events.ts';

/** A text without places and actors; their finders have tests of their own. */
function annotated(text: string): Annotated {
  return {
    context: { title: null, outlet: null, published: '2024-05-14' },
    document: parseText(text),
    in: 'text',
    places: [],
    actors: [],
    times: [],
    quantities: [],
    names: [],
  };
}
const read = (text: string) => {
  const a = annotated(text);
  return findEvents(a, new Fillers(a)).map(e => e.row);
};

describe('every row reads its example', () => {
  for (const row of EVENT_ROWS)
    test(`${row.id}: ${row.example}`, () =>
      expect(read(row.example).map(r => r.subEvent)).toContain(row.subEvent));
});

describe('every row leaves its near miss alone', () => {
  for (const row of EVENT_ROWS)
    test(`${row.id}: ${row.miss}`, () => expect(read(row.miss).map(r => r.id)).not.toContain(row.id));
});

test('the slug of a sub-event is never one of the ten control words', () => {
  expect(slugOf('Air/drone strike')).toBe('air-drone-strike');
  for (const row of EVENT_ROWS)
    expect(CONTROL_EVENTS as readonly string[]).not.toContain(slugOf(row.subEvent));
});

/** Sentence → sub-event types, in order of the text. */
const TABLE: readonly (readonly [string, string])[] = [
  ['A roadside bomb killed nine farmers near Sadra.', 'Remote explosive/landmine/IED'],
  ['Gunmen killed four soldiers at a checkpoint.', 'Armed clash'],
  ['Gunmen killed four farmers on the road.', 'Attack'],
  ['Rebels captured five villages in the valley.', 'Non-state actor overtakes territory'],
  ['The film was shot in March.', ''],
];
test.each(TABLE)('%s', (sentence, expected) =>
  expect(
    read(sentence)
      .map(r => r.subEvent)
      .join(' | '),
  ).toBe(expected),
);
