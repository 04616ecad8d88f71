import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/**
 * The built program in a process of its own: as it is installed, and sooner there than from source.
 */
export const startDateline = (args: readonly string[], options: SpawnOptions = {}): ChildProcess =>
  startNode('bin/dateline.js', args, options);

/** Those of vitest.config.ts, for what is started by its tests as well. */
const FLAGS = process.execArgv.filter(flag => flag === '--liftoff-only');
const startNode = (file: string, args: readonly string[], options: SpawnOptions): ChildProcess =>
  spawn(process.execPath, [...FLAGS, join(ROOT, file), ...args], options);

/** A process of its own that runs one of the scripts beside this file, talked to by lines. */
export interface Child {
  readonly process: ChildProcess;
  /** The next line that it prints; rejects where it ends instead. */
  line(): Promise<string>;
  /** Resolves with what ended it. */
  readonly ended: Promise<{
    readonly code: number | null;
    readonly signal: string | null;
    readonly stderr: string;
  }>;
}

/** @example const child = runChild('hold-store.js', [directory]); await child.line(); // 'open' */
export function runChild(script: string, args: readonly string[]): Child {
  const child = startNode(`test/support/${script}`, args, { stdio: ['pipe', 'pipe', 'pipe'] });
  const lines: string[] = [];
  let rest = '',
    stderr = '',
    waiting: { resolve: (line: string) => void; reject: (error: Error) => void } | null = null;
  child.stdout!.setEncoding('utf8').on('data', (text: string) => {
    const parts = (rest + text).split('\n');
    rest = parts.pop()!;
    lines.push(...parts);
    if (waiting != null && lines.length > 0) {
      waiting.resolve(lines.shift()!);
      waiting = null;
    }
  });
  child.stderr!.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const ended = new Promise<Awaited<Child['ended']>>(resolve => {
    child.on('close', (code, signal) => {
      waiting?.reject(new Error(`the process ended (${code ?? signal}): ${stderr}`));
      resolve({ code, signal, stderr });
    });
  });
  return {
    process: child,
    ended,
    line: () =>
      lines.length > 0
        ? Promise.resolve(lines.shift()!)
        : new Promise((resolve, reject) => {
            waiting = { resolve, reject };
          }),
  };
}
