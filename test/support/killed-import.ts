import type { ChildProcess } from 'node:child_process';
import { openLedger } from '../../src/dateline.ts';
import { startDateline } from './child.ts';

export interface Import {
  readonly database: string;
  readonly file: string;
  /** When the n-th process is killed, counted from its first filing: after so many more lines, or milliseconds; null: never. */
  readonly blow: (n: number) => { readonly lines?: number; readonly ms?: number } | null;
}

export interface Imported {
  readonly kills: number;
  /** Reports that a process said it had filed, by title, and how often. */
  readonly filed: ReadonlyMap<string, number>;
  readonly seconds: number;
}

/**
 * `dateline add` of a file, its process killed (−9) again and again and started anew, until one comes to the end. Rejects where one ends
 * badly by itself.
 */
export async function importUnderBlows({ database, file, blow }: Import): Promise<Imported> {
  const started = performance.now();
  const filed = new Map<string, number>();
  for (let kills = 0; ; kills++) {
    const child = startDateline(['add', file], {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, DATELINE_DATABASE: database, COLUMNS: '200' },
    });
    if ((await endOf(child, blow(kills), filed)) === 'whole')
      return { kills, filed, seconds: (performance.now() - started) / 1000 };
  }
}

function endOf(
  child: ChildProcess,
  blow: ReturnType<Import['blow']>,
  filed: Map<string, number>,
): Promise<'whole' | 'killed'> {
  let said = '',
    rest = '',
    lines = 0,
    timer: NodeJS.Timeout | undefined;
  child.stderr!.setEncoding('utf8').on('data', (text: string) => {
    const parts = (rest + text).split('\n');
    rest = parts.pop()!;
    for (const line of parts) {
      said = `${said}${line}\n`.slice(-4000);
      const title = /^filed\s+(.+): \d/.exec(line)?.[1];
      if (title == null) continue;
      filed.set(title, (filed.get(title) ?? 0) + 1);
      if (++lines === 1 && blow?.ms != null) timer = setTimeout(() => child.kill('SIGKILL'), blow.ms);
      if (blow?.lines === lines) child.kill('SIGKILL');
    }
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      if (code === 0) resolve('whole');
      else if (signal === 'SIGKILL') resolve('killed');
      else reject(new Error(`dateline add ended with ${code ?? signal}: ${said}`));
    });
  });
}

/** All that a ledger says, in one text: two ledgers are the same where these are. When a report was filed is left out. */
export async function wholeRecord(database: string): Promise<string> {
  const ledger = await openLedger({ database });
  const by = { id: 'desk', name: 'The desk', role: 'administrator', withhold: false } as const;
  try {
    const reports = await ledger.reports(by);
    const days = ['2023-02-15', '2023-06-30', '2023-12-31'];
    const record = {
      reports: reports.map(({ filed: _, ...row }) => row),
      claims: await ledger.claims(by),
      periods: await ledger.periods(by),
      status: await Promise.all(days.map(at => ledger.status(by, { at }))),
      statusThen: await Promise.all(days.map(at => ledger.status(by, { at, knownAt: at }))),
      discrepancies: await ledger.discrepancies(by),
      events: await ledger.events(by),
      figures: await ledger.figures(by),
    };
    return JSON.stringify(record, null, 1);
  } finally {
    await ledger.close();
  }
}
