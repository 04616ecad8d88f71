import { expect, test } from 'vitest';
import { openRemoteLedger } from '../../fetching/index.ts';
import { ROUTES } from './index.ts';

/** What the ledger offers, one name a use case: `status`, `accounts.list`, … */
const useCases = Object.entries(openRemoteLedger({ address: 'http://127.0.0.1:1' })).flatMap(
  ([name, member]) =>
    typeof member === 'function' ? [name] : Object.keys(member as object).map(inner => `${name}.${inner}`),
);

test('every use case of the ledger has its route', () => {
  const code = ROUTES.map(route => route.use.toString().replace(/\s+/g, '')).join('\n');
  const missing = useCases.filter(name => name !== 'close' && !code.includes(`ledger.${name}(`));
  expect(useCases.length).toBeGreaterThan(25);
  expect(missing).toEqual([]);
});

test('every list that can be had page by page, and every read of the record, takes both times', () => {
  const beside = new Set([
    'me',
    'keys',
    'accounts',
    'audit',
    'webhooks',
    'feeds',
    'jobs',
    'import-of',
    'stream',
    // of whoever asks, not of the record
    'saved-searches',
    'deferrals',
  ]);
  const without = ROUTES.filter(
    ({ method, id, query }) =>
      method === 'get' && !beside.has(id) && !['at', 'knownAt'].every(time => time in (query?.shape ?? {})),
  ).map(route => route.id);
  // A situation report is of days, from one to another.
  expect(without.filter(id => id !== 'sitrep')).toEqual([]);
});

test('ids and addresses are told apart', () => {
  expect(new Set(ROUTES.map(route => route.id)).size).toBe(ROUTES.length);
  expect(new Set(ROUTES.map(route => `${route.method} ${route.path}`)).size).toBe(ROUTES.length);
});
