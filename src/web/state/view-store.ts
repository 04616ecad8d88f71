import { useSyncExternalStore } from 'react';
import { formatView, goTo, parseView, type View } from './view.ts';

/** The view that the address bar says, for React and for what draws outside it. */
let current = parseView(location.search);
/** The view as the address bar has it: while a handle moves it stays as it was, so that what need not follow costs nothing. */
let rested = current;
const listeners = new Set<() => void>();
const restListeners = new Set<() => void>();
let pending: ReturnType<typeof setTimeout> | null = null;

const tell = (): void => {
  for (const listener of listeners) listener();
};

export const currentView = (): View => current;

export function onView(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function rest(): void {
  if (rested === current) return;
  rested = current;
  for (const listener of restListeners) listener();
}

function onRest(listener: () => void): () => void {
  restListeners.add(listener);
  return () => restListeners.delete(listener);
}

function flush(): void {
  if (pending == null) return;
  clearTimeout(pending);
  pending = null;
  history.replaceState(null, '', formatView(current));
  rest();
}

/** Changes the view without a step in the browser's history; the address follows once it rests (browsers limit how often it may). */
export function adjust(change: Partial<View>): void {
  current = { ...current, ...change };
  if (pending != null) clearTimeout(pending);
  pending = setTimeout(flush, 150);
  tell();
}

/** Shows another of the page's lists, which the address then says too; null is the first. */
export function showList(tab: string | null): void {
  adjust({ tab });
  flush();
}

/** Goes to another view: a step that the back button undoes. */
export function navigate(change: Partial<View>): void {
  flush();
  const next = goTo(current, change);
  if (formatView(next) === formatView(current)) return;
  current = next;
  history.pushState(null, '', formatView(current));
  if (change.view != null && change.view !== 'map') scrollTo(0, 0);
  tell();
  rest();
}

addEventListener('popstate', () => {
  if (pending != null) clearTimeout(pending);
  pending = null;
  current = parseView(location.search);
  tell();
  rest();
});
addEventListener('pagehide', flush);

export const useView = (): View => useSyncExternalStore(onView, currentView);

/** The view once it rests: for what follows pages and places, not the moving handles. */
export const useRestedView = (): View => useSyncExternalStore(onRest, () => rested);

/** The address that a change of view leads to, for links that can be opened in a tab of their own. */
export const hrefTo = (change: Partial<View>): string => formatView(goTo(current, change));
