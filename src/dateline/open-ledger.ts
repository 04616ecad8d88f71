import { loadActors } from '../actors/index.ts';
import { openRemoteLedger } from '../fetching/index.ts';
import { loadGazetteer } from '../gazetteer/index.ts';
import type { Instant, Ledger } from '../model/index.ts';
import type { Reader } from '../reading/read.ts';
import { openStore } from '../store/index.ts';
import { tellNothing } from './changes/note-changes.ts';
import { type Context, emptyCache, lazily } from './context.ts';
import { rebuildWhereOld } from './filing/rebuild.ts';
import { createLocalLedger, type LocalLedger } from './local-ledger.ts';
import { loadReader } from './reader.ts';
import { createReadingPool } from './reading-pool/pool.ts';
import { loadShapes } from './shapes/topology.ts';

export interface LedgerOptions {
  /**
   * A directory (embedded), `memory://` (embedded, gone when closed) or a `postgres://` address; left out, what
   * `DATELINE_DATABASE` says, else `./.dateline`.
   */
  readonly database?: string | undefined;
  /** Whether to make a ledger where there is none; true unless told. */
  readonly create?: boolean | undefined;
  /** A demonstration: views default to the last known date, not to today. */
  readonly demo?: boolean | undefined;
  /** The clock, for tests: the instant that it is. */
  readonly now?: (() => Instant) | undefined;
  /** What this process does, as others who wait for it are told; "dateline add". */
  readonly command?: string | undefined;
  /** How long to wait for another command that has the ledger open, in milliseconds; 10,000 unless told. */
  readonly waitMs?: number | undefined;
  /** Told once, in a sentence, whom it waits for. */
  readonly onWait?: ((sentence: string) => void) | undefined;
  /**
   * Reads in threads of their own, so that this one can answer meanwhile: 'many' where several reports are filed at once, 'always' for
   * a server.
   */
  readonly threads?: 'many' | 'always' | undefined;
  /** Whether webhooks may go to addresses inside; as DATELINE_WEBHOOKS_INSIDE says unless told. */
  readonly webhooksInside?: boolean | undefined;
  /** Another reader than the package's own. */
  readonly reader?: Reader | undefined;
}

/** A ledger, of this process or of a server that has it open. */
export type OpenLedger = LocalLedger | (Ledger & { readonly kind: 'remote'; readonly address: string });

/** See `openLedger` in `src/dateline.ts`. */
export async function openLedger(options: LedgerOptions = {}): Promise<OpenLedger> {
  const { reader } = options;
  const store = await openStore({
    database: options.database ?? (process.env.DATELINE_DATABASE || './.dateline'),
    create: options.create,
    command: options.command ?? ownCommand(),
    waitMs: options.waitMs,
    onWait: options.onWait,
  });
  if ('server' in store)
    return { ...openRemoteLedger(store.server), kind: 'remote', address: store.server.address };
  const context: Context = {
    store,
    now: options.now ?? (() => new Date().toISOString()),
    demo: options.demo ?? false,
    reader: reader == null ? loadReader : () => Promise.resolve(reader),
    gazetteer: lazily(loadGazetteer),
    actors: lazily(loadActors),
    shapes: lazily(loadShapes),
    cache: emptyCache(),
    pool: reader == null && options.threads != null ? createReadingPool() : null,
    isServing: options.threads === 'always',
    // A desk's own tools may lie on its own network; who says so takes what that may reach on themselves.
    webhooksInside: options.webhooksInside ?? process.env.DATELINE_WEBHOOKS_INSIDE === '1',
  };
  try {
    await rebuildWhereOld(context, options.onWait);
    await tellNothing(context);
  } catch (error) {
    await store.close();
    throw error;
  }
  return createLocalLedger(context);
}

/** "dateline add" for people who wait; another program by its file's name. */
function ownCommand(): string {
  const [, file = 'node', first = ''] = process.argv;
  const program = file.replace(/^.*[\\/]/, '').replace(/\.[cm]?[jt]s$/, '');
  return [program === 'main' ? 'dateline' : program, /^[a-z-]+$/.test(first) ? first : ''].join(' ').trim();
}
