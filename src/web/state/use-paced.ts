import { useEffect, useRef, useState } from 'react';

/** How often a list follows a moving handle: sixteen times a second is as fast as anyone reads. The map follows in every frame. */
const PACE = 60;
/** After so long without a change, the handle rests. */
const REST = 160;

/** A value that changes no more often than `PACE` lets it, ending on the last one; `moving` while it keeps changing. */
export function usePaced<T>(value: T): { readonly value: T; readonly moving: boolean } {
  const [paced, setPaced] = useState({ value, moving: false });
  const last = useRef(0);
  useEffect(() => {
    if (Object.is(paced.value, value)) {
      if (!paced.moving) return;
      const rest = setTimeout(() => setPaced({ value, moving: false }), REST);
      return () => clearTimeout(rest);
    }
    const wait = Math.max(0, last.current + PACE - performance.now());
    const timer = setTimeout(() => {
      last.current = performance.now();
      setPaced({ value, moving: true });
    }, wait);
    return () => clearTimeout(timer);
  }, [paced, value]);
  return paced;
}
