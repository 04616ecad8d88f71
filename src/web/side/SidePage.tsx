import { type ReactElement, useMemo, useRef } from 'react';
import { sideColour } from '../../model/palette.ts';
import { SaveChart } from '../charts/SaveChart.tsx';
import { PlaceLink } from '../parts/Links.tsx';
import { Mark } from '../parts/Mark.tsx';
import { changesOf } from '../record/changes-of.ts';
import { knownDate, longDate, mediumDate, shortDate } from '../record/dates.ts';
import { holdingsOf } from '../record/holdings.ts';
import { BASES, CONTESTED } from '../record/index-periods.ts';
import { fullName, lettersOf, markOf, maskOf, PAPER, placesIn, sideName } from '../record/say.ts';
import { useMoment } from '../state/record-store.ts';
import { useTheme } from '../state/theme.ts';
import { strings } from '../strings.ts';
import { HoldingsChart } from './HoldingsChart.tsx';

/** A side: what it held over time, what it holds at the moment, what it won and lost. */
export function SidePage({ id }: { id: string }): ReactElement {
  const moment = useMoment();
  const theme = useTheme();
  const chart = useRef<HTMLElement>(null);
  const { index, state, day, known, firstDay, lastDay, country } = moment;
  const side = index.sides.indexOf(id);
  const mask = maskOf(index, country);
  const holdings = useMemo(
    () => holdingsOf(index, side, known, firstDay, lastDay, mask),
    [index, side, known, firstDay, lastDay, mask],
  );
  const moves = useMemo(
    () =>
      changesOf(index, known, mask).filter(
        c =>
          c.day <= day && (index.side[c.after] === side) !== (c.before >= 0 && index.side[c.before] === side),
      ),
    [index, known, mask, day, side],
  );
  if (side < 0)
    return (
      <div className="page">
        <h1>{strings.missing}</h1>
      </div>
    );
  const name = sideName(index, side);
  const holds = placesIn(index, country)
    .filter(p => state[p]! >= 0 && index.side[state[p]!] === side)
    .sort((a, b) => fullName(index, a).localeCompare(fullName(index, b)));
  const gained = moves.filter(c => index.side[c.after] === side).reverse(),
    lost = moves.filter(c => index.side[c.after] !== side).reverse();
  const spec = {
    colour: sideColour(side, theme),
    paper: PAPER[theme],
    letter: lettersOf(index)[side]!,
    basis: 'reported' as const,
    contested: false,
    stale: false,
  };
  return (
    <article className="page">
      <h1 className="side-name">
        <Mark spec={spec} r={11} />
        <bdi>{name}</bdi>
      </h1>
      <p className="lead">
        {strings.side.holding(holds.length, longDate(day))}, {strings.place.knownAs(knownDate(known))}
      </p>
      <section ref={chart}>
        <h2 className="rule rule-tools">
          {strings.side.holdings} <SaveChart of={chart} title={`${name}: ${strings.side.holdings}`} />
        </h2>
        <p className="quiet">{strings.side.holdingsNote}</p>
        <HoldingsChart
          holdings={holdings}
          firstDay={firstDay}
          lastDay={lastDay}
          day={day}
          colour={spec.colour}
          label={`${name}: ${strings.side.holdings}`}
        />
        <details>
          <summary className="quiet">{strings.side.table}</summary>
          <table className="narrow">
            <thead>
              <tr>
                <th scope="col">{strings.side.day}</th>
                <th scope="col" className="number">
                  {strings.side.held}
                </th>
                <th scope="col" className="number">
                  {strings.side.contested}
                </th>
              </tr>
            </thead>
            <tbody>
              {stepsOf(holdings.held, holdings.contested).map(i => (
                <tr key={i}>
                  <td>{mediumDate(firstDay + i)}</td>
                  <td className="number">{holdings.held[i]}</td>
                  <td className="number">{holdings.contested[i]}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      </section>
      <div className="columns side-lists">
        <section>
          <h2 className="rule">
            {strings.side.held} <span className="count">{holds.length}</span>
          </h2>
          {holds.length === 0 ? <p className="none">{strings.side.none}</p> : null}
          <ul className="place-list">
            {holds.map(p => (
              <li key={p}>
                <Mark spec={markOf(index, state[p]!, day, theme)} r={6} />
                <div>
                  <PlaceLink id={index.places[p]!.id} name={fullName(index, p)} />
                </div>
                <div className="quiet place-list-state">
                  {[
                    strings.bases[BASES[index.basis[state[p]!]!]!],
                    index.status[state[p]!] === CONTESTED ? strings.map.contested : null,
                    strings.place.since(shortDate(index.from[state[p]!]!)),
                  ]
                    .filter(s => s != null)
                    .join(' · ')}
                </div>
              </li>
            ))}
          </ul>
        </section>
        <section>
          {(
            [
              [strings.side.gained, gained],
              [strings.side.lost, lost],
            ] as const
          ).map(([title, rows]) => (
            <div key={title}>
              <h2 className="rule">
                {title} <span className="count">{rows.length}</span>
              </h2>
              <ul className="moves">
                {rows.slice(0, 60).map(c => (
                  <li key={c.after}>
                    <span className="when">{shortDate(c.day)}</span>
                    <PlaceLink id={index.places[c.place]!.id} name={fullName(index, c.place)} />
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </section>
      </div>
    </article>
  );
}

/** The days on which a count differs from the day before. */
function stepsOf(held: Int32Array, contested: Int32Array): number[] {
  return [...held.keys()].filter(
    i => i === 0 || held[i] !== held[i - 1] || contested[i] !== contested[i - 1],
  );
}
