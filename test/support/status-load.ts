import { Agent, request } from 'node:http';
import { startDateline } from './child.ts';

export interface LoadServer {
  readonly address: string;
  stop(): Promise<number | null>;
}

/** `dateline serve` over a database, as a process of its own. */
export async function startServer(database: string, env: NodeJS.ProcessEnv = {}): Promise<LoadServer> {
  const child = startDateline(['serve', '--port', '0', '--database', database], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, DATELINE_LOG: 'error', ...env },
  });
  let out = '',
    err = '';
  child.stdout!.on('data', text => {
    out += text;
  });
  child.stderr!.on('data', text => {
    err += text;
  });
  const ended = new Promise<number | null>(done => child.on('exit', done));
  while (!/http:\/\/[\d.]+:\d+/.test(out)) {
    if (child.exitCode != null) throw new Error(`the server ended: ${err}`);
    await new Promise(done => setTimeout(done, 50));
  }
  return {
    address: /http:\/\/[\d.]+:\d+/.exec(out)![0],
    stop: () => {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

export interface Load {
  readonly address: string;
  /** What is asked for, one after the other, round and round. */
  readonly paths: readonly string[];
  readonly perSecond: number;
  readonly seconds: number;
}

export interface Measured {
  readonly requests: number;
  readonly errors: number;
  /** How often each status other than 200 came; 0 where there was no answer. */
  readonly refused: Readonly<Record<number, number>>;
  readonly p50: number;
  readonly p95: number;
  readonly worst: number;
}

/** Asks at a steady rate, whether or not answers have come, and measures from when a request was due: a server that stalls cannot hide it. */
export async function measureLoad({ address, paths, perSecond, seconds }: Load): Promise<Measured> {
  const agent = new Agent({ keepAlive: true, maxSockets: 256 });
  const times: number[] = [];
  const refused: Record<number, number> = {};
  let errors = 0;
  const started = performance.now();
  const count = perSecond * seconds;
  const asked: Promise<void>[] = [];
  for (let n = 0; n < count; n++) {
    const due = started + (n * 1000) / perSecond;
    const wait = due - performance.now();
    if (wait > 1) await new Promise(done => setTimeout(done, wait));
    asked.push(
      ask(address + paths[n % paths.length]!, agent).then(status => {
        times.push(performance.now() - due);
        if (status === 200) return;
        errors++;
        refused[status] = (refused[status] ?? 0) + 1;
      }),
    );
  }
  await Promise.all(asked);
  agent.destroy();
  times.sort((a, b) => a - b);
  const at = (share: number): number => times[Math.min(times.length - 1, Math.floor(times.length * share))]!;
  return { requests: times.length, errors, refused, p50: at(0.5), p95: at(0.95), worst: times.at(-1)! };
}

const ask = (url: string, agent: Agent): Promise<number> =>
  new Promise(done => {
    request(url, { agent }, response => {
      response.resume();
      response.on('end', () => done(response.statusCode ?? 0));
      response.on('error', () => done(0));
    })
      .on('error', () => done(0))
      .end();
  });

/** Files reports one after the other until told to stop; gives how many. */
export function keepFiling(address: string): { stop(): Promise<number> } {
  let isOn = true;
  const run = (async () => {
    let filed = 0;
    for (let n = 0; isOn; n++) {
      const day = `2021-08-${String((n % 27) + 1).padStart(2, '0')}`;
      const report = {
        outlet: 'Harbour Wire',
        published: day,
        text: `Dispatch ${n}, ${day}. Rebels seized the town of Farah on Tuesday, a member of the council told Harbour Wire. The army said that ${n + 3} soldiers were killed near Herat. About ${n + 10},000 people fled, residents said.`,
      };
      const response = await fetch(`${address}/api/reports`, {
        method: 'POST',
        body: JSON.stringify(report),
        headers: { 'content-type': 'application/json' },
      });
      if (!response.ok) throw new Error(`filing failed: ${await response.text()}`);
      filed++;
    }
    return filed;
  })();
  return {
    stop: () => {
      isOn = false;
      return run;
    },
  };
}

/** Status of one country each, at one of so many pairs of dates. */
export function statusPaths(countries: readonly string[], pairs: number): string[] {
  const day = (n: number): string => new Date(Date.UTC(2018, 0, 20 + n * 20)).toISOString().slice(0, 10);
  return Array.from(
    { length: pairs * countries.length },
    (_, i) =>
      `/api/status?country=${countries[i % countries.length]}&at=${day(i % pairs)}&knownAt=${day((i % pairs) + 1)}`,
  );
}

export const COUNTRIES =
  'AF AL DZ AO AR AM AU AT AZ BD BY BE BJ BO BA BW BR BG BF BI KH CM CA CF TD CL CN CO CG CD CR HR CU CY CZ DK DJ EC EG ER EE ET FI FR GA GE DE GH GR GT'.split(
    ' ',
  );
