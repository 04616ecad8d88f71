import { saySide } from '../../ledger/index.ts';
import type { StatusRow } from '../../model/index.ts';

const named = (row: StatusRow): string =>
  /^\p{Ll}/u.test(row.place.name) ? `the ${row.place.name}` : row.place.name;

const heldBy = ({ holder, status }: StatusRow): string => {
  if (holder == null) return status === 'vacated' ? 'is left by its holder' : 'is nobody’s that is known';
  return status === 'contested'
    ? `is contested, held by ${saySide(holder.name)}`
    : `is held by ${saySide(holder.name)}`;
};

/**
 * A place and the sites in it, told apart where they are in other hands: null where there is no such site.
 * @example saySites(rows, 'gn:1135689') // 'Kunduz is held by the Taliban; the airport of Kunduz holds out, held by the Afghan government.'
 */
export function saySites(rows: readonly StatusRow[], place: string): string | null {
  const whole = rows.find(row => row.place.id === place);
  if (whole == null) return null;
  const sites = rows.filter(row => row.place.kind === 'site' && row.place.id !== place);
  const apart = sites.filter(row => row.holder?.side !== whole.holder?.side);
  if (apart.length === 0) return null;
  const others = apart.map(row =>
    row.holder != null && row.since <= whole.since
      ? `${named(row)} holds out, held by ${saySide(row.holder.name)}`
      : `${named(row)} ${heldBy(row)}`,
  );
  return `${[`${named(whole)} ${heldBy(whole)}`, ...others].join('; ')}.`;
}
