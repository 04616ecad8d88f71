import type { ReactElement } from 'react';
import { shortDate } from '../record/dates.ts';
import { DAY_MS } from '../record/days.ts';
import { useDockOpen } from '../state/dock.ts';
import { useMoment } from '../state/record-store.ts';
import { useView } from '../state/view-store.ts';
import { strings } from '../strings.ts';
import { Controls } from './Controls.tsx';
import { Lanes } from './Lanes.tsx';

/** The two times: a bar with their dates, and, opened, the lanes with a handle for each. */
export function Timeline(): ReactElement {
  const { day, known } = useMoment();
  const { linked } = useView();
  const open = useDockOpen();
  const knownDay = Math.floor(known / DAY_MS);
  return (
    <section className={open ? 'dock' : 'dock dock-slim'} aria-label={strings.time.dock}>
      <Controls open={open} />
      {open ? <Lanes /> : null}
      {!linked && day > knownDay ? (
        <p className="dock-note">{strings.time.ahead(shortDate(knownDay))}</p>
      ) : null}
    </section>
  );
}
