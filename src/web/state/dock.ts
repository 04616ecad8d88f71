import { useSyncExternalStore } from 'react';

/** Whether the timeline lies open: the reader's choice, else open where there is room for it. `public/theme.js` sets it before the first paint. */
const wide = matchMedia('(min-width: 900px)');
const listeners = new Set<() => void>();
const KEY = 'dateline.timeline';

export function isDockOpen(): boolean {
  const chosen = document.documentElement.dataset.timeline;
  return chosen == null ? wide.matches : chosen === 'open';
}

const tell = (): void => {
  for (const listener of listeners) listener();
};
wide.addEventListener('change', tell);

/** Opens the timeline, or leaves the bar of its two dates. */
export function openDock(open: boolean): void {
  const chosen = open ? 'open' : 'slim';
  document.documentElement.dataset.timeline = chosen;
  try {
    localStorage.setItem(KEY, chosen);
  } catch {
    // Storage is blocked: the choice lasts until the page is left.
  }
  tell();
}

function onDock(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useDockOpen = (): boolean => useSyncExternalStore(onDock, isDockOpen);
