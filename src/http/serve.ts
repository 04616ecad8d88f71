import { createAdaptorServer } from '@hono/node-server';
import { createApp } from './app.ts';
import { LOCAL_GUEST } from './gate.ts';
import type { ServerLog } from './log.ts';
import type { Traces } from './traces.ts';
import type { Asker, Ledger, ReadOne, Sessions } from './types.ts';

export interface ServeOptions {
  readonly port: number;
  readonly host: string;
  readonly version: string;
  readonly read: ReadOne;
  readonly webRoot?: string | undefined;
  readonly basemap?: string | undefined;
  /** How people sign in. Left out, the server is open to this machine, and lets nobody in from beyond it. */
  readonly sessions?: Sessions | undefined;
  readonly publicAddress?: string | undefined;
  readonly behindProxy?: boolean | undefined;
  readonly log?: ServerLog | undefined;
  readonly traces?: Traces | undefined;
  readonly onError?: (error: unknown, request: Request) => void;
  /** Resolves where the ledger answers. */
  readonly ping?: (() => Promise<void>) | undefined;
  /** Told where it listens, before the first request; gives the token that lets the command line of this machine in. */
  readonly announce?: (address: string) => string | null;
}

export interface Serving {
  /** Where it can be opened. @example 'http://127.0.0.1:4400' */
  readonly address: string;
  /** Whether it can be reached from beyond this machine. */
  readonly isOpen: boolean;
  /** Takes no new request, finishes those in hand, at most `ms` long. */
  stop(ms?: number): Promise<void>;
}

/** Node's own server: the adaptor makes one where it is asked for nothing else. */
type HttpServer = ReturnType<typeof createAdaptorServer> & {
  closeAllConnections(): void;
  closeIdleConnections(): void;
};

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);
const LOOPBACK_NAMES = ['localhost', '127.0.0.1', '[::1]'];

export const isLoopback = (host: string): boolean => LOOPBACK.has(host);

/** Serves a ledger over HTTP. Rejects with the system's error where the port or the host cannot be had. */
export async function serve(ledger: Ledger, options: ServeOptions): Promise<Serving> {
  const isOpen = !isLoopback(options.host);
  const stopping = new AbortController();
  let token: string | null = null;
  const app = createApp(ledger, {
    ...options,
    token: () => token,
    hosts: namesOf(options, isOpen),
    guest: guestOf(options, isOpen),
    stopping: stopping.signal,
    ready: async () => {
      await options.ping?.();
      return !stopping.signal.aborted;
    },
  });
  const server = createAdaptorServer({ fetch: app.fetch }) as HttpServer;
  await new Promise<void>((done, fail) => {
    server.once('error', fail).listen(options.port, options.host, () => {
      server.off('error', fail);
      done();
    });
  });
  const { port } = server.address() as { port: number };
  const name = options.host.includes(':') ? `[${options.host}]` : options.host;
  const address = `http://${name}:${port}`;
  token = options.announce?.(address) ?? null;
  return {
    address,
    isOpen,
    stop: (ms = 30_000) => {
      stopping.abort();
      return stop(server, ms);
    },
  };
}

/** The names that it answers to; null: any, where nobody said by which one people reach it. */
function namesOf({ publicAddress }: ServeOptions, isOpen: boolean): string[] | null {
  if (publicAddress != null) return [...LOOPBACK_NAMES, new URL(publicAddress).hostname.toLowerCase()];
  return isOpen ? null : LOOPBACK_NAMES;
}

/** On loopback this machine is let in until the first administrator has come in; from beyond it everybody signs in. */
function guestOf(
  { sessions, publicAddress }: ServeOptions,
  isOpen: boolean,
): Asker | null | (() => Promise<Asker | null>) {
  if (isOpen || publicAddress != null) return null;
  if (sessions == null) return LOCAL_GUEST;
  return async () => ((await sessions.isClaimed()) ? null : LOCAL_GUEST);
}

function stop(server: HttpServer, ms: number): Promise<void> {
  return new Promise(done => {
    const timer = setTimeout(() => server.closeAllConnections(), ms);
    server.close(() => {
      clearTimeout(timer);
      done();
    });
    server.closeIdleConnections();
  });
}
