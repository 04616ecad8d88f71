import { Hono } from 'hono';
import { describe, expect, test } from 'vitest';
import { ROUTES } from '../routes/index.ts';
import { addReference } from './reference.ts';
import { shapeOf } from './shape-words.ts';

const said = (schema: Parameters<typeof shapeOf>[0]): string =>
  shapeOf(schema)
    .map(part => part.text)
    .join('');

describe('shapes as people read them', () => {
  test.each([
    [{ type: 'array', items: { type: 'string' } }, 'string[]'],
    [{ type: 'array', items: { anyOf: [{ type: 'string' }, { type: 'null' }] } }, '(string | null)[]'],
    [{ enum: ['held', 'contested'] }, '"held" | "contested"'],
    [{ type: 'string', format: 'date' }, 'string (date)'],
    [{ $ref: '#/components/schemas/StatusRow' }, 'StatusRow'],
    [
      { type: 'object', properties: { id: { type: 'string' }, n: { type: 'number' } }, required: ['id'] },
      '{\n  id: string\n  n?: number\n}',
    ],
  ])('%j is %s', (schema, words) => {
    expect(said(schema)).toBe(words);
  });
});

test('the reference has every address, links each shape that it names, and loads nothing from elsewhere', async () => {
  const app = new Hono<never>();
  addReference(app as never, '0.0.0');
  const page = await (await app.request('/reference')).text();
  for (const { path, id } of ROUTES) {
    expect(page).toContain(`<code>${path}</code>`);
    expect(page).toContain(`id="${id}"`);
  }
  const targets = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(found => found[1]));
  const links = [...page.matchAll(/href="#([^"]+)"/g)].map(found => found[1]);
  expect(links.length).toBeGreaterThan(20);
  expect(links.filter(link => !targets.has(link))).toEqual([]);
  expect(page).not.toMatch(/<script|style=|https?:\/\//);
});
