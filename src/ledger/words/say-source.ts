import { type Claim, WITHHELD_KINDS } from '../../model/index.ts';
import type { NameOfSide } from '../fold/to-period.ts';
import { saySide } from './say-side.ts';

/** Persons who spoke are told by what they are, never by name: a note goes where masks do not reach (law 7). */
const BY_KIND: Readonly<Record<string, string>> = {
  resident: 'a resident',
  witness: 'a witness',
  medical: 'a medic',
  unnamed: 'an unnamed source',
  'local-official': 'a local official',
};

/**
 * Whose word a claim is, as a sentence has it: the side of a party, the name of a body, the outlet itself, a private person
 * by what he is.
 * @example saySource(claim, 'Example Wire') // 'Example Wire'
 */
export function saySource(claim: Claim, outlet: string | null, nameOfSide: NameOfSide = s => s): string {
  const source = claim.attribution[0];
  if (source == null) return outlet ?? 'a report';
  if (WITHHELD_KINDS.includes(source.kind) || source.kind in BY_KIND) {
    const what = BY_KIND[source.kind] ?? 'a person';
    return outlet == null ? what : `${what} (${outlet})`;
  }
  const side = source.kind === 'party' ? source.actor?.side : null;
  return saySide(side == null ? source.name : nameOfSide(side));
}
