import { type ReactElement, useState } from 'react';
import { undo } from '../ruling/rule.ts';
import { strings } from '../strings.ts';

/** That a ruling settled it, with the way to take it back. */
export function Settled({ decision }: { decision: string }): ReactElement {
  const [error, setError] = useState<string | null>(null);
  return (
    <p className="ruled">
      {strings.discrepancies.ruled}{' '}
      <button
        type="button"
        className="quiet-button no-print"
        onClick={() => undo(decision, strings.review.whyUndo).catch((e: Error) => setError(e.message))}
      >
        {strings.discrepancies.undo}
      </button>
      {error == null ? null : <span role="alert"> {error}</span>}
    </p>
  );
}
