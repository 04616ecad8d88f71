import type { Mention, Span } from '../model/index.ts';
import type { Annotated } from './annotations.ts';

/** All mentions of a text, in its order. A name that is part of an actor's or person's name is given once, as that. */
export function mentionsOf(a: Annotated): Mention[] {
  const words = (s: Span) => ({ start: s.start, end: s.end, text: a.document.text.slice(s.start, s.end) });
  const out: Mention[] = [
    ...a.places
      .filter(p => p.how === 'name')
      .map((p): Mention => ({ kind: 'place', ...words(p), place: p.place })),
    ...a.actors
      .filter(m => m.how !== 'pronoun')
      .map((m): Mention => ({ kind: 'actor', ...words(m), actor: m.actor })),
    ...a.names.map((n): Mention => ({ kind: n.kind, ...words(n) })),
    ...a.times.map((t): Mention => ({ kind: 'time', ...words(t), time: t.time })),
    ...a.quantities.map(
      (q): Mention => ({ kind: 'quantity', ...words(q), quantity: { min: q.min, max: q.max } }),
    ),
  ];
  return out.sort((x, y) => x.start - y.start || y.end - x.end);
}
