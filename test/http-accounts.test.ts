import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LocalLedger, openLedger, read } from '../src/dateline.ts';
import { createApp, createLog, LOCAL_GUEST } from '../src/http/index.ts';
import { createLimits } from '../src/http/limits.ts';
import type { Account, AuditEntry } from '../src/model/index.ts';
import { makeLedgerDirectory, removeDirectories } from './support/pglite.ts';
import { plainReader } from './support/plain-reader.ts';

const root = { id: 'cli:root', name: 'root', role: 'administrator', withhold: false } as const;
const PASSWORD = 'four quiet words here';

let ledger: LocalLedger, app: ReturnType<typeof createApp>;
beforeAll(async () => {
  ledger = (await openLedger({ database: await makeLedgerDirectory(), reader: plainReader })) as LocalLedger;
  app = makeApp();
});
afterAll(async () => {
  await ledger.close();
  removeDirectories();
});

/** A server on loopback, as `dateline serve` makes it; `reach` beyond it. */
const makeApp = (reach: 'loopback' | 'beyond' = 'loopback', more: { publicAddress?: string } = {}) =>
  createApp(ledger, {
    hosts: null,
    token: () => 'the-token',
    sessions: ledger.sessions,
    guest: reach === 'beyond' ? null : async () => ((await ledger.sessions.isClaimed()) ? null : LOCAL_GUEST),
    version: '0.0.0',
    webRoot: import.meta.dirname,
    read: async input => ({ reading: await read(input) }),
    log,
    ...more,
  });

/** The lines of the server's log. */
const logged: { readonly status?: number; readonly by?: string }[] = [];
const log = createLog('info', { write: line => logged.push(JSON.parse(line)) });

const submit = (path: string, fields: Record<string, string>, cookie = '', to = app) => {
  const body = new URLSearchParams(fields).toString();
  return to.request(path, {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': String(body.length),
      cookie,
    },
  });
};
const json = (method: string, path: string, body: unknown, key = 'the-token') =>
  app.request(path, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
  });
const withKey = (path: string, key: string) =>
  app.request(path, { headers: { authorization: `Bearer ${key}` } });
const cookieOf = (response: Response): string =>
  response.headers
    .getSetCookie()
    .map(each => each.split(';')[0])
    .join('; ');

/** Adds a person and lets them in by their link; gives their cookie. */
async function comeIn(email: string, role: Account['role']): Promise<{ cookie: string; account: Account }> {
  const { token, account } = await ledger.accounts.add(root, { email, name: `The ${role}`, role });
  const response = await submit('/welcome', { token, password: PASSWORD });
  expect(response.status).toBe(303);
  return { cookie: cookieOf(response), account };
}

describe('the first start', () => {
  let token: string;
  test('makes one administrator and a link; until it is used, loopback is open to this machine', async () => {
    const link = await ledger.sessions.first();
    token = link!.token;
    expect(link!.account).toMatchObject({ role: 'administrator', claimed: false, withhold: true });
    expect(await ledger.accounts.list(root)).toHaveLength(1);
    expect((await app.request('/api/status')).status).toBe(200);
    expect((await makeApp('beyond').request('/api/status')).status).toBe(401);
  });

  test('another start prints another link for the same administrator, and the first no longer works', async () => {
    const second = await ledger.sessions.first();
    expect(await ledger.accounts.list(root)).toHaveLength(1);
    expect((await app.request(`/welcome?token=${token}`)).status).toBe(410);
    token = second!.token;
    expect((await app.request(`/welcome?token=${token}`)).status).toBe(200);
  });

  test('a short password and a wrong address are refused in words, and the link still works', async () => {
    const fields = { token, name: 'Ada Field', email: 'ada@desk.example', password: 'short' };
    const short = await submit('/welcome', fields);
    expect([short.status, await short.text()]).toEqual([
      400,
      expect.stringContaining('12 to 128 characters'),
    ]);
    const wrong = await submit('/welcome', { ...fields, email: '<ada>', password: PASSWORD });
    const page = await wrong.text();
    expect(page).toContain('&quot;&lt;ada&gt;&quot; is no e-mail address');
    expect(page).not.toContain('<ada>');
  });

  test('the link lets its person in once; from then on everybody signs in, on loopback too', async () => {
    const fields = { token, name: 'Ada Field', email: 'Ada@Desk.example', password: PASSWORD };
    const came = await submit('/welcome', fields);
    expect([came.status, came.headers.get('location')]).toEqual([303, '/']);
    const [cookie] = came.headers.getSetCookie();
    expect(cookie).toMatch(/^dateline\.session_token=.*HttpOnly/);
    expect(cookie).toMatch(/SameSite=Lax/);
    const me = await app.request('/api/me', { headers: { cookie: cookieOf(came) } });
    expect(await me.json()).toMatchObject({ name: 'Ada Field', role: 'administrator', signedIn: true });
    expect((await submit('/welcome', fields)).status).toBe(410);
    expect((await app.request('/api/status')).status).toBe(401);
    expect(await ledger.sessions.first()).toBeNull();
  });

  test('the token of the lock goes on working, and names who uses it', async () => {
    const response = await app.request('/api/me', {
      headers: { authorization: 'Bearer the-token', 'x-dateline-by': 'j%C3%B6rg' },
    });
    expect(await response.json()).toMatchObject({ id: 'cli:jörg', role: 'administrator' });
  });
});

describe('signing in', () => {
  test('a view of the application leads to the page and back; its files do not', async () => {
    const view = await app.request('/?view=reports&at=2021-08-10');
    expect([view.status, view.headers.get('location')]).toEqual([
      303,
      '/sign-in?next=%2F%3Fview%3Dreports%26at%3D2021-08-10',
    ]);
    expect((await app.request('/http-accounts.test.ts')).status).toBe(200);
  });

  test('takes the right password alone, and says the same for an address that nobody has', async () => {
    const wrong = await submit('/sign-in', { email: 'ada@desk.example', password: 'four loud words here' });
    const nobody = await submit('/sign-in', { email: 'nobody@desk.example', password: PASSWORD });
    expect([wrong.status, nobody.status]).toEqual([401, 401]);
    for (const page of [await wrong.text(), await nobody.text()])
      expect(page).toContain('That address and password do not go together.');
    const right = await submit('/sign-in', {
      email: 'ADA@desk.example',
      password: PASSWORD,
      next: '/?view=reports',
    });
    expect([right.status, right.headers.get('location')]).toEqual([303, '/?view=reports']);
  });

  test.each(['https://evil.example/', '//evil.example', '/\\evil.example', 'javascript:alert(1)'])(
    'never leads to %s',
    async next => {
      const right = await submit('/sign-in', { email: 'ada@desk.example', password: PASSWORD, next });
      expect(right.headers.get('location')).toBe('/');
    },
  );

  test('signing out ends the session itself', async () => {
    const { cookie } = await comeIn('leaver@desk.example', 'viewer');
    expect((await app.request('/api/me', { headers: { cookie } })).status).toBe(200);
    const out = await submit('/sign-out', {}, cookie);
    expect(out.headers.get('location')).toBe('/sign-in');
    expect((await app.request('/api/me', { headers: { cookie } })).status).toBe(401);
  });

  test('behind a proxy with TLS the cookie is for TLS alone', async () => {
    const behind = makeApp('beyond', { publicAddress: 'https://desk.example' });
    const right = await submit('/sign-in', { email: 'ada@desk.example', password: PASSWORD }, '', behind);
    expect(right.headers.getSetCookie()[0]).toMatch(/; Secure$/);
  });

  test('ten tries from one address, then it waits', async () => {
    const fresh = makeApp();
    const tries = [];
    for (let i = 0; i < 11; i++)
      tries.push((await submit('/sign-in', { email: 'x@desk.example', password: 'x' }, '', fresh)).status);
    expect(tries).toEqual([...Array(10).fill(401), 429]);
  });
});

describe('roles', () => {
  test('a viewer reads, an analyst adds and decides, an administrator manages', async () => {
    const report = {
      text: 'Red forces captured Arvo on 2021-08-06, said Harbour Watch.',
      published: '2021-08-07',
    };
    const statusOf = async (cookie: string, method: string, path: string, body?: unknown) =>
      (
        await app.request(path, {
          method,
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
          headers: { cookie, 'content-type': 'application/json' },
        })
      ).status;
    const seen: Record<string, number[]> = {};
    for (const role of ['viewer', 'analyst', 'administrator'] as const) {
      const { cookie } = await comeIn(`${role}@desk.example`, role);
      seen[role] = [
        await statusOf(cookie, 'GET', '/api/status'),
        await statusOf(cookie, 'POST', '/api/reports', report),
        await statusOf(cookie, 'POST', '/api/decisions', {
          ruling: { kind: 'merge-places', from: 'x:zz/-/arvo', into: `x:zz/-/${role}` },
          why: 'one town',
        }),
        await statusOf(cookie, 'GET', '/api/audit'),
        await statusOf(cookie, 'GET', '/api/accounts'),
      ];
    }
    expect(seen).toEqual({
      viewer: [200, 403, 403, 403, 403],
      analyst: [200, 200, 200, 200, 403],
      administrator: [200, 200, 200, 200, 200],
    });
    // The log says whose requests were refused.
    const refused = logged.filter(line => line.status === 403).map(line => line.by);
    const accounts = await ledger.accounts.list(root);
    const idOf = (role: string) => accounts.find(a => a.email === `${role}@desk.example`)?.id;
    expect(refused.slice(-5)).toEqual([...Array(4).fill(idOf('viewer')), idOf('analyst')]);
  });

  test('the audit log says who did what, when', async () => {
    const entries = (await (await withKey('/api/audit?limit=200', 'the-token')).json()) as AuditEntry[];
    const analyst = entries.filter(entry => entry.byName === 'The analyst').map(entry => entry.action);
    expect(analyst).toEqual(['decide', 'add', 'account claim']);
    expect(entries.map(entry => entry.seq)).toEqual(
      [...entries.map(entry => entry.seq)].sort((a, b) => b - a),
    );
    const [decided] = (await (
      await withKey('/api/audit?action=decide&by=The+analyst', 'the-token')
    ).json()) as AuditEntry[];
    expect(decided).toMatchObject({ action: 'decide', detail: { kind: 'merge-places' } });
  });

  test('the last administrator cannot be shut out or made less', async () => {
    const all = await ledger.accounts.list(root);
    const managers = all.filter(a => a.role === 'administrator');
    for (const other of managers.slice(1)) await ledger.accounts.change(root, other.id, { role: 'analyst' });
    for (const change of [{ disabled: true }, { role: 'viewer' as const }])
      await expect(ledger.accounts.change(root, managers[0]!.id, change)).rejects.toThrow(
        /last administrator/,
      );
  });

  test('who is shut out is out at once', async () => {
    const { cookie, account } = await comeIn('shut@desk.example', 'analyst');
    expect((await app.request('/api/me', { headers: { cookie } })).status).toBe(200);
    await ledger.accounts.change(root, account.id, { disabled: true });
    expect((await app.request('/api/me', { headers: { cookie } })).status).toBe(401);
    const again = await submit('/sign-in', { email: 'shut@desk.example', password: PASSWORD });
    expect(again.status).toBe(401);
  });

  test('withholding is lifted by an administrator alone, and that is in the audit log', async () => {
    const { cookie, account } = await comeIn('lift@desk.example', 'analyst');
    const me = async () => (await app.request('/api/me', { headers: { cookie } })).json();
    expect(await me()).toMatchObject({ withhold: true });
    const self = { id: account.id, name: account.name, role: 'analyst', withhold: true } as const;
    await expect(ledger.accounts.change(self, account.id, { withhold: false })).rejects.toMatchObject({
      code: 'forbidden',
    });
    expect((await json('PATCH', `/api/accounts/${account.id}`, { withhold: false })).status).toBe(200);
    expect(await me()).toMatchObject({ withhold: false });
    const [entry] = await ledger.auditLog(root, { action: 'withholding lift' });
    expect(entry).toMatchObject({ byName: 'the command line', detail: { email: 'lift@desk.example' } });
  });
});

describe('API keys', () => {
  test('a key asks in its account’s name, with its own role, by any of three headers, until it is revoked', async () => {
    const { account } = await comeIn('keys@desk.example', 'analyst');
    const made = await json('POST', '/api/keys', { name: 'map widget', account: 'keys@desk.example' });
    const { id, key, role } = (await made.json()) as { id: string; key: string; role: string };
    expect([role, key.startsWith('dateline_')]).toEqual(['viewer', true]);
    const basic = Buffer.from(`reader:${key}`).toString('base64');
    for (const headers of [
      { authorization: `Bearer ${key}` },
      { 'x-api-key': key },
      { authorization: `Basic ${basic}` },
    ])
      expect(await (await app.request('/api/me', { headers })).json()).toMatchObject({
        id: account.id,
        name: 'The analyst (key map widget)',
        role: 'viewer',
        withhold: true,
      });
    expect((await json('POST', '/api/reports', { text: 'Red forces left Arvo.' }, key)).status).toBe(403);
    const asKey = { id: account.id, name: 'a key', role: 'viewer', withhold: true } as const;
    await expect(ledger.accounts.link(asKey, account.id)).rejects.toMatchObject({ code: 'forbidden' });
    const listed = await (await withKey('/api/keys', 'the-token')).text();
    expect(listed).toContain('map widget');
    expect(listed).not.toContain(key);
    expect((await json('DELETE', `/api/keys/${id}`, undefined)).status).toBe(200);
    expect((await withKey('/api/me', key)).status).toBe(401);
  });

  test('the key itself is nowhere in the database', async () => {
    const { key } = await ledger.accounts.addKey(root, { name: 'kept', role: 'viewer' });
    const { id } = (await ledger.accounts.keys(root)).find(each => each.name === 'kept')!;
    await ledger.accounts.revokeKey(root, id);
    expect((await withKey('/api/me', key)).status).toBe(401);
  });

  test('no key has a role above its maker’s or its account’s', async () => {
    const [viewer] = (await ledger.accounts.list(root)).filter(a => a.email === 'viewer@desk.example');
    const self = { id: viewer!.id, name: viewer!.name, role: 'viewer', withhold: true } as const;
    await expect(ledger.accounts.addKey(self, { name: 'more', role: 'analyst' })).rejects.toThrow(
      /cannot have/,
    );
    const asked = { name: 'more', role: 'analyst', account: 'viewer@desk.example' } as const;
    await expect(ledger.accounts.addKey(root, asked)).rejects.toThrow(
      /a viewer, cannot have the role analyst/,
    );
  });

  test('guessing keys is slowed down', async () => {
    const fresh = makeApp();
    const tries = [];
    for (let i = 0; i < 12; i++) {
      const headers = { authorization: `Bearer dateline_guess${i}` };
      tries.push((await fresh.request('/api/me', { headers })).status);
    }
    expect(tries.slice(0, 10)).toEqual(Array(10).fill(401));
    expect(tries.slice(10)).toEqual([429, 429]);
  });
});

test('the account page shows keys, people and what was done, and escapes what people are called', async () => {
  const { cookie } = await comeIn('page@desk.example', 'administrator');
  const added = await submit(
    '/account/add-person',
    { name: '<b>Bold</b>', email: 'bold@desk.example', role: 'viewer' },
    cookie,
  );
  const page = await added.text();
  expect(added.status).toBe(200);
  expect(page).toMatch(/\/welcome\?token=\w+/);
  expect(page).toContain('&lt;b&gt;Bold&lt;/b&gt;');
  expect(page).not.toContain('<b>Bold');
  const refused = await submit('/account/add-person', { name: 'x', email: 'none', role: 'viewer' }, cookie);
  expect([refused.status, await refused.text()]).toEqual([
    400,
    expect.stringContaining('is no e-mail address'),
  ]);
  expect((await submit('/account/add-person', { name: 'x' }, '')).status).toBe(303);
});

test('limits: what is spent comes back with time', () => {
  let now = 0;
  const limits = createLimits(() => now);
  for (let i = 0; i < 10; i++) limits.knock('a');
  expect(() => limits.knock('a')).toThrow(/try again in 30 s/);
  limits.knock('b');
  now += 30_000;
  limits.knock('a');
  limits.spend(root, 3000);
  expect(() => limits.spend(root, 1)).toThrow(/too often/);
  now += 10;
  limits.spend(root, 5);
});
