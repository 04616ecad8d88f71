import { type ReactElement, type ReactNode, useEffect, useRef } from 'react';
import { useAnswer } from '../api/client.ts';
import { paths } from '../api/paths.ts';
import { ClaimCard } from '../parts/ClaimCard.tsx';
import { PlaceLink, SideLink, ViewLink } from '../parts/Links.tsx';
import { PlaceLine } from '../parts/PlaceLine.tsx';
import { Waiting } from '../parts/States.tsx';
import { publishedDate } from '../record/dates.ts';
import { fullName, sideName } from '../record/say.ts';
import { useMoment } from '../state/record-store.ts';
import { useSettled } from '../state/use-settled.ts';
import { adjust, useView } from '../state/view-store.ts';
import { strings } from '../strings.ts';
import type { ClaimView, PlaceMatch, ReportRow } from '../types.ts';
import { matches } from './find.ts';

const MOST = 20;

/** Places, sides, reports and claims by their words; then places that the gazetteer knows and the record says nothing of. */
export function SearchPage(): ReactElement {
  const { q } = useView();
  const { index, country } = useMoment();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const query = useSettled((q ?? '').trim(), 200);
  const ready = query.length >= 2;
  const reports = useAnswer<ReportRow[]>(ready ? paths.reports : null);
  const claims = useAnswer<ClaimView[]>(ready ? paths.claimsOf({}) : null);
  const elsewhere = useAnswer<PlaceMatch[]>(ready ? paths.places(query, country) : null);

  const places = ready ? index.places.flatMap((p, i) => (matches(p.name, query) ? [i] : [])) : [];
  const sides = ready ? index.sides.flatMap((_, i) => (matches(sideName(index, i), query) ? [i] : [])) : [];
  const titles =
    reports.state === 'here' ? reports.data.filter(r => matches(`${r.title} ${r.outlet}`, query)) : [];
  const words =
    claims.state === 'here'
      ? claims.data.filter(c => matches(`${c.quote.text} ${c.attribution.map(s => s.name).join(' ')}`, query))
      : [];
  const others = elsewhere.state === 'here' ? elsewhere.data.filter(m => !index.placeAt.has(m.place.id)) : [];
  const over = [reports, claims, elsewhere].every(a => a.state !== 'waiting');
  const nothing =
    ready && over && places.length + sides.length + titles.length + words.length + others.length === 0;
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
      </search>
      <div aria-live="polite">
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
          <Found title={strings.search.reports} n={titles.length}>
            {titles.slice(0, MOST).map(r => (
              <li key={r.id}>
                <ViewLink to={{ view: 'report', report: r.id }} className="words">
                  <bdi>{r.title ?? strings.report.untitled}</bdi>
                </ViewLink>{' '}
                <span className="quiet">
                  <bdi>{r.outlet}</bdi>
                  {r.published == null ? '' : `, ${publishedDate(r.published)}`}
                </span>
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
