import { type FormEvent, type ReactElement, useId, useState } from 'react';
import { post, refresh } from '../api/client.ts';
import { paths } from '../api/paths.ts';
import { strings } from '../strings.ts';
import type { Decision } from '../types.ts';

/** Marks a discrepancy as settled, with a reason; what was ruled can be undone on the spot. */
export function SettleForm({ id }: { id: string }): ReactElement {
  const [open, setOpen] = useState(false);
  const [why, setWhy] = useState('');
  const [ruled, setRuled] = useState<Decision | null>(null);
  const [error, setError] = useState<string | null>(null);
  const field = useId();

  const send = async (body: unknown): Promise<Decision | null> => {
    setError(null);
    try {
      return await post<Decision>(paths.decisions, body);
    } catch (e) {
      setError((e as Error).message);
      return null;
    }
  };
  const settle = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setRuled(await send({ ruling: { kind: 'settle', discrepancy: id }, why }));
  };
  const undo = async (): Promise<void> => {
    if (
      ruled != null &&
      (await send({ ruling: { kind: 'undo', decision: ruled.id }, why: strings.discrepancies.undo })) != null
    ) {
      setRuled(null);
      setOpen(false);
    }
  };
  if (ruled != null)
    return (
      <p role="status" className="ruled">
        {strings.discrepancies.ruled}{' '}
        <button type="button" className="quiet-button" onClick={undo}>
          {strings.discrepancies.undo}
        </button>{' '}
        <button type="button" className="quiet-button" onClick={() => refresh()}>
          {strings.close}
        </button>
      </p>
    );
  if (!open)
    return (
      <button type="button" className="no-print" onClick={() => setOpen(true)}>
        {strings.discrepancies.settle}
      </button>
    );
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
        <button type="button" className="quiet-button" onClick={() => setOpen(false)}>
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
