import { describe, expect, test } from 'vitest';
import { parseText } from '../../language/index.ts';
import type { ActorMention, Annotated, PlaceMention, TokenRun } from '../annotations.ts';
import { loadLexicon } from './frame.ts';
import { matchFrames } from './match.ts';

/** Sites and force words of the examples; the finders of places and actors have tests of their own. */
const SITES = /\b(?:governor's office|airport|base|road|lines?)\b/g;
const FORCES =
  /\b(?:(?:government|rebel) (?:soldiers|troops|forces|fighters|units|columns)|militants|rebels?|army|militia(?:men)?|soldiers|troops|insurgents|fighters|garrison|peacekeepers|government|rebel)\b/gi;

function runs(a: Pick<Annotated, 'document'>, pattern: RegExp): TokenRun[] {
  return [...a.document.text.matchAll(pattern)].flatMap(m => {
    const inside = a.document.tokens.filter(t => t.start >= m.index && t.end <= m.index + m[0].length);
    const first = inside[0];
    if (!first) return [];
    const head = inside.find(t => !inside.some(o => o.index === t.head)) ?? first;
    return [
      {
        start: m.index,
        end: m.index + m[0].length,
        first: first.index,
        last: inside.at(-1)!.index + 1,
        head: head.index,
      },
    ];
  });
}

function annotated(text: string): Annotated {
  const document = parseText(text),
    bare = { document };
  const places: PlaceMention[] = [
    ...runs(bare, /\bBaraza\b/g).map(r => ({
      ...r,
      how: 'name' as const,
      locative: true,
      place: { id: null, name: 'Baraza', kind: 'town' as const },
    })),
    ...runs(bare, SITES).map(r => ({
      ...r,
      how: 'site' as const,
      locative: true,
      place: { id: null, name: text.slice(r.start, r.end), kind: 'site' as const },
    })),
  ];
  const actors: ActorMention[] = runs(bare, FORCES).map(r => {
    const name = text.slice(r.start, r.end).toLowerCase(),
      entity = /gov|army|soldier|troop|garrison/.test(name) ? 0 : 1;
    return {
      ...r,
      how: 'description',
      entity,
      actor: { id: entity ? 'x:zz/rebels' : 'x:zz/army', name, side: null },
    };
  });
  return {
    context: { title: null, outlet: null, published: '2024-05-14' },
    document,
    in: 'text',
    places,
    actors,
    times: [],
    quantities: [],
    names: [],
  };
}

const lexicon = loadLexicon();
const read = (text: string) => matchFrames(annotated(text), lexicon).statements;

describe('every row reads its example', () => {
  for (const frame of lexicon.frames)
    test(`${frame.id}: ${frame.example}`, () => {
      const events = read(frame.example).map(s => s.event);
      expect(events).toContain(
        frame.event === 'enter' && /unopposed/.test(frame.example) ? 'handover' : frame.event,
      );
    });
});

describe('every row leaves its near miss alone', () => {
  for (const frame of lexicon.frames)
    test(`${frame.id}: ${frame.near}`, () =>
      expect(read(frame.near).filter(s => s.frame.id === frame.id)).toEqual([]));
});
