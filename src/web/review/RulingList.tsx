import { type ReactElement, useMemo, useState } from 'react';
import { useAnswer } from '../api/client.ts';
import { paths } from '../api/paths.ts';
import { claimWords } from '../parts/ClaimCard.tsx';
import { PlaceLink, ViewLink } from '../parts/Links.tsx';
import { knownDate } from '../record/dates.ts';
import { sideName } from '../record/say.ts';
import { undo } from '../ruling/rule.ts';
import { useMoment } from '../state/record-store.ts';
import { strings } from '../strings.ts';
import type { ClaimView, Decision, Ruling } from '../types.ts';

/** Every decision, newest first: what, who, when and why; each can be undone, and what was undone says so. */
export function RulingList({ decisions }: { decisions: readonly Decision[] }): ReactElement {
  const { review } = strings;
  const [error, setError] = useState<string | null>(null);
  const undone = new Set(decisions.flatMap(d => (d.ruling.kind === 'undo' ? [d.ruling.decision] : [])));
  const ids = useMemo(
    () => [...new Set(decisions.flatMap(d => ('claim' in d.ruling ? [d.ruling.claim.claim] : [])))].sort(),
    [decisions],
  );
  const claims = useAnswer<ClaimView[]>(ids.length === 0 ? null : paths.claims(ids));
  const byId = new Map(claims.state === 'here' ? claims.data.map(c => [c.id, c]) : []);
  const takeBack = (id: string): void => {
    setError(null);
    undo(id, review.whyUndo).catch((e: Error) => setError(e.message));
  };
  if (decisions.length === 0) return <p className="none">{review.noRulings}</p>;
  return (
    <>
      {error == null ? null : (
        <p role="alert" className="error">
          {error}
        </p>
      )}
      <ol className="rulings">
        {[...decisions].reverse().map(d => (
          <li key={d.id} className={undone.has(d.id) ? 'ruling ruling-undone' : 'ruling'}>
            <div>
              <p>
                <strong>{review.ruledKinds[d.ruling.kind]}</strong> <What ruling={d.ruling} claims={byId} />
              </p>
              <p className="quiet">
                <bdi>{d.by}</bdi>, {knownDate(d.at)} · <bdi>{d.why}</bdi>
                {undone.has(d.id) ? ` · ${review.undone}` : ''}
              </p>
            </div>
            {undone.has(d.id) || d.ruling.kind === 'undo' ? null : (
              <button type="button" className="no-print" onClick={() => takeBack(d.id)}>
                {review.undo}
              </button>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}

/** What a decision was about, with the way to it. */
function What({ ruling, claims }: { ruling: Ruling; claims: Map<string, ClaimView> }): ReactElement | null {
  const { index } = useMoment();
  if ('claim' in ruling) {
    const claim = claims.get(ruling.claim.claim);
    return (
      <ViewLink to={{ view: 'report', report: ruling.claim.report, claim: ruling.claim.claim }}>
        <bdi>{claim == null ? strings.review.aClaim : claimWords(claim)}</bdi>
      </ViewLink>
    );
  }
  if (ruling.kind === 'rule') {
    const at = index.placeAt.get(ruling.place);
    return (
      <>
        <PlaceLink id={ruling.place} name={at == null ? ruling.place : index.places[at]!.name} />
        {`: ${ruling.side == null ? strings.nobody : sideName(index, index.sides.indexOf(ruling.side))}, ${strings.statuses[ruling.status]}, ${ruling.from}${ruling.to == null ? '' : ` – ${ruling.to}`}`}
      </>
    );
  }
  if (ruling.kind === 'baseline') return <bdi>{ruling.name}</bdi>;
  if (ruling.kind === 'settle')
    return <ViewLink to={{ view: 'discrepancies' }}>{strings.review.aDiscrepancy}</ViewLink>;
  return null;
}
