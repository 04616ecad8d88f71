import { type ReactElement, useRef } from 'react';
import { useAnswer } from '../api/client.ts';
import { paths } from '../api/paths.ts';
import { SaveChart } from '../charts/SaveChart.tsx';
import { PlaceLink } from '../parts/Links.tsx';
import { Shown } from '../parts/States.tsx';
import { knownText } from '../record/days.ts';
import { fullName } from '../record/say.ts';
import { useMoment } from '../state/record-store.ts';
import { useSettled } from '../state/use-settled.ts';
import { strings } from '../strings.ts';
import type { FigureView } from '../types.ts';
import { PanelChart } from './PanelChart.tsx';
import { type Measure, measuresOf, type Panel } from './series.ts';

/** How many people, by measure, as small charts, one for each place on a scale of its own. */
export function FiguresPage(): ReactElement {
  const { country, known } = useMoment();
  const path = useSettled(paths.figures({ country, knownAt: knownText(known) }));
  const answer = useAnswer<FigureView[]>(path);
  return (
    <div className="page">
      <h1>{strings.figures.title}</h1>
      <p className="lead">{strings.figures.intro}</p>
      <Key />
      <Shown answer={answer} path={path} lines={10}>
        {series => {
          const measures = measuresOf(series);
          const days = measures.flatMap(m => m.panels.flatMap(p => p.points.map(q => q.day)));
          if (days.length === 0) return <p className="none">{strings.figures.none}</p>;
          const [first, last] = [Math.min(...days), Math.max(...days)];
          return (
            <>
              {measures.map(m => (
                <MeasureSection key={m.term} measure={m} first={first} last={last} />
              ))}
            </>
          );
        }}
      </Shown>
    </div>
  );
}

/** What the marks of the charts mean. */
function Key(): ReactElement {
  const { running, own, range, orMore } = strings.figures;
  const marks: [string, ReactElement][] = [
    [running, <circle key="m" cx="8" cy="10" r="4" className="chart-dot" />],
    [own, <circle key="m" cx="8" cy="10" r="4" className="chart-dot chart-dot-own" />],
    [range, <line key="m" x1="8" x2="8" y1="2" y2="16" className="chart-range" />],
    [orMore, <path key="m" d="M4 12l4 -5l4 5" className="chart-open" />],
  ];
  return (
    <ul className="figures-key quiet">
      {marks.map(([means, mark]) => (
        <li key={means}>
          <svg width="16" height="18" aria-hidden="true">
            {mark}
          </svg>{' '}
          {means}
        </li>
      ))}
    </ul>
  );
}

function MeasureSection({
  measure,
  first,
  last,
}: {
  measure: Measure;
  first: number;
  last: number;
}): ReactElement {
  const name = strings.figures.terms[measure.term] ?? measure.term;
  return (
    <section className="measure">
      <h2 className="rule">{name}</h2>
      <div className="panels">
        {measure.panels.map(panel => (
          <OnePanel
            key={`${panel.place}${panel.unit}${panel.who}`}
            panel={panel}
            name={name}
            first={first}
            last={last}
          />
        ))}
      </div>
    </section>
  );
}

function OnePanel({
  panel,
  name,
  first,
  last,
}: {
  panel: Panel;
  name: string;
  first: number;
  last: number;
}): ReactElement {
  const { index } = useMoment();
  const figure = useRef<HTMLElement>(null);
  const number = panel.place == null ? undefined : index.placeAt.get(panel.place);
  const place = number == null ? panel.placeName : fullName(index, number);
  const label = [name, place ?? strings.figures.everywhere, panel.who].filter(s => s != null).join(', ');
  return (
    <figure ref={figure}>
      <figcaption>
        {panel.place == null || place == null ? (
          <span>{strings.figures.everywhere}</span>
        ) : number == null ? (
          <bdi>{place}</bdi>
        ) : (
          <PlaceLink id={panel.place} name={place} />
        )}
        <span className="quiet">
          {panel.who == null ? '' : ` ${panel.who}`}
          {panel.unit === 'people' ? '' : ` ${panel.unit}`}
        </span>
        <SaveChart of={figure} title={label} />
      </figcaption>
      <PanelChart panel={panel} first={first} last={last} label={label} />
    </figure>
  );
}
