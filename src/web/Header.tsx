import type { ReactElement } from 'react';
import { useAnswer } from './api/client.ts';
import { paths } from './api/paths.ts';
import { ViewLink } from './parts/Links.tsx';
import { useRecordPart } from './state/record-store.ts';
import { useSaved } from './state/saved-searches.ts';
import { chooseTheme, useTheme } from './state/theme.ts';
import type { Page } from './state/view.ts';
import { navigate, useRestedView } from './state/view-store.ts';
import { strings } from './strings.ts';
import type { Extent } from './types.ts';

const PAGES: readonly Page[] = [
  'today',
  'map',
  'discrepancies',
  'review',
  'reports',
  'figures',
  'sitrep',
  'search',
  'add',
];
const UNDER: Partial<Record<Page, Page>> = { place: 'map', side: 'map', report: 'reports' };

const NONE: Extent['countries'] = [];

/** Name, pages, country, account where people sign in, theme. */
export function Header(): ReactElement {
  const view = useRestedView();
  const theme = useTheme();
  const fresh = useSaved().reduce((n, s) => n + s.fresh.length, 0);
  const page = UNDER[view.view] ?? view.view;
  const countries = useRecordPart(r => (r.state === 'here' ? r.moment.extent.countries : NONE));
  const country = useRecordPart(r => (r.state === 'here' ? r.moment.country : null));
  const me = useAnswer<{ readonly name: string; readonly signedIn: boolean }>(paths.me);
  return (
    <header className="top">
      <ViewLink to={{ view: 'map' }} className="wordmark">
        {strings.name}
        <span aria-hidden="true"> —</span>
      </ViewLink>
      <nav aria-label={strings.navigation}>
        {PAGES.map(p => (
          <ViewLink key={p} to={{ view: p }} current={page === p}>
            {strings.pages[p]}
            {p === 'search' && fresh > 0 ? (
              <span className="fresh">{strings.search.freshInAll(fresh)}</span>
            ) : null}
          </ViewLink>
        ))}
      </nav>
      <div className="top-tools">
        {countries.length > 1 ? (
          <select
            aria-label={strings.country}
            value={country ?? ''}
            onChange={e => navigate({ view: view.view, country: e.target.value })}
          >
            {countries.map(c => (
              <option key={c.code} value={c.code}>
                {c.name}
              </option>
            ))}
          </select>
        ) : countries.length === 1 ? (
          <span className="top-country">{countries[0]!.name}</span>
        ) : null}
        {me.state === 'here' && me.data.signedIn ? (
          <a className="top-account" href="/account" title={strings.account.of(me.data.name)}>
            {strings.account.name}
          </a>
        ) : null}
        <button
          type="button"
          className="theme"
          aria-label={theme === 'dark' ? strings.theme.toLight : strings.theme.toDark}
          title={theme === 'dark' ? strings.theme.toLight : strings.theme.toDark}
          onClick={() => chooseTheme(theme === 'dark' ? 'light' : 'dark')}
        >
          <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
            <circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" strokeWidth="1.6" />
            <path d="M8 1.8a6.2 6.2 0 0 1 0 12.4z" fill="currentColor" />
          </svg>
        </button>
      </div>
    </header>
  );
}
