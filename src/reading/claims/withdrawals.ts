import { makeQuote } from '../../model/index.ts';
import type { Annotated } from '../annotations.ts';
import type { Statement } from '../frames/match.ts';
import { scopeOf } from '../scope/scope.ts';
import type { Attributor } from '../speech/attribute.ts';
import { modalityOf, timeAt } from './dates.ts';
import type { Drafted } from './drafted.ts';
import { isFormer, tenseOf } from './tense.ts';

/** "the withdrawal of foreign troops": no place changes hands by it; an event of ACLED's "Strategic developments: Other". */
export const withdrawals = (
  a: Annotated,
  statements: readonly Statement[],
  attributor: Attributor,
): Drafted[] =>
  statements.map(s => {
    const doc = a.document;
    const scope = scopeOf(doc, s.trigger);
    const time = timeAt(a, attributor, s.trigger);
    return {
      draft: {
        in: a.in,
        kind: 'event',
        event: 'other',
        places: [],
        ...(s.actors[0] ? { actor: s.actors[0].actor } : {}),
        ...(time ? { time } : {}),
        polarity: scope.polarity,
        modality: modalityOf(scope, time, a, {
          tense: tenseOf(doc, s.trigger),
          former: isFormer(doc, s.trigger),
        }),
        attribution: attributor.chains(doc.tokens[s.trigger]!)[0] ?? [],
        plover: { type: 'RETREAT', mode: 'withdraw' },
        quote: makeQuote(doc.text, s.span),
        frame: s.frame.id,
      },
      rules: [...s.rules, ...scope.rules],
      ongoing: false,
    };
  });
