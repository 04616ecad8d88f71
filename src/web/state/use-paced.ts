import { useEffect, useRef, useState } from 'react';

/** How often a list follows a moving handle: ten times a second is faster than anyone reads. The map follows in every frame. */
const PACE = 100;
/** No more often than every so many frames, so that a slow machine spends its frames on the map. */
const FRAMES = 4;
/** After so long without a change, the handle rests. */
const REST = 160;
/** Two changes further apart than this are two moves. */
const APART = 800;

/** A value that changes no more often than `PACE` lets it, ending on the last one; `moving` while it keeps changing. */
export function usePaced<T>(value: T): { readonly value: T; readonly moving: boolean } {
  const [paced, setPaced] = useState({ value, moving: false });
  const pace = useRef({ value, changed: 0, followed: 0, frame: 0 });
  useEffect(() => {
    const p = pace.current;
    const now = performance.now();
    if (!Object.is(p.value, value)) {
      const gap = now - p.changed;
      p.frame = gap > APART ? 0 : gap;
      p.changed = now;
      p.value = value;
    }
    if (Object.is(paced.value, value)) {
      if (!paced.moving) return;
      const rest = setTimeout(() => setPaced({ value, moving: false }), Math.max(REST, p.frame * 2));
      return () => clearTimeout(rest);
    }
    const wait = p.followed + Math.max(PACE, p.frame * FRAMES) - now;
    const timer = setTimeout(
      () => {
        p.followed = performance.now();
        setPaced({ value, moving: true });
      },
      Math.max(0, wait),
    );
    return () => clearTimeout(timer);
  }, [paced, value]);
  return paced;
}
