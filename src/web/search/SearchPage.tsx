import { type ReactElement, type ReactNode, useEffect, useRef } from 'react';
import { useAnswer } from '../api/client.ts';
import { paths } from '../api/paths.ts';
import { ClaimCard } from '../parts/ClaimCard.tsx';
import { PlaceLink, SideLink, ViewLink } from '../parts/Links.tsx';
import { PlaceLine } from '../parts/PlaceLine.tsx';
import { Failed, Waiting } from '../parts/States.tsx';
import { publishedDate } from '../record/dates.ts';
import { fullName, sideName } from '../record/say.ts';
import { useMoment } from '../state/record-store.ts';
import { markSeen, useSaved } from '../state/saved-searches.ts';
import { useSettled } from '../state/use-settled.ts';
import { formatView } from '../state/view.ts';
import { adjust, useView } from '../state/view-store.ts';
import { strings } from '../strings.ts';
import type { PlaceMatch, SearchResult } from '../types.ts';
import { basisOfClaims, isClaimIn, isReportIn } from './filters.ts';
import { matches } from './find.ts';
import { SavedSearches } from './SavedSearches.tsx';
import { SearchFilters } from './SearchFilters.tsx';

const MOST = 20;

/** Places, sides, reports and claims by their words; then places that the gazetteer knows and the record says nothing of. */
export function SearchPage(): ReactElement {
  const view = useView();
  const { q } = view;
  const { index, country } = useMoment();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const query = useSettled((q ?? '').trim(), 200);
  const ready = query.length >= 2;
  const path = ready ? paths.search(query) : null;
  const answer = useAnswer<SearchResult>(path);
  const elsewhere = useAnswer<PlaceMatch[]>(ready ? paths.places(query, country) : null);

  const narrowed = view.kind != null || view.basis != null || view.source != null;
  const places = ready ? index.places.flatMap((p, i) => (matches(p.name, query) ? [i] : [])) : [];
  const sides = ready ? index.sides.flatMap((_, i) => (matches(sideName(index, i), query) ? [i] : [])) : [];
  const hits = answer.state === 'here' ? answer.data.reports.filter(r => isReportIn(r, view)) : [];
  const words =
    answer.state === 'here' ? answer.data.claims.filter(c => isClaimIn(c, view, basisOfClaims(index))) : [];
  // Narrowed by what only claims have, a report is found where one of its claims is.
  const own = new Set(words.map(c => c.report));
  const reports = narrowed ? hits.filter(r => own.has(r.id)) : hits;
  const others = elsewhere.state === 'here' ? elsewhere.data.filter(m => !index.placeAt.has(m.place.id)) : [];
  const over = [answer, elsewhere].every(a => a.state !== 'waiting');
  const nothing =
    ready &&
    over &&
    answer.state !== 'failed' &&
    places.length + sides.length + reports.length + words.length + others.length === 0;
  const href =
    ready && over ? formatView({ ...view, at: null, knownAt: null, linked: true, map: null }) : null;
  const kept = useSaved().find(s => s.address === href);
  useEffect(() => {
    if (kept != null) void markSeen(kept);
  }, [kept]);
  return (
    <div className="page">
      <h1>{strings.search.title}</h1>
      <search>
        <label className="field">
          <span>{strings.search.label}</span>
          <input
            ref={field}
            type="search"
            value={q ?? ''}
            onChange={e => adjust({ q: e.target.value || null })}
          />
        </label>
        <SearchFilters />
      </search>
      <SavedSearches href={href} q={query} />
      {answer.state === 'failed' && path != null ? <Failed message={answer.message} path={path} /> : null}
      <div aria-live="polite" className="search-results">
        {ready ? null : <p className="quiet">{strings.search.hint}</p>}
        {ready && !over ? <Waiting lines={6} /> : null}
        {nothing ? <p className="none">{strings.search.none(query)}</p> : null}
        {/* All at once: what is found first must not be pushed away by what is found later. */}
        <div hidden={!over}>
          <Found title={strings.search.placesInRecord} n={places.length}>
            {places.slice(0, MOST).map(i => (
              <li key={i} className="found-place">
                <PlaceLink id={index.places[i]!.id} name={fullName(index, i)} />
                <PlaceLine place={i} />
              </li>
            ))}
          </Found>
          <Found title={strings.search.sides} n={sides.length}>
            {sides.map(i => (
              <li key={i}>
                <SideLink side={index.sides[i]!}>{sideName(index, i)}</SideLink>
              </li>
            ))}
          </Found>
          <Found title={strings.search.reports} n={reports.length}>
            {reports.slice(0, MOST).map(r => (
              <li key={r.id}>
                <ViewLink to={{ view: 'report', report: r.id }} className="words">
                  <bdi>{r.title ?? strings.report.untitled}</bdi>
                </ViewLink>{' '}
                <span className="quiet">
                  <bdi>{r.outlet}</bdi>
                  {r.published == null ? '' : `, ${publishedDate(r.published)}`}
                </span>
                <Excerpt text={r.excerpt} />
              </li>
            ))}
          </Found>
          <Found title={strings.search.claims} n={words.length}>
            {words.slice(0, MOST).map(c => (
              <li key={c.id}>
                <ClaimCard claim={c} />
              </li>
            ))}
          </Found>
          <Found title={strings.search.gazetteer} n={others.length}>
            {others.slice(0, 8).map(({ place }) => (
              <li key={place.id}>
                <bdi>{place.name}</bdi>{' '}
                <span className="quiet">
                  {place.admin1Name == null
                    ? strings.kinds[place.kind]
                    : strings.inProvince(strings.kinds[place.kind], place.admin1Name)}{' '}
                  · {strings.search.notInRecord}
                </span>
              </li>
            ))}
          </Found>
        </div>
      </div>
    </div>
  );
}

/** The words around what matched; the server puts what matched between « and ». */
function Excerpt({ text }: { text: string }): ReactElement {
  return (
    <p className="excerpt words" dir="auto">
      {text.split(/«([^»]*)»/).map((part, i) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text never move
        i % 2 === 1 ? <mark key={i}>{part}</mark> : <span key={i}>{part}</span>,
      )}
    </p>
  );
}

function Found({
  title,
  n,
  children,
}: {
  title: string;
  n: number;
  children: ReactNode;
}): ReactElement | null {
  if (n === 0) return null;
  return (
    <section className="found">
      <h2 className="rule">
        {title} <span className="count">{n}</span>
      </h2>
      <ul>{children}</ul>
    </section>
  );
}
