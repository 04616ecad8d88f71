import { gazetteerSets, type SetLookup } from '../../ledger/index.ts';
import type { Context } from '../context.ts';

/** Names for people, and which places the words of a count mean. */
export interface WeighNaming {
  readonly nameOfSide: (side: string) => string;
  readonly nameOfPlace: (id: string) => string | null;
  readonly sets: SetLookup;
}

type Known = Pick<Context, 'actors' | 'gazetteer'>;
const made = new WeakMap<Known, WeighNaming>();

/**
 * What weighing needs beside reports and decisions: names of sides and places, and the sets that counts mean. It hangs on
 * the package's data alone, so that no report changes how others are told. Made once for a ledger.
 */
export function namingOf(context: Known): WeighNaming {
  const known = made.get(context);
  if (known != null) return known;
  const naming: WeighNaming = {
    nameOfSide: side => nameSide(side, context.actors().sideName(side)),
    nameOfPlace: id => context.gazetteer().byId(id)?.name ?? null,
    sets: gazetteerSets(context.gazetteer(), side => context.actors().homeOf(side)),
  };
  made.set(context, naming);
  return naming;
}

/** A side that only reports know is called by its id: `x:af/northern front` is the Northern Front. */
export function nameSide(side: string, known: string): string {
  if (known !== side || !side.startsWith('x:')) return known;
  const name = side.slice(side.indexOf('/') + 1).replace(/[-_]+/g, ' ');
  return name.replace(/(^|\s)\p{Ll}/gu, letter => letter.toUpperCase());
}
