import {
  type Asker,
  type Deferral,
  hashId,
  isCalendarDate,
  LedgerError,
  type Notebook,
  type SavedSearch,
} from '../../model/index.ts';
import {
  deleteDeferral,
  deleteSearch,
  hasDiscrepancy,
  insertSearch,
  loadDeferrals,
  loadSearches,
  putDeferral,
  type StoredSearch,
  searchReports,
  seeSearch,
  type Tx,
} from '../../store/index.ts';
import type { Context } from '../context.ts';
import { hitsFor } from '../views/search.ts';

const MOST_SEARCHES = 200;
const MOST_FRESH = 100;

/** Searches that somebody keeps and discrepancies that they put off: see `Notebook`. Whoever asks sees and changes their own. */
export function makeNotebook(context: Context): Notebook {
  const { store, now } = context;
  const told = async (tx: Tx, by: Asker, search: StoredSearch): Promise<SavedSearch> => {
    const asked = now();
    const found = await searchReports(tx, search.words, {
      filedAfter: search.seen,
      newestFirst: true,
      limit: MOST_FRESH,
    });
    // What is masked for them is not found: a number alone would tell that a name stands there.
    const { hits } = await hitsFor(tx, by, search.words, found);
    return { ...search, asked, fresh: hits.map(hit => hit.id) };
  };
  const changed = (by: Asker, id: string, work: (tx: Tx, search: StoredSearch) => Promise<void>) =>
    store.write(async tx => {
      const search = await ownSearch(tx, by, id);
      await work(tx, search);
      return told(tx, by, (await loadSearches(tx, by.id)).find(s => s.id === id) ?? search);
    });
  return {
    searches: by =>
      store.read(async tx => {
        const searches: SavedSearch[] = [];
        for (const search of await loadSearches(tx, by.id)) searches.push(await told(tx, by, search));
        return searches;
      }),
    saveSearch: (by, given) =>
      store.write(async tx => {
        const { address, words } = checkSearch(given);
        const kept = await loadSearches(tx, by.id);
        if (kept.length >= MOST_SEARCHES && !kept.some(s => s.address === address))
          throw new LedgerError(
            'invalid',
            `${MOST_SEARCHES} searches are kept: forget one before keeping another`,
          );
        const id = hashId('s', [by.id, address]);
        await insertSearch(tx, by.id, { id, address, words, saved: now(), seen: now() });
        return told(tx, by, await ownSearch(tx, by, id));
      }),
    seeSearch: (by, id, until) =>
      changed(by, id, tx => {
        const latest = now();
        return seeSearch(tx, id, until == null || until > latest ? latest : until);
      }),
    forgetSearch: (by, id) => changed(by, id, tx => deleteSearch(tx, id)),
    deferrals: by => store.read(tx => loadDeferrals(tx, by.id)),
    defer: (by, deferral) =>
      store.write(async tx => {
        if (!isCalendarDate(deferral.until))
          throw new LedgerError('invalid', `"${deferral.until}" is no date: write YYYY-MM-DD`);
        if (!(await hasDiscrepancy(tx, deferral.discrepancy)))
          throw new LedgerError('not-found', `there is no discrepancy "${deferral.discrepancy}"`);
        await putDeferral(tx, by.id, deferral);
        return deferral;
      }),
    takeUp: (by, discrepancy) =>
      store.write(async tx => {
        const found = (await loadDeferrals(tx, by.id)).find(d => d.discrepancy === discrepancy);
        if (found == null)
          throw new LedgerError('not-found', `"${discrepancy}" is not put off by ${by.name}`);
        await deleteDeferral(tx, by.id, discrepancy);
        return found satisfies Deferral;
      }),
  };
}

/** A search of whoever asks; another's is not there for them. */
async function ownSearch(tx: Tx, by: Asker, id: string): Promise<StoredSearch> {
  const found = (await loadSearches(tx, by.id)).find(s => s.id === id);
  if (found == null) throw new LedgerError('not-found', `${by.name} keeps no search "${id}"`);
  return found;
}

function checkSearch(given: { readonly address: string; readonly words: string }): typeof given {
  const words = given.words.trim();
  if (words === '' || words.length > 500)
    throw new LedgerError('invalid', 'the words of a search are one to 500 characters');
  // It becomes a link on a page: an address within the application, nothing else.
  if (!/^\/\?[^\s\\]{1,2000}$/.test(given.address))
    throw new LedgerError('invalid', `"${given.address}" is no address of a view: write /?view=search&q=…`);
  return { address: given.address, words };
}
