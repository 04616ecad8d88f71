import { memo, type ReactElement, useMemo, useState } from 'react';
import { PlaceLink } from '../parts/Links.tsx';
import { Mark } from '../parts/Mark.tsx';
import { type ChangeAt, newestChanges } from '../record/changes-of.ts';
import { knownDate, weekdayDate } from '../record/dates.ts';
import { dayOf } from '../record/days.ts';
import { BASES, type PeriodIndex } from '../record/index-periods.ts';
import { changeParts, isStale, markOf, maskOf } from '../record/say.ts';
import { useMoment } from '../state/record-store.ts';
import { useTheme } from '../state/theme.ts';
import { usePaced } from '../state/use-paced.ts';
import { useRestedView } from '../state/view-store.ts';
import { strings } from '../strings.ts';

const FIRST = 25;
/** As many as are in sight: the rest come when the handle rests. */
const WHILE_MOVING = 12;

/** The changes up to the day shown, newest first, by day; in plain sentences with basis and origins. Follows the handles. */
export function ChangeList(): ReactElement {
  const { value: moment, moving } = usePaced(useMoment());
  const [limit, setLimit] = useState(FIRST);
  const { index, known, day, country } = moment;
  const { from } = useRestedView();
  const since = from == null ? null : dayOf(from);
  const shown = moving ? Math.min(limit, WHILE_MOVING) : limit;
  const changes = useMemo(
    () => newestChanges(index, known, day, shown + 1, maskOf(index, country), since),
    [index, known, day, shown, country, since],
  );
  if (changes.length === 0)
    return <p className="none">{since == null ? strings.changes.none : strings.changes.noneBetween}</p>;
  const days = new Map<number, ChangeAt[]>();
  for (const change of changes.slice(0, shown))
    days.set(change.day, [...(days.get(change.day) ?? []), change]);
  return (
    <>
      {[...days].map(([on, rows]) => (
        <section key={on} className="change-day">
          <h3>{weekdayDate(on)}</h3>
          <ul>
            {rows.map(change => (
              <ChangeRow
                key={change.after}
                index={index}
                after={change.after}
                before={change.before}
                at={change.place}
                stale={isStale(index, change.after, day)}
              />
            ))}
          </ul>
        </section>
      ))}
      {changes.length > shown ? (
        <button type="button" className="more" onClick={() => setLimit(limit + 100)}>
          {strings.earlier}
        </button>
      ) : null}
    </>
  );
}

/** One change. Its props are plain values, so that a row that stays as it was costs nothing while a handle moves. */
const ChangeRow = memo(function ChangeRow({
  index,
  after,
  before,
  at,
  stale,
}: {
  index: PeriodIndex;
  after: number;
  before: number;
  at: number;
  stale: boolean;
}): ReactElement {
  const theme = useTheme();
  const period = index.periods[after]!;
  const place = index.places[at]!;
  const [name, verb, side] = changeParts(index, { after, before, place: at });
  const known = knownDate(period.believedFrom);
  return (
    <li className="change">
      <Mark spec={{ ...markOf(index, after, 0, theme), stale }} r={6} />
      <div>
        <p className="sentence">
          <PlaceLink id={place.id} name={name} />
          {verb}
          {side === '' ? '' : <bdi>{side}</bdi>}.
        </p>
        <p className="quiet">
          <span className={`basis basis-${period.basis}`}>{strings.bases[BASES[index.basis[after]!]!]}</span>
          {period.origins > 0 ? ` · ${strings.origins(period.origins)}` : ''}
          {` · ${strings.report.known(known)}`}
        </p>
      </div>
    </li>
  );
});
