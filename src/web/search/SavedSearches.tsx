import { type ReactElement, useEffect, useState } from 'react';
import { load } from '../api/client.ts';
import { paths } from '../api/paths.ts';
import { forgetSearch, markSeen, saveSearch, useSaved } from '../state/saved-searches.ts';
import { parseView } from '../state/view.ts';
import { navigate } from '../state/view-store.ts';
import { strings } from '../strings.ts';

/** Keeps the search on the page, and lists those kept, with what is new in each. */
export function SavedSearches({ href, q }: { href: string | null; q: string }): ReactElement {
  const saved = useSaved();
  const { search } = strings;
  const own = saved.find(s => s.address === href);
  const [error, setError] = useState<string | null>(null);
  useEffect(() => void load(paths.searches), []);
  const run = (work: Promise<void>): void => {
    setError(null);
    work.catch((e: Error) => setError(e.message));
  };
  const [permission, setPermission] = useState(() =>
    'Notification' in window ? Notification.permission : 'denied',
  );
  return (
    <div className="saved">
      {href == null ? null : (
        <button
          type="button"
          aria-pressed={own != null}
          onClick={() => run(own != null ? forgetSearch(own.id) : saveSearch(href, q))}
        >
          {own != null ? search.saved : search.save}
        </button>
      )}
      {saved.length > 0 && permission === 'default' ? (
        <button
          type="button"
          className="quiet-button"
          onClick={() => void Notification.requestPermission().then(setPermission)}
        >
          {search.allowNotices}
        </button>
      ) : null}
      {saved.length === 0 ? null : (
        <ul className="saved-list" aria-label={search.savedList}>
          {saved.map(s => (
            <li key={s.id}>
              <a
                href={s.address}
                onClick={event => {
                  if (event.metaKey || event.ctrlKey || event.shiftKey) return;
                  event.preventDefault();
                  void markSeen(s);
                  navigate(parseView(s.address.slice(1)));
                }}
              >
                <bdi>{s.words}</bdi>
              </a>{' '}
              {s.fresh.length === 0 ? null : (
                <strong className="fresh">{search.fresh(s.fresh.length)}</strong>
              )}
              <button
                type="button"
                className="quiet-button"
                aria-label={search.forget(s.words)}
                onClick={() => run(forgetSearch(s.id))}
              >
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
      {error == null ? null : (
        <p role="alert" className="error">
          {error}
        </p>
      )}
    </div>
  );
}
