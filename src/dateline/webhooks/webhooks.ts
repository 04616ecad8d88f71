import { randomBytes } from 'node:crypto';
import { insideHost } from '../../fetching/index.ts';
import {
  type Asker,
  aRole,
  CHANGE_KINDS,
  type ChangeFilter,
  type FullChangeFilter,
  LedgerError,
  mayDo,
  type Webhook,
  type Webhooks,
} from '../../model/index.ts';
import {
  deleteWebhook,
  insertAudit,
  insertWebhook,
  lastChange,
  loadWebhooks,
  retryWebhook,
  type Tx,
} from '../../store/index.ts';
import type { Context } from '../context.ts';
import { countryOf } from '../country.ts';
import { resolvePlace } from '../places/resolve-place.ts';

/** Servers that are told of changes: see `Webhooks`. What is done to them is in the audit log. */
export function makeWebhooks(context: Context): Webhooks {
  const { store, now } = context;
  const change = (by: Asker, id: string, action: string, work: (tx: Tx) => Promise<void>) =>
    store.write(async tx => {
      needAdministrator(by);
      const found = await findOrThrow(tx, id);
      await work(tx);
      await insertAudit(tx, by, now(), action, { webhook: id, host: new URL(found.url).host });
      return (await loadWebhooks(tx, id))[0] ?? found;
    });
  return {
    async list(by) {
      needAdministrator(by);
      return store.read(tx => loadWebhooks(tx));
    },
    async add(by, given) {
      needAdministrator(by);
      const url = checkUrl(given.url, context.webhooksInside ?? false);
      const secret = `whsec_${randomBytes(24).toString('base64')}`;
      const id = `w${randomBytes(8).toString('hex')}`;
      return store.write(async tx => {
        const filter = await checkFilter(context, tx, given);
        const seen = await lastChange(tx);
        await insertWebhook(tx, { id, url, secret, ...filter, made: now(), by: by.id, enabled: true, seen });
        await insertAudit(tx, by, now(), 'webhook add', { webhook: id, host: new URL(url).host });
        const [made] = await loadWebhooks(tx, id);
        return { ...made!, secret };
      });
    },
    remove: (by, id) => change(by, id, 'webhook remove', tx => deleteWebhook(tx, id)),
    retry: (by, id) => change(by, id, 'webhook retry', tx => retryWebhook(tx, id, now())),
  };
}

function needAdministrator(by: Asker): void {
  if (!mayDo(by.role, 'administrator'))
    throw new LedgerError(
      'forbidden',
      `${by.name} is ${aRole(by.role)}: webhooks need the role administrator`,
    );
}

async function findOrThrow(tx: Tx, id: string): Promise<Webhook> {
  const [found] = await loadWebhooks(tx, id);
  if (found == null) throw new LedgerError('not-found', `there is no webhook "${id}"`);
  return found;
}

function checkUrl(url: string, mayBeInside: boolean): string {
  if (URL.canParse(url)) {
    const { protocol, username, password, href } = new URL(url);
    const host = mayBeInside ? null : insideHost(new URL(url));
    if (host != null)
      throw new LedgerError(
        'invalid',
        `"${url}" is not sent to: ${host} is no address of the open internet (DATELINE_WEBHOOKS_INSIDE=1 lets webhooks go inside)`,
      );
    if (/^https?:$/.test(protocol) && username === '' && password === '') return href;
  }
  throw new LedgerError(
    'invalid',
    `"${url}" is no address to send to: write https://…, without a password in it`,
  );
}

async function checkFilter(context: Context, tx: Tx, filter: ChangeFilter): Promise<FullChangeFilter> {
  const { kinds = [], places = [], sides = [], countries = [] } = filter;
  const unknown = kinds.find(kind => !CHANGE_KINDS.includes(kind));
  if (unknown != null)
    throw new LedgerError(
      'invalid',
      `"${unknown}" is no kind of change: write one of ${CHANGE_KINDS.join(', ')}`,
    );
  const found: string[] = [];
  for (const place of places) found.push((await resolvePlace(context, tx, place)).id);
  return { kinds, places: found, sides, countries: countries.flatMap(c => countryOf(context, c) ?? []) };
}
