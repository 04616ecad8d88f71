import { type Filing, type Ledger, LedgerError, type ReportInput } from '../model/index.ts';

export interface RemoteAddress {
  /** Where the server listens. @example 'http://127.0.0.1:4400' */
  readonly address: string;
  /** What its lock file holds: whoever can read that file may write to the ledger. */
  readonly token?: string | undefined;
}

type Query = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>;

/** How many characters of reports go in one request, so that progress shows and a body stays small. */
const BATCH_CHARACTERS = 200_000;

/**
 * The ledger of a running server, over its HTTP API: the same interface as a local one. Who asks is told by the token;
 * `by` is not sent. Failures reject with a LedgerError that bears the server's own words.
 * @example openRemoteLedger({ address: 'http://127.0.0.1:4400', token })
 */
export function openRemoteLedger({ address, token }: RemoteAddress): Ledger {
  const call = async <Answer>(path: string, query: Query = {}, body?: unknown): Promise<Answer> => {
    const url = new URL(`/api/${path}`, address);
    for (const [name, value] of Object.entries(query))
      if (value !== undefined)
        url.searchParams.set(name, Array.isArray(value) ? value.join(',') : String(value));
    const response = await fetch(url, {
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
      headers: {
        accept: 'application/json',
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
    }).catch(() => {
      throw new LedgerError('unavailable', `the server at ${address} does not answer`);
    });
    const answer: unknown = await response.json().catch(() => null);
    if (response.ok) return answer as Answer;
    throw errorOf(answer, response.status, address);
  };
  const id = encodeURIComponent;
  return {
    async add(_by, inputs, onFiled) {
      const filings: Filing[] = [];
      for (const batch of batchesOf(inputs))
        for (const filing of await call<Filing[]>('reports', {}, { reports: batch })) {
          onFiled?.(filing, filings.length);
          filings.push(filing);
        }
      return filings;
    },
    status: (_by, query) => call('status', { ...query }),
    history: (_by, place, query) => call(`places/${id(place)}/history`, { ...query }),
    discrepancies: (_by, query) => call('discrepancies', { ...query }),
    reports: (_by, query) => call('reports', { ...query }),
    report: (_by, report) => call(`reports/${id(report)}`),
    claims: (_by, query) => call('claims', { ...query }),
    changes: (_by, query) => call('changes', { ...query }),
    events: (_by, query) => call('events', { ...query }),
    figures: (_by, query) => call('figures', { ...query }),
    sides: () => call('sides'),
    periods: (_by, query) => call('periods', { ...query }),
    shapes: (_by, country) => call(`shapes/${id(country)}`),
    findPlaces: (_by, name, country) => call('places', { name, country }),
    extent: () => call('extent'),
    search: (_by, words, query) => call('search', { q: words, ...query }),
    reread: (_by, query) => call('reread', {}, { ...query }),
    decide: (_by, ruling, why, at) => call('decisions', {}, { ruling, why, ...(at ? { at } : {}) }),
    decisions: () => call('decisions'),
    close: async () => {},
  };
}

function* batchesOf(inputs: readonly ReportInput[]): Generator<ReportInput[]> {
  let batch: ReportInput[] = [],
    size = 0;
  for (const input of inputs) {
    if (batch.length > 0 && size + input.text.length > BATCH_CHARACTERS) {
      yield batch;
      batch = [];
      size = 0;
    }
    batch.push(input);
    size += input.text.length;
  }
  if (batch.length > 0) yield batch;
}

const CODES: Readonly<Record<number, LedgerError['code']>> = {
  400: 'invalid',
  401: 'forbidden',
  403: 'forbidden',
  404: 'not-found',
  413: 'invalid',
  422: 'invalid',
  423: 'held',
};

function errorOf(answer: unknown, status: number, address: string): LedgerError {
  const detail = (answer as { detail?: unknown } | null)?.detail;
  return new LedgerError(
    CODES[status] ?? 'unavailable',
    typeof detail === 'string' ? detail : `the server at ${address} answered ${status}`,
  );
}
