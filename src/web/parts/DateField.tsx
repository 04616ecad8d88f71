import { type KeyboardEvent, type ReactElement, useEffect, useId, useRef, useState } from 'react';
import { mediumDate } from '../record/dates.ts';
import { dateOfDay, dayOf } from '../record/days.ts';
import { parseDate } from '../record/parse-date.ts';
import { strings } from '../strings.ts';

/**
 * A day, written so that it means one day everywhere ("10 Aug 2021"): a browser's own field shows 08/10 or 10/08 by its language. Typed
 * as 2021-08-10 or 10 Aug 2021, moved by the arrow keys, or chosen in the browser's calendar. `value` and what `onChange` gets are ISO.
 */
export function DateField({
  label,
  value,
  min,
  max,
  required,
  className = 'field',
  onChange,
}: {
  label: string;
  value: string;
  min?: string | undefined;
  max?: string | undefined;
  required?: boolean;
  className?: string;
  /** Gets `''` where the field was emptied. */
  onChange: (date: string) => void;
}): ReactElement {
  const id = useId();
  const calendar = useRef<HTMLInputElement>(null);
  /** What is being typed; null while the field says the date that it has. */
  const [typed, setTyped] = useState<string | null>(null);
  const written = value === '' ? '' : mediumDate(dayOf(value));
  const said = (typed ?? '').trim();
  const outside = (date: string): boolean =>
    (min != null && min !== '' && date < min) || (max != null && date > max);
  const date = parseDate(said);
  const wrong =
    typed == null || said === ''
      ? null
      : date == null
        ? strings.dates.notOne(said)
        : outside(date)
          ? strings.dates.outside(min, max)
          : null;
  const field = useRef<HTMLInputElement>(null);
  // A form is not sent with a date that was not understood, as if there were none.
  useEffect(() => field.current?.setCustomValidity(wrong ?? ''), [wrong]);
  const take = (text: string): void => {
    setTyped(text);
    const next = parseDate(text);
    if (text.trim() === '' && value !== '' && !required) onChange('');
    else if (next != null && next !== value && !outside(next)) onChange(next);
  };
  const onKey = (event: KeyboardEvent): void => {
    const by = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (by == null || value === '') return;
    event.preventDefault();
    const next = dateOfDay(dayOf(value) + by);
    if (outside(next)) return;
    setTyped(null);
    onChange(next);
  };
  return (
    <div className={className}>
      <label id={`${id}-label`} htmlFor={id}>
        {label}
      </label>
      <div className="date-field">
        <input
          ref={field}
          id={id}
          value={typed ?? written}
          placeholder={strings.dates.hint}
          required={required}
          autoComplete="off"
          aria-invalid={wrong == null ? undefined : true}
          aria-describedby={wrong == null ? undefined : `${id}-wrong`}
          onChange={e => take(e.target.value)}
          onKeyDown={onKey}
          // What was understood is written out; what was not stays, with the reason.
          onBlur={() => wrong == null && setTyped(null)}
        />
        <button
          type="button"
          aria-label={strings.dates.choose}
          aria-describedby={`${id}-label`}
          onClick={() => calendar.current?.showPicker()}
        >
          <svg
            viewBox="0 0 16 16"
            width="16"
            height="16"
            fill="none"
            stroke="currentColor"
            aria-hidden="true"
          >
            <path d="M2.5 3.5h11v10h-11zM2.5 6.5h11M5.5 1.5v3M10.5 1.5v3" strokeWidth="1.3" />
          </svg>
        </button>
        <input
          ref={calendar}
          type="date"
          tabIndex={-1}
          aria-hidden="true"
          value={value}
          min={min}
          max={max}
          onChange={e => {
            setTyped(null);
            onChange(e.target.value);
          }}
        />
      </div>
      {wrong == null ? null : (
        <p id={`${id}-wrong`} role="alert" className="error">
          {wrong}
        </p>
      )}
    </div>
  );
}
