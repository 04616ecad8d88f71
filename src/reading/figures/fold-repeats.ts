import type { ClaimDraft } from '../../model/index.ts';

/**
 * A report's claims without the figures and counts that only repeat another one: the same term, number and unit (or set), of
 * the same people, place and origin as far as both say so. A headline gives way to the text, the outlet's own word to the source named for it; else the
 * first one stays. Two sources that give the same number are two statements.
 * @returns the drafts without the repeats, in their order
 */
export function withoutRepeats<T>(items: readonly T[], draftOf: (item: T) => ClaimDraft): T[] {
  const kept: T[] = [];
  for (const item of items) {
    const draft = draftOf(item);
    const same = draft.figure || draft.count ? kept.findIndex(k => isRepeat(draftOf(k), draft)) : -1;
    if (same < 0) kept.push(item);
    else if (weight(draft) > weight(draftOf(kept[same]!))) kept[same] = item;
  }
  return kept;
}

const weight = (d: ClaimDraft): number =>
  (d.in === 'text' ? 8 : 0) + (d.attribution.length > 0 ? 4 : 0) + (d.places.length > 0 ? 1 : 0);

function isRepeat(a: ClaimDraft, b: ClaimDraft): boolean {
  if (a.count && b.count) return isSameCount(a, b);
  const x = a.figure;
  const y = b.figure;
  if (!x || !y || x.term !== y.term || x.min !== y.min || x.max !== y.max || x.unit !== y.unit) return false;
  if (x.min === null || a.polarity !== b.polarity || a.modality !== b.modality) return false;
  if (x.qualifier !== y.qualifier && a.in === b.in && a.in === 'text' && !isVaguer(x.qualifier, y.qualifier))
    return false;
  return agree(x.who, y.who) && sameOrigin(a, b) && samePlace(a, b) && agree(a.time?.from, b.time?.from);
}

function isSameCount(a: ClaimDraft, b: ClaimDraft): boolean {
  const x = a.count!;
  const y = b.count!;
  const sameSet = x.set.split(' ').at(-1)!.toLowerCase() === y.set.split(' ').at(-1)!.toLowerCase();
  return (
    x.n === y.n &&
    x.ordinal === y.ordinal &&
    sameSet &&
    agree(x.outOf, y.outOf) &&
    agree(a.actor?.side, b.actor?.side) &&
    sameOrigin(a, b)
  );
}

/** "About 200" and "200" are one number; "at least three" and "three" may be two. */
const isVaguer = (a: string, b: string): boolean => a === 'about' || b === 'about';

const agree = <T>(a: T | null | undefined, b: T | null | undefined): boolean =>
  a == null || b == null || a === b;

function sameOrigin(a: ClaimDraft, b: ClaimDraft): boolean {
  const x = a.attribution[0];
  const y = b.attribution[0];
  return !x || !y || x.kind === y.kind || x.name.toLowerCase() === y.name.toLowerCase();
}

function samePlace(a: ClaimDraft, b: ClaimDraft): boolean {
  if (a.places.length === 0 || b.places.length === 0) return true;
  return a.places.some(p =>
    b.places.some(
      q =>
        p.name === q.name ||
        p.id === q.id ||
        p.in === q.name ||
        q.in === p.name ||
        p.admin1 === q.id ||
        q.admin1 === p.id,
    ),
  );
}
