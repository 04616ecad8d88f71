import { type FormEvent, type ReactElement, useId, useState } from 'react';
import { decide } from '../ruling/rule.ts';
import { strings } from '../strings.ts';

/** Marks a discrepancy as settled, with a reason. */
export function SettleForm({ id, onDone }: { id: string; onDone: () => void }): ReactElement {
  const [why, setWhy] = useState('');
  const [error, setError] = useState<string | null>(null);
  const field = useId();
  const settle = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setError(null);
    try {
      await decide({ kind: 'settle', discrepancy: id }, why);
      onDone();
    } catch (e) {
      setError((e as Error).message);
    }
  };
  return (
    <form onSubmit={settle} className="settle">
      <label htmlFor={field}>{strings.discrepancies.why}</label>
      <input
        id={field}
        value={why}
        onChange={e => setWhy(e.target.value)}
        required
        aria-describedby={`${field}-hint`}
      />
      <span id={`${field}-hint`} className="quiet">
        {strings.discrepancies.whyHint}
      </span>
      <div className="buttons">
        <button type="submit" className="primary">
          {strings.discrepancies.settle}
        </button>
        <button type="button" className="quiet-button" onClick={onDone}>
          {strings.discrepancies.cancel}
        </button>
      </div>
      {error == null ? null : (
        <p role="alert" className="error">
          {error}
        </p>
      )}
    </form>
  );
}
