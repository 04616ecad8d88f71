import type { Document } from '../../language/index.ts';
import { makeQuote } from '../../model/index.ts';
import type { Annotated } from '../annotations.ts';
import { findCounts } from '../counts/index.ts';
import { scopeOf } from '../scope/scope.ts';
import type { Attributor } from '../speech/attribute.ts';
import { modalityOf, timeAt } from './dates.ts';
import type { Drafted } from './drafted.ts';
import { tenseOf } from './tense.ts';

/** The claims of how many places of a kind were taken or are held. */
export function countClaims(a: Annotated, attributor: Attributor): Drafted[] {
  return findCounts(a).map(c => {
    const told = toldBy(a.document, c.anchor),
      scope = scopeOf(a.document, told);
    const time = timeAt(a, attributor, c.anchor, { durations: true });
    return {
      draft: {
        in: a.in,
        kind: 'count',
        places: [],
        ...(c.actor ? { actor: c.actor.actor } : {}),
        ...(time ? { time } : {}),
        polarity: scope.polarity,
        modality: modalityOf(scope, time, a, { tense: tenseOf(a.document, told) }),
        attribution: attributor.chains(a.document.tokens[c.anchor]!)[0]!,
        count: c.count,
        quote: makeQuote(a.document.text, c.span),
        frame: 'count',
      },
      rules: ['count', ...scope.rules],
      ongoing: false,
    };
  });
}

/** "the eighth capital to fall": it has fallen, if the capital is told of as a fact. */
function toldBy(doc: Document, anchor: number): number {
  const t = doc.tokens[anchor]!;
  return t.xpos === 'VB' && t.deprel.startsWith('acl') && t.head < anchor ? t.head : anchor;
}
