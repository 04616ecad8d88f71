import { describe, expect, test } from 'vitest';
import { PAPER } from '../web/record/say.ts';
import { DARK, LIGHT, sideLetters } from './palette.ts';

type Rgb = readonly [number, number, number];
const linear = (hex: string): Rgb =>
  [1, 3, 5].map(i => {
    const v = Number.parseInt(hex.slice(i, i + 2), 16) / 255;
    return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
  }) as unknown as Rgb;
const luminance = ([r, g, b]: Rgb): number => 0.2126 * r + 0.7152 * g + 0.0722 * b;
const contrast = (a: string, b: string): number => {
  const [x, y] = [luminance(linear(a)), luminance(linear(b))].sort((m, n) => n - m) as [number, number];
  return (x + 0.05) / (y + 0.05);
};

/** Machado, Oliveira and Fernandes 2009, severity 1, on linear RGB. */
const SEEN: Record<string, readonly Rgb[]> = {
  'normal sight': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** Björn Ottosson's OKLab, from linear RGB. */
function oklab([r, g, b]: Rgb): Rgb {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b),
    m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b),
    s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}
const seenAs = (hex: string, how: readonly Rgb[]): Rgb => {
  const c = linear(hex);
  const seen = how.map(row => Math.min(1, Math.max(0, row[0] * c[0] + row[1] * c[1] + row[2] * c[2])));
  return oklab(seen as unknown as Rgb);
};
const apart = (a: Rgb, b: Rgb): number => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);

describe.each([
  ['light', LIGHT],
  ['dark', DARK],
] as const)('the %s palette', (theme, colours) => {
  test('stands out from the paper by 3:1', () => {
    for (const colour of colours) expect(contrast(colour, PAPER[theme])).toBeGreaterThanOrEqual(3);
  });

  test.each(Object.entries(SEEN))('its colours can be told apart with %s', (_, how) => {
    const near: string[] = [];
    const eight = colours.map(c => seenAs(c, how));
    for (let i = 0; i < eight.length; i++)
      for (let j = i + 1; j < eight.length; j++) {
        const d = apart(eight[i]!, eight[j]!);
        if (d < 0.08) near.push(`${colours[i]} ${colours[j]} ${d.toFixed(3)}`);
      }
    expect(near).toEqual([]);
  });

  test.each(Object.entries(SEEN))('its first two are far apart with %s', (_, how) => {
    expect(apart(seenAs(colours[0], how), seenAs(colours[1], how))).toBeGreaterThan(0.2);
  });
});

test('each side has letters of its own', () => {
  expect(sideLetters(['Taliban', 'Government of Afghanistan', 'Tajik militia', 'M23'])).toEqual([
    'T',
    'G',
    'TM',
    'M',
  ]);
  expect(new Set(sideLetters(['Taliban', 'Taliban', 'Tal', 'T'])).size).toBe(4);
});
