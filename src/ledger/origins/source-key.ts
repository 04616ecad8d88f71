import { readFileSync } from 'node:fs';
import { type Claim, hashId } from '../../model/index.ts';
import { normaliseName } from '../statements/normalise-name.ts';
import { speakerOf } from '../statements/side-of.ts';
import { UNKNOWN_PARTY } from '../statements/statement.ts';
import type { PrivateSources } from './private-sources.ts';

const GENERIC: ReadonlySet<string> = new Set(
  (
    JSON.parse(readFileSync(new URL('./data/generic-sources.json', import.meta.url), 'utf8')) as {
      heads: string[];
    }
  ).heads,
);

/** Kinds of source that are persons met by chance: named only where the words hold a person's name. */
const PRIVATE: ReadonlySet<string> = new Set(['resident', 'witness', 'medical', 'unnamed']);

/**
 * What a claim's origin hangs on: a named source (the same in every report), the voice of the report itself, or somebody
 * whom only this report's text tells apart.
 */
export type SourceKey =
  | { readonly kind: 'named'; readonly key: string }
  | { readonly kind: 'voice' }
  | { readonly kind: 'text'; readonly name: string };

/**
 * The innermost source of a claim; `person` labels private persons whom reports name. All who speak for one side are one source; so is one name in any number of reports.
 * @example sourceKeyOf(claim said by "the Red Cross") // { kind: 'named', key: 'source:red cross' }
 */
export function sourceKeyOf(claim: Claim, outlet: string | null, person: PrivateSources): SourceKey {
  const source = claim.attribution[0];
  if (source == null) return { kind: 'voice' };
  const name = normaliseName(source.name);
  if (source.kind === 'outlet')
    return outlet != null && name === normaliseName(outlet)
      ? { kind: 'voice' }
      : { kind: 'named', key: `outlet:${name}` };
  if (PRIVATE.has(source.kind)) {
    const label = person(claim);
    // A private person's words make no id (law 7): 64 numbers keep the persons of one text apart and tell nothing of them.
    return label == null
      ? { kind: 'text', name: `${source.kind}:${hashNumber(name) % 64}` }
      : { kind: 'named', key: label };
  }
  const speaker = speakerOf(claim);
  if (speaker != null && speaker !== UNKNOWN_PARTY && source.kind === 'party')
    return { kind: 'named', key: `party:${speaker}` };
  return isGenericSource(source.name, source.kind)
    ? { kind: 'text', name: `${source.kind}:${name}` }
    : { kind: 'named', key: `source:${name}` };
}

/**
 * Whether words for a source name nobody in particular ("local sources", "a doctor in the town").
 * @example isGenericSource('Local sources in the north', 'unnamed') // true
 */
export function isGenericSource(name: string, kind: string): boolean {
  const words = name
    .replace(/['’]s?\b/gu, '')
    .split(/[^\p{L}\p{N}-]+/u)
    .filter(Boolean);
  const isProper = (word: string): boolean => /^\p{Lu}/u.test(word) && !GENERIC.has(word.toLowerCase());
  const proper = words.filter(isProper).length;
  if (PRIVATE.has(kind)) return proper < 2 || words.some(w => GENERIC.has(w.toLowerCase()));
  const head = words.findIndex(w => GENERIC.has(w.toLowerCase()));
  if (head < 0) return words.length === 0;
  // "Farah council member Jane Roe" names somebody after the role; "officials in Farah" does not.
  const after = words.slice(head + 1);
  return !(after.length >= 2 && after.slice(0, 2).every(isProper));
}

/** A number from a text: the first 32 bits of its hash. */
const hashNumber = (text: string): number => Number.parseInt(hashId('h', [text]).slice(1, 9), 16);
