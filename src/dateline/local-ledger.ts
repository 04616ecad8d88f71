import { makeAccounts, makeSessions, openAccounts, type Sessions } from '../accounts/index.ts';
import type { Runner } from '../jobs/index.ts';
import {
  type Asker,
  type Ledger,
  LedgerError,
  makeReport,
  type Reading,
  type ReportInput,
} from '../model/index.ts';
import { insertAudit } from '../store/index.ts';
import { changeLog } from './changes/change-log.ts';
import type { Context } from './context.ts';
import { decide } from './deciding/decide.ts';
import { decisions } from './deciding/decisions.ts';
import { exportRecord } from './exports/export-record.ts';
import { sitrep } from './exports/sitrep.ts';
import { sitrepFile } from './exports/sitrep-file.ts';
import { add } from './filing/add.ts';
import { readReport } from './filing/read-report.ts';
import { reread } from './filing/reread.ts';
import { makeIncoming } from './incoming/incoming.ts';
import { startWork, type WorkOptions } from './incoming/work.ts';
import { makeNotebook } from './notebook/notebook.ts';
import { auditLog } from './views/audit-log.ts';
import { changes } from './views/changes.ts';
import { claims } from './views/claims.ts';
import { discrepancies } from './views/discrepancies.ts';
import { findPlaces } from './views/find-places.ts';
import { events, figures } from './views/findings.ts';
import { history } from './views/history.ts';
import { extent, periods, sides } from './views/map.ts';
import { report, reports } from './views/reports.ts';
import { search } from './views/search.ts';
import { shapes } from './views/shapes.ts';
import { status } from './views/status.ts';
import { type Deliveries, type DeliveryOptions, startDeliveries } from './webhooks/deliver.ts';
import { makeWebhooks } from './webhooks/webhooks.ts';

/** The ledger of this process. `announce` says where this process serves it, and gives the token that opens it there. */
export interface LocalLedger extends Ledger {
  readonly kind: 'local';
  announce(server: { readonly address: string }): string | null;
  /** Notes in the audit log what is done beside the ledger's own use cases: withholding lifted, an export, a key made. */
  audit(by: Asker, action: string, detail?: Readonly<Record<string, unknown>>): Promise<void>;
  /** How people and programs come in, for a server. */
  readonly sessions: Sessions;
  /** Reads a report and files nothing, in a thread where this ledger has any. */
  read(input: ReportInput): Promise<Reading>;
  /** Whether another command waits for this ledger: who has it open for long may close it for a moment. */
  isWanted(): boolean;
  /** Resolves where the database answers. */
  ping(): Promise<void>;
  /** Begins to tell webhooks of changes, until stopped. */
  startDeliveries(options?: DeliveryOptions): Deliveries;
  /** Begins to do what is queued: feeds polled, articles fetched and filed, until stopped. */
  startWork(options?: WorkOptions): Runner;
}

/** One method a use case, each in a file of its own. */
export function createLocalLedger(context: Context): LocalLedger {
  const use =
    <A extends unknown[], R>(useCase: (context: Context, ...args: A) => Promise<R>) =>
    (...args: A): Promise<R> =>
      Promise.resolve()
        .then(() => useCase(context, ...args))
        .catch(sayFailure);
  const opened = openAccounts(context.store, context.now);
  return {
    kind: 'local',
    accounts: makeAccounts(opened),
    sessions: makeSessions(opened),
    ping: () => context.store.query('select 1').then(() => {}, sayFailure),
    webhooks: makeWebhooks(context),
    notebook: guarded(makeNotebook(context)),
    incoming: guarded(makeIncoming(context)),
    startWork: options => startWork(context, options),
    startDeliveries: options => startDeliveries(context, options),
    auditLog: use(auditLog),
    changeLog: use(changeLog),
    add: use(add),
    status: use(status),
    history: use(history),
    discrepancies: use(discrepancies),
    reports: use(reports),
    report: use(report),
    claims: use(claims),
    changes: use(changes),
    events: use(events),
    figures: use(figures),
    sides: use(sides),
    periods: use(periods),
    shapes: use(shapes),
    findPlaces: use(findPlaces),
    extent: use(extent),
    search: use(search),
    export: use(exportRecord),
    sitrep: use(sitrep),
    sitrepFile: use(sitrepFile),
    reread: use(reread),
    decide: use(decide),
    decisions: use(decisions),
    audit: (by, action, detail = {}) =>
      context.store.write(tx => insertAudit(tx, by, context.now(), action, detail)).catch(sayFailure),
    isWanted: () => context.store.lock?.isWanted() ?? false,
    announce: ({ address }) => context.store.lock?.announce(address) ?? null,
    read: input => readReport(context, makeReport(input)),
    close: async () => {
      await context.pool?.close();
      await context.store.close();
    },
  };
}

/** What a database says when it has gone away, by code: anything else is a bug of ours and stays what it is. */
const GONE = /^(?:ECONN|EPIPE|ENOTFOUND|ETIMEDOUT|57P0|08|53)/;

/** Each of its methods says why a database does not answer. */
function guarded<Methods extends object>(methods: Methods): Methods {
  const wrapped = Object.entries(methods).map(([name, method]) => [
    name,
    (...args: unknown[]) =>
      Promise.resolve()
        .then(() => method(...args))
        .catch(sayFailure),
  ]);
  return Object.fromEntries(wrapped) as Methods;
}

function sayFailure(error: unknown): never {
  const { code, message } = error as { code?: unknown; message?: string };
  if (!(error instanceof LedgerError) && typeof code === 'string' && GONE.test(code))
    throw new LedgerError('unavailable', `the database does not answer: ${message}`);
  throw error;
}
