import { type RefObject, useEffect } from 'react';

/**
 * Closes what lies open over the page: by Escape, by a press or the focus outside `of`, and by a link inside it that was followed.
 *
 * @example useDismissed(header, open, byKey => { setOpen(false); if (byKey) button.current?.focus(); });
 */
export function useDismissed(
  of: RefObject<HTMLElement | null>,
  open: boolean,
  close: (byKey: boolean) => void,
): void {
  useEffect(() => {
    if (!open) return;
    const leave = (event: Event): void => {
      const target = event.target as Element;
      const isInside = of.current?.contains(target) ?? false;
      if (event.type === 'click' ? isInside && target.closest('a') != null : !isInside) close(false);
    };
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') close(true);
    };
    const kinds = ['pointerdown', 'focusin', 'click'] as const;
    for (const kind of kinds) document.addEventListener(kind, leave);
    document.addEventListener('keydown', onKey);
    return () => {
      for (const kind of kinds) document.removeEventListener(kind, leave);
      document.removeEventListener('keydown', onKey);
    };
  });
}
