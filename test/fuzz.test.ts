import { expect, test } from 'vitest';
import { fuzz } from './support/fuzz.ts';

/** The same seed every time; `SEED` tries another one. `npm run test:long` hands the parsers 100,000 inputs. */
const SEED = Number(process.env.SEED ?? 20_240_302);

test('parsers handed mutated inputs read them or refuse them in one line, soon and in little memory', async () => {
  const { failures, inputs, refused, slowest, memory } = await fuzz(1000, SEED);
  expect(failures).toEqual([]);
  expect(inputs).toBeGreaterThanOrEqual(1000);
  // Neither are all inputs refused, nor are none: the mutations reach what lies behind the first check.
  expect(refused).toBeGreaterThan(inputs * 0.1);
  expect(refused).toBeLessThan(inputs * 0.95);
  expect(slowest).toBeLessThan(10_000);
  expect(memory).toBeLessThan(500_000_000);
}, 240_000);
