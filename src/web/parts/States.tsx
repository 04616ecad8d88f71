import type { ReactElement, ReactNode } from 'react';
import { type Answer, refresh } from '../api/client.ts';
import { strings } from '../strings.ts';
import { ViewLink } from './Links.tsx';

/** Grey lines where words will stand, so that nothing moves when they come. */
export function Waiting({ lines = 4 }: { lines?: number }): ReactElement {
  return (
    <div className="waiting" role="status">
      <span className="visually-hidden">{strings.waiting}</span>
      {Array.from({ length: lines }, (_, i) => 92 - ((i * 23) % 40) + i / 100).map(width => (
        <span key={width} className="waiting-line" style={{ width: `${width}%` }} />
      ))}
    </div>
  );
}

/** One sentence of what went wrong, and a way on. */
export function Failed({
  message,
  path,
  status = 0,
}: {
  message: string;
  path: string;
  status?: number;
}): ReactElement {
  const isMissing = status === 404;
  return (
    <div className="failed" role="alert">
      <p className="failed-title">{isMissing ? strings.missing : strings.failed}</p>
      <p>{message}</p>
      {isMissing ? null : (
        <button type="button" onClick={() => refresh(path)}>
          {strings.retry}
        </button>
      )}
    </div>
  );
}

/** The first words of an empty record. */
export function NothingFiled(): ReactElement {
  return (
    <div className="nothing">
      <h1>{strings.empty.title}</h1>
      <p>{strings.empty.body}</p>
      <p>
        <ViewLink to={{ view: 'add' }} className="button">
          {strings.empty.add}
        </ViewLink>
      </p>
    </div>
  );
}

/** Shows the answer, or that it is waited for, or what went wrong. */
export function Shown<T>({
  answer,
  path,
  lines,
  children,
}: {
  answer: Answer<T>;
  path: string;
  lines?: number;
  children: (data: T) => ReactNode;
}): ReactElement {
  if (answer.state === 'waiting') return <Waiting {...(lines == null ? {} : { lines })} />;
  if (answer.state === 'failed') return <Failed {...answer} path={path} />;
  return <>{children(answer.data)}</>;
}
