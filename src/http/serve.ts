import { createAdaptorServer } from '@hono/node-server';
import { createApp } from './app.ts';
import { LOCAL_GUEST, OPEN_GUEST } from './gate.ts';
import type { Ledger, ReadOne } from './types.ts';

export interface ServeOptions {
  readonly port: number;
  readonly host: string;
  readonly version: string;
  readonly read: ReadOne;
  readonly webRoot?: string | undefined;
  readonly onError?: (error: unknown, request: Request) => void;
  /** Told where it listens, before the first request; gives the token that lets the command line of this machine in. */
  readonly announce?: (address: string) => string | null;
}

export interface Serving {
  /** Where it can be opened. @example 'http://127.0.0.1:4400' */
  readonly address: string;
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

/** Serves a ledger over HTTP. Rejects with the system's error where the port or the host cannot be had. */
export async function serve(ledger: Ledger, options: ServeOptions): Promise<Serving> {
  const isOpen = !LOOPBACK.has(options.host);
  let token: string | null = null;
  const app = createApp(ledger, {
    ...options,
    token: () => token,
    hosts: isOpen ? null : ['localhost', '127.0.0.1', '[::1]'],
    guest: isOpen ? OPEN_GUEST : LOCAL_GUEST,
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
  return { address, isOpen, stop: (ms = 5000) => stop(server, ms) };
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
