import { expect, test } from 'vitest';
import { sceneToSvg } from './svg.ts';

test('a name that runs from right to left ends where its label begins; others begin there', () => {
  const label = { x: 10, y: 20, size: 9, bold: false, leader: null };
  const svg = sceneToSvg(
    {
      width: 100,
      height: 80,
      areas: [],
      dots: [],
      labels: [
        { ...label, text: 'هرات (شهر)' },
        { ...label, text: 'Herat' },
      ],
      scale: { km: 50, length: 20 },
    },
    'Map',
  );
  expect(svg).toMatch(/<text [^>]*direction="rtl" text-anchor="end"[^>]*>هرات \(شهر\)</);
  expect(svg).toMatch(/<text x="10" y="20" font-size="9" fill[^>]*>Herat</);
});
