import { type ReactElement, useState } from 'react';
import { useAnswer } from '../api/client.ts';
import { paths } from '../api/paths.ts';
import { ClaimCard } from '../parts/ClaimCard.tsx';
import { PlaceLink } from '../parts/Links.tsx';
import { Mark } from '../parts/Mark.tsx';
import { Shown } from '../parts/States.tsx';
import { knownDate } from '../record/dates.ts';
import { markOfRow } from '../record/say.ts';
import { useMoment } from '../state/record-store.ts';
import { useTheme } from '../state/theme.ts';
import { strings } from '../strings.ts';
import type { Change, ClaimView } from '../types.ts';

/** One change: the sentence, its basis and origins; opened, the words it stands on, for and against. */
export function ChangeItem({ change }: { change: Change }): ReactElement {
  const { index } = useMoment();
  const theme = useTheme();
  const [open, setOpen] = useState(false);
  const { after } = change;
  const ids = [...after.claims, ...after.against];
  return (
    <li className="change today-change">
      <Mark spec={markOfRow(index, after, theme)} r={7} />
      <div>
        <p className="sentence">{change.sentence}</p>
        <p className="quiet">
          <PlaceLink id={change.place.id} name={change.place.name} />
          {' · '}
          <span className={`basis basis-${after.basis}`}>{strings.bases[after.basis]}</span>
          {after.origins > 0 ? ` · ${strings.origins(after.origins)}` : ''}
          {` · ${strings.report.known(knownDate(change.known))}`}
        </p>
        {ids.length === 0 ? null : (
          <>
            <button
              type="button"
              className="change-open no-print"
              aria-expanded={open}
              onClick={() => setOpen(!open)}
            >
              {open ? strings.changes.hideWords : strings.changes.words(ids.length)}
            </button>
            {open ? <Words claims={ids} against={after.against} /> : null}
          </>
        )}
      </div>
    </li>
  );
}

function Words({ claims, against }: { claims: readonly string[]; against: readonly string[] }): ReactElement {
  const path = paths.claims(claims);
  const answer = useAnswer<ClaimView[]>(path);
  return (
    <Shown answer={answer} path={path} lines={3}>
      {found => (
        <div className="side-by-side">
          {found.map(c => (
            <div key={c.id}>
              {against.includes(c.id) ? <p className="against">{strings.claim.against}</p> : null}
              <ClaimCard claim={c} />
            </div>
          ))}
        </div>
      )}
    </Shown>
  );
}
