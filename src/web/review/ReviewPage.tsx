import { type KeyboardEvent, type ReactElement, useEffect, useMemo, useRef, useState } from 'react';
import { type Answer, load, useAnswer } from '../api/client.ts';
import { paths } from '../api/paths.ts';
import { claimWords } from '../parts/ClaimCard.tsx';
import { Failed, Waiting as WaitingLines } from '../parts/States.tsx';
import { knownText } from '../record/days.ts';
import { fullName, maskOf } from '../record/say.ts';
import { decide, referenceTo, undo } from '../ruling/rule.ts';
import { useMoment } from '../state/record-store.ts';
import { showList, useRestedView } from '../state/view-store.ts';
import { number, strings } from '../strings.ts';
import type { ClaimView, Decision, DiscrepancyRow, ReportView, Ruling } from '../types.ts';
import { queueOf, type Waiting } from './queue.ts';
import { ReviewCard } from './ReviewCard.tsx';
import { RulingList } from './RulingList.tsx';

/** As many as are asked for at once; the rest follow as these are ruled on. */
const AT_ONCE = 60;

/** The queue of claims that matter and are unsure, one key each; and what was ruled, by whom. */
export function ReviewPage(): ReactElement {
  const which = useRestedView().tab === 'ruled' ? 'ruled' : 'queue';
  const { index, known, country } = useMoment();
  const discrepancies = useAnswer<DiscrepancyRow[]>(
    paths.discrepancies({ country, knownAt: knownText(known) }),
  );
  const decisions = useAnswer<Decision[]>(paths.decisions);
  const all = useMemo(
    () =>
      discrepancies.state === 'here'
        ? queueOf(index, known, maskOf(index, country), discrepancies.data)
        : null,
    [index, known, country, discrepancies],
  );
  const ruled = decisions.state === 'here' ? decisions.data : [];
  const ruledOn = useMemo(() => claimsRuledOn(ruled), [ruled]);
  const queue =
    decisions.state === 'waiting' ? null : (all?.filter(item => !ruledOn.has(item.claim)) ?? null);
  return (
    <div className="page page-review">
      <h1>{strings.review.title}</h1>
      <p className="lead">{strings.review.intro}</p>
      {queue == null ? null : (
        <div className="tabs no-print">
          <button type="button" aria-pressed={which === 'queue'} onClick={() => showList(null)}>
            {strings.review.queue} <span className="count">{number(queue.length)}</span>
          </button>
          <button type="button" aria-pressed={which === 'ruled'} onClick={() => showList('ruled')}>
            {strings.review.ruled} <span className="count">{number(ruled.length)}</span>
          </button>
        </div>
      )}
      {discrepancies.state === 'failed' ? (
        <Failed
          message={discrepancies.message}
          path={paths.discrepancies({ country, knownAt: knownText(known) })}
        />
      ) : queue == null ? (
        <WaitingLines lines={10} />
      ) : which === 'ruled' ? (
        <RulingList decisions={ruled} />
      ) : queue.length === 0 ? (
        <p className="none">{strings.review.none}</p>
      ) : (
        <Queue items={queue.slice(0, AT_ONCE)} total={queue.length} />
      )}
    </div>
  );
}

/** Claims that a standing decision accepts, rejects or corrects. */
function claimsRuledOn(decisions: readonly Decision[]): Set<string> {
  const undone = new Set(decisions.flatMap(d => (d.ruling.kind === 'undo' ? [d.ruling.decision] : [])));
  return new Set(
    decisions.flatMap(d => (!undone.has(d.id) && 'claim' in d.ruling ? [d.ruling.claim.claim] : [])),
  );
}

/** Every claim seen so far: what was asked before stays while a shorter list is asked for. */
function useSeen(answer: Answer<ClaimView[]>): ReadonlyMap<string, ClaimView> {
  const [seen, setSeen] = useState<ReadonlyMap<string, ClaimView>>(new Map());
  const data = answer.state === 'here' ? answer.data : null;
  useEffect(() => {
    if (data != null) setSeen(before => new Map([...before, ...data.map(c => [c.id, c] as const)]));
  }, [data]);
  return seen;
}

/** One claim at a time, the next ones below it. Keys act while the focus is on the claim, never elsewhere. */
function Queue({ items, total }: { items: readonly Waiting[]; total: number }): ReactElement {
  const ids = useMemo(() => items.map(i => i.claim).sort(), [items]);
  const answer = useAnswer<ClaimView[]>(paths.claims(ids));
  const seen = useSeen(answer);
  const [at, setAt] = useState(0);
  const [mode, setMode] = useState<'look' | 'correct'>('look');
  const [last, setLast] = useState<{ decision: Decision; said: string } | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const card = useRef<HTMLElement>(null);
  const { index } = useMoment();
  const here = Math.min(at, items.length - 1);
  const item = items[here]!;
  const claim = seen.get(item.claim) ?? null;

  const report = useAnswer<ReportView>(claim == null ? null : paths.report(claim.report));
  // The claim is shown once its paragraph is here: it must not push away what stands below it.
  const isHere = claim != null && report.state !== 'waiting';
  const ahead = [here + 1, here + 2].map(i => seen.get(items[i]?.claim ?? '')?.report);
  useEffect(() => {
    for (const id of ahead) if (id != null) void load(paths.report(id));
  }, [ahead[0], ahead[1]]);
  const focusOn = isHere && mode === 'look' ? item.claim : null;
  useEffect(() => {
    if (focusOn != null) card.current?.focus({ preventScroll: true });
  }, [focusOn]);

  const go = (by: number): void => {
    setMode('look');
    setAt(Math.max(0, Math.min(items.length - 1, here + by)));
  };
  const act = async (work: () => Promise<Decision>, said: string | null): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setError(null);
    try {
      const decision = await work();
      setLast(said == null ? null : { decision, said });
      setMode('look');
    } catch (e) {
      setError((e as Error).message);
    }
    setBusy(false);
  };
  const rule = (ruling: Ruling, why: string): void => {
    const kind = ruling.kind as 'accept' | 'reject' | 'correct';
    void act(() => decide(ruling, why), strings.review.did[kind](claim == null ? '' : claimWords(claim)));
  };
  const ruleSo = (kind: 'accept' | 'reject', why: string): void => {
    if (claim != null) rule({ kind, claim: referenceTo(claim) }, why);
  };
  const takeBack = (): void => {
    if (last != null) void act(() => undo(last.decision.id, strings.review.whyUndo), null);
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.target !== card.current || event.metaKey || event.ctrlKey || event.altKey) return;
    const actions: Record<string, () => void> = {
      a: () => ruleSo('accept', strings.review.whyAccept),
      r: () => ruleSo('reject', strings.review.whyReject),
      c: () => setMode('correct'),
      u: takeBack,
      j: () => go(1),
      k: () => go(-1),
    };
    const action = actions[event.key];
    if (action == null) return;
    event.preventDefault();
    action();
  };

  if (!isHere)
    return answer.state === 'failed' ? (
      <Failed message={answer.message} path={paths.claims(ids)} />
    ) : (
      <WaitingLines lines={10} />
    );
  const text = report.state === 'here' && claim.in === 'text' ? report.data.text : null;
  return (
    <div className="review">
      <div className="review-bar">
        <p className="review-at">{strings.review.position(here + 1, total)}</p>
        <p role="status" className="review-last">
          {last == null ? null : (
            <>
              {last.said}{' '}
              <button type="button" className="quiet-button" onClick={takeBack} disabled={busy}>
                {strings.review.undo}
              </button>
            </>
          )}
        </p>
        <div className="buttons no-print">
          <button type="button" onClick={() => go(-1)} disabled={here === 0}>
            {strings.review.previous}
          </button>
          <button type="button" onClick={() => go(1)} disabled={here === items.length - 1}>
            {strings.review.next}
          </button>
        </div>
      </div>
      <section
        ref={card}
        tabIndex={-1}
        className="review-card"
        aria-label={strings.review.claimAt(here + 1, total)}
        onKeyDown={onKey}
      >
        <ReviewCard
          key={claim.id}
          claim={claim}
          text={text}
          item={item}
          mode={mode}
          busy={busy}
          onRule={rule}
          onMode={setMode}
        />
      </section>
      {error == null ? null : (
        <p role="alert" className="error">
          {error}
        </p>
      )}
      <p className="quiet keys no-print">{strings.review.keys}</p>
      <h2 className="rule">{strings.review.after}</h2>
      <ol className="review-next" start={here + 2}>
        {items.slice(here + 1, here + 9).map((next, i) => {
          const c = seen.get(next.claim);
          return (
            <li key={next.claim}>
              <button type="button" className="claim-choose" onClick={() => go(i + 1)}>
                {c == null ? (next.place < 0 ? strings.waiting : fullName(index, next.place)) : claimWords(c)}
              </button>
              <span className="quiet">{next.doubts.map(d => strings.review.doubts[d]).join(' · ')}</span>
            </li>
          );
        })}
      </ol>
    </div>
  );
}
