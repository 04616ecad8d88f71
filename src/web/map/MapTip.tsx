import type { ReactElement } from 'react';
import { PlaceLine } from '../parts/PlaceLine.tsx';
import { useMoment } from '../state/record-store.ts';
import { strings } from '../strings.ts';
import type { Under } from './create-map.ts';

/** What lies under the pointer, in words. */
export function MapTip({ under }: { under: Under }): ReactElement {
  const moment = useMoment();
  const own = under.place >= 0 && moment.state[under.place]! >= 0 ? under.place : -1;
  const seat = own < 0 && under.seat >= 0 && moment.state[under.seat]! >= 0 ? under.seat : -1;
  return (
    <div
      className="tip"
      role="presentation"
      style={{ left: under.x, top: under.y }}
      data-side={under.x > 420 ? 'left' : 'right'}
    >
      <strong>
        <bdi>{under.division == null ? under.name : strings.map.of(under.name)}</bdi>
      </strong>
      {own >= 0 ? <PlaceLine place={own} /> : null}
      {seat >= 0 ? (
        <>
          <span className="quiet">{strings.map.tint(moment.index.places[seat]!.name)}</span>
          <PlaceLine place={seat} />
        </>
      ) : null}
      {own < 0 && seat < 0 ? <span className="quiet">{strings.map.nothing}</span> : null}
    </div>
  );
}
