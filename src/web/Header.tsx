import { type ReactElement, useRef, useState } from 'react';
import { useAnswer } from './api/client.ts';
import { paths } from './api/paths.ts';
import { ExactLink } from './parts/ExactLink.tsx';
import { ViewLink } from './parts/Links.tsx';
import { useDismissed } from './parts/use-dismissed.ts';
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

/** Name, pages, account, country, theme. Where there is no room for the pages in a row, a button that says the page opens them all. */
export function Header(): ReactElement {
  const view = useRestedView();
  const fresh = useSaved().reduce((n, s) => n + s.fresh.length, 0);
  const page = UNDER[view.view] ?? view.view;
  const [open, setOpen] = useState(false);
  const header = useRef<HTMLElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useDismissed(header, open, byKey => {
    setOpen(false);
    if (byKey) button.current?.focus();
  });
  return (
    <header className="top" ref={header}>
      <ViewLink to={{ view: 'map' }} className="wordmark">
        {strings.name}
        <span aria-hidden="true"> —</span>
      </ViewLink>
      <button
        ref={button}
        type="button"
        className="pages-button"
        aria-expanded={open}
        aria-controls="pages"
        onClick={() => setOpen(!open)}
      >
        <span className="visually-hidden">{strings.openPages}</span>
        {strings.pages[page]}
        <Fresh n={fresh} />
        <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
          <path d="M3 5.5l5 5 5-5" fill="none" stroke="currentColor" strokeWidth="1.8" />
        </svg>
      </button>
      <div id="pages" className="pages" data-open={open ? '' : undefined}>
        <nav aria-label={strings.navigation}>
          {PAGES.map(p => (
            <ViewLink key={p} to={{ view: p }} current={page === p}>
              {strings.pages[p]}
              {p === 'search' ? <Fresh n={fresh} /> : null}
            </ViewLink>
          ))}
        </nav>
        <Tools />
      </div>
    </header>
  );
}

/** How many reports saved searches have newly found. */
function Fresh({ n }: { n: number }): ReactElement | null {
  return n === 0 ? null : <span className="fresh">{strings.search.freshInAll(n)}</span>;
}

/** The account where people sign in, the country, the theme: what comes latest stands first, so that it pushes nothing. */
function Tools(): ReactElement {
  const view = useRestedView();
  const theme = useTheme();
  const countries = useRecordPart(r => (r.state === 'here' ? r.moment.extent.countries : NONE));
  const country = useRecordPart(r => (r.state === 'here' ? r.moment.country : null));
  const me = useAnswer<{ readonly name: string; readonly signedIn: boolean }>(paths.me);
  const other = theme === 'dark' ? strings.theme.toLight : strings.theme.toDark;
  return (
    <div className="top-tools">
      {me.state === 'here' && me.data.signedIn ? (
        <a className="top-account" href="/account" title={strings.account.of(me.data.name)}>
          {strings.account.name}
        </a>
      ) : null}
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
      <ExactLink />
      <button
        type="button"
        className="theme"
        aria-label={other}
        title={other}
        onClick={() => chooseTheme(theme === 'dark' ? 'light' : 'dark')}
      >
        <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
          <circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" strokeWidth="1.6" />
          <path d="M8 1.8a6.2 6.2 0 0 1 0 12.4z" fill="currentColor" />
        </svg>
      </button>
    </div>
  );
}
