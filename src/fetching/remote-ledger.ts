import {
  type Asker,
  type ExportFile,
  type Filing,
  type Ledger,
  LedgerError,
  type ReportInput,
} from '../model/index.ts';

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
 * The ledger of a running server, over its HTTP API: the same interface as a local one. The token says that whoever asks
 * may do everything; `by` names them for the audit log, and may ask for private persons to be masked. Failures reject with
 * a LedgerError that bears the server's own words.
 * @example openRemoteLedger({ address: 'http://127.0.0.1:4400', token })
 */
export function openRemoteLedger({ address, token }: RemoteAddress): Ledger {
  const send = async (
    by: Asker,
    path: string,
    query: Query = {},
    body?: unknown,
    method = body === undefined ? 'GET' : 'POST',
  ): Promise<Response> => {
    const url = new URL(`/api/${path}`, address);
    for (const [name, value] of Object.entries(query))
      if (value !== undefined)
        url.searchParams.set(name, Array.isArray(value) ? value.join(',') : String(value));
    const response = await fetch(url, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      headers: {
        accept: 'application/json, */*;q=0.5',
        'x-dateline-by': encodeURIComponent(by.name),
        ...(by.withhold ? { 'x-dateline-withhold': 'true' } : {}),
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
    }).catch(() => {
      throw new LedgerError('unavailable', `the server at ${address} does not answer`);
    });
    if (response.ok) return response;
    throw errorOf(await response.json().catch(() => null), response.status, address);
  };
  const call = async <Answer>(...request: Parameters<typeof send>): Promise<Answer> =>
    (await send(...request)).json().catch(() => null) as Promise<Answer>;
  const id = encodeURIComponent;
  return {
    async add(by, inputs, onFiled) {
      const filings: Filing[] = [];
      for (const batch of batchesOf(inputs))
        for (const filing of await call<Filing[]>(by, 'reports', {}, { reports: batch })) {
          onFiled?.(filing, filings.length);
          filings.push(filing);
        }
      return filings;
    },
    status: (by, query) => call(by, 'status', { ...query }),
    history: (by, place, query) => call(by, `places/${id(place)}/history`, { ...query }),
    discrepancies: (by, query) => call(by, 'discrepancies', { ...query }),
    reports: (by, query) => call(by, 'reports', { ...query }),
    report: (by, report, query) => call(by, `reports/${id(report)}`, { ...query }),
    claims: (by, query) => call(by, 'claims', { ...query }),
    changes: (by, query) => call(by, 'changes', { ...query }),
    events: (by, query) => call(by, 'events', { ...query }),
    figures: (by, query) => call(by, 'figures', { ...query }),
    sides: (by, query) => call(by, 'sides', { ...query }),
    periods: (by, query) => call(by, 'periods', { ...query }),
    shapes: (by, country) => call(by, `shapes/${id(country)}`),
    findPlaces: (by, name, country, query) => call(by, 'places', { name, country, ...query }),
    extent: (by, query) => call(by, 'extent', { ...query }),
    search: (by, words, query) => call(by, 'search', { q: words, ...query }),
    async export(by, { format, ...query }) {
      const names = by.withhold ? undefined : true;
      return fileOf(await send(by, `export/${id(format)}`, { ...query, names }), `dateline-${format}`);
    },
    sitrep: (by, query) => call(by, 'sitrep', { ...query, names: by.withhold ? undefined : true }),
    async sitrepFile(by, query) {
      const names = by.withhold ? undefined : true;
      return fileOf(await send(by, 'sitrep', { names }, query), `situation-report.${query.format}`);
    },
    reread: (by, query) => call(by, 'reread', {}, { ...query }),
    decide: (by, ruling, why, at) => call(by, 'decisions', {}, { ruling, why, ...(at ? { at } : {}) }),
    decisions: (by, query) => call(by, 'decisions', { ...query }),
    auditLog: (by, query) => call(by, 'audit', { ...query }),
    changeLog: (by, { places, sides, countries, kinds, ...query } = {}) =>
      call(by, 'change-log', { ...query, place: places, actor: sides, country: countries, kind: kinds }),
    webhooks: {
      list: by => call(by, 'webhooks'),
      add: (by, hook) => call(by, 'webhooks', {}, hook),
      remove: (by, hook) => call(by, `webhooks/${id(hook)}`, {}, undefined, 'DELETE'),
      retry: (by, hook) => call(by, `webhooks/${id(hook)}/retry`, {}, {}),
    },
    notebook: {
      searches: by => call(by, 'saved-searches'),
      saveSearch: (by, search) => call(by, 'saved-searches', {}, search),
      seeSearch: (by, search, until) => call(by, `saved-searches/${id(search)}/seen`, {}, { until }),
      forgetSearch: (by, search) => call(by, `saved-searches/${id(search)}`, {}, undefined, 'DELETE'),
      deferrals: by => call(by, 'deferrals'),
      defer: (by, deferral) => call(by, 'deferrals', {}, deferral),
      takeUp: (by, discrepancy) => call(by, `deferrals/${id(discrepancy)}`, {}, undefined, 'DELETE'),
    },
    incoming: {
      feeds: by => call(by, 'feeds'),
      addFeeds: (by, feeds) => call(by, 'feeds', {}, { feeds }),
      removeFeed: (by, feed) => call(by, `feeds/${id(feed)}`, {}, undefined, 'DELETE'),
      pollFeeds: (by, addresses) => call(by, 'feeds/poll', {}, { addresses }),
      jobs: (by, query) => call(by, 'jobs', { ...query }),
      retryJobs: (by, ids) => call(by, 'jobs/retry', {}, { ids }),
      importOf: (by, source) => call(by, 'imports', { source }),
      noteImport: (by, row) => call(by, 'imports', {}, row),
    },
    accounts: {
      list: by => call(by, 'accounts'),
      add: (by, person) => call(by, 'accounts', {}, person),
      change: (by, account, change) => call(by, `accounts/${id(account)}`, {}, change, 'PATCH'),
      link: (by, account) => call(by, `accounts/${id(account)}/link`, {}, {}),
      keys: by => call(by, 'keys'),
      addKey: (by, key) => call(by, 'keys', {}, key),
      revokeKey: (by, key) => call(by, `keys/${id(key)}`, {}, undefined, 'DELETE'),
    },
    close: async () => {},
  };
}

/** What a server answers as a file: its bytes as they come. */
function fileOf(response: Response, name: string): ExportFile {
  const given = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1];
  return {
    name: given ?? name,
    mediaType: response.headers.get('content-type') ?? 'application/octet-stream',
    bytes: (response.body ?? new Blob([]).stream()) as unknown as AsyncIterable<Uint8Array>,
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
