import { agree, type Holder, type StatusRow } from '../../model/index.ts';

import { sayNumber, sentenceOf } from '../words/say-number.ts';
import { saySide } from '../words/say-side.ts';

/** How many places of a set each side holds. */
export interface RollUp {
  /** The set for people: "provincial capitals". */
  readonly set: string;
  readonly outOf: number;
  /** By number held, most first. Contested places count for their holder and are told apart. */
  readonly sides: readonly { readonly holder: Holder; readonly held: number; readonly contested: number }[];
  /** Places of the set that nobody is known to hold. */
  readonly unknown: number;
  /** "The Taliban holds 29 of 34 provincial capitals." */
  readonly sentence: string;
}

/**
 * The places of a set rolled up by holder. `rows` are a status at some moment; those outside the set are left out.
 * @example rollUp(rows, { name: 'provincial capitals', members }).sentence // 'The Taliban holds 29 of 34 provincial capitals.'
 */
export function rollUp(
  rows: readonly StatusRow[],
  set: { readonly name: string; readonly members: readonly string[] },
): RollUp {
  const members = new Set(set.members);
  const sides = new Map<string, { holder: Holder; held: number; contested: number }>();
  let known = 0;
  for (const { place, holder, status } of rows) {
    if (!members.has(place.id) || holder == null) continue;
    known++;
    const side = sides.get(holder.side) ?? { holder, held: 0, contested: 0 };
    sides.set(holder.side, side);
    if (status === 'contested') side.contested++;
    else side.held++;
  }
  const sorted = [...sides.values()].sort(
    (a, b) => b.held + b.contested - a.held - a.contested || (a.holder.side < b.holder.side ? -1 : 1),
  );
  const first = sorted[0];
  return {
    set: set.name,
    outOf: members.size,
    sides: sorted,
    unknown: members.size - known,
    sentence:
      first == null
        ? sentenceOf(`nobody is known to hold any of ${sayNumber(members.size)} ${set.name}`)
        : sentenceOf(sayShares(sorted, members.size, set.name)),
  };
}

function sayShares(sides: RollUp['sides'], outOf: number, name: string): string {
  const share = (s: RollUp['sides'][number]): string =>
    `${saySide(s.holder.name)} ${agree(s.holder.name, 'holds', 'hold')} ${sayNumber(s.held + s.contested)}${
      s.contested === 0 ? '' : ` (${sayNumber(s.contested)} of them contested)`
    }`;
  const [first, ...rest] = sides.map(share);
  return [`${first!.replace(/( holds? \S+)/, `$1 of ${outOf} ${name}`)}`, ...rest].join(', ');
}
