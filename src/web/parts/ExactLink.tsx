import { type MouseEvent, type ReactElement, useEffect, useState } from 'react';
import { exactView } from '../state/exact-view.ts';
import { currentRecord, useRecordPart } from '../state/record-store.ts';
import { currentView, hrefTo, navigate, useRestedView } from '../state/view-store.ts';
import { strings } from '../strings.ts';

/** The address of exactly this view: goes to it, and copies it where the browser lets it. It stands on every page that has a state. */
export function ExactLink(): ReactElement | null {
  const view = useRestedView();
  const isHere = useRecordPart(r => r.state === 'here');
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 4000);
    return () => clearTimeout(timer);
  }, [copied]);
  if (!isHere || view.view === 'add') return null;
  const exact = () => {
    const record = currentRecord();
    return record.state === 'here' ? exactView(currentView(), record.moment) : currentView();
  };
  const go = (event: MouseEvent): void => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0) return;
    event.preventDefault();
    navigate(exact());
    // Only where the page came safely, or from this machine, is there a clipboard; the address bar has it in any case.
    void navigator.clipboard?.writeText(location.href).then(
      () => setCopied(true),
      () => {},
    );
  };
  return (
    <>
      <a className="exact-link" href={hrefTo(exact())} onClick={go} title={strings.exactly}>
        <span className="visually-hidden">{strings.exactly}</span>
        <svg
          viewBox="0 0 24 24"
          width="17"
          height="17"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.9"
          strokeLinecap="round"
          aria-hidden="true"
        >
          <path d="M12 3v11M8 7l4-4 4 4M5 12v8h14v-8" />
        </svg>
      </a>
      <span role="status" className={copied ? 'exact-said' : 'visually-hidden'}>
        {copied ? strings.copied : ''}
      </span>
    </>
  );
}
