import { memo, type ReactElement } from 'react';
import { type MarkSpec, markReach, markShapes, STALE_ALPHA } from '../record/mark.ts';

/** A place's mark in a list or legend: the same shapes as on the map. Decorative: the words beside it say the same. */
export const Mark = memo(DrawnMark, (a, b) => a.r === b.r && isSame(a.spec, b.spec));

const isSame = (a: MarkSpec, b: MarkSpec): boolean =>
  a.colour === b.colour &&
  a.paper === b.paper &&
  a.letter === b.letter &&
  a.basis === b.basis &&
  a.contested === b.contested &&
  a.stale === b.stale;

function DrawnMark({ spec, r = 6 }: { spec: MarkSpec; r?: number }): ReactElement {
  const reach = markReach(r) - 2;
  const shapes = markShapes(spec, r);
  const rays = shapes.filter(s => s.kind === 'ray');
  return (
    <svg
      className="mark"
      width={reach * 2}
      height={reach * 2}
      viewBox={`${-reach} ${-reach} ${reach * 2} ${reach * 2}`}
      opacity={spec.stale ? STALE_ALPHA : 1}
      aria-hidden="true"
    >
      {rays.length === 0 ? null : (
        <path
          d={rays.map(s => `M${s.x1} ${s.y1}L${s.x2} ${s.y2}`).join('')}
          stroke={rays[0]!.stroke}
          strokeWidth={rays[0]!.width}
        />
      )}
      {shapes.map((s, i) => {
        const key = `${s.kind}${i}`;
        if (s.kind === 'ray') return null;
        if (s.kind === 'letter')
          return (
            <text
              key={key}
              textAnchor="middle"
              y={s.size * 0.35}
              fontSize={s.size}
              fontWeight={600}
              fill={s.fill}
            >
              {s.text}
            </text>
          );
        const paint = {
          fill: s.fill ?? 'none',
          fillOpacity: s.alpha,
          stroke: s.stroke ?? 'none',
          strokeWidth: s.width,
          strokeDasharray: s.dash.join(' ') || undefined,
        };
        return s.kind === 'disc' ? (
          <circle key={key} r={s.r} {...paint} />
        ) : (
          <rect key={key} x={-s.r} y={-s.r} width={s.r * 2} height={s.r * 2} rx={1.5} {...paint} />
        );
      })}
    </svg>
  );
}
