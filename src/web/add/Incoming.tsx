import { type DragEvent, type FormEvent, type ReactElement, useState } from 'react';
import { post } from '../api/client.ts';
import { paths } from '../api/paths.ts';
import { strings } from '../strings.ts';
import type { ReportInput } from '../types.ts';
import { fileBytes } from './file-bytes.ts';

/** What a source holds, as the server tells. */
export interface Incoming {
  readonly from: string;
  readonly reports: readonly ReportInput[];
  readonly refused: readonly { readonly from: string; readonly why: string }[];
  readonly more: boolean;
}

/** Takes files that are dropped or chosen, or an address; hands on what they hold. Nothing is filed here. */
export function Bring({ onCame }: { onCame: (came: readonly Incoming[]) => void }): ReactElement {
  const [address, setAddress] = useState('');
  const [busy, setBusy] = useState(false);
  const [over, setOver] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const { add } = strings;
  const run = async (sources: readonly { from: string; body: () => Promise<unknown> }[]): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      const came: Incoming[] = [];
      for (const { from, body } of sources)
        came.push({ from, ...(await post<Omit<Incoming, 'from'>>(paths.preview, await body())) });
      onCame(came);
    } catch (e) {
      setError((e as Error).message);
    }
    setBusy(false);
  };
  const takeFiles = (files: Iterable<File>): void =>
    void run(
      [...files].map(file => ({
        from: file.name,
        body: async () => ({ name: file.name, base64: await fileBytes(file) }),
      })),
    );
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    takeFiles(event.dataTransfer.files);
  };
  const fetchIt = (event: FormEvent): void => {
    event.preventDefault();
    void run([{ from: address.trim(), body: async () => ({ address: address.trim() }) }]);
  };
  return (
    <div className="bring">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way to what the field inside does */}
      <div
        className={over ? 'drop drop-over' : 'drop'}
        onDragOver={e => {
          e.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <label className="field field-file">
          <span>{add.drop}</span>
          <input
            type="file"
            multiple
            disabled={busy}
            onChange={e => {
              takeFiles([...(e.target.files ?? [])]);
              e.target.value = '';
            }}
          />
        </label>
        <p className="quiet">{add.formats}</p>
      </div>
      <form className="bring-address" onSubmit={fetchIt}>
        <label className="field">
          <span>{add.address}</span>
          <input
            type="url"
            required
            value={address}
            onChange={e => setAddress(e.target.value)}
            placeholder="https://"
          />
        </label>
        <button type="submit" disabled={busy}>
          {add.fetch}
        </button>
      </form>
      <p role="status" className="quiet">
        {busy ? add.fetching : ''}
      </p>
      {error == null ? null : (
        <p role="alert" className="error">
          {error}
        </p>
      )}
    </div>
  );
}

/** What came in, each to look into before it is filed; all can be filed at once, a feed can be watched. */
export function IncomingList({
  came,
  chosen,
  busy,
  onChoose,
  onFileAll,
  onWatch,
}: {
  came: readonly Incoming[];
  chosen: ReportInput | null;
  busy: boolean;
  onChoose: (report: ReportInput) => void;
  onFileAll: (reports: readonly ReportInput[]) => void;
  onWatch: (address: string) => void;
}): ReactElement | null {
  const { add } = strings;
  if (came.length === 0) return null;
  const all = came.flatMap(c => c.reports);
  const feeds = came.filter(c => /^https?:/i.test(c.from) && c.reports.length > 1);
  return (
    <section className="incoming">
      <h2 className="rule">
        {add.came} <span className="count">{strings.reports(all.length)}</span>
      </h2>
      <ul>
        {all.map((r, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is made once and never reordered
          <li key={i} aria-current={r === chosen ? 'true' : undefined}>
            <button
              type="button"
              className="claim-choose"
              aria-pressed={r === chosen}
              onClick={() => onChoose(r)}
            >
              <bdi>{r.title ?? r.text.slice(0, 80)}</bdi>
            </button>
            <span className="quiet">
              {[
                r.outlet ?? strings.report.unknownOutlet,
                r.published?.slice(0, 10) ?? strings.report.undated,
              ].join(', ')}
            </span>
          </li>
        ))}
        {came.flatMap(c =>
          c.refused.map(r => (
            <li key={`${c.from}${r.from}`} className="error">
              <bdi>{r.from}</bdi>: {r.why}
            </li>
          )),
        )}
      </ul>
      {came.some(c => c.more) ? <p className="quiet">{add.more}</p> : null}
      <div className="buttons">
        {all.length > 1 ? (
          <button type="button" disabled={busy} onClick={() => onFileAll(all)}>
            {add.fileAll(all.length)}
          </button>
        ) : null}
        {feeds.map(f => (
          <button key={f.from} type="button" disabled={busy} onClick={() => onWatch(f.from)}>
            {add.watch}
          </button>
        ))}
      </div>
    </section>
  );
}
