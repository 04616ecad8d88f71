import { defineConfig } from 'vitest/config';

/** The long runs: one at a time, each as long as it needs. */
export default defineConfig({
  test: {
    globalSetup: ['scripts/test/build-first.mjs'],
    include: ['test/long/**/*.test.ts'],
    testTimeout: 3_600_000,
    hookTimeout: 600_000,
    pool: 'forks',
    maxWorkers: 1,
    passWithNoTests: true,
  },
});
