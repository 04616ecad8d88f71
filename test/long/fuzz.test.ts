import { expect, test } from 'vitest';
import { fuzz } from '../support/fuzz.ts';

test('100,000 mutated inputs: no crash, no hang, no memory without bound', async () => {
  const result = await fuzz(100_000, Number(process.env.SEED ?? 7));
  console.log({ ...result, failures: result.failures.length });
  expect(result.failures).toEqual([]);
  expect(result.inputs).toBeGreaterThanOrEqual(100_000);
  expect(result.slowest).toBeLessThan(10_000);
  expect(result.memory).toBeLessThan(800_000_000);
});
