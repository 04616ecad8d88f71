import { useState } from 'react';

const kept = new Map<string, unknown>();
const nameOf = (key: string): string => `dateline.${key}`;

function keptAs<T>(key: string, first: T): T {
  if (kept.has(key)) return kept.get(key) as T;
  try {
    return JSON.parse(sessionStorage.getItem(nameOf(key)) ?? 'null') ?? first;
  } catch {
    return first;
  }
}

function keep(key: string, value: unknown): void {
  kept.set(key, value);
  try {
    sessionStorage.setItem(nameOf(key), JSON.stringify(value));
  } catch {
    // Storage is full or blocked: the work lasts until the page is left.
  }
}

/** Lets go of what was kept: when it was filed. What is on the page stays there. */
export function forget(key: string): void {
  kept.delete(key);
  try {
    sessionStorage.removeItem(nameOf(key));
  } catch {
    // Storage is blocked: nothing was kept in it.
  }
}

/** A person's unfinished work. It outlasts a look at another page and, in the same tab, a reload; no other tab or visit sees it. */
export function useKept<T>(key: string, first: T): [T, (value: T) => void] {
  const [value, setValue] = useState(() => keptAs(key, first));
  return [
    value,
    next => {
      keep(key, next);
      setValue(next);
    },
  ];
}
