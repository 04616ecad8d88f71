import { readFileSync } from 'node:fs';
import type { FigureUnit } from '../../model/index.ts';
import type { Annotated, QuantityMention } from '../annotations.ts';
import { bySentence } from '../by-sentence.ts';
import { isState } from '../is-state.ts';
import { lemmaOf, singular } from './terms.ts';

interface CountedNouns {
  readonly households: readonly string[];
  readonly houses: readonly string[];
  readonly people: readonly string[];
  readonly civil: readonly string[];
  readonly who: Readonly<Record<string, readonly string[]>>;
  readonly never: readonly string[];
  readonly designated: readonly string[];
}
const NOUNS = JSON.parse(
  readFileSync(new URL('./data/counted.json', import.meta.url), 'utf8'),
) as CountedNouns;
const HOUSEHOLDS = new Set(NOUNS.households);
const HOUSES = new Set(NOUNS.houses);
const PEOPLE = new Set(NOUNS.people);
const CIVIL = new Set(NOUNS.civil);
const NEVER = new Set(NOUNS.never);
/** Words that a number names one of: "Task Force 1", "Camp 14". */
export const DESIGNATED: ReadonlySet<string> = new Set(NOUNS.designated);
/** Members of a force, said without saying which. */
const FORCE = new Set(['man', 'men', 'member', 'troop', 'troops', 'personnel', 'loyalist', 'unit', 'force']);
const WHO = new Map(
  Object.entries(NOUNS.who).flatMap(([who, nouns]) => nouns.map((noun): [string, string] => [noun, who])),
);

/** What a quantity counts: its unit, how sure it is that people are meant, and who they are. */
export interface Counted {
  readonly unit: FigureUnit;
  /** `known` people or homes; a `bare` number; an `unknown` noun, people only by what is said of it. */
  readonly sure: 'known' | 'bare' | 'unknown';
  /** Whether the noun may name civilians. */
  readonly civil: boolean;
  /** The noun counted, by lemma and as written; empty for a bare number. */
  readonly names: readonly string[];
  readonly who: string | null;
}

/** What a quantity counts, or null where it counts no people and no homes. Requires: document, actors. */
export function whatIsCounted(a: Annotated, quantity: QuantityMention): Counted | null {
  const { tokens } = a.document;
  const head = tokens[quantity.head]!;
  const isBare = quantity.head >= quantity.first && quantity.head < quantity.last && head.upos !== 'PRON';
  if (isBare) {
    const after = tokens[quantity.last]?.lower ?? '';
    return /^(?:%|percent|per|km|-|:|\/)$/.test(after)
      ? null
      : { unit: 'people', sure: 'bare', civil: true, names: [], who: null };
  }
  const names = [lemmaOf(head), head.lower, singular(head.lower)];
  const isIn = (set: ReadonlySet<string>): boolean => names.some(name => set.has(name));
  const common = { civil: isIn(CIVIL), names };
  if (isIn(HOUSEHOLDS)) return { ...common, unit: 'households', sure: 'known', civil: true, who: null };
  if (isIn(HOUSES)) return { ...common, unit: 'houses', sure: 'known', who: null };
  const who = whoIs(a, quantity, names);
  if (who)
    return { ...common, unit: 'people', sure: 'known', who, civil: common.civil || who === 'civilians' };
  if (isIn(PEOPLE)) return { ...common, unit: 'people', sure: 'known', who: null };
  return isIn(NEVER)
    ? null
    : { ...common, unit: 'people', sure: 'unknown', who: null, civil: head.upos === 'PROPN' };
}

/** Who they are, by the noun, the words before it, or the force that the noun phrase names. */
function whoIs(a: Annotated, quantity: QuantityMention, names: readonly string[]): string | null {
  const { tokens } = a.document;
  const head = tokens[quantity.head]!;
  const before = tokens[quantity.head - 1]?.lower ?? '';
  if (names[0] === 'worker' && /^(?:aid|relief|humanitarian)$/.test(before)) return 'aid-workers';
  if (names[0] === 'officer' && before === 'police') return 'police';
  // "20 of them children"
  const apposed = head.upos === 'PRON' ? tokens[quantity.head + 1] : undefined;
  const noun = [...names, ...(apposed ? [lemmaOf(apposed), singular(apposed.lower)] : [])]
    .map(name => WHO.get(name))
    .find(Boolean);
  // "85 Syrian army troops", "six of its men", "156 Houthis": the force that the noun phrase names says on which side they fought
  const fights =
    noun === 'soldiers' ||
    noun === 'fighters' ||
    (!noun && (names.some(name => FORCE.has(name)) || head.upos === 'PROPN'));
  if (!fights) return noun ?? null;
  const force = bySentence(a).actors[head.sentence]!.find(
    m => m.how === 'name' && m.last > quantity.last && m.first <= quantity.head && m.first >= quantity.first,
  );
  // "12 Houthis" fought; "12 Malians" are of a nation
  const nation = force !== undefined && !noun && head.upos === 'PROPN' && isState(force.actor.id);
  if (force && !nation) return isState(force.actor.id) ? 'soldiers' : 'fighters';
  return noun ?? null;
}
