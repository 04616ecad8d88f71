import { type ReactElement, useEffect, useRef, useState } from 'react';
import { type Answer, useAnswer } from '../api/client.ts';
import { paths } from '../api/paths.ts';
import { DiscrepancyItem } from '../discrepancies/DiscrepancyItem.tsx';
import { ClaimCard } from '../parts/ClaimCard.tsx';
import { ViewLink } from '../parts/Links.tsx';
import { Mark } from '../parts/Mark.tsx';
import { Shown } from '../parts/States.tsx';
import { knownDate, longDate } from '../record/dates.ts';
import { dateOfDay, dayOf, knownText } from '../record/days.ts';
import { BASES, daysSilent } from '../record/index-periods.ts';
import { holderText, markOf } from '../record/say.ts';
import { type Moment, useMoment } from '../state/record-store.ts';
import { useTheme } from '../state/theme.ts';
import { useView } from '../state/view-store.ts';
import { strings } from '../strings.ts';
import type { ClaimView, PlaceView as Place, PlaceHistory } from '../types.ts';
import { BeliefChart } from './BeliefChart.tsx';

/** The path of a place's history at the moment, asked for only when the handles have come to rest; the last answer stays meanwhile. */
function useHistory(id: string): { answer: Answer<PlaceHistory>; path: string } {
  const { day, known } = useMoment();
  const wanted = paths.history(id, dateOfDay(day), knownText(known));
  const [path, setPath] = useState(wanted);
  useEffect(() => {
    if (path === wanted) return;
    const timer = setTimeout(() => setPath(wanted), 180);
    return () => clearTimeout(timer);
  }, [path, wanted]);
  const own = path.startsWith(paths.history(id, null, null)) ? path : wanted;
  const answer = useAnswer<PlaceHistory>(own);
  const last = useRef<Answer<PlaceHistory>>(answer);
  if (answer.state !== 'waiting') last.current = answer;
  const kept = last.current.state === 'here' && last.current.data.place.id === id ? last.current : answer;
  return { answer: answer.state === 'waiting' ? kept : answer, path: own };
}

/** A place: who holds it, on whose word, how belief changed, the words for and against. */
export function PlaceView({ id, page }: { id: string; page: boolean }): ReactElement {
  const { answer, path } = useHistory(id);
  const moment = useMoment();
  const number = moment.index.placeAt.get(id);
  const place =
    answer.state === 'here' ? answer.data.place : number == null ? null : moment.index.places[number]!;
  const Heading = page ? 'h1' : 'h2';
  return (
    <article className={page ? 'place place-page' : 'place'} aria-labelledby="place-name">
      <header>
        <Heading id="place-name">
          <bdi>{place?.name ?? strings.pages.place}</bdi>
        </Heading>
        {place == null ? null : <p className="quiet">{describe(place)}</p>}
        {number == null ? null : <Now place={number} moment={moment} />}
      </header>
      <Shown answer={answer} path={path} lines={8}>
        {history => <Told history={history} page={page} />}
      </Shown>
    </article>
  );
}

function describe(place: Place): string {
  const kind = place.seatOf == null ? strings.kinds[place.kind] : strings.seat[place.seatOf];
  const where =
    place.seatOf === 'admin1' && place.admin1Name != null
      ? strings.seatOfProvince(place.admin1Name)
      : place.admin1Name != null && place.kind !== 'province'
        ? strings.inProvince(kind, place.admin1Name)
        : kind;
  return [where, strings.precisions[place.precision]].filter(s => s !== '').join(' · ');
}

/** The state at the moment, computed here so that it follows the handles at once. */
function Now({ place, moment }: { place: number; moment: Moment }): ReactElement {
  const theme = useTheme();
  const { index, state, day, known } = moment;
  const period = state[place]!;
  const when = (
    <p className="now-when quiet">
      {strings.place.now(longDate(day))}, {strings.place.knownAs(knownDate(known))}
    </p>
  );
  if (period < 0)
    return (
      <div className="now">
        {when}
        <p className="now-holder">{strings.place.nothing}</p>
      </div>
    );
  const row = index.periods[period]!;
  const basis = BASES[index.basis[period]!]!;
  const silent = daysSilent(index, period, day);
  const since =
    row.sinceEarliest != null && row.sinceEarliest !== row.validFrom
      ? strings.place.sinceBetween(longDate(dayOf(row.sinceEarliest)), longDate(index.from[period]!))
      : strings.place.since(longDate(index.from[period]!));
  return (
    <div className="now">
      {when}
      <p className="now-holder">
        <Mark spec={markOf(index, period, day, theme)} r={9} />
        <span>{holderText(index, period)}</span>
      </p>
      <p>
        <span className={`basis basis-${basis}`}>{strings.bases[basis]}</span>: {strings.basesMean[basis]}
        {row.origins > 0 ? ` (${strings.origins(row.origins)})` : ''}
      </p>
      <p className="quiet">
        {since}
        {basis !== 'assumed' && silent != null ? ` · ${strings.lastWord(silent)}` : ''} ·{' '}
        {strings.place.believedSince(knownDate(row.believedFrom))}
      </p>
    </div>
  );
}

function Told({ history, page }: { history: PlaceHistory; page: boolean }): ReactElement {
  const moment = useMoment();
  const view = useView();
  const Heading = page ? 'h2' : 'h3';
  const id = history.place.id;
  const number = moment.index.placeAt.get(id);
  const period =
    number == null || moment.state[number]! < 0 ? null : moment.index.periods[moment.state[number]!]!;
  const claims = new Map(history.claims.map(c => [c.id, c]));
  const pick = (ids: readonly string[]): ClaimView[] => ids.map(c => claims.get(c)).filter(c => c != null);
  const forIt = pick(period?.claims ?? []),
    against = pick(period?.against ?? []);
  const told = new Set([...forIt, ...against]);
  const others = history.claims.filter(c => !told.has(c));
  return (
    <>
      {period == null || (period.parts.length === 0 && period.pressure.length === 0) ? null : (
        <ul className="pressure">
          {period.parts.map(p => (
            <li key={p}>
              {strings.place.parts}: {p}
            </li>
          ))}
          {period.pressure.map(p => (
            <li key={p}>
              {strings.place.pressure}: {p}
            </li>
          ))}
        </ul>
      )}
      <div className={page ? 'columns' : undefined}>
        <section>
          <Heading className="place-part">{strings.place.evidenceFor}</Heading>
          {forIt.length === 0 ? (
            <p className="quiet">{period == null ? strings.place.nothing : strings.place.noWords}</p>
          ) : (
            <ByOrigin claims={forIt} />
          )}
          {against.length === 0 ? null : (
            <>
              <Heading className="place-part">{strings.place.evidenceAgainst}</Heading>
              <ByOrigin claims={against} />
            </>
          )}
        </section>
        <section>
          <Heading className="place-part">{strings.place.belief}</Heading>
          <BeliefChart steps={history.steps} />
          {history.discrepancies.length === 0 ? null : (
            <>
              <Heading className="place-part">{strings.place.discrepancies}</Heading>
              <ul className="discrepancies">
                {history.discrepancies.map(d => (
                  <DiscrepancyItem key={d.id} row={d} />
                ))}
              </ul>
            </>
          )}
          {others.length === 0 ? null : (
            <details className="others">
              <summary>
                {strings.place.others} ({others.length})
              </summary>
              {others.map(c => (
                <ClaimCard key={c.id} claim={c} />
              ))}
            </details>
          )}
        </section>
      </div>
      <p className="place-links no-print">
        {page ? (
          <ViewLink to={{ view: 'map', place: id }}>{strings.place.onMap}</ViewLink>
        ) : (
          <ViewLink to={{ view: 'place', place: id, map: view.map }}>{strings.place.fullPage}</ViewLink>
        )}
      </p>
    </>
  );
}

/** Claims under their origins: outlets that share one stand together. */
function ByOrigin({ claims }: { claims: readonly ClaimView[] }): ReactElement {
  const origins = new Map<string, ClaimView[]>();
  for (const c of claims) origins.set(c.origin, [...(origins.get(c.origin) ?? []), c]);
  return (
    <>
      {[...origins].map(([origin, own]) => (
        <div key={origin} className={own.length > 1 ? 'origin' : undefined}>
          {own.length > 1 && new Set(own.map(c => c.report)).size > 1 ? (
            <p className="origin-note quiet">
              {strings.place.sameOrigin(new Set(own.map(c => c.report)).size)}
            </p>
          ) : null}
          {own.map(c => (
            <ClaimCard key={c.id} claim={c} />
          ))}
        </div>
      ))}
    </>
  );
}
