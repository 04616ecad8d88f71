import { readFileSync } from 'node:fs';
import type { Token } from '../../language/document.ts';
import type { Qualifier } from '../../model/index.ts';

interface Qualifiers {
  readonly before: Readonly<Record<string, Qualifier>>;
  readonly after: Readonly<Record<string, Qualifier>>;
  readonly transparent: readonly string[];
}
const DATA = JSON.parse(
  readFileSync(new URL('./data/qualifiers.json', import.meta.url), 'utf8'),
) as Qualifiers;
const TRANSPARENT = new Set(DATA.transparent);
const LONGEST = 3;

/** A qualifier beside a number: which, and the token that it begins with (before) or ends before (after). */
export interface FoundQualifier {
  readonly qualifier: Qualifier;
  readonly edge: number;
}

const words = (tokens: readonly Token[], from: number, to: number): string =>
  tokens
    .slice(from, to)
    .map(t => t.lower)
    .join(' ');

/** The qualifier that ends right before token `i`, over words such as "another": "at least", "more than", "an estimated". */
export function qualifierBefore(tokens: readonly Token[], i: number, floor: number): FoundQualifier | null {
  let at = i;
  for (let skipped = 0; skipped <= 2; skipped++) {
    for (let n = LONGEST; n >= 1; n--) {
      const from = at - n;
      if (from < floor) continue;
      const qualifier = DATA.before[words(tokens, from, at)];
      if (qualifier) return widen(tokens, { qualifier, edge: from }, floor);
    }
    if (at - 1 < floor || !TRANSPARENT.has(tokens[at - 1]!.lower)) return null;
    at--;
  }
  return null;
}

/** "up to about 40": the outer word counts; "perhaps as many as 40" keeps the inner one. */
function widen(tokens: readonly Token[], found: FoundQualifier, floor: number): FoundQualifier {
  if (found.qualifier !== 'about') return found;
  const outer = qualifierBefore(tokens, found.edge, floor);
  return outer && outer.qualifier !== 'about' ? outer : found;
}

/** The qualifier that stands right after a number: "or more", "or so". */
export function qualifierAfter(tokens: readonly Token[], i: number, ceiling: number): FoundQualifier | null {
  for (let n = 2; n >= 1; n--) {
    if (i + n > ceiling) continue;
    const qualifier = DATA.after[words(tokens, i, i + n)];
    if (qualifier) return { qualifier, edge: i + n };
  }
  return null;
}
