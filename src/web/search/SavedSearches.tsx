import { type ReactElement, useState } from 'react';
import { forgetSearch, markSeen, saveSearch, useSaved } from '../state/saved-searches.ts';
import { parseView } from '../state/view.ts';
import { navigate } from '../state/view-store.ts';
import { strings } from '../strings.ts';

/** Keeps the search on the page, and lists those kept, with what is new in each. */
export function SavedSearches({
  href,
  q,
  found,
}: {
  href: string | null;
  q: string;
  found: readonly string[];
}): ReactElement {
  const saved = useSaved();
  const { search } = strings;
  const isSaved = href != null && saved.some(s => s.href === href);
  const [permission, setPermission] = useState(() =>
    'Notification' in window ? Notification.permission : 'denied',
  );
  return (
    <div className="saved">
      {href == null ? null : (
        <button
          type="button"
          aria-pressed={isSaved}
          onClick={() => (isSaved ? forgetSearch(href) : saveSearch(href, q, found))}
        >
          {isSaved ? search.saved : search.save}
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
            <li key={s.href}>
              <a
                href={s.href}
                onClick={event => {
                  if (event.metaKey || event.ctrlKey || event.shiftKey) return;
                  event.preventDefault();
                  markSeen(s.href);
                  navigate(parseView(s.href.slice(1)));
                }}
              >
                <bdi>{s.q}</bdi>
              </a>{' '}
              {s.fresh.length === 0 ? null : (
                <strong className="fresh">{search.fresh(s.fresh.length)}</strong>
              )}
              <button
                type="button"
                className="quiet-button"
                aria-label={search.forget(s.q)}
                onClick={() => forgetSearch(s.href)}
              >
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
