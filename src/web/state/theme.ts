import { useSyncExternalStore } from 'react';
import type { Theme } from '../../model/palette.ts';

/** The theme on the screen: the reader's choice, else the system's. Printing is always light. */
const system = matchMedia('(prefers-color-scheme: dark)');
const printing = matchMedia('print');
const listeners = new Set<() => void>();

export function currentTheme(): Theme {
  if (printing.matches) return 'light';
  const chosen = document.documentElement.dataset.theme;
  return chosen === 'light' || chosen === 'dark' ? chosen : system.matches ? 'dark' : 'light';
}

const tell = (): void => {
  for (const listener of listeners) listener();
};
system.addEventListener('change', tell);
printing.addEventListener('change', tell);

export function chooseTheme(theme: Theme): void {
  document.documentElement.dataset.theme = theme;
  try {
    localStorage.setItem('dateline.theme', theme);
  } catch {
    // Storage is blocked: the choice lasts until the page is left.
  }
  tell();
}

export function onTheme(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useTheme = (): Theme => useSyncExternalStore(onTheme, currentTheme);
