import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    globalSetup: ['scripts/test/build-first.mjs'],
    setupFiles: ['test/support/seed.ts'],
    include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'test/**/*.test.ts'],
    exclude: ['**/node_modules/**', 'dist/**', 'test/long/**'],
    testTimeout: 30_000,
    hookTimeout: 120_000,
    pool: 'forks',
    maxWorkers: 2,
    // The embedded database starts in half the processor time where no code of it is made fast; none of the tests runs it for long.
    execArgv: ['--liftoff-only'],
  },
});
