import { isTake, makeQuote } from '../../model/index.ts';
import type { Annotated, PlaceMention } from '../annotations.ts';
import type { Drafted } from './drafted.ts';

/** Words behind which a place is left out, by the words that must follow. */
const EXCEPT: readonly (readonly string[])[] = [
  ['with', 'the', 'exception', 'of'],
  ['apart', 'from'],
  ['aside', 'from'],
  ['except', 'for'],
  ['except'],
  ['save', 'for'],
  ['save'],
  ['barring'],
  ['but', 'not'],
];
/** How many words may stand between them and the place, or between two places: "except for the district of Sadra". */
const NEAR = 5;

/** "They hold the whole province except Baraza": that they do not hold Baraza, as of whoever says the one. Takes the claims of the text in its order. */
export function exceptions(a: Annotated, claims: readonly Drafted[]): Drafted[] {
  const { tokens, text } = a.document;
  return tokens.flatMap(t => {
    const words = EXCEPT.find(w => w.every((word, k) => tokens[t.index + k]?.lower === word));
    if (!words) return [];
    const out = placesLeftOut(a, t.index + words.length);
    const last = out.at(-1);
    if (!last) return [];
    const sentence = a.document.sentences[t.sentence]!;
    const quote = makeQuote(text, { start: t.start, end: last.end });
    return heldBefore(claims, sentence.start, t.start, out).map(({ draft }): Drafted => {
      const { acled: _acled, target: _target, ...rest } = draft;
      return {
        draft: {
          ...rest,
          polarity: 'denied',
          places: out.map(m => m.place),
          quote,
          frame: `${draft.frame}.except`,
        },
        rules: [`denied: ${words.join(' ')}`],
        ongoing: false,
      };
    });
  });
}

/** The places that stand right behind a word, in one list. */
function placesLeftOut({ document, places }: Annotated, from: number): PlaceMention[] {
  const { tokens } = document;
  const out: PlaceMention[] = [];
  let end = from;
  for (;;) {
    const next = places.find(p => p.locative && p.first >= end && p.first - end <= NEAR);
    const between = next ? tokens.slice(end, next.first) : [];
    const apart = between.some(
      t =>
        t.sentence !== tokens[from - 1]!.sentence ||
        t.upos === 'VERB' ||
        t.upos === 'AUX' ||
        /^(?:[;:"“”]|that)$/.test(t.lower),
    );
    if (!next || apart || (out.length > 0 && !between.some(t => /^(?:,|and|or)$/.test(t.lower)))) return out;
    out.push(next);
    end = next.last;
  }
}

/** The claims that a place is held or was taken, right before the words, of other places than those left out. */
function heldBefore(
  claims: readonly Drafted[],
  from: number,
  to: number,
  out: readonly PlaceMention[],
): readonly Drafted[] {
  const told = claims.filter(
    ({ draft }) =>
      draft.kind === 'control' &&
      draft.polarity === 'affirmed' &&
      !draft.attributive &&
      (draft.event === 'hold' || isTake(draft.event)) &&
      draft.quote.start >= from &&
      draft.quote.start < to &&
      !draft.places.some(p => out.some(m => m.place.name === p.name)),
  );
  const base = told.findLast(({ draft }) => draft.event === 'hold') ?? told.at(-1);
  const last = base?.draft.quote.start;
  return told.filter(({ draft }) => draft.quote.start === last);
}
