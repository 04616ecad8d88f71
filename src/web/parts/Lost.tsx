import { type ReactElement, useEffect } from 'react';
import { reconnect, useConnection } from '../api/client.ts';
import { strings } from '../strings.ts';

const EVERY = 5_000;

/** Says that the server is gone or knows the reader no more, while what was written stays on the page; goes away by itself. */
export function Lost(): ReactElement | null {
  const connection = useConnection();
  useEffect(() => {
    if (connection === 'here') return;
    const again = (): void => void reconnect();
    const timer = setInterval(again, EVERY);
    addEventListener('focus', again);
    return () => {
      clearInterval(timer);
      removeEventListener('focus', again);
    };
  }, [connection]);
  if (connection === 'here') return null;
  return (
    <div className="lost no-print" role="alert">
      {connection === 'gone' ? (
        <p>{strings.lost.gone}</p>
      ) : (
        <p>
          {strings.lost.signedOut}{' '}
          <a href="/sign-in" target="_blank" rel="noreferrer">
            {strings.lost.signIn}
          </a>
        </p>
      )}
    </div>
  );
}
