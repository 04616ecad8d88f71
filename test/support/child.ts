import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

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

/** @example const child = runChild('hold-ledger.ts', [directory]); await child.line(); // 'open' */
export function runChild(script: string, args: readonly string[]): Child {
  const file = fileURLToPath(new URL(`./${script}`, import.meta.url));
  const tsx = import.meta.resolve('tsx');
  const child = spawn(process.execPath, ['--import', tsx, file, ...args], {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
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
