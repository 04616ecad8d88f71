import { memo, type ReactElement, useMemo } from 'react';
import { SideLink } from '../parts/Links.tsx';
import { Mark } from '../parts/Mark.tsx';
import { BASES, type PeriodIndex } from '../record/index-periods.ts';
import { sideColour, type Theme } from '../record/palette.ts';
import { lettersOf, PAPER, sideName } from '../record/say.ts';
import { tallyOf } from '../record/tally.ts';
import { useMoment } from '../state/record-store.ts';
import { useTheme } from '../state/theme.ts';
import { strings } from '../strings.ts';

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
  const { index } = moment;
  return (
    <aside className="legend" aria-label={strings.map.legend}>
      <ul className="legend-sides">
        {tally.rows.map(({ side, held, contested }) => (
          <SideRow key={side} index={index} side={side} held={held} contested={contested} theme={theme} />
        ))}
      </ul>
      <p className="legend-of quiet">
        {tally.seats ? strings.map.capitals(tally.total) : strings.map.places(tally.total)}
      </p>
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
  theme,
}: {
  index: PeriodIndex;
  side: number;
  held: number;
  contested: number;
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
          strings.nobodyHolds
        ) : (
          <SideLink side={index.sides[side]!}>{sideName(index, side)}</SideLink>
        )}
      </span>
      <span className="legend-count">
        {held}
        {contested > 0 ? (
          <span className="quiet">
            {' '}
            ({contested} {strings.map.contested})
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
