import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { explain, type LocalLedger, openLedger, read } from '../src/dateline.ts';
import { type AppOptions, createApp, LOCAL_GUEST, ROUTES } from '../src/http/index.ts';
import type { Asker } from '../src/model/index.ts';
import { makeLedgerDirectory, removeDirectories } from './support/pglite.ts';

const OPEN_GUEST: Asker = { id: 'guest', name: 'a visitor', role: 'viewer', withhold: true };

const REPORTS = [
  {
    id: 'ridge-1',
    title: 'Rebels take Farah',
    outlet: 'Ridge Post',
    published: '2021-08-10',
    text: 'The Taliban captured the city of Farah on Tuesday, a member of the provincial council told Ridge Post.\n\nAbout 2,000 people fled, residents said.',
  },
  {
    id: 'ridge-2',
    title: 'Fighting near Herat',
    outlet: 'Harbour Wire',
    published: '2021-08-11',
    text: 'Omid Rahmani, a resident of Herat, said that Taliban fighters entered the city on Wednesday.',
  },
];

const local: AppOptions = {
  hosts: ['localhost', '127.0.0.1'],
  token: () => 'the-token',
  guest: LOCAL_GUEST,
  version: '0.0.0',
  read: async (input, isExplained) => (isExplained ? explain(input) : { reading: await read(input) }),
};

let ledger: LocalLedger, app: ReturnType<typeof createApp>, open: ReturnType<typeof createApp>;

const get = (path: string, headers: Record<string, string> = {}) =>
  app.request(path, { headers: { host: 'localhost:4400', ...headers } });
const post = (path: string, body: unknown, headers: Record<string, string> = {}, to = app) =>
  to.request(path, {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
    headers: { host: 'localhost:4400', 'content-type': 'application/json', ...headers },
  });

beforeAll(async () => {
  const opened = await openLedger({
    database: await makeLedgerDirectory(),
    now: () => '2021-08-20T12:00:00.000Z',
  });
  if (opened.kind !== 'local') throw new Error('the ledger is held by another process');
  ledger = opened;
  app = createApp(ledger, local);
  open = createApp(ledger, { ...local, hosts: null, guest: OPEN_GUEST });
  const filed = await post('/api/reports', { reports: REPORTS });
  expect(await filed.json()).toMatchObject([{ outcome: 'filed' }, { outcome: 'filed' }]);
});
afterAll(async () => {
  await ledger.close();
  removeDirectories();
});

/** An address of every route that reads, with what it answers to be held against its description. */
const READS: readonly (readonly [string, string])[] = [
  ['status', '/api/status?at=2021-08-12&knownAt=2021-08-12&country=af'],
  ['history', '/api/places/gn%3A1142264/history?knownAt=2021-08-12T00:00:00Z'],
  ['changes', '/api/changes?from=2021-08-01&to=2021-08-12'],
  ['discrepancies', '/api/discrepancies?open=true'],
  ['events', '/api/events'],
  ['figures', '/api/figures?country=AF'],
  ['reports', '/api/reports'],
  ['claims', '/api/claims?kind=control'],
  ['search', '/api/search?q=Farah&limit=5'],
  ['extent', '/api/extent'],
  ['sides', '/api/sides'],
  ['places', '/api/places?name=Farah&country=AF'],
  ['periods', '/api/periods?country=AF'],
  ['shapes', '/api/shapes/AF'],
  ['sitrep', '/api/sitrep?from=2021-08-01&to=2021-08-12&country=AF'],
  ['decisions', '/api/decisions'],
  ['saved-searches', '/api/saved-searches'],
  ['deferrals', '/api/deferrals'],
  ['change-log', '/api/change-log?place=gn:1142264&at=2021-08-20'],
  ['feeds', '/api/feeds'],
  ['jobs', '/api/jobs'],
  ['me', '/api/me'],
  ['keys', '/api/keys'],
  ['audit', '/api/audit?action=add&limit=5'],
];
/** For administrators: see test/http-accounts.test.ts. */
const MANAGING = ['accounts', 'webhooks'];
/** Not JSON, or with tests of their own. */
const OTHERWISE = ['stream', 'feed', 'export', 'import-of'];

describe('every route', () => {
  test.each(READS)('%s answers as its description says', async (id, path) => {
    const response = await get(path);
    const answer = await response.json();
    expect(response.status, JSON.stringify(answer).slice(0, 300)).toBe(200);
    const route = ROUTES.find(each => each.id === id)!;
    strictly(route.answer, answer);
  });

  test('one report answers with its text as it came', async () => {
    const [row] = (await (await get('/api/reports')).json()) as { id: string; ref: string }[];
    const answer = (await (await get(`/api/reports/${row!.id}`)).json()) as { text: string };
    strictly(ROUTES.find(each => each.id === 'report')!.answer, answer);
    expect(answer.text).toBe(REPORTS.find(report => report.id === row!.ref)!.text);
  });

  test('has its place in the list above, or writes', () => {
    const writes = ROUTES.filter(route => route.method !== 'get').map(route => route.id);
    expect([...READS.map(([id]) => id), ...MANAGING, ...OTHERWISE, 'report', ...writes].sort()).toEqual(
      ROUTES.map(route => route.id).sort(),
    );
  });
});

/** Parses, and refuses what the description does not name: a field that is answered must be described. */
function strictly(shape: z.ZodType, answer: unknown): void {
  const parsed = shape.safeParse(answer);
  expect(parsed.error?.issues ?? []).toEqual([]);
  expect(parsed.data).toEqual(answer);
}

describe('reading and filing', () => {
  test('reads without filing', async () => {
    const before = ((await (await get('/api/reports')).json()) as unknown[]).length;
    const response = await post('/api/read?explain=1', {
      text: 'The Taliban captured Zaranj on Friday.',
      published: '2021-08-07',
    });
    const answer = (await response.json()) as { reading: { claims: unknown[] }; explanation: unknown };
    strictly(ROUTES.find(each => each.id === 'read')!.answer, answer);
    expect(answer.reading.claims.length).toBeGreaterThan(0);
    expect(answer.explanation).toBeDefined();
    expect(((await (await get('/api/reports')).json()) as unknown[]).length).toBe(before);
  });

  test('a report filed twice changes nothing', async () => {
    expect(await (await post('/api/reports', REPORTS[0])).json()).toMatchObject([{ outcome: 'known' }]);
  });

  test('a decision is appended, and told by its description', async () => {
    const ruling = {
      kind: 'rule',
      place: 'gn:1142264',
      side: 'taliban',
      from: '2021-08-10',
      to: null,
      status: 'held',
    };
    const response = await post('/api/decisions', { ruling, why: 'seen on film' });
    const answer = await response.json();
    expect(response.status).toBe(200);
    strictly(ROUTES.find(each => each.id === 'decide')!.answer, answer);
    expect(await (await get('/api/decisions')).json()).toContainEqual({
      ...(answer as object),
      standing: 'in-force',
    });
  });
});

test('a person is told in a page that there is nothing, and what they asked for is escaped', async () => {
  const answer = await get('/no<b>thing', { accept: 'text/html,*/*' });
  expect(answer.status).toBe(404);
  const page = await answer.text();
  expect(page).toContain('Nothing is here');
  expect(page).not.toContain('<b>thing');
});

test('reading again, as a dry run, changes nothing', async () => {
  const answer = (await (await post('/api/reread', { dryRun: true })).json()) as { accepted: boolean };
  strictly(ROUTES.find(each => each.id === 'reread')!.answer, answer);
  expect(answer.accepted).toBe(false);
});

describe('every error has one shape and quotes the bad value', () => {
  test.each([
    ['/api/status?at=tomorrow', 400, 'at: "tomorrow" is no date: write YYYY-MM-DD'],
    ['/api/status?knownAt=2021-13-01', 400, '"2021-13-01" is no date'],
    ['/api/status?country=AFG', 400, '"AFG" is no country'],
    [
      '/api/status?county=AF',
      400,
      '"county" is no parameter of this address: it takes at, knownAt, country, place',
    ],
    [
      '/api/status?at=2021-08-10&at=2021-08-11',
      400,
      '"at" is given 2 times ("2021-08-10", "2021-08-11"): write it once',
    ],
    ['/api/me?at=2021-08-10', 400, 'it takes none'],
    ['/api/claims?kind=rumour', 400, '"rumour" is no kind of claim'],
    ['/api/discrepancies?open=perhaps', 400, '"perhaps" is neither true nor false'],
    ['/api/search', 400, 'the words to look for are needed'],
    ['/api/search?q=x&limit=900', 400, '900'],
    ['/api/places', 400, 'a "name" is needed'],
    ['/api/reports/r0', 404, 'r0'],
    ['/api/nothing', 404, 'there is no GET /api/nothing'],
    ['/nothing', 404, '/nothing'],
  ])('GET %s → %i', async (path, status, detail) => {
    await expectProblem(await get(path), status, detail);
  });

  test.each([
    ['/api/reports', '{', 400, 'the body is not JSON: {'],
    ['/api/reports', {}, 400, 'the report has no "text"'],
    ['/api/reports', { text: '  ' }, 400, 'its text is empty'],
    ['/api/reports', { text: 'a', published: '31/02/2021' }, 400, '"31/02/2021" cannot be read'],
    [
      '/api/reports',
      { reports: [{ text: 'a' }, { title: 'b' }] },
      400,
      'reports.1.text: the report has no "text"',
    ],
    ['/api/decisions', { ruling: { kind: 'undo', decision: 'd1' }, why: ' ' }, 400, 'a decision says why'],
    ['/api/decisions', { ruling: { kind: 'guess' }, why: 'x' }, 400, 'ruling'],
    ['/api/status', {}, 405, '/api/status takes GET, HEAD, not POST'],
  ])('POST %s %j → %i', async (path, body, status, detail) => {
    await expectProblem(await post(path, body), status, detail);
  });

  test('a body that is not said to be JSON is refused', async () => {
    await expectProblem(await post('/api/reports', '{}', { 'content-type': 'text/plain' }), 415, 'send JSON');
  });
});

async function expectProblem(response: Response, status: number, detail: string): Promise<void> {
  const problem = (await response.json()) as Record<string, unknown>;
  expect(problem).toMatchObject({
    status,
    type: expect.stringMatching(/^urn:dateline:problem:/),
    title: expect.any(String),
  });
  expect(problem.detail).toContain(detail);
  expect(response.status).toBe(status);
  expect(response.headers.get('content-type')).toContain('application/problem+json');
}

describe('who gets in', () => {
  test('another site’s name does not lead here', async () => {
    await expectProblem(
      await app.request('/api/extent', { headers: { host: 'evil.example' } }),
      421,
      'evil.example',
    );
  });

  test('a page of another site may not write', async () => {
    await expectProblem(
      await post('/api/reports', REPORTS[0], { origin: 'https://evil.example' }),
      403,
      'evil.example',
    );
    expect((await post('/api/reports', REPORTS[0], { origin: 'http://localhost:4400' })).status).toBe(200);
  });

  test('a wrong token is refused, the right one may write beyond loopback', async () => {
    await expectProblem(await get('/api/extent', { authorization: 'Bearer wrong' }), 401, 'token');
    await expectProblem(await post('/api/reports', REPORTS[0], {}, open), 403, 'role analyst');
    const bearer = { authorization: 'Bearer the-token' };
    expect((await post('/api/reports', REPORTS[0], bearer, open)).status).toBe(200);
  });

  test('beyond loopback private persons who spoke are masked', async () => {
    const paths = ['/api/claims', '/api/reports', ...(await reportPaths())];
    for (const path of paths) {
      const masked = await (await open.request(path)).text();
      expect(masked, path).not.toContain('Omid');
    }
    const plain = await Promise.all(paths.map(async path => (await get(path)).text()));
    expect(plain.join('')).toContain('Omid');
  });
});

const reportPaths = async (): Promise<string[]> =>
  ((await (await get('/api/reports')).json()) as { id: string }[]).map(row => `/api/reports/${row.id}`);

describe('what keeps it running', () => {
  test('who has the answer is told so', async () => {
    const first = await get('/api/extent');
    const etag = first.headers.get('etag')!;
    expect(etag).toMatch(/^"[\w-]+"$/);
    const second = await get('/api/extent', { 'if-none-match': `W/${etag}, "other"` });
    expect([second.status, await second.text()]).toEqual([304, '']);
    expect((await get('/api/extent', { 'if-none-match': '"other"' })).status).toBe(200);
  });

  test('health, readiness and metrics', async () => {
    expect(await (await get('/healthz')).text()).toBe('ok\n');
    expect(await (await get('/readyz')).text()).toBe('ready\n');
    const metrics = await (await get('/metrics')).text();
    expect(metrics).toMatch(
      /dateline_http_request_duration_seconds_count\{method="GET",route="\/api\/extent",status="200"\} \d+/,
    );
    for (const line of metrics.split('\n').filter(each => each !== ''))
      expect(line).toMatch(/^(# (HELP|TYPE) \w+ .+|\w+(\{.*\})? [\d.e+-]+)$/);
  });

  test('every answer bears the policy that lets pages load from this server alone', async () => {
    for (const path of ['/healthz', '/api/extent', '/nothing'])
      expect((await get(path)).headers.get('content-security-policy'), path).toContain("default-src 'none'");
  });
});

describe('the description', () => {
  test('names every route, and every reference in it leads somewhere', async () => {
    const description = (await (await get('/openapi.json')).json()) as {
      openapi: string;
      paths: Record<string, Record<string, { operationId: string }>>;
      components: { schemas: Record<string, unknown> };
    };
    expect(description.openapi).toBe('3.1.0');
    const ids = Object.values(description.paths).flatMap(path =>
      Object.values(path).map(each => each.operationId),
    );
    expect(ids.sort()).toEqual(ROUTES.map(route => route.id).sort());
    const references = [...JSON.stringify(description).matchAll(/"\$ref":"([^"]+)"/g)].map(
      found => found[1]!,
    );
    expect(references.length).toBeGreaterThan(20);
    for (const reference of references)
      expect(description.components.schemas, reference).toHaveProperty(
        reference.replace('#/components/schemas/', ''),
      );
  });
});

test.each([
  ['DELETE', '/api/status', 'GET, HEAD'],
  ['PUT', '/openapi.json', 'GET, HEAD'],
  ['PATCH', '/api/reports', 'GET, HEAD, POST'],
])('%s %s is not taken, and it is said what is', async (method, path, allow) => {
  const response = await app.request(path, { method, headers: { host: 'localhost:4400' } });
  expect(response.status).toBe(405);
  expect(response.headers.get('allow')).toBe(allow);
  expect(response.headers.get('content-type')).toContain('application/problem+json');
});
