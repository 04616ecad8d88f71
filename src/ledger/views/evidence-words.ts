import { agree, type ClaimView, type PlaceView, type StatusRow } from '../../model/index.ts';
import type { NameOfSide } from '../fold/to-period.ts';
import { speakerOf } from '../statements/side-of.ts';
import { UNKNOWN_PARTY } from '../statements/statement.ts';

import { sayList, sayNumber } from '../words/say-number.ts';
import { saySource } from '../words/say-source.ts';
import { holderOf } from '../words/say-taking.ts';

/** A claim by its id; undefined where it is not at hand. */
export type ClaimLookup = (id: string) => ClaimView | undefined;

/** What sentences about the record need beside it: claims, and the names of sides. */
export interface Telling {
  readonly claimOf?: ClaimLookup | undefined;
  readonly nameOfSide?: NameOfSide | undefined;
  /** A place where a sentence names it: a site with the place that it lies in. */
  readonly nameOfPlace?: ((place: PlaceView) => string) | undefined;
}

/** Most sources named in one sentence. */
const MOST_NAMED = 3;

/** On whose word a line stands: "reported by three origins", "only the Taliban says so"; empty where nothing is to say. */
export function sayBasis(row: StatusRow, telling: Telling): string[] {
  const against = sayAgainst(row, telling);
  switch (row.basis) {
    case 'assumed':
      return ['assumed', ...against];
    case 'decided':
      return ['ruled by an analyst', ...against];
    case 'claimed':
      return [
        `only ${row.holder == null ? 'one side says' : `${holderOf(row)} ${agree(row.holder.name, 'says', 'say')}`} so`,
        ...against,
      ];
    default:
      return row.origins === 0
        ? against
        : [
            `reported by ${sayNumber(row.origins)} ${row.origins === 1 ? 'origin' : 'origins'}`,
            ...sayUnknown(row, telling),
            ...against,
          ];
  }
}

/** Where a line stands on parties alone whose side nobody tells, that is said: they may gain by it. */
function sayUnknown(row: StatusRow, { claimOf }: Telling): string[] {
  const claims = row.claims.flatMap(id => claimOf?.(id) ?? []);
  const isUnknown = (c: ClaimView): boolean => speakerOf(c) === UNKNOWN_PARTY;
  return claims.length > 0 && claims.every(isUnknown) ? ['the side of who says so is not known'] : [];
}

/** Who denies a line, and who says that another holds it. */
export function sayAgainst(row: StatusRow, { claimOf, nameOfSide }: Telling): string[] {
  const deniers: string[] = [],
    holders: string[] = [];
  for (const id of row.against) {
    const claim = claimOf?.(id);
    if (claim == null) continue;
    const list = claim.polarity === 'denied' ? deniers : holders;
    const name = saySource(claim, claim.outlet, nameOfSide);
    if (!list.includes(name) && list.length < MOST_NAMED) list.push(name);
  }
  const out: string[] = [];
  if (deniers.length > 0)
    out.push(`${sayList(deniers)} ${agree(deniers.join(' and '), 'denies', 'deny')} it`);
  if (holders.length > 0)
    out.push(`${sayList(holders)} ${agree(holders.join(' and '), 'says', 'say')} otherwise`);
  if (out.length === 0 && row.basis === 'disputed') out.push('it is disputed');
  return out;
}
