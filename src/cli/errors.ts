import { LedgerError } from '../model/index.ts';

/** What the command line ends with. */
export const EXIT = { ok: 0, failed: 1, usage: 2, interrupted: 130 } as const;

/** Something that the person at the command line can put right. The message is one clear line. */
export class CliError extends Error {
  readonly exitCode: number;
  constructor(message: string, exitCode: number = EXIT.failed) {
    super(message);
    this.exitCode = exitCode;
  }
}

const SYSTEM: Record<string, (what: string) => string> = {
  ENOENT: what => `there is no file "${what}"`,
  EACCES: what => `"${what}" may not be read or written by you`,
  EISDIR: what => `"${what}" is a folder, not a file`,
  ENOTDIR: what => `"${what}" is not a folder`,
  ENOSPC: what => `no space is left to write "${what}"`,
  EADDRINUSE: what => `port ${what} is in use: choose another with --port`,
  EADDRNOTAVAIL: what => `this machine has no address "${what}"`,
  ENOTFOUND: what => `no machine is called "${what}"`,
  EAI_AGAIN: what => `what "${what}" leads to cannot be looked up now`,
};

/** One line for any error, and the exit code. Bugs keep their stack only where DATELINE_DEBUG is set. */
export function explainError(
  error: unknown,
  env: NodeJS.ProcessEnv = process.env,
): { line: string; code: number } {
  const debug = env.DATELINE_DEBUG ? `\n${(error as Error)?.stack ?? ''}` : '';
  if (error instanceof CliError) return { line: error.message + debug, code: error.exitCode };
  if (error instanceof LedgerError) return { line: error.message + debug, code: EXIT.failed };
  if (error instanceof TypeError && /^invalid /.test(error.message))
    return { line: error.message + debug, code: EXIT.usage };
  const { code, path, port, address, hostname } = (error ?? {}) as {
    code?: string;
    path?: string;
    port?: number;
    address?: string;
    hostname?: string;
  };
  const told = code == null ? undefined : SYSTEM[code];
  if (told)
    return {
      line: told(code === 'EADDRINUSE' ? String(port) : (path ?? hostname ?? address ?? '')) + debug,
      code: EXIT.failed,
    };
  const message = error instanceof Error ? error.message : String(error);
  return { line: `${message.split('\n')[0]} (set DATELINE_DEBUG=1 to see where)${debug}`, code: EXIT.failed };
}
