import { type KeyboardEvent, type ReactElement, useEffect, useRef, useState } from 'react';
import { mediumDate, today } from '../record/dates.ts';
import { dateOfDay, dayOf } from '../record/days.ts';
import { strings } from '../strings.ts';
import type { DiscrepancyRow } from '../types.ts';
import { defer, isDeferred, takeUp, useDeferred } from './deferred.ts';
import { RuleForm } from './RuleForm.tsx';
import { SettleForm } from './SettleForm.tsx';

const WAITS = [1, 3, 7] as const;

/** What can be done about a discrepancy: rule who holds the place, put it off, or mark it as settled. */
export function Actions({ row }: { row: DiscrepancyRow }): ReactElement {
  const [open, setOpen] = useState<'rule' | 'settle' | null>(null);
  const deferred = useDeferred() ?? {};
  const [error, setError] = useState<string | null>(null);
  const run = (work: Promise<void>): void => {
    setError(null);
    work.catch((e: Error) => setError(e.message));
  };
  const { discrepancies: words } = strings;
  const box = useRef<HTMLDivElement>(null);
  const before = useRef(open);
  // The focus follows: into the form that opens, and back to its button.
  useEffect(() => {
    const to = open == null ? before.current && `[data-opens=${before.current}]` : 'select, input';
    before.current = open;
    if (to != null) box.current?.querySelector<HTMLElement>(to)?.focus();
  }, [open]);
  const close = (): void => setOpen(null);
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') close();
  };
  if (open != null)
    return (
      // biome-ignore lint/a11y/noStaticElementInteractions: only adds Escape to the form inside
      <div ref={box} onKeyDown={onKey}>
        {open === 'rule' ? <RuleForm row={row} onDone={close} /> : <SettleForm id={row.id} onDone={close} />}
      </div>
    );
  return (
    <div ref={box} className="buttons no-print">
      {row.places.length === 0 ? null : (
        <button type="button" className="primary" data-opens="rule" onClick={() => setOpen('rule')}>
          {words.rule}
        </button>
      )}
      <button type="button" data-opens="settle" onClick={() => setOpen('settle')}>
        {words.settle}
      </button>
      {isDeferred(row, deferred, today()) ? (
        <>
          <span className="quiet">{words.deferredUntil(mediumDate(dayOf(deferred[row.id]!)))}</span>
          <button type="button" className="quiet-button" onClick={() => run(takeUp(row.id))}>
            {words.takeUp}
          </button>
        </>
      ) : (
        <label className="defer">
          <span className="visually-hidden">{words.defer}</span>
          <select
            value=""
            onChange={e => run(defer(row.id, dateOfDay(dayOf(today()) + Number(e.target.value))))}
          >
            <option value="" disabled>
              {words.defer}
            </option>
            {WAITS.map(days => (
              <option key={days} value={days}>
                {words.deferFor(days)}
              </option>
            ))}
          </select>
        </label>
      )}
      {error == null ? null : (
        <p role="alert" className="error">
          {error}
        </p>
      )}
    </div>
  );
}
