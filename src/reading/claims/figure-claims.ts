import { makeQuote } from '../../model/index.ts';
import type { Annotated } from '../annotations.ts';
import { findFigures } from '../figures/index.ts';
import { scopeOf } from '../scope/scope.ts';
import type { Attributor } from '../speech/attribute.ts';
import { modalityOf, timeAt } from './dates.ts';
import type { Drafted } from './drafted.ts';
import { tenseOf } from './tense.ts';

/** The claims of how many people were harmed, displaced, treated, and of homes lost. */
export function figureClaims(a: Annotated, attributor: Attributor): Drafted[] {
  return findFigures(a).map(f => {
    const scope = scopeOf(a.document, f.anchor);
    const time = f.time ?? timeAt(a, attributor, f.anchor, { durations: true });
    return {
      draft: {
        in: a.in,
        kind: 'figure',
        places: f.place ? [f.place.place] : [],
        ...(time ? { time } : {}),
        polarity: scope.polarity,
        modality: modalityOf(scope, time, a, { tense: tenseOf(a.document, f.anchor) }),
        attribution: attributor.chains(a.document.tokens[f.spoken]!)[0]!,
        figure: f.figure,
        quote: makeQuote(a.document.text, f.span),
        frame: `figure.${f.figure.term}`,
      },
      rules: ['figure', ...scope.rules],
      ongoing: false,
    };
  });
}
