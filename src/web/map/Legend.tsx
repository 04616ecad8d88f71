import { memo, type ReactElement, useMemo } from 'react';
import { sideColour, type Theme } from '../../model/palette.ts';
import { SideLink } from '../parts/Links.tsx';
import { Mark } from '../parts/Mark.tsx';
import { mediumDate } from '../record/dates.ts';
import { dayOf } from '../record/days.ts';
import { BASES, type PeriodIndex, stateAt } from '../record/index-periods.ts';
import { lettersOf, PAPER, sideName } from '../record/say.ts';
import { tallyOf } from '../record/tally.ts';
import { type Moment, useMoment } from '../state/record-store.ts';
import { useTheme } from '../state/theme.ts';
import { useView } from '../state/view-store.ts';
import { number, strings } from '../strings.ts';

/** How many each side held on another day, as known at the same time. */
function heldOn(moment: Moment, day: number): Map<number, number> {
  const state = stateAt(moment.index, day, moment.known, new Int32Array(moment.state.length));
  return new Map(tallyOf({ ...moment, state }).rows.map(row => [row.side, row.held]));
}

const sampleOf = (theme: Theme) => ({
  colour: theme === 'dark' ? '#b5afa4' : '#57524a',
  paper: PAPER[theme],
  letter: '',
  contested: false,
  stale: false,
});

/** The legend, which is also the count: who holds how many, and what the marks mean. */
export function Legend(): ReactElement {
  const moment = useMoment();
  const theme = useTheme();
  const tally = useMemo(() => tallyOf(moment), [moment]);
  const { from } = useView();
  const then = useMemo(() => (from == null ? null : heldOn(moment, dayOf(from))), [moment, from]);
  const { index } = moment;
  return (
    <aside className="legend" aria-label={strings.map.legend}>
      <ul className="legend-sides">
        {tally.rows.map(({ side, held, contested }) => (
          <SideRow
            key={side}
            index={index}
            side={side}
            held={held}
            contested={contested}
            more={then == null ? 0 : held - (then.get(side) ?? 0)}
            from={from}
            theme={theme}
          />
        ))}
      </ul>
      <p className="legend-of quiet">
        {tally.seats ? strings.map.capitals(tally.total) : strings.map.places(tally.total)}
      </p>
      {from == null ? null : (
        <p className="legend-since quiet">{strings.map.ringed(mediumDate(dayOf(from)))}</p>
      )}
      <LegendKey theme={theme} />
    </aside>
  );
}

/** One side with its count; plain props, so that a row that stays as it was costs nothing. */
const SideRow = memo(function SideRow({
  index,
  side,
  held,
  contested,
  more,
  from,
  theme,
}: {
  index: PeriodIndex;
  side: number;
  held: number;
  contested: number;
  /** How many more than on the day compared with. */
  more: number;
  from: string | null;
  theme: Theme;
}): ReactElement {
  return (
    <li>
      <Mark
        r={6}
        spec={{
          ...sampleOf(theme),
          colour: sideColour(side, theme),
          letter: side < 0 ? '–' : lettersOf(index)[side]!,
          basis: 'reported',
        }}
      />
      <span className="legend-name">
        {side < 0 ? (
          strings.nobodyOrNotKnown
        ) : (
          <SideLink side={index.sides[side]!}>{sideName(index, side)}</SideLink>
        )}
      </span>
      <span className="legend-count">
        {number(held)}
        {more === 0 || from == null ? null : (
          <abbr className="legend-more" title={strings.map.moreLong(more, mediumDate(dayOf(from)))}>
            {' '}
            {strings.map.more(more)}
          </abbr>
        )}
        {contested > 0 ? (
          <span className="quiet">
            {' '}
            ({number(contested)} {strings.map.contested})
          </span>
        ) : null}
      </span>
    </li>
  );
});

/** What the marks mean. It does not follow the handles. */
const LegendKey = memo(function LegendKey({ theme }: { theme: Theme }): ReactElement {
  const sample = sampleOf(theme);
  return (
    <details className="legend-key">
      <summary>{strings.map.basis}</summary>
      <ul>
        {BASES.map(basis => (
          <li key={basis}>
            <Mark r={5} spec={{ ...sample, basis }} />
            <span>
              <span className="legend-basis">{strings.bases[basis]}</span>{' '}
              <span className="quiet">{strings.basesMean[basis]}</span>
            </span>
          </li>
        ))}
        <li>
          <Mark r={5} spec={{ ...sample, basis: 'reported', contested: true }} />
          <span>{strings.map.contested}</span>
        </li>
        <li>
          <Mark r={5} spec={{ ...sample, basis: 'reported', stale: true }} />
          <span>{strings.map.stale}</span>
        </li>
        <li>
          <span className="legend-tint" />
          <span>{strings.map.byCapital}</span>
        </li>
      </ul>
    </details>
  );
});
