import { type ReactElement, useDeferredValue, useMemo, useState } from 'react';
import { PlaceLink } from '../parts/Links.tsx';
import { Mark } from '../parts/Mark.tsx';
import { type ChangeAt, newestChanges } from '../record/changes-of.ts';
import { knownDate, weekdayDate } from '../record/dates.ts';
import { BASES } from '../record/index-periods.ts';
import { changeParts, markOf, maskOf } from '../record/say.ts';
import { type Moment, useMoment } from '../state/record-store.ts';
import { useTheme } from '../state/theme.ts';
import { strings } from '../strings.ts';

const FIRST = 40;

/** The changes up to the day shown, newest first, by day; in plain sentences with basis and origins. Follows the handles. */
export function ChangeList(): ReactElement {
  const moment = useDeferredValue(useMoment());
  const [limit, setLimit] = useState(FIRST);
  const { index, known, day, country } = moment;
  const changes = useMemo(
    () => newestChanges(index, known, day, limit + 1, maskOf(index, country)),
    [index, known, day, limit, country],
  );
  if (changes.length === 0) return <p className="none">{strings.changes.none}</p>;
  const days = new Map<number, ChangeAt[]>();
  for (const change of changes.slice(0, limit))
    days.set(change.day, [...(days.get(change.day) ?? []), change]);
  return (
    <>
      {[...days].map(([on, rows]) => (
        <section key={on} className="change-day">
          <h3>{weekdayDate(on)}</h3>
          <ul>
            {rows.map(change => (
              <ChangeRow key={change.after} change={change} moment={moment} />
            ))}
          </ul>
        </section>
      ))}
      {changes.length > limit ? (
        <button type="button" className="more" onClick={() => setLimit(limit + 100)}>
          {strings.earlier}
        </button>
      ) : null}
    </>
  );
}

function ChangeRow({ change, moment }: { change: ChangeAt; moment: Moment }): ReactElement {
  const { index, day } = moment;
  const theme = useTheme();
  const period = index.periods[change.after]!;
  const place = index.places[change.place]!;
  const [name, verb, side] = changeParts(index, change);
  const known = knownDate(period.believedFrom);
  return (
    <li className="change">
      <Mark spec={markOf(index, change.after, day, theme)} r={6} />
      <div>
        <p className="sentence">
          <PlaceLink id={place.id} name={name} />
          {verb}
          {side === '' ? '' : <bdi>{side}</bdi>}.
        </p>
        <p className="quiet">
          <span className={`basis basis-${period.basis}`}>
            {strings.bases[BASES[index.basis[change.after]!]!]}
          </span>
          {period.origins > 0 ? ` · ${strings.origins(period.origins)}` : ''}
          {` · ${strings.report.known(known)}`}
        </p>
      </div>
    </li>
  );
}
