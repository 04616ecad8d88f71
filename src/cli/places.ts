import { type Asker, type Ledger, LedgerError, type PlaceView } from '../model/index.ts';
import { whereWords } from './print/words.ts';

/** A candidate must be this much likelier than the next to be taken for what was meant. */
const CLEARLY = 2;

/**
 * The place that a person means by an id or a name: one that the record tells of before any other, as views show it. Where a name could
 * mean several alike, a LedgerError lists them with their ids.
 */
export async function placeOrThrow(
  ledger: Ledger,
  by: Asker,
  given: string,
  country?: string,
): Promise<PlaceView | { id: string; name: string }> {
  if (/^(gn|iso|adm2|site|x):/.test(given)) return { id: given, name: given };
  const found = await ledger.findPlaces(by, given, country);
  const told = found.filter(match => match.inRecord);
  const [best, ...others] = told.length > 0 ? told : found;
  if (best == null)
    throw new LedgerError(
      'not-found',
      `no place is called "${given}": "dateline places" shows what is known`,
    );
  const rivals = others.filter(other => other.score * CLEARLY > best.score);
  if (rivals.length === 0) return best.place;
  const list = [best, ...rivals].slice(0, 5).map(({ place }) => `${place.id} (${whereWords(place)})`);
  throw new LedgerError('invalid', `"${given}" could be ${list.join(', ')}: name it by its id`);
}
