import type { ReactElement } from 'react';
import { longDate } from '../record/dates.ts';
import { BASES, daysSilent } from '../record/index-periods.ts';
import { holderText, markOf } from '../record/say.ts';
import { useMoment } from '../state/record-store.ts';
import { useTheme } from '../state/theme.ts';
import { strings } from '../strings.ts';
import { Mark } from './Mark.tsx';

/** Who holds a place now, on whose word, since when: mark and two lines. */
export function PlaceLine({ place }: { place: number }): ReactElement {
  const { index, state, day } = useMoment();
  const theme = useTheme();
  const period = state[place]!;
  if (period < 0) return <span className="quiet">{strings.noWord}</span>;
  const basis = BASES[index.basis[period]!]!;
  const silent = daysSilent(index, period, day);
  const { origins } = index.periods[period]!;
  const said = [
    strings.bases[basis],
    origins > 0 ? strings.origins(origins) : null,
    strings.place.since(longDate(index.from[period]!)),
    basis !== 'assumed' && silent != null ? strings.lastWord(silent) : null,
  ];
  return (
    <span className="place-line">
      <Mark spec={markOf(index, period, day, theme)} r={6} />
      <span>
        <span className="place-holder">{holderText(index, period)}</span>
        <span className="quiet">{said.filter(s => s != null).join(' · ')}</span>
      </span>
    </span>
  );
}
