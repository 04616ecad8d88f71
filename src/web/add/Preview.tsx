import { type ReactElement, useMemo, useState } from 'react';
import { claimWords, SourceChain } from '../parts/ClaimCard.tsx';
import { timeText } from '../record/dates.ts';
import { ReportText } from '../report/ReportText.tsx';
import { strings } from '../strings.ts';
import type { ClaimView, Reading, ReportInput } from '../types.ts';

/** What the reader made of a text that is not filed yet: the text with its words marked, and each claim in a line. */
export function Preview({ input, reading }: { input: ReportInput; reading: Reading }): ReactElement {
  const [chosen, setChosen] = useState<string | null>(null);
  const claims = useMemo(
    () =>
      reading.claims.map(
        (c): ClaimView => ({
          ...c,
          reportTitle: input.title ?? null,
          outlet: input.outlet ?? null,
          published: input.published ?? null,
          known: '',
          origin: '',
          carriedFrom: null,
          verdict: null,
        }),
      ),
    [reading, input],
  );
  return (
    <>
      <h2 className="rule">
        {strings.add.preview} <span className="count">{strings.claims(claims.length)}</span>
      </h2>
      {reading.unread == null ? null : <p className="notice">{strings.add.unread(reading.unread)}</p>}
      {claims.length === 0 ? <p className="none">{strings.add.none}</p> : null}
      <ol className="preview-claims">
        {claims.map(c => (
          <li key={c.id} className="claim-line" aria-current={c.id === chosen ? 'true' : undefined}>
            <button
              type="button"
              className="claim-choose"
              aria-pressed={c.id === chosen}
              onClick={() => setChosen(c.id === chosen ? null : c.id)}
            >
              {claimWords(c)}
            </button>
            <p className="quiet">
              <SourceChain attribution={c.attribution} outlet={c.outlet} /> ·{' '}
              {timeText(c.time?.from ?? null, c.time?.to ?? null) ?? strings.claim.undated}
            </p>
          </li>
        ))}
      </ol>
      {reading.discrepancies.map(d => (
        <p key={d.note} className="notice">
          {d.note}
        </p>
      ))}
      <ReportText
        text={input.text}
        claims={claims.filter(c => c.in === 'text')}
        chosen={chosen}
        onChoose={setChosen}
      />
    </>
  );
}
