import { type ReactElement, type RefObject, useState } from 'react';
import { flushSync } from 'react-dom';
import { strings } from '../strings.ts';

/** How many of a long list are shown, and the button that shows the next ones and takes the focus to the first of them. */
export function useSteps(
  total: number,
  step: number,
  /** The list, and what in each row takes the focus. */
  { list, target }: { list: RefObject<HTMLElement | null>; target: string },
  /** As many are shown at least. */
  least = 0,
): { shown: number; more: ReactElement | null } {
  const [limit, setLimit] = useState(step);
  const shown = Math.max(limit, least);
  const show = (): void => {
    flushSync(() => setLimit(shown + step));
    list.current?.querySelectorAll<HTMLElement>(target)[shown]?.focus();
  };
  return {
    shown,
    more:
      total <= shown ? null : (
        <button type="button" className="more no-print" onClick={show}>
          {strings.more(step, total - shown)}
        </button>
      ),
  };
}
