import { type ReactElement, useEffect, useRef, useState } from 'react';
import { useSteps } from '../parts/More.tsx';
import type { DiscrepancyRow } from '../types.ts';
import { DiscrepancyItem } from './DiscrepancyItem.tsx';

/** As many are shown at once: more take their time to be drawn, and longer to be read. */
const AT_ONCE = 50;
const ROW = '.discrepancy > details > summary';

/**
 * The discrepancies of one tab. Where the one that the reader was at is gone from it (ruled on, put off, taken up), the focus goes to the
 * one that came into its place, and `whereIs` says what became of it.
 */
export function Inbox({
  rows,
  whereIs,
}: {
  rows: readonly DiscrepancyRow[];
  whereIs: (id: string) => string;
}): ReactElement {
  const list = useRef<HTMLUListElement>(null);
  const at = useRef<{ readonly id: string; readonly number: number } | null>(null);
  const [said, setSaid] = useState('');
  const { shown, more } = useSteps(rows.length, AT_ONCE, { list, target: ROW });
  useEffect(() => {
    const was = at.current;
    if (was == null || rows.some(r => r.id === was.id)) return;
    at.current = null;
    setSaid(whereIs(was.id));
    if (document.activeElement !== document.body) return;
    const left = [...(list.current?.querySelectorAll<HTMLElement>(ROW) ?? [])];
    const next = left[Math.min(was.number, left.length - 1)] ?? document.getElementById('main');
    next?.focus();
  }, [rows, whereIs]);
  return (
    <>
      <ul className="discrepancies" ref={list}>
        {rows.slice(0, shown).map((row, number) => (
          <DiscrepancyItem
            key={row.id}
            row={row}
            rulable
            onFocus={() => {
              at.current = { id: row.id, number };
            }}
          />
        ))}
      </ul>
      {more}
      <p role="status" className="visually-hidden">
        {said}
      </p>
    </>
  );
}
