import { readFileSync } from 'node:fs';
import type { Document } from '../../language/document.ts';
import type { FigureUnit } from '../../model/index.ts';
import type { QuantityMention } from '../annotations.ts';

interface CountedNouns {
  readonly households: readonly string[];
  readonly houses: readonly string[];
  readonly people: readonly string[];
  readonly who: Readonly<Record<string, readonly string[]>>;
  readonly never: readonly string[];
}
const NOUNS = JSON.parse(
  readFileSync(new URL('./data/counted.json', import.meta.url), 'utf8'),
) as CountedNouns;
const HOUSEHOLDS = new Set(NOUNS.households);
const HOUSES = new Set(NOUNS.houses);
const PEOPLE = new Set(NOUNS.people);
const NEVER = new Set(NOUNS.never);
const WHO = new Map(
  Object.entries(NOUNS.who).flatMap(([who, nouns]) => nouns.map((noun): [string, string] => [noun, who])),
);

/** What a quantity counts: its unit, and how sure it is that people are meant. */
export interface Counted {
  readonly unit: FigureUnit;
  /** `known` people; a `bare` number; an `unknown` noun, people only by the verb; null where it counts something else. */
  readonly sure: 'known' | 'bare' | 'unknown';
  readonly who: string | null;
}

/** The noun's own words before and in the noun phrase, for "aid workers" and "government soldiers". */
function whoOf(document: Document, head: number): string | null {
  const token = document.tokens[head]!;
  const before = document.tokens[head - 1]?.lower;
  if (token.lemma === 'worker' && (before === 'aid' || before === 'relief')) return 'aid-workers';
  if (token.lemma === 'officer' && before === 'police') return 'police';
  const own = WHO.get(token.lemma) ?? WHO.get(token.lower);
  if (own) return own;
  // "156 Houthis", "six of its members": a force named
  return null;
}

/** What a quantity counts, or null where it counts no people and no homes. */
export function whatIsCounted(document: Document, quantity: QuantityMention): Counted | null {
  const head = document.tokens[quantity.head]!;
  const isBare = quantity.head >= quantity.first && quantity.head < quantity.last;
  if (isBare)
    return head.upos === 'PRON' ? { unit: 'people', sure: 'known', who: null } : bare(document, quantity);
  const { lemma, lower } = head;
  if (HOUSEHOLDS.has(lemma)) return { unit: 'households', sure: 'known', who: null };
  if (HOUSES.has(lemma)) return { unit: 'houses', sure: 'known', who: null };
  const who = whoOf(document, quantity.head);
  if (who || PEOPLE.has(lemma) || PEOPLE.has(lower)) return { unit: 'people', sure: 'known', who };
  if (NEVER.has(lemma) || NEVER.has(lower)) return null;
  return { unit: 'people', sure: 'unknown', who: null };
}

/** A number without a noun: "killed three", "30 wounded". */
function bare(document: Document, quantity: QuantityMention): Counted | null {
  const after = document.tokens[quantity.last]?.lower ?? '';
  return /^(?:%|percent|per|km|-|:|\/)$/.test(after) ? null : { unit: 'people', sure: 'bare', who: null };
}
