import { describe, expect, test } from 'vitest';
import type { SitrepMap } from '../../model/index.ts';
import { escapeMarkdown, escapeXml, safeUrl } from './escape.ts';
import { fitMap } from './map/project.ts';
import { makeScene } from './map/scene.ts';
import { sceneToSvg } from './map/svg.ts';
import { sayRange } from './say-range.ts';
import { sayNumbers } from './tell.ts';

test('runs of numbers and ranges are told short', () => {
  expect(sayNumbers([3, 1, 2, 7, 9, 8, 20])).toBe('1–3, 7–9, 20');
  expect(sayNumbers([4, 5])).toBe('4, 5');
  expect(sayRange({ low: 359_000, high: 400_000 })).toBe('359,000–400,000');
  expect(sayRange({ low: 12, high: null })).toBe('12 or more');
  expect(sayRange({ low: null, high: 50 })).toBe('up to 50');
  expect(sayRange({ low: 5, high: 5 })).toBe('5');
});

test('nothing of a report becomes markup or an address that runs', () => {
  expect(escapeXml('<b a="1">&\u0000\'')).toBe('&lt;b a=&quot;1&quot;&gt;&amp;&#39;');
  expect(escapeMarkdown('[x](y) *a* <b> #c')).toBe('\\[x\\](y) \\*a\\* \\<b\\> \\#c');
  expect(safeUrl('javascript:alert(1)')).toBeNull();
  expect(safeUrl('data:text/html,x')).toBeNull();
  expect(safeUrl('https://ridge.example/a b')).toBe('https://ridge.example/a%20b');
});

describe('the map', () => {
  const point = (name: string, lon: number, lat: number, rank = 1) =>
    ({
      id: name,
      name,
      lon,
      lat,
      side: 0,
      basis: 'reported',
      contested: false,
      changed: true,
      rank,
    }) as const;
  const map: SitrepMap = {
    at: '2021-08-15',
    sides: [{ side: 'red', name: 'Red', mark: 'R' }],
    areas: [
      {
        id: 'a',
        name: 'North & East',
        polygons: [
          [
            [
              [0, 0],
              [4, 0],
              [4, 4],
              [0, 4],
              [0, 0],
            ],
          ],
        ],
        side: 0,
        basis: 'reported',
        contested: true,
        by: 'own',
      },
    ],
    points: [point('Arvo', 1, 1, 0), point('Borwick', 1.05, 1.02), point('Lirren', 3, 3)],
  };

  test('north is up, east is right, and a kilometre is one everywhere', () => {
    const p = fitMap(map, 600, 600)!;
    const [x1, y1] = p.at(1, 1),
      [x2, y2] = p.at(3, 3);
    expect(x2).toBeGreaterThan(x1);
    expect(y2).toBeLessThan(y1);
    expect((y1 - y2) * p.kmPerUnit).toBeCloseTo(2 * 111.32, 0);
  });

  test('names cover neither each other nor the edge', () => {
    const scene = makeScene(map, 600, 600)!;
    const boxes = scene.labels.map(l => [l.x, l.y - 7, l.x + l.text.length * 4.6, l.y + 2] as const);
    expect(scene.labels.map(l => l.text)).toContain('Arvo');
    for (const [i, a] of boxes.entries()) {
      expect(a[0]).toBeGreaterThanOrEqual(0);
      expect(a[2]).toBeLessThanOrEqual(scene.width);
      for (const b of boxes.slice(i + 1))
        expect(a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]).toBe(false);
    }
  });

  test('is well-formed SVG without any address', () => {
    const svg = sceneToSvg(makeScene(map, 600, 600)!, 'Who held <what>');
    expect(svg).toContain('<title>North &amp; East</title>');
    expect(svg).toContain('aria-label="Who held &lt;what&gt;"');
    expect(svg).toContain('url(#hatch)');
    expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|NaN|undefined/);
  });

  test('countries on both sides of the date line stay together', () => {
    const p = fitMap(
      { ...map, areas: [], points: [point('West', 178, -17), point('East', -178, -17)] },
      600,
      600,
    )!;
    expect(p.at(-178, -17)[0]).toBeGreaterThan(p.at(178, -17)[0]);
    expect(p.kmPerUnit * 600).toBeLessThan(700);
  });

  test('without anything to show there is no map', () => {
    expect(makeScene({ ...map, areas: [], points: [] }, 600, 600)).toBeNull();
  });
});
