import { type ReactElement, useMemo } from 'react';
import { PlaceLink } from '../parts/Links.tsx';
import { Mark } from '../parts/Mark.tsx';
import { shortDate } from '../record/dates.ts';
import { BASES } from '../record/index-periods.ts';
import { fullName, holderText, markOf, placesIn } from '../record/say.ts';
import { useMoment } from '../state/record-store.ts';
import { useTheme } from '../state/theme.ts';
import { usePaced } from '../state/use-paced.ts';
import { adjust, useView } from '../state/view-store.ts';
import { strings } from '../strings.ts';

const MOST = 200;
/** While a handle moves, no more than are in sight. */
const WHILE_MOVING = 24;

/** Every place of the country with its holder: what the map says, as a list. */
export function PlaceTable(): ReactElement {
  const { value: moment, moving } = usePaced(useMoment());
  const theme = useTheme();
  const filter = useView().q ?? '';
  const { index, state, day, country } = moment;
  const all = useMemo(
    () => placesIn(index, country).sort((a, b) => index.places[a]!.name.localeCompare(index.places[b]!.name)),
    [index, country],
  );
  const wanted = filter.trim().toLocaleLowerCase();
  const rows = all.filter(i => wanted === '' || index.places[i]!.name.toLocaleLowerCase().includes(wanted));
  return (
    <>
      <label className="field field-inline">
        <span>{strings.places.filter}</span>
        <input type="search" value={filter} onChange={e => adjust({ q: e.target.value || null })} />
      </label>
      {rows.length === 0 ? <p className="none">{strings.places.none}</p> : null}
      <ul className="place-list">
        {rows.slice(0, moving ? WHILE_MOVING : MOST).map(i => {
          const place = index.places[i]!,
            period = state[i]!;
          return (
            <li key={place.id}>
              {period < 0 ? (
                <span className="mark-gap" />
              ) : (
                <Mark spec={markOf(index, period, day, theme)} r={6} />
              )}
              <div>
                <PlaceLink id={place.id} name={fullName(index, i)} />{' '}
                <span className="quiet">{place.kind === 'province' ? strings.kinds.province : ''}</span>
              </div>
              <div className="quiet place-list-state">
                {period < 0
                  ? strings.noWord
                  : `${holderText(index, period)} · ${strings.bases[BASES[index.basis[period]!]!].toLowerCase()} · ${strings.place.since(shortDate(index.from[period]!))}`}
              </div>
            </li>
          );
        })}
      </ul>
    </>
  );
}
