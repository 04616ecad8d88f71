import { type ReactElement, type SyntheticEvent, useState } from 'react';
import { useAnswer } from '../api/client.ts';
import { paths } from '../api/paths.ts';
import { ClaimCard } from '../parts/ClaimCard.tsx';
import { PlaceLink } from '../parts/Links.tsx';
import { Shown } from '../parts/States.tsx';
import { knownDate } from '../record/dates.ts';
import { strings } from '../strings.ts';
import type { ClaimView, DiscrepancyRow } from '../types.ts';
import { Actions } from './Actions.tsx';
import { Settled } from './Settled.tsx';

/** One discrepancy: what disagrees in a sentence; opened, the words side by side and what would settle it. */
export function DiscrepancyItem({
  row,
  open: first = false,
  rulable = false,
  onFocus,
}: {
  row: DiscrepancyRow;
  open?: boolean;
  rulable?: boolean;
  /** Told when the focus comes into it. */
  onFocus?: () => void;
}): ReactElement {
  const [open, setOpen] = useState(first);
  const { settledBy } = row;
  return (
    <li className={`discrepancy${settledBy == null ? '' : ' discrepancy-settled'}`} onFocus={onFocus}>
      <details
        open={open}
        onToggle={(e: SyntheticEvent<HTMLDetailsElement>) => setOpen(e.currentTarget.open)}
      >
        <summary>
          <span className="discrepancy-kind">{strings.discrepancies.kinds[row.kind]}</span>
          <span className="discrepancy-note">{row.note}</span>
          <span className="quiet">
            {settledBy == null
              ? strings.discrepancies.since(knownDate(row.knownSince))
              : strings.discrepancies.settledOn(knownDate(settledBy.known))}
          </span>
        </summary>
        {open ? <Words row={row} rulable={rulable} /> : null}
      </details>
    </li>
  );
}

function Words({ row, rulable }: { row: DiscrepancyRow; rulable: boolean }): ReactElement {
  const path = paths.claims(row.claims);
  const answer = useAnswer<ClaimView[]>(path);
  return (
    <div className="discrepancy-words">
      <Shown answer={answer} path={path} lines={3}>
        {claims => (
          <div className="side-by-side">
            {claims.map(c => (
              <ClaimCard key={c.id} claim={c} />
            ))}
          </div>
        )}
      </Shown>
      <p className="quiet">
        {row.settledBy == null ? strings.discrepancies.wouldSettle[row.kind] : row.settledBy.note}
        {row.places.length === 0 ? null : (
          <>
            {' '}
            {row.places.map((p, i) => (
              <span key={p.id}>
                {i > 0 ? ', ' : ''}
                <PlaceLink id={p.id} name={p.name} />
              </span>
            ))}
          </>
        )}
      </p>
      {!rulable ? null : row.settledBy == null ? (
        <Actions row={row} />
      ) : row.settledBy.decision == null ? null : (
        <Settled decision={row.settledBy.decision} />
      )}
    </div>
  );
}
