import { useSyncExternalStore } from 'react';

const narrow = matchMedia('(max-width: 600px)');

function onNarrow(listener: () => void): () => void {
  narrow.addEventListener('change', listener);
  return () => narrow.removeEventListener('change', listener);
}

/** Whether the page is as narrow as a phone: a drawing made for a wide one would have words too small to read. */
export const useNarrow = (): boolean => useSyncExternalStore(onNarrow, () => narrow.matches);
