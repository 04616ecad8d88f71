import { expect, test } from 'vitest';
import { fuzz } from '../support/fuzz.ts';

const INPUTS = Number(process.env.INPUTS ?? 100_000);
const SEED = Number(process.env.SEED ?? 7);
/** Some parsers alone, by their names. */
const ONLY = process.env.ONLY == null ? undefined : new RegExp(process.env.ONLY);

test('100,000 mutated inputs: no crash, no hang, no memory without bound', async () => {
  const { each, failures, ...sums } = await fuzz(INPUTS, SEED, ONLY);
  console.log({ ...sums, failures: failures.length });
  console.table(each);
  expect(failures).toEqual([]);
  expect(sums.inputs).toBeGreaterThanOrEqual(INPUTS);
  expect(sums.slowest).toBeLessThan(10_000);
  expect(sums.memory).toBeLessThan(800_000_000);
});
