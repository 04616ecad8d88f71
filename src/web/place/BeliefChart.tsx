import type { ReactElement } from 'react';
import { sideColour } from '../../model/palette.ts';
import { knownDate, monthName, shortDate } from '../record/dates.ts';
import { dayOf } from '../record/days.ts';
import { rowText } from '../record/say.ts';
import { useMoment } from '../state/record-store.ts';
import { useTheme } from '../state/theme.ts';
import { adjust, useView } from '../state/view-store.ts';
import { strings } from '../strings.ts';
import type { BeliefStep, StatusRow } from '../types.ts';

const FILL: Record<StatusRow['basis'], number> = {
  confirmed: 1,
  decided: 1,
  reported: 0.75,
  claimed: 0.4,
  disputed: 0.4,
  assumed: 0.25,
};

/** Up to where the days before the first change reach, in percent, and where the days after it begin. */
const BEFORE = 12,
  AFTER = 14;

/** Where a day lies, in percent. What came long before the first change is drawn short, with a break between. */
function axisOf(early: number, begin: number, end: number): (day: number) => number {
  const within = (d: number, from: number, to: number): number =>
    Math.min(Math.max((d - from) / (to - from), 0), 1);
  if (early >= begin) return d => 100 * within(d, begin, end);
  return d => (d < begin ? BEFORE * within(d, early, begin) : AFTER + (100 - AFTER) * within(d, begin, end));
}

const nameOf = (day: number, end: number): string => (end - day > 400 ? monthName(day) : shortDate(day));

/**
 * How belief changed: one row a moment of learning, oldest first; in each row, the days on the ground from left to right with who held
 * the place on them, as the record then said. The line is the day that the timeline shows.
 */
export function BeliefChart({ steps }: { steps: readonly BeliefStep[] }): ReactElement {
  const { index, day, known } = useMoment();
  const theme = useTheme();
  const { linked } = useView();
  const rows = steps.filter((s, i) => i === 0 || s.periods.length > 0);
  const starts = rows.flatMap(s => s.periods.slice(1).map(p => dayOf(p.since)));
  const end = Math.max(day, ...starts, ...rows.map(s => dayOf(s.known))) + 1;
  const begin = Math.min(day, ...starts, ...rows.slice(1).map(s => dayOf(s.known))) - 2;
  const early = Math.min(begin, ...rows.flatMap(s => s.periods.map(p => dayOf(p.since))));
  const x = axisOf(early, begin, end);
  const now = rows.filter(s => Date.parse(s.known) <= known).at(-1);
  return (
    <ol className="belief">
      {rows.map(step => (
        <li key={step.known} aria-current={step === now ? 'step' : undefined}>
          <button
            type="button"
            className="belief-row"
            title={strings.place.goTo(knownDate(step.known))}
            onClick={() =>
              adjust({
                knownAt: step.known,
                linked: false,
                ...(linked ? { at: new Date(day * 86_400_000).toISOString().slice(0, 10) } : {}),
              })
            }
          >
            <span className="belief-when">{knownDate(step.known)}</span>
            <span className="belief-bar" aria-hidden="true">
              {step.periods.map(p => {
                const [a, b] = [x(dayOf(p.since)), x(p.until == null ? end : dayOf(p.until))];
                const colour = sideColour(p.holder == null ? -1 : index.sides.indexOf(p.holder.side), theme);
                return (
                  <span
                    key={`${p.since}${p.status}`}
                    className={p.status === 'contested' ? 'belief-part belief-contested' : 'belief-part'}
                    style={{
                      left: `${a}%`,
                      width: `${Math.max(0, b - a)}%`,
                      backgroundColor: `color-mix(in srgb, ${colour} ${FILL[p.basis] * 100}%, transparent)`,
                    }}
                  />
                );
              })}
              {early < begin ? <i className="belief-break" /> : null}
              <i className="belief-day" style={{ left: `${x(day + 0.5)}%` }} />
            </span>
            <span className="belief-note">{step.note}</span>
            <span className="visually-hidden">
              {step.periods.map(p => `${rowText(p)} ${strings.place.since(p.since)}`).join('; ')}
            </span>
          </button>
        </li>
      ))}
      <li className="belief-axis" aria-hidden="true">
        <span />
        <span className="belief-scale">
          {early < begin ? <span>{nameOf(early, end)}</span> : null}
          <span style={{ left: `${x(begin)}%` }}>{nameOf(begin, end)}</span>
          <span className="belief-scale-end">{nameOf(end - 1, end)}</span>
        </span>
      </li>
    </ol>
  );
}
